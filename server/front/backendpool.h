// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/applicationdoor.h"
#include "server/front/requestquota.h"
#include "server/http/message.h"
#include "server/net/subnet.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

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

class BackendConnection;

/// A worker's connections to the application's HTTP server: socket pairs made here, one request at
/// a time on each, kept until the answer is there even when its client has gone meanwhile, or until
/// it is later than any answer can be. Thread: the worker's.
class BackendPool final : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(Result<http::Response>)>;

    /// What is referred to outlives the pool. `longPoll`: how long the application holds a request
    /// at the most.
    BackendPool(
        ApplicationDoor &door,
        RequestQuota &quota,
        const Clock &clock,
        std::chrono::seconds longPoll);
    ~BackendPool() override;

    /// For requests from now on.
    void setLongPoll(std::chrono::seconds longPoll);
    /// Fails at once with TooMany or Unavailable when a limit is reached. Its answer may take that
    /// much longer than others.
    void send(
        const net::AddressKey &client,
        const BackendRequest &request,
        Answered answered,
        std::chrono::seconds longer = {});

    /// Gives up what has waited for longer than any answer takes. To be called now and then.
    void tick();

    std::size_t pairs() const { return m_all.size(); }
    /// Closes the pairs that nobody needed since the last call, but for a few.
    void closeUnused();

private:
    Result<BackendConnection *> idleConnection();
    void finished(BackendConnection *connection, const net::AddressKey &client);

    ApplicationDoor &m_door;
    RequestQuota &m_quota;
    const Clock &m_clock;
    std::chrono::seconds m_longestAnswer;
    std::vector<std::unique_ptr<BackendConnection>> m_all;
    std::vector<BackendConnection *> m_idle;
    /// The fewest idle ones since the last closeUnused(): so many were not needed.
    std::size_t m_unused = 0;
};

} // namespace ct::server::front
