// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/monitoring.h"

namespace ct::server::app {

Monitoring::Monitoring(
    const metrics::MetricsConfig &config,
    const Clock &clock,
    RandomSource &random,
    logging::ServerLog &log,
    store::Store &store)
    : m_config(config),
      m_log(log),
      m_store(store),
      m_totals(store, random, [&log](const QString &sentence) { log.info(sentence); }),
      m_lag(clock)
{ }

void Monitoring::watch(front::Front &front)
{
    m_front = &front;
    connect(&m_flush, &QTimer::timeout, this, [this] {
        gather([this](const metrics::ServerFigures &figures) {
            if (m_flush.isActive())
                m_statsd->send(figures);
        });
    });
    restart();
}

void Monitoring::restart()
{
    m_flush.stop();
    m_statsd.reset();
    if (m_front && !m_config.statsdTarget.isEmpty())
        startStatsd();
}

void Monitoring::startStatsd()
{
    using News = metrics::StatsdSender::News;
    m_statsd = std::make_unique<metrics::StatsdSender>(
        m_config, [this](News news, const QString &sentence) {
            if (news == News::Good)
                m_log.info(sentence);
            else
                m_log.warn(sentence);
        });
    m_flush.start(m_config.statsdFlush);
}

metrics::StoreFigures Monitoring::storeFigures() const
{
    const store::Store::Counters counters = m_store.counters();
    return {counters.waiting, counters.written, counters.dropped, counters.failures};
}

metrics::ServerFigures Monitoring::figuresWith(const front::FrontFigures &front) const
{
    metrics::ServerFigures figures;
    figures.front = front;
    figures.mainLag = m_lag.figures();
    figures.sessions = m_tally.sums();
    figures.hostedBefore = m_totals.hostedBefore();
    figures.downloads = m_totals.downloads();
    figures.downloadsBefore = m_totals.downloadsBefore().total();
    figures.store = storeFigures();
    figures.process = metrics::readProcess();
    if (m_licence)
        figures.licence = m_licence();
    if (m_auditFeed)
        figures.auditFeed = m_auditFeed();
    if (m_statsd)
        figures.statsd = m_statsd->figures();
    return figures;
}

void Monitoring::gather(const std::function<void(const metrics::ServerFigures &)> &done)
{
    if (!m_front)
        return done(figuresWith({}));
    m_front->gather([this, done](const front::FrontFigures &front) { done(figuresWith(front)); });
}

void Monitoring::scrape(const std::function<void(const QByteArray &text)> &done)
{
    gather([this, done](const metrics::ServerFigures &figures) { done(m_text.render(figures)); });
}

void Monitoring::stop()
{
    m_flush.stop();
    m_totals.repeat();
}

} // namespace ct::server::app
