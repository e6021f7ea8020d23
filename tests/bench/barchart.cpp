// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/barchart.h"

#include <algorithm>

namespace ct::bench {
using namespace Qt::StringLiterals;
namespace {

constexpr int width = 760;
constexpr int left = 190;
constexpr int barRoom = 440;
constexpr int barHeight = 14;
constexpr int groupGap = 12;
constexpr int top = 64;

QString colour(qsizetype series)
{
    const QStringList colours {u"#3465a4"_s, u"#8ae234"_s, u"#f57900"_s};
    return colours[series % colours.size()];
}

QString text(int x, int y, const QString &words, const QString &more = {})
{
    return u"<text x=\"%1\" y=\"%2\"%3>%4</text>\n"_s.arg(
        QString::number(x), QString::number(y), more, words.toHtmlEscaped());
}

QString rectangle(int x, int y, int wide, const QString &fill)
{
    return u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"/>\n"_s.arg(
        QString::number(x),
        QString::number(y),
        QString::number(wide),
        QString::number(barHeight - 2),
        fill);
}

double highest(const BarChart &chart)
{
    double most = 0;
    for (const BarGroup &group : chart.groups) {
        for (const double value : group.values)
            most = std::max(most, value);
    }
    return most > 0 ? most : 1;
}

QString legend(const BarChart &chart)
{
    QString svg;
    int x = left;
    for (qsizetype i = 0; i < chart.series.size(); ++i) {
        svg += rectangle(x, 36, 12, colour(i)) + text(x + 18, 46, chart.series[i]);
        x += 140;
    }
    return svg;
}

QString groupBars(const BarGroup &group, int y, double scale)
{
    QString svg = text(left - 10, y + barHeight, group.label, u" text-anchor=\"end\""_s);
    for (qsizetype i = 0; i < group.values.size(); ++i, y += barHeight) {
        if (group.values[i] < 0)
            continue;
        const int wide = std::max(1, static_cast<int>(group.values[i] * scale));
        svg += rectangle(left, y + 2, wide, colour(i));
        svg += text(left + wide + 6, y + barHeight - 2, QString::number(group.values[i], 'g', 3));
    }
    return svg;
}

} // namespace

QString toSvg(const BarChart &chart)
{
    const int groupHeight = barHeight * static_cast<int>(chart.series.size()) + groupGap;
    const int height = top + groupHeight * static_cast<int>(chart.groups.size());
    QString svg
        = u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" font-family=\"sans-serif\" font-size=\"12\">\n"_s
              .arg(width)
              .arg(height);
    svg += u"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"_s;
    svg += text(left, 22, chart.title + u" ("_s + chart.unit + u')', u" font-size=\"15\""_s)
        + legend(chart);
    const double scale = barRoom / highest(chart);
    int y = top;
    for (const BarGroup &group : chart.groups) {
        svg += groupBars(group, y, scale);
        y += groupHeight;
    }
    return svg + u"</svg>\n"_s;
}

} // namespace ct::bench
