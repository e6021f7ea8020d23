// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/reactor.h"

#include <algorithm>
#include <array>
#include <sys/epoll.h>
#include <unistd.h>

namespace ct::bench {

std::int64_t steadyNow()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

Reactor::Reactor() : m_epoll(epoll_create1(EPOLL_CLOEXEC))
{ }

Reactor::~Reactor()
{
    m_retired.clear();
    close(m_epoll);
}

void Reactor::watch(int descriptor, Pollable &who, std::uint32_t events)
{
    epoll_event event {};
    event.events = events;
    event.data.ptr = &who;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void Reactor::change(int descriptor, Pollable &who, std::uint32_t events)
{
    epoll_event event {};
    event.events = events;
    event.data.ptr = &who;
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void Reactor::forget(int descriptor)
{
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

void Reactor::retire(std::unique_ptr<Pollable> who)
{
    if (who)
        m_retired.push_back(std::move(who));
}

Reactor::TimerId Reactor::after(std::chrono::nanoseconds delay, std::function<void()> work)
{
    const TimerId timer {steadyNow() + delay.count(), ++m_lastTimer};
    m_timers.emplace(timer, std::move(work));
    return timer;
}

bool Reactor::runUntil(const std::function<bool()> &isDone, std::chrono::nanoseconds limit)
{
    const std::int64_t until = steadyNow() + limit.count();
    while (!isDone()) {
        if (steadyNow() >= until)
            return false;
        turn(until);
    }
    return true;
}

void Reactor::turn(std::int64_t until)
{
    std::array<epoll_event, 512> events {};
    const int count = epoll_wait(m_epoll, events.data(), int(events.size()), waitFor(until));
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events.at(static_cast<std::size_t>(i));
        static_cast<Pollable *>(event.data.ptr)->ready(event.events);
    }
    runTimers();
    runPosted();
    flushAll();
    m_retired.clear();
}

// Timers are late by less than a millisecond rather than early, except that a turn never sleeps
// away what is left of the last one.
int Reactor::waitFor(std::int64_t until) const
{
    if (!m_posted.empty() || !m_toFlush.empty())
        return 0;
    const std::int64_t first
        = m_timers.empty() ? until : std::min(until, m_timers.begin()->first.first);
    const std::int64_t left = first - steadyNow();
    return left <= 0 ? 0 : static_cast<int>(std::min<std::int64_t>(left / 1'000'000 + 1, 1'000));
}

void Reactor::runTimers()
{
    const std::int64_t now = steadyNow();
    while (!m_timers.empty() && m_timers.begin()->first.first <= now) {
        const auto node = m_timers.extract(m_timers.begin());
        node.mapped()();
    }
}

void Reactor::runPosted()
{
    std::vector<std::function<void()>> work;
    work.swap(m_posted);
    for (const auto &item : work)
        item();
}

void Reactor::flushAll()
{
    // Until none is left, since what is retired below must not be in the list any more.
    while (!m_toFlush.empty()) {
        std::vector<Pollable *> waiting;
        waiting.swap(m_toFlush);
        for (Pollable *who : waiting)
            who->flush();
    }
}

} // namespace ct::bench
