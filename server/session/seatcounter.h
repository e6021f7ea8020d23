// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <algorithm>
#include <atomic>
#include <utility>

namespace ct::server::session {

/// How many hosts and guests there are over all sessions, and how many there may be. One number for
/// all workers, changed when somebody comes or goes, never with a message. A lower limit ends
/// nobody's seat; there is just none for newcomers. Thread: any.
class SeatCounter
{
public:
    /// 0: no limit.
    void setLimit(int limit) { m_limit.store(limit, std::memory_order_relaxed); }
    int limit() const { return m_limit.load(std::memory_order_relaxed); }
    int used() const { return m_used.load(std::memory_order_relaxed); }
    /// For a polite refusal before anything is begun; take() decides.
    bool isFull() const { return limit() > 0 && used() >= limit(); }

    bool take()
    {
        int used = m_used.load(std::memory_order_relaxed);
        do {
            if (limit() > 0 && used >= limit())
                return false;
        } while (!m_used.compare_exchange_weak(used, used + 1, std::memory_order_relaxed));
        raiseMost(used + 1);
        return true;
    }
    void giveBack() { m_used.fetch_sub(1, std::memory_order_relaxed); }

    /// The most that were used at once since the last call.
    int takeMost() { return std::max(m_most.exchange(used(), std::memory_order_relaxed), used()); }

    /// What somebody is told for whom there is no seat.
    QString refusal() const
    {
        return QStringLiteral(
                   "All %1 connections that this server may have at once are in use. Try "
                   "again when somebody has left.")
            .arg(limit());
    }

private:
    void raiseMost(int used)
    {
        int most = m_most.load(std::memory_order_relaxed);
        while (most < used
               && !m_most.compare_exchange_weak(most, used, std::memory_order_relaxed)) { }
    }

    std::atomic<int> m_limit = 0;
    std::atomic<int> m_used = 0;
    std::atomic<int> m_most = 0;
};

/// One seat taken from a counter, given back when this goes. The counter outlives it.
class HeldSeat
{
public:
    HeldSeat() = default;
    explicit HeldSeat(SeatCounter &counter) : m_counter(counter.take() ? &counter : nullptr) { }
    ~HeldSeat() { release(); }
    HeldSeat(HeldSeat &&other) noexcept : m_counter(std::exchange(other.m_counter, nullptr)) { }
    HeldSeat &operator=(HeldSeat &&other) noexcept
    {
        std::swap(m_counter, other.m_counter);
        return *this;
    }
    HeldSeat(const HeldSeat &) = delete;
    HeldSeat &operator=(const HeldSeat &) = delete;

    explicit operator bool() const { return m_counter != nullptr; }
    void release()
    {
        if (SeatCounter *counter = std::exchange(m_counter, nullptr))
            counter->giveBack();
    }

private:
    SeatCounter *m_counter = nullptr;
};

} // namespace ct::server::session
