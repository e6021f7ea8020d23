// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auditfeed/auditfeedconfig.h"
#include "server/auth/authconfig.h"
#include "server/clients/clientsconfig.h"
#include "server/credentials/credentialsconfig.h"
#include "server/front/frontconfig.h"
#include "server/licence/licenceconfig.h"
#include "server/logging/loggingconfig.h"
#include "server/metrics/metricsconfig.h"
#include "server/net/netconfig.h"
#include "server/session/sessionconfig.h"
#include "server/store/storeconfig.h"

namespace ct::server::config {

/// Everything that can be set, made of each room's own struct. A room gets only its own.
struct ServerConfig {
    auditfeed::AuditFeedConfig auditFeed;
    auth::AuthConfig auth;
    clients::ClientsConfig clients;
    credentials::CredentialsConfig credentials;
    front::FrontConfig front;
    licence::LicenceConfig licence;
    logging::LoggingConfig logging;
    metrics::MetricsConfig metrics;
    net::NetConfig net;
    session::SessionConfig session;
    store::StoreConfig store;
    /// CT_CONFIG_FILE and CT_INI_FILE; empty where no such file is there.
    QString configFile;
    QString iniFile;
    /// CT_DRAIN_SECONDS: how long sessions may go on when the server is told to end.
    std::chrono::seconds drain {600};
    /// CT_STATE_DIR
    QString stateDir;
    /// OCT_SERVER_OWNER
    QString owner;
    /// CT_SERVER_URL
    QString serverUrl;
    /// CT_SSL_SETTINGS_FILE; empty where no such file is there.
    QString sslSettingsFile;
    /// CT_TIME_ZONE
    QString timeZone;
    /// CT_TRUST_ALL_CERTS
    bool trustAllCertificates = false;
    /// CT_PROXY
    QString proxy;
};

} // namespace ct::server::config
