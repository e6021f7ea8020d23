// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/connectionledger.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::net {

namespace {

/// Evicted connections whose owners are slow still have descriptors: more than this many beyond
/// the cap are not let in, fewer where the cap is low. Less than raiseDescriptorLimit() keeps free.
constexpr int mostLeaving = 128;

int leavingFor(int connections)
{
    return std::clamp(connections / 2, 1, mostLeaving);
}

bool isUnauthenticated(ConnectionState state)
{
    return state != ConnectionState::Authenticated;
}

} // namespace

std::size_t ConnectionLedger::GroupKeyHash::operator()(const GroupKey &key) const noexcept
{
    return address(key.address) ^ static_cast<std::size_t>(key.caps);
}

bool ConnectionLedger::Rank::operator<(const Rank &other) const
{
    // A proxy's idle connections are its own pool, not somebody hoarding: they go last.
    return std::tuple(caps, other.idle, oldest) < std::tuple(other.caps, idle, other.oldest);
}

ConnectionLedger::Caps ConnectionLedger::capsOf(const NetConfig &config)
{
    return {
        config.connections,
        config.connectionsPerAddress,
        config.unauthenticated,
        config.unauthenticatedPerAddress};
}

ConnectionLedger::ConnectionLedger(const NetConfig &config) : m_caps(capsOf(config))
{ }

void ConnectionLedger::setLimits(const NetConfig &config)
{
    const std::lock_guard lock(m_mutex);
    m_caps = capsOf(config);
}

ConnectionLedger::Group &ConnectionLedger::groupOf(const GroupKey &key)
{
    const auto [place, isNew] = m_groups.try_emplace(key);
    if (isNew)
        place->second.key = key;
    return place->second;
}

ConnectionLedger::Connection *ConnectionLedger::find(ConnectionId id)
{
    const auto place = m_connections.find(static_cast<quint64>(id));
    return place == m_connections.end() ? nullptr : &place->second;
}

bool ConnectionLedger::isFull(const GroupKey &key, bool isUnauthenticated) const
{
    const auto group = m_groups.find(key);
    if (key.caps == AddressCaps::TotalOnly || group == m_groups.end())
        return false;
    return group->second.connections >= m_caps.connectionsPerAddress
        || (isUnauthenticated && group->second.unauthenticated >= m_caps.unauthenticatedPerAddress);
}

bool ConnectionLedger::isFull() const
{
    return m_counts.connections >= m_caps.connections
        || m_counts.unauthenticated >= m_caps.unauthenticated;
}

std::optional<ConnectionId> ConnectionLedger::oldestOf(const GroupKey &key) const
{
    const auto group = m_groups.find(key);
    if (group == m_groups.end() || group->second.idle.empty())
        return std::nullopt;
    return group->second.idle.front().id;
}

std::optional<ConnectionId> ConnectionLedger::oldestOfBusiest() const
{
    if (m_ranks.empty())
        return std::nullopt;
    return m_ranks.begin()->group->idle.front().id;
}

void ConnectionLedger::rankAnew(Group &group)
{
    Ranks::node_type node;
    if (group.rank)
        node = m_ranks.extract(*std::exchange(group.rank, std::nullopt));
    if (group.idle.empty())
        return;
    const Rank rank {group.key.caps, group.idle.size(), group.idle.front().since, &group};
    if (node.empty()) {
        group.rank = m_ranks.insert(rank).first;
    } else {
        node.value() = rank;
        group.rank = m_ranks.insert(std::move(node)).position;
    }
}

void ConnectionLedger::enter(ConnectionId id, Connection &connection, Group &group)
{
    connection.group = &group;
    ++group.connections;
    ++m_counts.connections;
    if (isUnauthenticated(connection.state)) {
        ++group.unauthenticated;
        ++m_counts.unauthenticated;
    }
    if (connection.state != ConnectionState::Idle)
        return;
    connection.idler = group.idle.insert(group.idle.end(), {id, ++m_lastIdle});
    ++m_counts.idle;
    rankAnew(group);
}

void ConnectionLedger::leave(Connection &connection)
{
    Group &group = *std::exchange(connection.group, nullptr);
    --group.connections;
    --m_counts.connections;
    if (isUnauthenticated(connection.state)) {
        --group.unauthenticated;
        --m_counts.unauthenticated;
    }
    if (connection.state == ConnectionState::Idle) {
        group.idle.erase(connection.idler);
        --m_counts.idle;
        rankAnew(group);
    }
    if (group.connections == 0)
        m_groups.erase(GroupKey(group.key));
}

void ConnectionLedger::evict(ConnectionId id)
{
    Connection &connection = *find(id);
    leave(connection);
    connection.isLeaving = true;
    ++m_counts.leaving;
    ++m_counts.evicted;
}

Error ConnectionLedger::refuse(const QString &why)
{
    ++m_counts.refused;
    return {ErrorCode::TooMany, why};
}

Result<ConnectionLedger::Admission> ConnectionLedger::admit(
    const AddressKey &address, AddressCaps caps)
{
    const std::lock_guard lock(m_mutex);
    const GroupKey key {address, caps};
    if (m_counts.connections + m_counts.leaving
        >= m_caps.connections + leavingFor(m_caps.connections))
        return refuse(u"evicted connections are not closed yet"_s);
    const bool isOwnFault = isFull(key, true);
    std::optional<ConnectionId> leaver;
    if (isOwnFault || isFull()) {
        leaver = isOwnFault ? oldestOf(key) : oldestOfBusiest();
        if (!leaver)
            return refuse(
                isOwnFault ? u"too many connections from this address"_s
                           : u"too many connections"_s);
    }
    Admission admission;
    if (leaver) {
        evict(*leaver);
        admission.toEvict.push_back(*leaver);
    }
    admission.id = ConnectionId {++m_lastId};
    enter(admission.id, m_connections[m_lastId], groupOf(key));
    ++m_counts.admitted;
    return admission;
}

Result<std::vector<ConnectionId>> ConnectionLedger::setClient(
    ConnectionId id, const AddressKey &client, AddressCaps caps)
{
    const std::lock_guard lock(m_mutex);
    const GroupKey key {client, caps};
    std::vector<ConnectionId> toEvict;
    Connection *connection = find(id);
    if (!connection || connection->isLeaving || connection->group->key == key)
        return toEvict;
    if (isFull(key, isUnauthenticated(connection->state))) {
        const std::optional<ConnectionId> leaver = oldestOf(key);
        if (!leaver)
            return refuse(u"too many connections from this address"_s);
        evict(*leaver);
        toEvict.push_back(*leaver);
    }
    leave(*connection);
    enter(id, *connection, groupOf(key));
    return toEvict;
}

bool ConnectionLedger::setState(ConnectionId id, ConnectionState state)
{
    const std::lock_guard lock(m_mutex);
    Connection *connection = find(id);
    if (!connection || connection->isLeaving)
        return false;
    if (connection->state == state)
        return true;
    const GroupKey key = connection->group->key;
    leave(*connection);
    connection->state = state;
    enter(id, *connection, groupOf(key));
    return true;
}

void ConnectionLedger::release(ConnectionId id)
{
    const std::lock_guard lock(m_mutex);
    Connection *connection = find(id);
    if (!connection)
        return;
    if (connection->isLeaving)
        --m_counts.leaving;
    else
        leave(*connection);
    m_connections.erase(static_cast<quint64>(id));
}

ConnectionLedger::Counts ConnectionLedger::counts() const
{
    const std::lock_guard lock(m_mutex);
    Counts counts = m_counts;
    counts.addresses = static_cast<int>(m_groups.size());
    return counts;
}

} // namespace ct::server::net
