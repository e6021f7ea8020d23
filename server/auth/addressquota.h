// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <map>
#include <utility>

namespace ct::server::auth {

/// How many things each client address holds, under a limit in all and one per address. At the
/// limit in all the oldest thing of the busiest address is the one to go, so that a newcomer is
/// never refused because of strangers. Each call is O(log n). Thread: that of its owner.
class AddressQuota
{
public:
    AddressQuota(int limit, int limitPerAddress)
        : m_limit(limit),
          m_limitPerAddress(limitPerAddress)
    { }

    /// What is held already stays.
    void setLimits(int limit, int limitPerAddress)
    {
        m_limit = limit;
        m_limitPerAddress = limitPerAddress;
    }

    bool isFull() const { return m_held.size() >= m_limit; }
    bool isFull(const QByteArray &address) const { return held(address) >= m_limitPerAddress; }
    qsizetype size() const { return m_held.size(); }
    qsizetype held(const QByteArray &address) const;
    /// Nothing happens for an id that is held already.
    void add(const QByteArray &id, const QByteArray &address);
    /// Nothing happens for an unknown id.
    void remove(const QByteArray &id);
    /// Null when the address holds nothing.
    QByteArray oldestOf(const QByteArray &address) const;
    /// Of the addresses that hold most, the one whose first thing is the oldest. Null when empty.
    QByteArray oldestOfBusiest() const;

private:
    struct Holding {
        QByteArray address;
        quint64 arrival = 0;
    };
    /// Ids by their arrival.
    using Queue = std::map<quint64, QByteArray>;
    /// How many, and the negated arrival of the first: the greatest is the one to make room.
    using Rank = std::pair<qsizetype, qint64>;

    static Rank rankOf(const Queue &queue);

    qsizetype m_limit;
    qsizetype m_limitPerAddress;
    quint64 m_arrivals = 0;
    QHash<QByteArray, Holding> m_held;
    QHash<QByteArray, Queue> m_queues;
    /// Arrivals differ, so ranks do.
    std::map<Rank, QByteArray> m_addressByRank;
};

} // namespace ct::server::auth
