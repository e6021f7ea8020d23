// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/compat/httpserver.h"
#include "shared/base/clock.h"
#include "shared/protocol/health.h"

#include <functional>

namespace ct::server::application {

/// What the server tells of itself without being asked for a password.
struct StatusSource {
    QString owner;
    const Clock &clock;
    Instant started {};
    std::function<protocol::HealthStatus()> health;
    /// What is not as it should be; for the private port.
    std::function<QString()> degraded;
};

/// /api/meta, and /ct-health/ with live and ready apart: live says 200 as long as the program
/// answers at all, ready says 503 while it starts or drains. `source` outlives the server.
void addStatusRoutes(compat::HttpServer &server, const StatusSource &source);

} // namespace ct::server::application
