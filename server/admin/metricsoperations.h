// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/ledger.h"
#include "server/admin/operationtable.h"
#include "server/metrics/serverfigures.h"
#include "server/metrics/statsdtrial.h"
#include "server/store/keptmetrics.h"
#include "shared/protocol/admin/integrations.h"
#include "shared/protocol/admin/problem.h"
#include "shared/protocol/admin/settings.h"

namespace ct::server::admin {

/// Where metrics go: told, changed, tried. What the settings have is not changed here. Thread:
/// main.
class MetricsOperations final : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives them.
    struct Services {
        Ledger &ledger;
        /// What counts at present.
        const metrics::MetricsConfig &inForce;
        /// CT_PROMETHEUS_ALLOW as it is shown.
        std::function<QString()> allowed;
        /// Whether the settings have something under that name.
        std::function<bool(QLatin1StringView setting)> isGiven;
        /// What would count if that were kept.
        std::function<metrics::MetricsConfig(const store::KeptMetrics &)> merged;
        /// Puts into force what was kept.
        std::function<void(const store::KeptMetrics &)> apply;
        std::function<void(const std::function<void(const metrics::ServerFigures &)> &)> gather;
        /// The figures as Prometheus' text.
        std::function<void(const std::function<void(const QByteArray &)> &)> scrape;
    };

    MetricsOperations(OperationTable &table, Services services);

    /// Another one for each state that can be changed.
    QByteArray version() const;

private:
    QJsonObject versionObject() const;
    protocol::admin::MetricsIntegration present(const metrics::StatsdFigures &figures) const;
    void tell(const Done &done) const;
    QStringList managedFields() const;
    QStringList modes() const;
    void change(const Call &call, const Done &done);
    void trial(const Call &call, const Done &done);
    void trialOf(const metrics::MetricsConfig &config, const Done &done);
    void trialOfStatsd(
        const metrics::MetricsConfig &config,
        const protocol::admin::MetricsTrials &before,
        const Done &done);
    QList<protocol::admin::FieldFault> faultsOf(
        const protocol::admin::NewMetricsIntegration &wanted) const;
    store::KeptMetrics keptOf(const protocol::admin::NewMetricsIntegration &wanted) const;

    const Services m_services;
    bool m_isChanging = false;
    int m_trials = 0;
};

} // namespace ct::server::admin
