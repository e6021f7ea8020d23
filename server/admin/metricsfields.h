// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/metrics/metricsconfig.h"
#include "shared/protocol/admin/integrations.h"
#include "shared/protocol/admin/problem.h"

#include <array>
#include <functional>

/// The metrics integration's form, field by field. Thread: any.
namespace ct::server::admin {

/// Which setting is stronger than which field; the mode follows from others.
inline constexpr std::array metricsFields {
    std::pair {QLatin1StringView("statsdHost"), QLatin1StringView("CT_METRICS_STATSD_HOST")},
    std::pair {QLatin1StringView("statsdPort"), QLatin1StringView("CT_METRICS_STATSD_PORT")},
    std::pair {
        QLatin1StringView("statsdProtocol"), QLatin1StringView("CT_METRICS_STATSD_PROTOCOL")},
    std::pair {QLatin1StringView("statsdPrefix"), QLatin1StringView("CT_METRICS_STATSD_PREFIX")},
    std::pair {QLatin1StringView("prometheusToken"), QLatin1StringView("CT_PROMETHEUS_TOKEN")}};

QStringList allModes();
bool hasStatsd(const QString &mode);
bool hasPrometheus(const QString &mode);
QString modeOf(const metrics::MetricsConfig &config);
QString protocolOf(const metrics::MetricsConfig &config);
bool needsToken(const metrics::MetricsConfig &config);

/// Where something else is wanted than what a setting has.
QList<protocol::admin::FieldFault> managedFaults(
    const protocol::admin::NewMetricsIntegration &wanted,
    const metrics::MetricsConfig &inForce,
    const std::function<bool(QLatin1StringView setting)> &isGiven);
/// What has not the form that the settings want of it.
QList<protocol::admin::FieldFault> formFaults(const protocol::admin::NewMetricsIntegration &wanted);

} // namespace ct::server::admin
