// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/loader.h"
#include "server/store/keptmetrics.h"
#include "server/store/store.h"

#include <QSet>

namespace ct::server::app {

/// Where metrics go: as the settings have it, and where they have nothing, as an administrator has
/// set it. Thread: main.
class MetricsDesk
{
public:
    /// `inForce` is what counts, and outlives the desk.
    MetricsDesk(metrics::MetricsConfig &inForce, const config::LoadedConfig &settings);

    /// Reads what was set before this start, which counts from now on; waits for the database.
    void load(store::Store &store);
    /// From now on this counts.
    void apply(const store::KeptMetrics &kept) { m_inForce = merged(kept); }
    metrics::MetricsConfig merged(const store::KeptMetrics &kept) const;
    const metrics::MetricsConfig &inForce() const { return m_inForce; }
    /// CT_PROMETHEUS_ALLOW as it is shown.
    const QString &allowed() const { return m_allowed; }
    bool isGiven(QLatin1StringView setting) const { return m_given.contains(setting); }

private:
    metrics::MetricsConfig &m_inForce;
    /// As the settings have it.
    const metrics::MetricsConfig m_settings;
    const QSet<QString> m_given;
    const QString m_allowed;
};

} // namespace ct::server::app
