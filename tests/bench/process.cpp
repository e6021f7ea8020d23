// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/process.h"

#include <csignal>
#include <cstdlib>
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

namespace ct::bench {
namespace {

std::string procFile(pid_t pid, const char *name)
{
    std::ifstream file("/proc/" + std::to_string(pid) + '/' + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

std::int64_t cpuNanoseconds(pid_t pid)
{
    const std::string line = pid > 0 ? procFile(pid, "stat") : std::string();
    // The name, in parentheses, may have blanks in it; utime and stime are 11 fields after it.
    const std::size_t end = line.rfind(')');
    if (end == std::string::npos)
        return 0;
    std::istringstream fields(line.substr(end + 1));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    std::int64_t user = 0;
    std::int64_t system = 0;
    fields >> user >> system;
    return (user + system) * (1'000'000'000 / sysconf(_SC_CLK_TCK));
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
    const std::string folder
        = "/proc/" + (pid > 0 ? std::to_string(pid) : std::string("self")) + "/task";
    DIR *tasks = opendir(folder.c_str());
    if (tasks == nullptr)
        return;
    // Nobody else reads this folder through this handle.
    while (const dirent *entry = readdir(tasks)) { // NOLINT(concurrency-mt-unsafe)
        const auto task = static_cast<pid_t>(std::strtol(entry->d_name, nullptr, 10));
        if (task > 0)
            sched_setaffinity(task, sizeof set, &set);
    }
    closedir(tasks);
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
