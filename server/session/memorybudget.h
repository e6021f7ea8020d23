// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <atomic>

namespace ct::server::session {

/// How many bytes all outboxes of the server may hold together, and how many of them hold any.
/// Thread: any.
class MemoryBudget
{
public:
    explicit MemoryBudget(qint64 limit) : m_limit(limit) { }

    void setLimit(qint64 limit) { m_limit.store(limit, std::memory_order_relaxed); }
    void add(qint64 bytes) { m_used.fetch_add(bytes, std::memory_order_relaxed); }
    void addHolders(int holders) { m_holders.fetch_add(holders, std::memory_order_relaxed); }
    qint64 used() const { return m_used.load(std::memory_order_relaxed); }
    int holders() const { return m_holders.load(std::memory_order_relaxed); }
    qint64 limit() const { return m_limit.load(std::memory_order_relaxed); }
    bool isExceeded() const { return used() > limit(); }

private:
    std::atomic<qint64> m_limit;
    std::atomic<qint64> m_used {0};
    std::atomic<int> m_holders {0};
};

/// One worker's account of the budget: it settles in large sums, so that workers don't fight over
/// one cache line with every message. Thread: its worker's.
class BudgetShare
{
public:
    explicit BudgetShare(MemoryBudget &budget) : m_budget(budget) { }
    ~BudgetShare() { m_budget.add(-m_settled); }
    BudgetShare(const BudgetShare &) = delete;
    BudgetShare &operator=(const BudgetShare &) = delete;

    void add(qint64 bytes)
    {
        m_held += bytes;
        if (qAbs(m_held - m_settled) >= settleAt)
            settle();
    }
    /// An outbox holds something now, or nothing any more.
    void addHolder() { m_budget.addHolders(1); }
    void removeHolder() { m_budget.addHolders(-1); }

    qint64 held() const { return m_held; }
    bool isExceeded() const { return used() > m_budget.limit(); }
    /// More than half is used: time to ask who has received what.
    bool isPressed() const { return used() > m_budget.limit() / 2; }
    /// What each outbox that holds anything may hold: when the budget is exceeded, at least one
    /// holds more.
    qint64 fairPart() const { return m_budget.limit() / qMax(1, m_budget.holders()); }
    bool isOverFairPart(qint64 bytes) const
    {
        return bytes * qMax(1, m_budget.holders()) > m_budget.limit();
    }

private:
    static constexpr qint64 settleAt = 64LL * 1024;

    qint64 used() const { return m_budget.used() + m_held - m_settled; }
    void settle()
    {
        m_budget.add(m_held - m_settled);
        m_settled = m_held;
    }

    MemoryBudget &m_budget;
    qint64 m_held = 0;
    qint64 m_settled = 0;
};

} // namespace ct::server::session
