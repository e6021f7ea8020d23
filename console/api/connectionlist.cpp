// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/connectionlist.h"

#include <QUuid>

#include <algorithm>

namespace ct::console::api {

ConnectionList::ConnectionList(
    const Clock &clock, DelayMaker makeDelay, NetworkMaker makeNetwork, UnusedTime unusedTime)
    : m_clock(clock),
      m_makeDelay(std::move(makeDelay)),
      m_makeNetwork(std::move(makeNetwork)),
      m_unusedTime(std::move(unusedTime))
{ }

ConnectionList::~ConnectionList() = default;

Connection &ConnectionList::add(ServerProfile profile)
{
    if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Connection::Surroundings surroundings {m_clock, m_makeDelay, m_makeNetwork, m_unusedTime};
    m_connections.push_back(std::make_unique<Connection>(std::move(profile), surroundings));
    Connection &connection = *m_connections.back();
    connect(&connection, &Connection::profileChanged, this, [this, &connection] {
        Q_EMIT profileChanged(connection);
    });
    Q_EMIT added(connection);
    return connection;
}

void ConnectionList::remove(Connection &connection)
{
    const auto found
        = std::find_if(m_connections.begin(), m_connections.end(), [&connection](const auto &one) {
              return one.get() == &connection;
          });
    Q_ASSERT(found != m_connections.end());
    Q_EMIT aboutToRemove(connection);
    connection.close();
    m_connections.erase(found);
    Q_EMIT removed();
}

Connection *ConnectionList::find(const QUrl &server) const
{
    for (const auto &connection : m_connections) {
        if (connection->profile().url == server)
            return connection.get();
    }
    return nullptr;
}

void ConnectionList::wake()
{
    for (const auto &connection : m_connections)
        connection->wake();
}

} // namespace ct::console::api
