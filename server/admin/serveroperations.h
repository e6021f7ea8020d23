// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/ledger.h"
#include "server/admin/operationtable.h"
#include "server/metrics/serverfigures.h"
#include "shared/base/random.h"
#include "shared/protocol/control.h"

namespace ct::server::admin {

/// What these operations are given; all of it outlives them.
struct ServerServices {
    Ledger &ledger;
    const Clock &clock;
    RandomSource &random;
    std::function<void(const std::function<void(const metrics::ServerFigures &)> &)> gather;
    std::function<protocol::HealthStatus()> health;
    /// What does not work though the server runs; may be empty.
    std::function<QString()> degraded;
    std::function<protocol::LicenceSummary()> licence;
    std::function<quint16()> privatePort;
    QString logFile;
    std::function<std::chrono::seconds()> patience;
    std::function<void()> drain;
    std::function<void()> stop;
};

/// What whoever runs the server asks of it: how it is in short, what runs, and that it end. Thread:
/// main.
class ServerOperations
{
public:
    ServerOperations(OperationTable &table, ServerServices services);

private:
    void tell(const Done &done) const;
    Answer processes() const;
    void drain(const Call &call, const Done &done) const;
    void stop(const Call &call, const Done &done) const;
    void tellSessions(std::chrono::seconds patience, const Done &done) const;
    std::chrono::milliseconds uptime() const;

    const ServerServices m_services;
    const Instant m_started;
    const QString m_uid;
};

} // namespace ct::server::admin
