// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/options.h"
#include "tests/bench/process.h"
#include "tests/bench/progress.h"

#include <QJsonObject>

namespace ct::bench {

/// What one run has given. Times in microseconds.
struct RunResult {
    double seconds = 0;
    std::uint64_t delivered = 0;
    double cpuSeconds = 0;
    double median = 0;
    double p99 = 0;
    double p999 = 0;
    double most = 0;
    std::uint64_t reconnects = 0;
    double reconnectP99 = 0;
    double resident = 0;
    /// The busiest thread's share of the CPU time.
    double busiestThread = 0;
    Faults faults;

    double perSecond() const { return seconds > 0 ? double(delivered) / seconds : 0; }
    /// Of the server, for each delivered message.
    double cpuMicroseconds() const
    {
        return delivered > 0 ? cpuSeconds * 1e6 / double(delivered) : 0;
    }
    double corePercent() const { return seconds > 0 ? 100 * cpuSeconds / seconds : 0; }
};

QJsonObject toJson(const RunResult &result);

/// A server with the people on it, ready to be measured again and again.
class Target
{
public:
    Target(
        Reactor &reactor, std::string name, const TargetOptions &options, const Address &address);

    const std::string &name() const { return m_name; }
    const TargetOptions &options() const { return m_options; }
    /// Opens everything; empty, or why it could not be.
    std::string assemble(Progress &progress);
    RunResult measure(double warmUp, double seconds);
    /// What went wrong with connections so far; empty: nothing.
    const std::string &failure() const;
    void leave();

    Tally &tally() { return m_crowd.tally(); }
    std::size_t connections() const { return m_crowd.connections() + m_idle.connections(); }

private:
    std::string assemble(Crowd &crowd, const std::string &what, Progress &progress);
    void drain();

    Reactor &m_reactor;
    std::string m_name;
    TargetOptions m_options;
    Dialer m_dialer;
    Crowd m_crowd;
    Crowd m_idle;
};

QJsonObject planToJson(const TargetOptions &options);

} // namespace ct::bench
