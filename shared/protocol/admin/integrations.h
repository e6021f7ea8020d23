// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// PUT /integrations/metrics; also what POST /integrations/metrics/test tries before it is put.
struct NewMetricsIntegration {
    /// none, statsd, prometheus, both
    QString mode;
    QString statsdHost;
    qint64 statsdPort = 0;
    /// UDP, TCP
    QString statsdProtocol;
    QString statsdPrefix;
    /// What a scrape has to bear from now on; empty: nothing; missing: what it has to bear now.
    std::optional<QString> prometheusToken {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("mode", self.mode);
        fields("statsdHost", self.statsdHost);
        fields("statsdPort", self.statsdPort);
        fields("statsdProtocol", self.statsdProtocol);
        fields("statsdPrefix", self.statsdPrefix);
        fields("prometheusToken", self.prometheusToken);
    }
};

/// What came of one sample.
struct MetricsTrial {
    /// statsd, prometheus
    QString way;
    bool good = false;
    /// What happened, in a sentence.
    QString detail;
    /// How many lines the sample has.
    qint64 lines = 0;
    std::chrono::milliseconds tookMs {0};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("way", self.way);
        fields("good", self.good);
        fields("detail", self.detail);
        fields("lines", self.lines);
        fields("tookMs", self.tookMs);
    }
};

/// POST /integrations/metrics/test
struct MetricsTrials {
    /// One for each way of the mode.
    QList<MetricsTrial> trials;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("trials", self.trials);
    }
};

} // namespace ct::protocol::admin
