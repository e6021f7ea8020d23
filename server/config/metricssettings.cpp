// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"
#include "server/config/values.h"
#include "server/config/webvalues.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

using metrics::MetricsConfig;
using metrics::StatsdProtocol;

constexpr qsizetype shortestToken = 16;
constexpr qint64 hour = 3'600;

constexpr auto switches = std::to_array<Row<MetricsConfig, bool>>({
    {"CT_PROMETHEUS_ENABLED",
     &MetricsConfig::prometheus,
     "Serves /metrics in Prometheus' text format"},
});
constexpr auto ports = std::to_array<Row<MetricsConfig, quint16>>({
    {"CT_METRICS_STATSD_PORT", &MetricsConfig::statsdPort, "StatsD's port"},
});
constexpr auto times = std::to_array<Row<MetricsConfig, std::chrono::seconds>>({
    {"CT_METRICS_STATSD_FLUSH",
     &MetricsConfig::statsdFlush,
     "How often StatsD is told the numbers",
     1,
     hour},
});

std::optional<QByteArray> token(const QString &text)
{
    static const QRegularExpression form(u"\\A[!-~]+\\z"_s);
    const bool isGood = text.size() >= shortestToken && form.match(text).hasMatch();
    return isGood ? std::optional(text.toLatin1()) : std::nullopt;
}

std::optional<StatsdProtocol> protocol(const QString &text)
{
    if (text.compare("udp"_L1, Qt::CaseInsensitive) == 0)
        return StatsdProtocol::Udp;
    if (text.compare("tcp"_L1, Qt::CaseInsensitive) == 0)
        return StatsdProtocol::Tcp;
    return {};
}

QString protocolText(StatsdProtocol protocol)
{
    return protocol == StatsdProtocol::Tcp ? u"TCP"_s : u"UDP"_s;
}

std::optional<QString> prefix(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.?\\z"_s);
    if (text.size() > 100 || !form.match(text).hasMatch())
        return {};
    return text.endsWith(u'.') ? text : text + u'.';
}

std::optional<QString> reducibleHost(const QString &text)
{
    return hostName(text) ? std::optional(text) : std::nullopt;
}

Setting tokenSetting()
{
    Setting setting = special(
        {u"CT_PROMETHEUS_TOKEN"_s,
         u"The bearer token that a scrape of /metrics needs; without it none"_s,
         u"16 printable characters or more, without blanks"_s},
        [](auto &config) -> auto & { return config.metrics.token; },
        token,
        [](const QByteArray &value) { return value.isEmpty() ? QString() : u"set"_s; });
    setting.isSecret = true;
    return setting;
}

QList<Setting> prometheusSettings()
{
    return {
        tokenSetting(),
        special(
            {u"CT_PROMETHEUS_ALLOW"_s,
             u"Clients that may scrape /metrics; without it all"_s,
             u"a comma list of addresses and networks (10.0.0.0/8, fd00::/8), or none"_s},
            [](auto &config) -> auto & { return config.metrics.allowed; },
            subnets,
            subnetsText),
        special(
            {u"CT_METRICS_LISTEN"_s,
             u"Serves /metrics at this address only, instead of the public ports"_s,
             u"an address and a port (127.0.0.1:9464, [::1]:9464), or none"_s},
            [](auto &config) -> auto & { return config.net.metricsDoor; },
            endpoint,
            endpointText),
    };
}

QList<Setting> statsdSettings()
{
    return {
        special(
            {u"CT_METRICS_STATSD_HOST"_s, u"Sends metrics to StatsD there"_s, u"a host"_s},
            [](auto &config) -> auto & { return config.metrics.statsdHost; },
            reducibleHost,
            itself),
        special(
            {u"CT_METRICS_STATSD_PROTOCOL"_s, u"How StatsD is reached"_s, u"UDP or TCP"_s},
            [](auto &config) -> auto & { return config.metrics.statsdProtocol; },
            protocol,
            protocolText),
        special(
            {u"CT_METRICS_STATSD_PREFIX"_s,
             u"What the names for StatsD begin with"_s,
             u"letters, digits, - and _, with dots between"_s},
            [](auto &config) -> auto & { return config.metrics.statsdPrefix; },
            prefix,
            itself),
    };
}

} // namespace

QList<Setting> metricsSettings()
{
    return settingsOf(&ServerConfig::metrics, switches) + prometheusSettings() + statsdSettings()
        + settingsOf(&ServerConfig::metrics, ports) + settingsOf(&ServerConfig::metrics, times);
}

} // namespace ct::server::config
