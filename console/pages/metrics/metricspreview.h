// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/admin/settings.h"
#include "shared/protocol/admin/status.h"

#include <QGroupBox>
#include <QUrl>

class QLabel;
class QTableWidget;

namespace ct::console::pages {

/// What is told under which name and how it is now, and what to put into Prometheus and Grafana.
/// Thread: main.
class MetricsPreview : public QGroupBox
{
    Q_OBJECT

public:
    explicit MetricsPreview(QUrl server);

    void setFigures(const QList<protocol::admin::Metric> &figures);
    void setState(const protocol::admin::MetricsIntegration &state);
    /// The one that is being typed.
    void setPrefix(const QString &prefix);

private:
    void fill();

    QUrl m_server;
    QList<protocol::admin::Metric> m_figures;
    protocol::admin::MetricsIntegration m_state;
    QString m_prefix;
    QTableWidget *m_table;
    QLabel *m_sent;
};

} // namespace ct::console::pages
