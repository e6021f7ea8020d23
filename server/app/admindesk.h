// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/api.h"
#include "server/admin/auditoperations.h"
#include "server/admin/banoperations.h"
#include "server/admin/credentialoperations.h"
#include "server/admin/eventhub.h"
#include "server/admin/fileoperations.h"
#include "server/admin/ledger.h"
#include "server/admin/licenceoperations.h"
#include "server/admin/liveoperations.h"
#include "server/admin/lockoutoperations.h"
#include "server/admin/metricsoperations.h"
#include "server/admin/packageoperations.h"
#include "server/admin/serveroperations.h"
#include "server/admin/settingoperations.h"
#include "server/admin/statusoperations.h"
#include "server/admin/tokenoperations.h"
#include "server/app/ending.h"
#include "server/app/metricsdesk.h"
#include "server/app/monitoring.h"

#include <memory>

namespace ct::server::app {

/// What the admin API is given by the composition root; all of it outlives it.
struct AdminServices {
    credentials::Gate &gate;
    credentials::PageSessions &sessions;
    const credentials::CredentialsConfig &credentials;
    QByteArray operatorToken;
    admin::StatusServices status;
    RandomSource &random;
    session::SessionGateway &gateway;
    admin::EventFeed &feed;
    admin::CredentialOperations::Change changeCredentials;
    licence::Licensing &licensing;
    std::function<bool()> isLicenceManaged;
    std::function<int()> seatsUsed;
    std::function<const config::LoadedConfig &()> inForce;
    std::function<void(const std::function<void(const protocol::ReloadAnswer &)> &)> reload;
    QString logFolder;
    clients::ClientsArea &packages;
    /// See admin::PackageOperations.
    std::function<void(const QByteArray &id, const FileAt &file, qint64 size)> expectUpload;
    std::function<void(const QByteArray &id)> forgetUpload;
    std::function<std::optional<qint64>(const QByteArray &id)> arrivedOfUpload;
    std::function<QString()> degraded;
    std::function<protocol::LicenceSummary()> licenceSummary;
    std::function<quint16()> privatePort;
    Ending &ending;
    MetricsDesk &metrics;
    Monitoring &monitoring;
    /// Of logins to sessions.
    auth::LoginThrottle &logins;
};

/// The admin API with all that serves it. Thread: main.
class AdminDesk
{
public:
    explicit AdminDesk(AdminServices services);

    admin::Api &api() { return m_api; }
    admin::EventHub &events() { return m_events; }

private:
    admin::EventHub::Services eventServices();
    admin::MetricsOperations::Services metricsServices();
    bool mayWatch(const admin::Caller &caller) const;
    QHash<QString, QByteArray> versions() const;

    const AdminServices m_services;
    credentials::ApiTokens m_tokens;
    admin::Ledger m_ledger;
    admin::Api m_api;
    admin::StatusOperations m_status;
    admin::LiveOperations m_live;
    admin::CredentialOperations m_credentials;
    admin::LicenceOperations m_licence;
    admin::TokenOperations m_tokenOperations;
    admin::AuditOperations m_audit;
    admin::SettingOperations m_settings;
    admin::FileOperations m_files;
    admin::PackageOperations m_packages;
    admin::ServerOperations m_server;
    admin::MetricsOperations m_metrics;
    admin::LockoutOperations m_lockouts;
    admin::BanOperations m_bans;
    admin::EventHub m_events;
};

} // namespace ct::server::app
