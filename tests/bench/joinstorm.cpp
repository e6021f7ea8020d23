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

/// Sessions of one login.
constexpr std::size_t perLogin = 10;

/// Opens sessions at a steady rate, whatever the server makes of it.
class JoinStorm : public RoomUser
{
public:
    JoinStorm(Reactor &reactor, const Options &options, const Address &address);

    bool run();
    const std::string &failure() const { return m_failure; }
    Tally &tally() { return m_tally; }
    std::size_t wanted() const { return m_wanted; }
    std::size_t ready() const { return m_ready; }
    double cpuSeconds() const { return m_cpuSeconds; }

private:
    void roomReady(Room &room) override;
    void roomQuiet(Room &) override { }
    void roomFailed(const std::string &why) override;

    void logInNext();
    void openNext(std::int64_t due);

    Reactor &m_reactor;
    const Options &m_options;
    Dialer m_dialer;
    Tally m_tally;
    std::size_t m_wanted;
    std::shared_ptr<Entrance> m_entrance;
    std::vector<std::string> m_tokens;
    std::vector<std::unique_ptr<Room>> m_rooms;
    std::size_t m_ready = 0;
    double m_cpuSeconds = 0;
    std::string m_failure;
};

JoinStorm::JoinStorm(Reactor &reactor, const Options &options, const Address &address)
    : m_reactor(reactor),
      m_options(options),
      m_dialer(reactor, address),
      m_wanted(static_cast<std::size_t>(options.joins * options.seconds))
{ }

bool JoinStorm::run()
{
    const auto isOver = [this] {
        return !m_failure.empty();
    };
    logInNext();
    const auto hasTokens = [&] {
        return m_tokens.size() * perLogin >= m_wanted || isOver();
    };
    if (!m_reactor.runUntil(hasTokens, std::chrono::seconds(60)) || isOver())
        return false;
    const std::int64_t cpuBefore = cpuNanoseconds(m_options.server.pid);
    openNext(steadyNow());
    const auto limit = std::chrono::seconds(static_cast<int>(m_options.seconds) + 20);
    m_reactor.runUntil([&] { return m_ready == m_wanted || isOver(); }, limit);
    m_cpuSeconds = double(cpuNanoseconds(m_options.server.pid) - cpuBefore) / 1e9;
    return m_ready == m_wanted;
}

void JoinStorm::logInNext()
{
    if (m_tokens.size() * perLogin >= m_wanted)
        return;
    m_reactor.post([old = std::move(m_entrance)] {});
    m_entrance = std::make_shared<Entrance>(
        m_dialer,
        clientAddress(
            m_dialer.address(), m_options.server.plan.firstRoom + 200'000 + m_tokens.size()),
        [this](const std::string &why) { roomFailed(why); });
    m_entrance->logIn(
        "bench " + std::to_string(m_tokens.size()),
        [this](const std::string &token, const std::string &) {
            m_tokens.push_back(token);
            logInNext();
        });
}

void JoinStorm::openNext(std::int64_t due)
{
    if (m_rooms.size() == m_wanted)
        return;
    RoomPlan plan = m_options.server.plan.room;
    plan.peers = 2;
    const std::size_t number = m_rooms.size();
    m_rooms.push_back(std::make_unique<Room>(
        m_dialer, plan, m_options.server.plan.firstRoom + number, *this, m_tally));
    m_rooms.back()->assemble(m_tokens[number / perLogin]);
    const std::int64_t next = due + static_cast<std::int64_t>(1e9 / m_options.joins);
    m_reactor.after(std::chrono::nanoseconds(next - steadyNow()), [this, next] { openNext(next); });
}

void JoinStorm::roomReady(Room &room)
{
    ++m_ready;
    room.leave();
}

void JoinStorm::roomFailed(const std::string &why)
{
    if (m_failure.empty())
        m_failure = why;
}

double milliseconds(const Histogram &times, double share)
{
    return double(times.quantile(share)) / 1e6;
}

} // namespace

int stormOfJoins(const Options &options)
{
    const auto address = parseUrl(options.server.url);
    if (!address) {
        std::cerr << "codetogether-bench: --server is no URL of a server\n";
        return exitcode::notRun;
    }
    Reactor reactor;
    JoinStorm storm(reactor, options, *address);
    const bool isGood = storm.run();
    const Histogram &times = storm.tally().joinTimes;
    if (!isGood)
        std::cerr << "codetogether-bench: " << storm.ready() << " of " << storm.wanted()
                  << " sessions opened; " << storm.failure() << '\n';
    const double cpu = storm.ready() > 0 ? storm.cpuSeconds() * 1e6 / double(storm.ready()) : 0;
    std::printf(
        "sessions %zu at %.0f/s: p50 %.2f ms, p99 %.2f ms, max %.2f ms, CPU %.0f us each\n",
        storm.ready(),
        options.joins,
        milliseconds(times, 0.5),
        milliseconds(times, 0.99),
        double(times.most()) / 1e6,
        cpu);
    const bool isWritten = writeJson(
        options.json,
        {{u"command"_s, u"joins"_s},
         {u"name"_s, QString::fromStdString(options.name)},
         {u"plan"_s, planToJson(options.server)},
         {u"joins"_s, options.joins},
         {u"opened"_s, double(storm.ready())},
         {u"wanted"_s, double(storm.wanted())},
         {u"p50Ms"_s, milliseconds(times, 0.5)},
         {u"p99Ms"_s, milliseconds(times, 0.99)},
         {u"maxMs"_s, double(times.most()) / 1e6},
         {u"cpuUs"_s, cpu},
         {u"faults"_s, isGood ? u"none"_s : QString::fromStdString(storm.failure())}});
    if (!isWritten)
        return exitcode::notRun;
    return isGood ? exitcode::good : exitcode::faulty;
}

} // namespace ct::bench
