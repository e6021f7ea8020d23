// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/comparison.h"
#include "tests/bench/report.h"
#include "tests/bench/target.h"

#include <cstdio>
#include <iostream>

namespace ct::bench {
using namespace Qt::StringLiterals;
namespace {

constexpr double kib = 1024;

struct Cost {
    double connections = 0;
    double perSecond = 0;
    double cpuMicroseconds = 0;
    double joinP99 = 0;
    double idleKib = 0;
    double activeKib = 0;
    double idleCorePercent = 0;
};

QJsonObject costJson(const Options &options, const Cost &cost, const RunResult &run)
{
    return {
        {u"command"_s, u"memory"_s},
        {u"name"_s, QString::fromStdString(options.name)},
        {u"plan"_s, planToJson(options.server)},
        {u"connections"_s, cost.connections},
        {u"connectionsPerSecond"_s, cost.perSecond},
        {u"cpuUsPerConnection"_s, cost.cpuMicroseconds},
        {u"joinP99Us"_s, cost.joinP99},
        {u"idleKib"_s, cost.idleKib},
        {u"activeKib"_s, cost.activeKib},
        {u"idleCorePercent"_s, cost.idleCorePercent},
        {u"active"_s, toJson(run)},
        {u"faults"_s, QString::fromStdString(faultText(run.faults))}};
}

void print(const Cost &cost, const RunResult &run)
{
    std::printf("connections            %12.0f\n", cost.connections);
    std::printf("connections/s          %12.0f\n", cost.perSecond);
    std::printf("CPU us/connection      %12.1f\n", cost.cpuMicroseconds);
    std::printf("join p99 ms            %12.2f\n", cost.joinP99 / 1e3);
    std::printf("KiB/idle connection    %12.1f\n", cost.idleKib);
    std::printf("KiB/active connection  %12.1f\n", cost.activeKib);
    std::printf("idle core %%            %12.2f\n", cost.idleCorePercent);
    std::printf("faults                 %12s\n", faultText(run.faults).c_str());
}

} // namespace

int measureMemory(const Options &options)
{
    const auto address = parseUrl(options.server.url);
    if (!address) {
        std::cerr << "codetogether-bench: --server is no URL of a server\n";
        return exitcode::notRun;
    }
    Reactor reactor;
    Progress progress;
    Target target(reactor, "server", options.server, *address);
    const pid_t pid = options.server.pid;
    const std::int64_t before = residentBytes(pid);
    const std::int64_t cpuBefore = cpuNanoseconds(pid);
    const std::int64_t began = steadyNow();
    const std::string failed = target.assemble(progress);
    if (!failed.empty()) {
        std::cerr << "codetogether-bench: " << failed << '\n';
        return exitcode::notRun;
    }
    Cost cost;
    cost.connections = double(target.connections());
    cost.perSecond = cost.connections * 1e9 / double(steadyNow() - began);
    cost.cpuMicroseconds = double(cpuNanoseconds(pid) - cpuBefore) / 1e3 / cost.connections;
    cost.joinP99 = double(target.tally().joinTimes.quantile(0.99)) / 1e3;
    reactor.runUntil([] { return false; }, std::chrono::seconds(2));
    cost.idleKib = double(residentBytes(pid) - before) / kib / cost.connections;
    const std::int64_t cpuIdle = cpuNanoseconds(pid);
    reactor.runUntil([] { return false; }, std::chrono::seconds(3));
    cost.idleCorePercent = double(cpuNanoseconds(pid) - cpuIdle) / 3e9 * 100;
    const RunResult run = target.measure(options.warmUp, options.seconds);
    cost.activeKib = (run.resident - double(before)) / kib / cost.connections;
    print(cost, run);
    const bool isWritten = writeJson(options.json, costJson(options, cost, run));
    target.leave();
    if (!isWritten)
        return exitcode::notRun;
    return run.faults.sum() == 0 ? exitcode::good : exitcode::faulty;
}

} // namespace ct::bench
