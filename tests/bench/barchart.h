// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ct::bench {

struct BarGroup {
    QString label;
    /// One for each series; below 0 where there is none.
    QList<double> values;
};

struct BarChart {
    QString title;
    QString unit;
    QStringList series;
    QList<BarGroup> groups;
};

/// As SVG. Bars lie, on a scale that starts at 0; each has its value beside it.
QString toSvg(const BarChart &chart);

} // namespace ct::bench
