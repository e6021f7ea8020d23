// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/widgets/seriesmodel.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QCustomPlot;
class QStackedWidget;
class QTableView;

namespace ct::console::widgets {

/// Lines over time, and the same figures as a table. The lines differ in their strokes, so that
/// nobody has to tell colours apart. Thread: main.
class TimeChart : public QWidget
{
    Q_OBJECT

public:
    /// `title` is for screen readers; `names` is of the lines.
    TimeChart(const QString &title, const QStringList &names, QWidget *parent = nullptr);

    SeriesModel &series() { return m_series; }
    /// A longer pause between two points is a gap in the line.
    void setLongestStep(qint64 milliseconds) { m_longestStep = milliseconds; }
    /// What is shown is counted: there is nothing between two whole numbers.
    void setCounts();
    /// A line across, where nothing should be above; nothing: none.
    void setLimit(std::optional<double> limit);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build(const QString &title);
    void paintPalette();
    /// Lines, table, or that there is nothing yet.
    void choose();
    void draw();
    void drawTime(const QList<SeriesRow> &rows);

    SeriesModel m_series;
    qint64 m_longestStep = 0;
    std::optional<double> m_limit;
    QCustomPlot *m_plot;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QCheckBox *m_asTable;
};

} // namespace ct::console::widgets
