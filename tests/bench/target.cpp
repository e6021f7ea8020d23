// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/target.h"

#include <algorithm>

namespace ct::bench {
using namespace Qt::StringLiterals;
namespace {

constexpr std::size_t idleRoomSize = 50;
constexpr std::chrono::seconds assemblyLimit {300};

/// The connections that only wait, in rooms as full as the server lets them be by default.
CrowdPlan idlePlan(const TargetOptions &options)
{
    CrowdPlan plan;
    plan.firstRoom = options.plan.firstRoom + options.plan.rooms;
    plan.room.transport = options.plan.room.transport;
    plan.room.peers = idleRoomSize;
    plan.rooms = options.idle / idleRoomSize;
    return plan;
}

double microseconds(std::int64_t nanoseconds)
{
    return double(nanoseconds) / 1e3;
}

using ThreadTimes = std::map<pid_t, std::int64_t>;

double busiestShare(const ThreadTimes &before, const ThreadTimes &after)
{
    std::int64_t sum = 0;
    std::int64_t most = 0;
    for (const auto &[thread, time] : after) {
        const auto known = before.find(thread);
        const std::int64_t taken = known == before.end() ? time : time - known->second;
        sum += taken;
        most = std::max(most, taken);
    }
    return sum > 0 ? double(most) / double(sum) : 0;
}

std::chrono::nanoseconds span(double seconds)
{
    return std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
}

} // namespace

QJsonObject toJson(const RunResult &result)
{
    return {
        {u"seconds"_s, result.seconds},
        {u"delivered"_s, double(result.delivered)},
        {u"perSecond"_s, result.perSecond()},
        {u"cpuUs"_s, result.cpuMicroseconds()},
        {u"corePercent"_s, result.corePercent()},
        {u"p50Us"_s, result.median},
        {u"p99Us"_s, result.p99},
        {u"p999Us"_s, result.p999},
        {u"maxUs"_s, result.most},
        {u"reconnects"_s, double(result.reconnects)},
        {u"reconnectP99Us"_s, result.reconnectP99},
        {u"residentBytes"_s, result.resident},
        {u"busiestThread"_s, result.busiestThread},
        {u"lost"_s, double(result.faults.lost)},
        {u"doubled"_s, double(result.faults.doubled)},
        {u"reordered"_s, double(result.faults.reordered)},
        {u"damaged"_s, double(result.faults.damaged)},
        {u"broken"_s, double(result.faults.broken)}};
}

QJsonObject planToJson(const TargetOptions &options)
{
    const CrowdPlan &plan = options.plan;
    constexpr std::array<QStringView, 4> transports {
        u"websocket", u"polling", u"upgrade", u"floor"};
    constexpr std::array<QStringView, 4> words {
        u"broadcast", u"notification", u"request", u"response"};
    return {
        {u"transport"_s, transports.at(std::size_t(plan.room.transport)).toString()},
        {u"kind"_s, words.at(std::size_t(plan.room.kind)).toString()},
        {u"tls"_s, options.url.rfind("https:", 0) == 0},
        {u"rooms"_s, double(plan.rooms)},
        {u"peers"_s, double(plan.room.peers)},
        {u"burst"_s, double(plan.burst)},
        {u"active"_s, double(plan.active)},
        {u"rate"_s, plan.rate},
        {u"cuts"_s, plan.cuts},
        {u"size"_s, double(plan.room.size)},
        {u"idle"_s, double(options.idle)}};
}

Target::Target(
    Reactor &reactor, std::string name, const TargetOptions &options, const Address &address)
    : m_reactor(reactor),
      m_name(std::move(name)),
      m_options(options),
      m_dialer(reactor, address),
      m_crowd(m_dialer, options.plan),
      m_idle(m_dialer, idlePlan(options))
{ }

std::string Target::assemble(Progress &progress)
{
    const std::string failed = assemble(m_crowd, "rooms", progress);
    return failed.empty() ? assemble(m_idle, "idle rooms", progress) : failed;
}

std::string Target::assemble(Crowd &crowd, const std::string &what, Progress &progress)
{
    crowd.assemble();
    const double rooms = double(std::max<std::size_t>(crowd.plan().rooms, 1));
    const auto isDone = [&] {
        return crowd.isAssembled() || !crowd.failure().empty();
    };
    const std::int64_t until = steadyNow() + std::chrono::nanoseconds(assemblyLimit).count();
    while (!m_reactor.runUntil(isDone, std::chrono::milliseconds(200)) && steadyNow() < until)
        progress.show(double(crowd.roomsReady()) / rooms, m_name + ' ' + what);
    if (!crowd.failure().empty())
        return m_name + ": " + crowd.failure();
    return crowd.isAssembled() ? std::string() : m_name + ": not all rooms opened in time";
}

RunResult Target::measure(double warmUp, double seconds)
{
    const auto never = [] {
        return false;
    };
    Tally &tally = m_crowd.tally();
    m_crowd.start();
    m_reactor.runUntil(never, span(warmUp));
    tally.delays.clear();
    tally.reconnectTimes.clear();
    const std::uint64_t deliveredBefore = tally.delivered;
    const std::uint64_t reconnectsBefore = tally.reconnects;
    const std::int64_t cpuBefore = cpuNanoseconds(m_options.pid);
    const auto threadsBefore = threadNanoseconds(m_options.pid);
    const std::int64_t began = steadyNow();
    m_reactor.runUntil(never, span(seconds));

    RunResult result;
    result.cpuSeconds = double(cpuNanoseconds(m_options.pid) - cpuBefore) / 1e9;
    result.seconds = double(steadyNow() - began) / 1e9;
    result.delivered = tally.delivered - deliveredBefore;
    result.resident = double(residentBytes(m_options.pid));
    result.busiestThread = busiestShare(threadsBefore, threadNanoseconds(m_options.pid));
    drain();
    result.median = microseconds(tally.delays.quantile(0.5));
    result.p99 = microseconds(tally.delays.quantile(0.99));
    result.p999 = microseconds(tally.delays.quantile(0.999));
    result.most = microseconds(tally.delays.most());
    result.reconnects = tally.reconnects - reconnectsBefore;
    result.reconnectP99 = microseconds(tally.reconnectTimes.quantile(0.99));
    result.faults = m_crowd.settle();
    result.faults += m_idle.settle();
    return result;
}

const std::string &Target::failure() const
{
    return m_crowd.failure().empty() ? m_idle.failure() : m_crowd.failure();
}

void Target::drain()
{
    m_crowd.stop();
    m_reactor.runUntil([this] { return m_crowd.isQuiet(); }, span(m_options.drain));
    // What comes twice comes a moment later.
    m_reactor.runUntil([] { return false; }, std::chrono::milliseconds(50));
}

void Target::leave()
{
    m_idle.leave();
    m_crowd.leave();
    m_reactor.runUntil([] { return false; }, std::chrono::milliseconds(300));
}

} // namespace ct::bench
