// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/app/licencedesk.h"
#include "server/app/usagesampler.h"
#include "server/application/dashboard.h"
#include "server/auth/authconfig.h"
#include "server/logging/serverlog.h"
#include "server/logging/usagelog.h"
#include "server/store/keptcredentials.h"
#include "server/store/store.h"

#include <QTimer>

namespace ct::server::app {

/// What the administration is given by the composition root; all of it outlives it.
struct AdministrationServices {
    const credentials::CredentialsConfig &credentials;
    const auth::AuthConfig &auth;
    const logging::LoggingConfig &logging;
    /// CT_SERVER_URL as it is in force; may be empty.
    std::function<QString()> serverUrl;
    std::chrono::seconds usageInterval;
    const Clock &clock;
    RandomSource &random;
    store::Store &store;
    logging::LogWriter &writer;
    logging::ServerLog &log;
    const LicenceDesk &licence;
    session::SeatCounter &seats;
    UsageSampler::Count count;
    std::function<quint16()> httpsPort;
    std::function<QString()> degraded;
};

/// Whoever runs the server: their credentials, the dashboard's figures, the usage log. Thread:
/// main.
class Administration final : public QObject
{
    Q_OBJECT

public:
    explicit Administration(AdministrationServices services);

    /// Settles who may log in, before anybody can ask; waits for the database and a hash.
    void start();
    /// Says where the dashboard is, if its password is known to nobody yet. Once the ports are
    /// known.
    void announce();
    /// Reads the credentials anew; page sessions of former ones end. Limits of logins count here,
    /// too.
    void reload(const credentials::CredentialsConfig &credentials, const auth::AuthConfig &limits);
    /// Calls `done` once the last reload's credentials are in force, which may be now.
    void whenSettled(std::function<void()> done);

    /// Stores these, hashed, as an administrator's; `done` gets where those in force come from now.
    void setCredentials(
        const credentials::Pair &pair,
        const store::CredentialsActor &actor,
        const std::function<void(const Result<credentials::Origin> &)> &done);

    application::DashboardServices dashboard();
    credentials::Gate &gate() { return m_gate; }
    credentials::PageSessions &pageSessions() { return m_pageSessions; }

private:
    void audit(const credentials::Gate::Event &event);
    void keep(const UsageSample &sample);
    std::optional<credentials::StoredCredentials> stored();
    /// `done` is called once they are in force.
    void take(
        const std::optional<credentials::StoredCredentials> &stored, std::function<void()> done);
    void settle();
    void keep(
        const credentials::StoredCredentials &kept,
        const store::CredentialsActor &actor,
        const std::function<void(const Result<credentials::Origin> &)> &done);
    void tellNumbers(const std::function<void(const QJsonObject &)> &done) const;
    QString dashboardAddress() const;

    const AdministrationServices m_services;
    const Instant m_started;
    logging::UsageLog m_usageLog;
    UsageSampler m_sampler;
    credentials::PageSessions m_pageSessions;
    credentials::Gate m_gate;
    QTimer m_tidying;
    credentials::Selection m_selection;
    /// As reloads leave them.
    credentials::CredentialsConfig m_inForce;
    /// How many reloads are under way, and who waits for their end.
    int m_reloads = 0;
    std::vector<std::function<void()>> m_unsettled;
    /// The last member: no answer comes after the others have gone.
    credentials::HashPool m_hashes;
};

} // namespace ct::server::app
