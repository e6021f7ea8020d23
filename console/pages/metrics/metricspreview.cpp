// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/metrics/metricspreview.h"

#include "console/pages/metrics/metricnames.h"
#include "console/pages/metrics/scrapeconfiguration.h"
#include "console/widgets/copybutton.h"
#include "console/widgets/forms.h"
#include "console/widgets/words.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using widgets::named;

MetricsPreview::MetricsPreview(QUrl server)
    : QGroupBox(tr("What is told")),
      m_server(std::move(server)),
      m_table(
          named(new QTableWidget(static_cast<int>(metricNames.size()), 2), u"metricsPreview"_s)),
      m_sent(named(widgets::plainLabel(), u"metricsSent"_s))
{
    m_table->setHorizontalHeaderLabels({tr("To StatsD"), tr("To a scrape of Prometheus")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAccessibleName(tr("What is told"));
    auto *scrape = named(
        new widgets::CopyButton(
            tr("Copy Scrape &Configuration"),
            [this] {
                const auto token
                    = m_state.prometheusToken ? ScrapeToken::Needed : ScrapeToken::None;
                return scrapeConfiguration(m_server, token);
            }),
        u"copyScrape"_s);
    auto *grafana = named(
        new widgets::CopyButton(tr("Copy Grafana &Dashboard"), &grafanaDashboard),
        u"copyGrafana"_s);
    auto *below = new QHBoxLayout;
    below->addWidget(m_sent, 1);
    below->addWidget(scrape);
    below->addWidget(grafana);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addLayout(below);
}

void MetricsPreview::setFigures(const QList<protocol::admin::Metric> &figures)
{
    m_figures = figures;
    fill();
}

void MetricsPreview::setState(const protocol::admin::MetricsIntegration &state)
{
    m_state = state;
    const QString sent
        = tr("%Ln packets sent since the start", nullptr, static_cast<int>(state.statsdSent));
    const QString lost = tr("%Ln could not be sent", nullptr, static_cast<int>(state.statsdFailed));
    //: %1 and %2 are sentences without an end
    m_sent->setText(tr("StatsD: %1, %2.").arg(sent, lost));
    m_sent->setVisible(state.statsdSent + state.statsdFailed > 0);
}

void MetricsPreview::setPrefix(const QString &prefix)
{
    if (m_prefix == prefix)
        return;
    m_prefix = prefix;
    fill();
}

void MetricsPreview::fill()
{
    const auto line = [](const QString &text) {
        auto *item = new QTableWidgetItem(text);
        item->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        return item;
    };
    int row = 0;
    for (const MetricName &name : metricNames) {
        qint64 value = 0;
        for (const protocol::admin::Metric &figure : m_figures) {
            if (figure.name == QLatin1StringView(name.figure))
                value = figure.value;
        }
        m_table->setItem(row, 0, line(statsdLine(name, m_prefix, value)));
        m_table->setItem(row, 1, line(prometheusLine(name, value)));
        ++row;
    }
}

} // namespace ct::console::pages
