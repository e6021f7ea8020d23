// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/connection.h"

#include <memory>
#include <vector>

namespace ct::console::api {

/// Owns the connections to all servers that somebody looks after, in the order in which they are
/// shown. Thread: main.
class ConnectionList : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive the list; without `unusedTime` somebody always is there.
    explicit ConnectionList(
        const Clock &clock,
        DelayMaker makeDelay = [] { return std::make_unique<TimerDelay>(); },
        NetworkMaker makeNetwork = [] { return std::make_unique<QNetworkAccessManager>(); },
        UnusedTime unusedTime = {});
    ~ConnectionList() override;

    /// It is Offline; the profile gets an id if it has none.
    Connection &add(ServerProfile profile);
    /// Closes it. The Connection is gone when removed() has been emitted.
    void remove(Connection &connection);
    int size() const { return static_cast<int>(m_connections.size()); }
    Connection &at(int index) const { return *m_connections.at(static_cast<std::size_t>(index)); }
    /// Nothing when there is none of that address.
    Connection *find(const QUrl &server) const;
    /// The computer has slept.
    void wake();

Q_SIGNALS:
    void added(ct::console::api::Connection &connection);
    void aboutToRemove(ct::console::api::Connection &connection);
    void removed();
    /// Of any of them.
    void profileChanged(ct::console::api::Connection &connection);

private:
    const Clock &m_clock;
    DelayMaker m_makeDelay;
    NetworkMaker m_makeNetwork;
    UnusedTime m_unusedTime;
    std::vector<std::unique_ptr<Connection>> m_connections;
};

} // namespace ct::console::api
