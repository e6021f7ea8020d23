// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/metrics/metricsconfig.h"

namespace ct::server::metrics {

/// What somebody who asks for /metrics is told.
enum class ScrapeAnswer { Welcome, NotThere, NeedsToken, NotAllowed };

/// Anybody is welcome once Prometheus is enabled, unless addresses or a token are set; both bind
/// when both are set. Tokens are compared in constant time. Thread: any.
ScrapeAnswer answerScrape(
    const MetricsConfig &config, const QHostAddress &client, const QByteArray &authorization);

} // namespace ct::server::metrics
