// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/process.h"

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <dirent.h>
#include <fstream>
#include <iterator>
#include <sched.h>
#include <sstream>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace ct::bench {
namespace {

std::string procFile(pid_t pid, const char *name)
{
    std::ifstream file("/proc/" + std::to_string(pid) + '/' + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<pid_t> tasksOf(pid_t pid)
{
    std::vector<pid_t> tasks;
    const std::string name = pid > 0 ? std::to_string(pid) : "self";
    DIR *folder = opendir(("/proc/" + name + "/task").c_str());
    if (folder == nullptr)
        return tasks;
    // Nobody else reads this folder through this handle.
    while (const dirent *entry = readdir(folder)) { // NOLINT(concurrency-mt-unsafe)
        const auto task = static_cast<pid_t>(std::strtol(entry->d_name, nullptr, 10));
        if (task > 0)
            tasks.push_back(task);
    }
    closedir(folder);
    return tasks;
}

} // namespace

std::int64_t cpuNanoseconds(pid_t pid)
{
    // What utime and stime in /proc are made of, without being cut to whole ticks.
    clockid_t clock {};
    timespec time {};
    if (pid <= 0 || clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0)
        return 0;
    return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

std::map<pid_t, std::int64_t> threadNanoseconds(pid_t pid)
{
    std::map<pid_t, std::int64_t> times;
    if (pid > 0) {
        for (const pid_t task : tasksOf(pid))
            std::istringstream(procFile(task, "schedstat")) >> times[task];
    }
    return times;
}

std::int64_t residentBytes(pid_t pid)
{
    std::istringstream fields(pid > 0 ? procFile(pid, "statm") : std::string());
    std::int64_t total = 0;
    std::int64_t resident = 0;
    fields >> total >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

void pinTo(pid_t pid, int core)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<std::size_t>(core), &set);
    for (const pid_t task : tasksOf(pid))
        sched_setaffinity(task, sizeof set, &set);
}

void raiseDescriptorLimit()
{
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

FloorProcess::FloorProcess()
{
    const auto listening = listenForFloor(0);
    if (!listening)
        return;
    m_port = listening->port;
    m_pid = fork();
    if (m_pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        runFloor(listening->socket);
    }
    close(listening->socket);
}

FloorProcess::~FloorProcess()
{
    if (m_pid <= 0)
        return;
    kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
}

} // namespace ct::bench
