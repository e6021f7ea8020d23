// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/json.h"

#include <QString>

#include <chrono>

namespace ct::protocol {

/// Draining: running sessions live on, new ones are refused.
enum class HealthStatus { Ok, Starting, Draining };

/// GET /ct-health/live and /ct-health/ready
struct Health {
    HealthStatus status = HealthStatus::Starting;
    /// Of the program, not of the protocol.
    QString version;
    std::chrono::seconds uptime {0};
    /// What works less well than it should, while the server serves all the same; empty: nothing.
    /// Told on the private port only.
    QString degraded {};
};

QJsonObject toJson(const Health &health);
template<>
Result<Health> fromJson<Health>(const QJsonObject &object);

} // namespace ct::protocol
