// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/auditmodel.h"
#include "console/pages/page.h"

#include <QHash>
#include <QTimer>

class QGridLayout;
class QTabWidget;

namespace ct::console::widgets {
class TimeChart;
} // namespace ct::console::widgets

namespace ct::console::pages {

class AlarmList;
class MetricTile;

/// How the server is right now and was in the last 30 days: figures against their limits, what
/// should be seen to, and what administrators did lately.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(api::Connection &connection);

    void refresh() override;

protected:
    void liveChanged() override;

private:
    /// Figures, history and activity come on ways of their own.
    void settle(QLatin1StringView part, const std::optional<api::Failure> &failure = std::nullopt);
    void buildTabs();
    void showFigures();
    void addPoint(const protocol::admin::Overview &overview);
    void askHistory();
    void showHistory(const protocol::admin::UsageHistory &history);
    void askActivity();

    QGridLayout *m_tiles;
    QHash<QString, MetricTile *> m_tileOf;
    AlarmList *m_alarms;
    QTabWidget *m_tabs;
    widgets::TimeChart *m_now;
    widgets::TimeChart *m_lag;
    widgets::TimeChart *m_history;
    models::AuditModel m_activity;
    /// The figures have; what is known of them is old.
    bool m_hasFailed = false;
    QTimer m_looks;
    api::Call m_historyCall;
    api::Call m_activityCall;
};

} // namespace ct::console::pages
