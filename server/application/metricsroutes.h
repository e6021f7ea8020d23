// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/compat/httpserver.h"
#include "server/metrics/metricsconfig.h"

#include <functional>

namespace ct::server::application {

struct MetricsParts {
    const metrics::MetricsConfig &config;
    /// Gathers the figures and gives them as Prometheus' text, on this thread, a moment later.
    std::function<void(std::function<void(const QByteArray &text)>)> scrape;
};

/// /metrics, for whom answerScrape() has a welcome. `parts` outlive the server.
void addMetricsRoutes(compat::HttpServer &server, const MetricsParts &parts);

} // namespace ct::server::application
