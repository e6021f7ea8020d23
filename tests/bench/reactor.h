// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ct::bench {

/// Nanoseconds of the monotonic clock.
std::int64_t steadyNow();

/// Something with a descriptor.
class Pollable
{
public:
    Pollable() = default;
    virtual ~Pollable() = default;
    Pollable(const Pollable &) = delete;
    Pollable &operator=(const Pollable &) = delete;

    virtual void ready(std::uint32_t events) = 0;
    /// Called at the end of the turn in which Reactor::flushLater() was asked for it.
    virtual void flush() { }
};

/// The loop: epoll, timers, and work to do at the end of a turn. Everything it runs may destroy
/// anything, by retire(). Thread: one.
class Reactor
{
public:
    Reactor();
    ~Reactor();
    Reactor(const Reactor &) = delete;
    Reactor &operator=(const Reactor &) = delete;

    void watch(int descriptor, Pollable &who, std::uint32_t events);
    void change(int descriptor, Pollable &who, std::uint32_t events);
    void forget(int descriptor);
    void flushLater(Pollable &who) { m_toFlush.push_back(&who); }
    /// Destroys it at the end of the turn; nothing else can still call it then.
    void retire(std::unique_ptr<Pollable> who);

    using TimerId = std::pair<std::int64_t, std::uint64_t>;
    TimerId after(std::chrono::nanoseconds delay, std::function<void()> work);
    void cancel(const TimerId &timer) { m_timers.erase(timer); }

    /// Keeps `work` for the end of the turn.
    void post(std::function<void()> work) { m_posted.push_back(std::move(work)); }

    /// Runs until `isDone` or for `limit`; gives whether it is done.
    bool runUntil(const std::function<bool()> &isDone, std::chrono::nanoseconds limit);

private:
    void turn(std::int64_t until);
    int waitFor(std::int64_t until) const;
    void runTimers();
    void runPosted();
    void flushAll();

    int m_epoll;
    std::map<TimerId, std::function<void()>> m_timers;
    std::uint64_t m_lastTimer = 0;
    std::vector<std::function<void()>> m_posted;
    std::vector<Pollable *> m_toFlush;
    std::vector<std::unique_ptr<Pollable>> m_retired;
};

} // namespace ct::bench
