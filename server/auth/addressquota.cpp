// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/addressquota.h"

namespace ct::server::auth {

AddressQuota::Rank AddressQuota::rankOf(const Queue &queue)
{
    return {static_cast<qsizetype>(queue.size()), -static_cast<qint64>(queue.begin()->first)};
}

qsizetype AddressQuota::held(const QByteArray &address) const
{
    const auto queue = m_queues.constFind(address);
    return queue == m_queues.cend() ? 0 : static_cast<qsizetype>(queue->size());
}

void AddressQuota::add(const QByteArray &id, const QByteArray &address)
{
    if (m_held.contains(id))
        return;
    const quint64 arrival = ++m_arrivals;
    m_held.insert(id, {address, arrival});
    Queue &queue = m_queues[address];
    if (!queue.empty())
        m_addressByRank.erase(rankOf(queue));
    queue.emplace(arrival, id);
    m_addressByRank.emplace(rankOf(queue), address);
}

void AddressQuota::remove(const QByteArray &id)
{
    const auto held = m_held.constFind(id);
    if (held == m_held.cend())
        return;
    const auto queue = m_queues.find(held->address);
    m_addressByRank.erase(rankOf(*queue));
    queue->erase(held->arrival);
    if (queue->empty())
        m_queues.erase(queue);
    else
        m_addressByRank.emplace(rankOf(*queue), held->address);
    m_held.erase(held);
}

QByteArray AddressQuota::oldestOf(const QByteArray &address) const
{
    const auto queue = m_queues.constFind(address);
    return queue == m_queues.cend() ? QByteArray() : queue->begin()->second;
}

QByteArray AddressQuota::oldestOfBusiest() const
{
    return m_addressByRank.empty() ? QByteArray() : oldestOf(m_addressByRank.rbegin()->second);
}

} // namespace ct::server::auth
