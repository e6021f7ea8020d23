// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <deque>
#include <vector>

namespace ct::server::front {

class ReadQueue;

/// Something that works on a client's input, however much of it there is, in shares of the loop's
/// time. Thread: the worker's.
class Reader
{
public:
    explicit Reader(ReadQueue &queue) : m_readQueue(queue) { }
    virtual ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

protected:
    ReadQueue &readQueue() const { return m_readQueue; }
    /// Asks for a share in one of the next turns.
    void readLater();
    /// Asks for one once ReadQueue::retryHeld() is called.
    void holdBack();
    /// Has asked for a share and not got it yet.
    bool isWaiting() const { return m_place != Place::None; }
    /// Works until its ReadQueue::Share is used up or there is nothing left.
    virtual void takeShare() = 0;

private:
    friend class ReadQueue;
    enum class Place { None, Waiting, Held };

    ReadQueue &m_readQueue;
    Place m_place = Place::None;
};

/// Parts a worker's time among its Readers, so that a client that always has more to say cannot
/// keep the others waiting. Whose input arrives reads at once, but for no longer than a share;
/// what is left then waits, in order, for the little time that each turn has for leftovers.
/// Thread: the worker's.
class ReadQueue
{
public:
    explicit ReadQueue(const Clock &clock) : m_clock(clock) { }

    /// What one Reader may use of a turn; begins with its making.
    class Share
    {
    public:
        explicit Share(ReadQueue &queue);
        ~Share() { m_queue.m_spent += m_now - m_began; }
        Share(const Share &) = delete;
        Share &operator=(const Share &) = delete;

        /// Not so when others have used up the turn.
        bool isGranted() const { return m_queue.m_spent < longestTurn; }
        /// Looks at the clock, so not to be called for every trifle.
        bool isUsedUp();
        /// As of the last look at the clock.
        Instant now() const { return m_now; }

    private:
        ReadQueue &m_queue;
        const Instant m_began;
        Instant m_now;
    };

    /// Once a turn: gives shares to those who wait.
    void run();
    /// Nobody waits for a share; whoever is held back doesn't count.
    bool isEmpty() const { return m_waiting.empty(); }
    /// Puts those who are held back in line again.
    void retryHeld();

private:
    friend class Reader;

    static constexpr std::chrono::milliseconds longestShare {2};
    static constexpr std::chrono::milliseconds longestRun {4};
    static constexpr std::chrono::milliseconds longestTurn {8};

    void remove(Reader *reader);

    const Clock &m_clock;
    std::deque<Reader *> m_waiting;
    std::vector<Reader *> m_held;
    /// By all shares of this turn.
    std::chrono::nanoseconds m_spent {0};
};

} // namespace ct::server::front
