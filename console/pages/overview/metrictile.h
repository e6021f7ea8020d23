// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/admin/status.h"

#include <QFrame>

class QLabel;
class QProgressBar;

namespace ct::console::pages {

/// One figure and how near its limit it is, in words as well as by a bar.
class MetricTile : public QFrame
{
    Q_OBJECT

public:
    /// `name` is of protocol::admin::Metric.
    explicit MetricTile(const QString &name, QWidget *parent = nullptr);

    /// In the reader's language; the server's own word for one that is not known.
    static QString title(const QString &name);
    static QString valueText(const protocol::admin::Metric &metric);
    /// Nine tenths of the limit, or more.
    static bool isNearLimit(const protocol::admin::Metric &metric);
    void show(const protocol::admin::Metric &metric);

private:
    QLabel *m_value;
    QLabel *m_limit;
    QProgressBar *m_bar;
};

} // namespace ct::console::pages
