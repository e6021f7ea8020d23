// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/metricsdesk.h"

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

QSet<QString> namesOf(const QHash<QString, config::Given> &given)
{
    const QStringList names = given.keys();
    return {names.begin(), names.end()};
}

QString valueOf(const config::LoadedConfig &settings, QLatin1StringView name)
{
    for (const config::Assignment &assignment : settings.assignments) {
        if (assignment.name == name)
            return assignment.value;
    }
    return {};
}

} // namespace

MetricsDesk::MetricsDesk(metrics::MetricsConfig &inForce, const config::LoadedConfig &settings)
    : m_inForce(inForce),
      m_settings(inForce),
      m_given(namesOf(settings.given)),
      m_allowed(valueOf(settings, "CT_PROMETHEUS_ALLOW"_L1))
{ }

void MetricsDesk::load(store::Store &store)
{
    const auto kept = store.wait<std::optional<store::KeptMetrics>>(store::keptMetrics);
    if (kept && *kept)
        apply(**kept);
}

metrics::MetricsConfig MetricsDesk::merged(const store::KeptMetrics &kept) const
{
    metrics::MetricsConfig config = m_settings;
    if (!isGiven("CT_PROMETHEUS_ENABLED"_L1))
        config.prometheus = kept.prometheus;
    if (!isGiven("CT_PROMETHEUS_TOKEN"_L1))
        config.tokenHash = kept.tokenHash;
    if (!isGiven("CT_METRICS_STATSD_HOST"_L1)) {
        config.statsdHost = kept.statsdHost;
        config.statsdTarget = kept.statsd ? kept.statsdHost : QString();
    }
    if (!isGiven("CT_METRICS_STATSD_PORT"_L1))
        config.statsdPort = static_cast<quint16>(kept.statsdPort);
    if (!isGiven("CT_METRICS_STATSD_PROTOCOL"_L1))
        config.statsdProtocol = kept.statsdProtocol.compare("TCP"_L1, Qt::CaseInsensitive) == 0
            ? metrics::StatsdProtocol::Tcp
            : metrics::StatsdProtocol::Udp;
    if (!isGiven("CT_METRICS_STATSD_PREFIX"_L1))
        config.statsdPrefix
            = kept.statsdPrefix.endsWith(u'.') ? kept.statsdPrefix : kept.statsdPrefix + u'.';
    return config;
}

} // namespace ct::server::app
