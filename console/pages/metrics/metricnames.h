// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>

namespace ct::console::pages {

/// Under which names the server tells one of the six figures; a test holds them against a real
/// server.
struct MetricName {
    /// As the overview has it.
    const char *figure;
    /// Behind the prefix.
    const char *statsd;
    const char *prometheus;
    /// It only grows: StatsD is told by how much.
    bool isSum = false;
};

inline constexpr std::array metricNames {
    MetricName {"usersOnline", "users.online", "codetogether_users_online"},
    MetricName {"sessionsActive", "sessions.active", "codetogether_sessions_active"},
    MetricName {"sessionConnections", "sessions.connections", "codetogether_session_connections"},
    MetricName {"serverLag", "server.lag_ms", "codetogether_server_lag_seconds"},
    MetricName {"sessionsHosted", "sessions.hosted", "codetogether_sessions_hosted_total", true},
    MetricName {
        "clientDownloads", "clients.downloads", "sum(codetogether_client_downloads_total)", true},
};

/// The line that StatsD gets for that value of the overview; sums show the step of one.
QString statsdLine(const MetricName &name, const QString &prefix, qint64 value);
/// The line that a scrape gets.
QString prometheusLine(const MetricName &name, qint64 value);

} // namespace ct::console::pages
