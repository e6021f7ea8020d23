// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/metricsfields.h"

#include "server/config/settings.h"
#include "server/config/webvalues.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

using metrics::MetricsConfig;
using protocol::admin::FieldFault;
using protocol::admin::NewMetricsIntegration;

constexpr qsizetype longestHost = 253;
constexpr qint64 mostPort = std::numeric_limits<quint16>::max();

/// The form of a setting, when the value has not got it.
std::optional<QString> formFault(QLatin1StringView setting, const QString &value)
{
    const QList<config::Setting> settings = config::metricsSettings();
    const auto found = std::find_if(settings.begin(), settings.end(), [setting](const auto &one) {
        return one.name == setting;
    });
    Q_ASSERT(found != settings.end());
    config::ServerConfig scratch;
    return found->write(value, scratch) ? std::nullopt : std::optional(found->form);
}

QString wantedOf(const NewMetricsIntegration &wanted, QLatin1StringView field)
{
    if (field == "statsdHost"_L1)
        return wanted.statsdHost;
    if (field == "statsdPort"_L1)
        return QString::number(wanted.statsdPort);
    if (field == "statsdProtocol"_L1)
        return wanted.statsdProtocol;
    return wanted.statsdPrefix;
}

QString presentOf(const MetricsConfig &config, QLatin1StringView field)
{
    if (field == "statsdHost"_L1)
        return config.statsdHost;
    if (field == "statsdPort"_L1)
        return QString::number(config.statsdPort);
    if (field == "statsdProtocol"_L1)
        return protocolOf(config);
    return config.statsdPrefix;
}

} // namespace

QStringList allModes()
{
    return {u"none"_s, u"statsd"_s, u"prometheus"_s, u"both"_s};
}

bool hasStatsd(const QString &mode)
{
    return mode == "statsd"_L1 || mode == "both"_L1;
}

bool hasPrometheus(const QString &mode)
{
    return mode == "prometheus"_L1 || mode == "both"_L1;
}

QString modeOf(const MetricsConfig &config)
{
    if (!config.statsdTarget.isEmpty())
        return config.prometheus ? u"both"_s : u"statsd"_s;
    return config.prometheus ? u"prometheus"_s : u"none"_s;
}

QString protocolOf(const MetricsConfig &config)
{
    return config.statsdProtocol == metrics::StatsdProtocol::Tcp ? u"TCP"_s : u"UDP"_s;
}

bool needsToken(const MetricsConfig &config)
{
    return !config.token.isEmpty() || !config.tokenHash.isEmpty();
}

QList<FieldFault> managedFaults(
    const NewMetricsIntegration &wanted,
    const MetricsConfig &inForce,
    const std::function<bool(QLatin1StringView setting)> &isGiven)
{
    QList<FieldFault> faults;
    for (const auto &[field, setting] : metricsFields) {
        if (!isGiven(setting))
            continue;
        const bool isToken = field == "prometheusToken"_L1;
        if (isToken ? wanted.prometheusToken.has_value()
                    : wantedOf(wanted, field) != presentOf(inForce, field))
            faults.append({field, u"%1 has it, and can be changed there only"_s.arg(setting)});
    }
    return faults;
}

QList<FieldFault> formFaults(const NewMetricsIntegration &wanted)
{
    QList<FieldFault> faults;
    const auto hold
        = [&faults](const QString &field, QLatin1StringView setting, const QString &value) {
              if (const auto form = formFault(setting, value))
                  faults.append({field, u"It has to be "_s + *form});
          };
    const bool isHost = wanted.statsdHost.size() <= longestHost
        && config::hostName(wanted.statsdHost) == wanted.statsdHost;
    if (wanted.statsdHost.isEmpty() ? hasStatsd(wanted.mode) : !isHost)
        faults.append({u"statsdHost"_s, u"It has to be a host's name or address"_s});
    if (wanted.statsdPort < 1 || wanted.statsdPort > mostPort)
        faults.append({u"statsdPort"_s, u"It has to be a port, 1 to %1"_s.arg(mostPort)});
    hold(u"statsdProtocol"_s, "CT_METRICS_STATSD_PROTOCOL"_L1, wanted.statsdProtocol);
    hold(u"statsdPrefix"_s, "CT_METRICS_STATSD_PREFIX"_L1, wanted.statsdPrefix);
    if (wanted.prometheusToken && !wanted.prometheusToken->isEmpty())
        hold(u"prometheusToken"_s, "CT_PROMETHEUS_TOKEN"_L1, *wanted.prometheusToken);
    return faults;
}

} // namespace ct::server::admin
