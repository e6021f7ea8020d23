// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/overview/overviewpage.h"

#include "console/pages/overview/alarmlist.h"
#include "console/pages/overview/metrictile.h"
#include "console/widgets/tables.h"
#include "console/widgets/timechart.h"

#include <QGridLayout>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::console::pages {

namespace {

namespace wire = protocol::admin;

/// Of a point each two seconds: a quarter of an hour.
constexpr int mostPoints = 450;
constexpr auto longestPause = 10s;
constexpr auto timeBetweenLooks = 30s;
constexpr int tilesInARow = 6;
constexpr double microsecondsPerMillisecond = 1000;

std::optional<double> limitOf(const wire::Overview &overview, QLatin1StringView name)
{
    for (const wire::Metric &metric : overview.metrics) {
        if (metric.name == name && metric.limit.value_or(0) > 0)
            return static_cast<double>(*metric.limit);
    }
    return std::nullopt;
}

double valueOf(const wire::Overview &overview, QLatin1StringView name)
{
    for (const wire::Metric &metric : overview.metrics) {
        if (metric.name == name)
            return static_cast<double>(metric.value);
    }
    return 0;
}

qint64 millisecondsOf(std::chrono::milliseconds time)
{
    return time.count();
}

} // namespace

OverviewPage::OverviewPage(api::Connection &connection)
    : Page(connection),
      m_tiles(new QGridLayout),
      m_alarms(new AlarmList),
      m_tabs(new QTabWidget)
{
    body().addLayout(m_tiles);
    body().addWidget(m_alarms);
    buildTabs();
    m_looks.setInterval(timeBetweenLooks);
    connect(&m_looks, &QTimer::timeout, this, [this] {
        askHistory();
        askActivity();
    });
    api::Live &live = connection.live();
    connect(&live, &api::Live::overviewChanged, this, &OverviewPage::showFigures);
    connect(&live, &api::Live::healthChanged, this, [this, &live] { m_alarms->show(live); });
    connect(&live, &api::Live::audited, this, [this] { askActivity(); });
    connect(&live, &api::Live::failed, this, [this](const auto &failure) {
        m_hasFailed = true;
        settle("figures"_L1, failure);
    });
}

void OverviewPage::settle(QLatin1StringView part, const std::optional<api::Failure> &failure)
{
    settlePart(part, failure);
    if (connection().live().overview())
        showContent();
    else if (failure)
        showFailure(*failure);
}

void OverviewPage::buildTabs()
{
    const QStringList names {
        MetricTile::title(u"usersOnline"_s),
        MetricTile::title(u"sessionsActive"_s),
        MetricTile::title(u"sessionConnections"_s)};
    m_now = new widgets::TimeChart(tr("Users, sessions and connections now"), names);
    m_now->setLongestStep(millisecondsOf(longestPause));
    m_now->setCounts();
    m_lag = new widgets::TimeChart(tr("Server lag now"), {tr("Server lag in ms")});
    m_lag->setLongestStep(millisecondsOf(longestPause));
    m_history = new widgets::TimeChart(
        tr("Users and sessions of 30 days"),
        {tr("Users online"), tr("Users in sessions"), tr("Sessions")});
    m_history->setCounts();
    auto *activity = new QTableView;
    activity->setObjectName(u"activity"_s);
    activity->setModel(&m_activity);
    widgets::setUpList(*activity, tr("Recent activity"));
    m_now->setObjectName(u"nowChart"_s);
    m_history->setObjectName(u"historyChart"_s);
    m_tabs->setObjectName(u"overviewTabs"_s);
    m_tabs->addTab(m_now, tr("&Now"));
    m_tabs->addTab(m_lag, tr("La&g"));
    m_tabs->addTab(m_history, tr("&30 Days"));
    m_tabs->addTab(activity, tr("Recent Acti&vity"));
    body().addWidget(m_tabs, 1);
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] :
         {std::pair(models::AuditModel::At, 21),
          {models::AuditModel::Kind, 27},
          {models::AuditModel::Actor, 15},
          {models::AuditModel::Address, 16},
          {models::AuditModel::Subject, 32}})
        activity->setColumnWidth(column, letter * letters);
}

void OverviewPage::refresh()
{
    showLoading();
    askHistory();
    askActivity();
    if (!m_hasFailed)
        showFigures();
}

void OverviewPage::liveChanged()
{
    if (isLive()) {
        connection().live().watch(this);
        m_looks.start();
    } else {
        connection().live().leave(this);
        m_looks.stop();
    }
}

void OverviewPage::showFigures()
{
    const api::Live &live = connection().live();
    if (!live.overview())
        return;
    for (const wire::Metric &metric : live.overview()->metrics) {
        MetricTile *&tile = m_tileOf[metric.name];
        if (!tile) {
            const int place = m_tiles->count();
            tile = new MetricTile(metric.name);
            m_tiles->addWidget(tile, place / tilesInARow, place % tilesInARow);
            m_tiles->setColumnStretch(place % tilesInARow, 1);
        }
        tile->show(metric);
    }
    m_alarms->show(live);
    addPoint(*live.overview());
    m_hasFailed = false;
    settle("figures"_L1);
}

void OverviewPage::addPoint(const wire::Overview &overview)
{
    const qint64 at = millisecondsOf(overview.atMs);
    widgets::SeriesModel &now = m_now->series();
    if (!now.rows().isEmpty() && now.rows().constLast().atMs >= at)
        return;
    const widgets::SeriesRow figures {
        at,
        {valueOf(overview, "usersOnline"_L1),
         valueOf(overview, "sessionsActive"_L1),
         valueOf(overview, "sessionConnections"_L1)}};
    now.append(figures, mostPoints);
    m_now->setLimit(limitOf(overview, "sessionConnections"_L1));
    const double lag = valueOf(overview, "serverLag"_L1) / microsecondsPerMillisecond;
    m_lag->series().append({at, {lag}}, mostPoints);
}

void OverviewPage::askHistory()
{
    api::Request request {"getUsageHistory"};
    request.query.addQueryItem(u"days"_s, u"30"_s);
    m_historyCall.cancel();
    m_historyCall = client().ask<wire::UsageHistory>(request, this, [this](const auto &history) {
        if (!history)
            return settle("history"_L1, history.failure());
        showHistory(*history);
        settle("history"_L1);
    });
}

void OverviewPage::showHistory(const wire::UsageHistory &history)
{
    QList<widgets::SeriesRow> rows;
    rows.reserve(history.points.size());
    for (const wire::UsagePoint &point : history.points) {
        rows.append(
            {millisecondsOf(point.atMs),
             {static_cast<double>(point.usersOnline),
              static_cast<double>(point.usersInSessions),
              static_cast<double>(point.sessions)}});
    }
    m_history->setLongestStep(millisecondsOf(history.stepMs) * 2);
    m_history->series().setRows(rows);
}

void OverviewPage::askActivity()
{
    api::Request request {"listAudit"};
    request.query.addQueryItem(u"limit"_s, u"20"_s);
    m_activityCall.cancel();
    m_activityCall = client().ask<protocol::AuditPage>(request, this, [this](const auto &page) {
        if (!page)
            return settle("activity"_L1, page.failure());
        // Older ones are the audit page's to show.
        m_activity.setFirst({page->entries, std::nullopt});
        settle("activity"_L1);
    });
}

} // namespace ct::console::pages
