// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/monitoring.h"

namespace ct::server::app {

Monitoring::Monitoring(
    const metrics::MetricsConfig &config,
    const Clock &clock,
    logging::ServerLog &log,
    const QString &totalsFile)
    : m_config(config),
      m_log(log),
      m_totals(totalsFile),
      m_downloads(m_totals.before().downloads),
      m_lag(clock)
{
    m_totals.keep(
        [this] { return totals(); }, [this](const QString &sentence) { m_log.error(sentence); });
}

Totals Monitoring::totals() const
{
    return {m_totals.before().sessionsHosted + m_tally.sums().hosted, m_downloads};
}

void Monitoring::watch(front::Front &front)
{
    m_front = &front;
    if (!m_config.statsdTarget.isEmpty())
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
    const Totals &before = m_totals.before();
    m_statsd->setTold({before.sessionsHosted, before.downloads.total()});
    connect(&m_flush, &QTimer::timeout, this, [this] {
        gather([this](const metrics::ServerFigures &figures) {
            if (m_flush.isActive())
                m_statsd->send(figures);
        });
    });
    m_flush.start(m_config.statsdFlush);
}

metrics::ServerFigures Monitoring::figuresWith(const front::FrontFigures &front) const
{
    metrics::ServerFigures figures;
    figures.front = front;
    figures.mainLag = m_lag.figures();
    figures.sessions = m_tally.sums();
    figures.hostedBefore = m_totals.before().sessionsHosted;
    figures.downloads = m_downloads;
    figures.process = metrics::readProcess();
    if (m_licence)
        figures.licence = m_licence();
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
    m_totals.finish();
}

} // namespace ct::server::app
