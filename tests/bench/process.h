// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/floor.h"

#include <cstdint>
#include <map>
#include <sys/types.h>

/// What the system tells about other processes. A pid of 0 gives zeros. Thread: any.
namespace ct::bench {

/// CPU time that all threads of the process have taken so far, ended ones included.
std::int64_t cpuNanoseconds(pid_t pid);
std::int64_t residentBytes(pid_t pid);
/// The same of each thread that lives.
std::map<pid_t, std::int64_t> threadNanoseconds(pid_t pid);

/// Keeps all threads of the process on one core; 0 is the caller.
void pinTo(pid_t pid, int core);

/// As many descriptors as the hard limit has.
void raiseDescriptorLimit();

/// A floor in its own process, ended with this object.
class FloorProcess
{
public:
    FloorProcess();
    ~FloorProcess();
    FloorProcess(const FloorProcess &) = delete;
    FloorProcess &operator=(const FloorProcess &) = delete;

    bool isRunning() const { return m_pid > 0; }
    pid_t pid() const { return m_pid; }
    std::uint16_t port() const { return m_port; }

private:
    pid_t m_pid = 0;
    std::uint16_t m_port = 0;
};

} // namespace ct::bench
