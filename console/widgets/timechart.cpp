// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/widgets/timechart.h"

#include "console/widgets/tables.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ct::console::widgets {

namespace {

struct Stroke {
    Qt::PenStyle style;
    QRgb onLight;
    QRgb onDark;
};

constexpr std::array strokes {
    Stroke {Qt::SolidLine, 0xff1f5fa8, 0xff7db8ff},
    Stroke {Qt::DashLine, 0xffb04a00, 0xffffb070},
    Stroke {Qt::DotLine, 0xff1b7a4b, 0xff7fe0ae},
};
constexpr double lineWidth = 1.8;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double millisecondsPerSecond = 1000;
constexpr double secondsPerDay = 86'400;
constexpr double nearlyNothing = 0.001;
constexpr double roomAbove = 1.1;
/// So that no point is cut off.
constexpr double roomBeside = 0.015;
constexpr int labelPadding = 8;
/// Less is not worth the whole width.
constexpr double shortestSpan = 60;
/// The diameter of a point that is alone.
constexpr double onlyPoint = 8;

class WholeTicker final : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &range) override
    {
        return std::max(1.0, std::round(QCPAxisTicker::getTickStep(range)));
    }
    int getSubTickCount(double) override { return 0; }
};

} // namespace

TimeChart::TimeChart(const QString &title, const QStringList &names, QWidget *parent)
    : QWidget(parent),
      m_series(names),
      m_plot(new QCustomPlot),
      m_stack(new QStackedWidget),
      m_table(new QTableView),
      m_asTable(new QCheckBox(tr("Show as a &table")))
{
    build(title);
    for (const QString &name : names) {
        QCPGraph *line = m_plot->addGraph();
        line->setName(name);
    }
    // The last one is the limit's.
    m_plot->addGraph()->setName(tr("Limit"));
    paintPalette();
    connect(&m_series, &QAbstractItemModel::rowsInserted, this, &TimeChart::draw);
    connect(&m_series, &QAbstractItemModel::modelReset, this, &TimeChart::draw);
    draw();
}

void TimeChart::build(const QString &title)
{
    m_plot->setAccessibleName(title);
    m_plot->setMinimumHeight(fontMetrics().lineSpacing() * 8);
    // The first label of one axis is clear of that of the other.
    m_plot->xAxis->setTickLabelPadding(labelPadding);
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTickerDateTime>::create());
    m_plot->legend->setVisible(true);
    // Above the lines, in one row, where it hides nothing.
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, m_plot->legend);
    m_plot->plotLayout()->setRowStretchFactor(0, nearlyNothing);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_table->setModel(&m_series);
    setUpList(*m_table, title);
    m_table->setColumnWidth(0, fontMetrics().averageCharWidth() * 26);
    m_asTable->setObjectName(u"asTable"_s);
    auto *nothingYet
        = new QLabel(tr("There are no figures yet. They are gathered while the server runs."));
    nothingYet->setAlignment(Qt::AlignCenter);
    nothingYet->setWordWrap(true);
    m_stack->addWidget(m_plot);
    m_stack->addWidget(m_table);
    m_stack->addWidget(nothingYet);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_asTable);
    connect(m_asTable, &QCheckBox::toggled, this, &TimeChart::choose);
}

void TimeChart::choose()
{
    enum { Plot, Table, Nothing };
    const int shown = m_asTable->isChecked() ? Table : Plot;
    m_stack->setCurrentIndex(m_series.rows().isEmpty() ? Nothing : shown);
}

void TimeChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        paintPalette();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

void TimeChart::paintPalette()
{
    const QColor text = palette().color(QPalette::Text);
    const QColor base = palette().color(QPalette::Base);
    const bool isDark = base.lightness() < text.lightness();
    QColor faint = text;
    faint.setAlphaF(0.2F);
    m_plot->setBackground(base);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(text));
        axis->setTickPen(QPen(text));
        axis->setSubTickPen(QPen(text));
        axis->setTickLabelColor(text);
        axis->setTickLabelFont(font());
        axis->grid()->setPen(QPen(faint, 0, Qt::DotLine));
    }
    m_plot->legend->setBrush(base);
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->legend->setTextColor(text);
    m_plot->legend->setFont(font());
    for (int i = 0; i + 1 < m_plot->graphCount(); ++i) {
        const Stroke &stroke = strokes.at(static_cast<std::size_t>(i) % strokes.size());
        const QColor colour = QColor::fromRgb(isDark ? stroke.onDark : stroke.onLight);
        m_plot->graph(i)->setPen(QPen(colour, lineWidth, stroke.style));
    }
    m_plot->graph(m_plot->graphCount() - 1)->setPen(QPen(text, 1, Qt::DashDotLine));
}

void TimeChart::setCounts()
{
    m_plot->yAxis->setTicker(QSharedPointer<WholeTicker>::create());
    m_plot->yAxis->setNumberFormat(u"f"_s);
    m_plot->yAxis->setNumberPrecision(0);
}

void TimeChart::setLimit(std::optional<double> limit)
{
    if (m_limit == limit)
        return;
    m_limit = limit;
    draw();
}

void TimeChart::draw()
{
    const QList<SeriesRow> &rows = m_series.rows();
    double highest = m_limit.value_or(1);
    for (int line = 0; line + 1 < m_plot->graphCount(); ++line) {
        QVector<QCPGraphData> points;
        points.reserve(rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const double at = static_cast<double>(rows.at(i).atMs) / millisecondsPerSecond;
            const bool isGap = i > 0 && m_longestStep > 0
                && rows.at(i).atMs - rows.at(i - 1).atMs > m_longestStep;
            if (isGap)
                points.append(QCPGraphData(at, nothing));
            const double value = rows.at(i).values.value(line);
            points.append(QCPGraphData(at, value));
            highest = std::max(highest, value);
        }
        // A line needs two.
        m_plot->graph(line)->setScatterStyle(
            rows.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, onlyPoint)
                             : QCPScatterStyle());
        m_plot->graph(line)->data()->set(points, true);
    }
    QCPGraph *limit = m_plot->graph(m_plot->graphCount() - 1);
    limit->data()->clear();
    limit->setVisible(m_limit.has_value());
    if (m_limit)
        limit->addToLegend();
    else
        limit->removeFromLegend();
    if (!rows.isEmpty())
        drawTime(rows);
    m_plot->yAxis->setRange(0, highest * roomAbove);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    choose();
}

void TimeChart::drawTime(const QList<SeriesRow> &rows)
{
    const double last = static_cast<double>(rows.constLast().atMs) / millisecondsPerSecond;
    const double first = std::min(
        static_cast<double>(rows.constFirst().atMs) / millisecondsPerSecond, last - shortestSpan);
    const double margin = (last - first) * roomBeside;
    m_plot->xAxis->setRange(first - margin, last + margin);
    const auto ticker = m_plot->xAxis->ticker().dynamicCast<QCPAxisTickerDateTime>();
    ticker->setDateTimeFormat(
        last - first < secondsPerDay ? u"HH:mm:ss"_s : QLocale().dateFormat(QLocale::ShortFormat));
    if (m_limit)
        m_plot->graph(m_plot->graphCount() - 1)
            ->setData({first - margin, last + margin}, {*m_limit, *m_limit});
}

} // namespace ct::console::widgets
