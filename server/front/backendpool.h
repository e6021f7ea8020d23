// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/applicationdoor.h"
#include "server/http/message.h"
#include "server/net/subnet.h"
#include "shared/base/result.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace ct::server::front {

/// One normalised request to the application.
struct BackendRequest {
    QByteArray method;
    /// Path and query.
    QByteArray target;
    QList<http::Field> fields;
    QByteArray body;
};

struct BackendLimits {
    /// Requests under way at once, in all and per client address.
    int requests = 0;
    int requestsPerAddress = 0;
};

class BackendConnection;

/// A worker's connections to the application's HTTP server: socket pairs made here, one request at
/// a time on each, kept until the answer is there even when its client has gone meanwhile. Thread:
/// the worker's.
class BackendPool final : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(Result<http::Response>)>;

    BackendPool(ApplicationDoor &door, BackendLimits limits);
    ~BackendPool() override;

    /// Fails at once with TooMany or Unavailable when a limit is reached.
    void send(const net::AddressKey &client, const BackendRequest &request, Answered answered);

    int underWay() const { return m_underWay; }

private:
    Result<BackendConnection *> idleConnection();
    void finished(BackendConnection *connection, const net::AddressKey &client);

    ApplicationDoor &m_door;
    const BackendLimits m_limits;
    std::vector<std::unique_ptr<BackendConnection>> m_all;
    std::vector<BackendConnection *> m_idle;
    QHash<net::AddressKey, int> m_perAddress;
    int m_underWay = 0;
};

} // namespace ct::server::front
