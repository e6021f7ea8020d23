// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/app/totals.h"
#include "server/eventloop/lagmeter.h"
#include "server/front/front.h"
#include "server/logging/serverlog.h"
#include "server/metrics/prometheustext.h"
#include "server/metrics/statsdsender.h"

namespace ct::server::app {

/// The live numbers of the whole server, and those who tell them to others: /metrics and StatsD.
/// Thread: main, but for events().
class Monitoring final : public QObject
{
    Q_OBJECT

public:
    Monitoring(
        const metrics::MetricsConfig &config,
        const Clock &clock,
        RandomSource &random,
        logging::ServerLog &log,
        store::Store &store);

    /// Reads what was counted before this start, see Totals.
    void begin(const QString &oldTotals) { m_totals.begin(oldTotals); }
    /// Where session events are to be counted. Thread: any.
    std::vector<session::SessionEvents *> events() { return {&m_tally, &m_totals}; }
    void countDownload(metrics::Ide ide) { m_totals.countDownload(ide); }

    /// Who knows of licence and seats, asked for each set of figures.
    void setLicence(std::function<metrics::LicenceFigures()> licence)
    {
        m_licence = std::move(licence);
    }
    /// Who knows how it goes with the audit's receivers, the same way.
    void setAuditFeed(std::function<metrics::AuditFeedFigures()> auditFeed)
    {
        m_auditFeed = std::move(auditFeed);
    }
    /// Tells StatsD by what the config is now.
    void restart();
    /// Begins to tell; `front` has been started and outlives the calls that follow.
    void watch(front::Front &front);
    /// Everything in numbers, as of now; `done` is called once, a moment later.
    void gather(const std::function<void(const metrics::ServerFigures &)> &done);
    /// The same as Prometheus' text.
    void scrape(const std::function<void(const QByteArray &text)> &done);
    /// Tells no more, and brings the totals to the store.
    void stop();

private:
    void startStatsd();
    metrics::StoreFigures storeFigures() const;
    metrics::ServerFigures figuresWith(const front::FrontFigures &front) const;

    const metrics::MetricsConfig &m_config;
    logging::ServerLog &m_log;
    metrics::SessionTally m_tally;
    store::Store &m_store;
    Totals m_totals;
    eventloop::LagMeter m_lag;
    metrics::PrometheusText m_text;
    std::unique_ptr<metrics::StatsdSender> m_statsd;
    QTimer m_flush;
    front::Front *m_front = nullptr;
    std::function<metrics::LicenceFigures()> m_licence;
    std::function<metrics::AuditFeedFigures()> m_auditFeed;
};

} // namespace ct::server::app
