// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/operationtable.h"
#include "server/licence/licencejudge.h"
#include "server/metrics/serverfigures.h"
#include "server/net/tls.h"
#include "server/store/store.h"
#include "shared/protocol/admin/status.h"
#include "shared/protocol/health.h"

namespace ct::server::admin {

/// What these operations are given; all of it outlives them.
struct StatusServices {
    const Clock &clock;
    store::Store &store;
    std::function<protocol::HealthStatus()> health;
    /// What keeps the logs from being written.
    std::function<std::optional<Error>()> logFault;
    std::function<net::TlsContext::Facts()> certificate;
    std::function<const licence::LicenceStatus &()> licence;
    std::function<void(const std::function<void(const metrics::ServerFigures &)> &)> gather;
    /// A part for each receiver of the audit.
    std::function<QList<protocol::admin::HealthPart>()> auditFeed;
    /// How many sessions there may be.
    std::function<qint64()> mostSessions;
};

/// How the server is: version, health, the six figures and how they and the seats were. Thread:
/// main.
class StatusOperations final : public QObject
{
    Q_OBJECT

public:
    StatusOperations(OperationTable &table, StatusServices services);

    protocol::admin::HealthDetail health() const;
    void overview(const std::function<void(const protocol::admin::Overview &)> &done) const;

private:
    /// A month at the most, unless the call says less; nothing when `done` was told.
    std::optional<WallTime> sinceOf(const Call &call, const Done &done) const;
    void tellHistory(const Call &call, const Done &done);
    void tellSeats(const Call &call, const Done &done);

    const StatusServices m_services;
    const Instant m_started;
};

} // namespace ct::server::admin
