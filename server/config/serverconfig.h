// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/authconfig.h"
#include "server/front/frontconfig.h"
#include "server/logging/loggingconfig.h"
#include "server/metrics/metricsconfig.h"
#include "server/net/netconfig.h"
#include "server/session/sessionconfig.h"

namespace ct::server::config {

/// Everything that can be set, made of each room's own struct. A room gets only its own.
struct ServerConfig {
    auth::AuthConfig auth;
    front::FrontConfig front;
    logging::LoggingConfig logging;
    metrics::MetricsConfig metrics;
    net::NetConfig net;
    session::SessionConfig session;
    /// CT_STATE_DIR
    QString stateDir;
    /// OCT_SERVER_OWNER
    QString owner;
    /// CT_SERVER_URL
    QString serverUrl;
};

} // namespace ct::server::config
