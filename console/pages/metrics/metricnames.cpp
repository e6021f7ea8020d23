// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/metrics/metricnames.h"

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

constexpr double microsecondsInMillisecond = 1000;
constexpr double microsecondsInSecond = 1'000'000;

bool isLag(const MetricName &name)
{
    return QLatin1StringView(name.figure) == "serverLag"_L1;
}

} // namespace

QString statsdLine(const MetricName &name, const QString &prefix, qint64 value)
{
    const QString start = prefix + QLatin1StringView(name.statsd) + u':';
    if (name.isSum)
        return start + u"1|c"_s;
    const double lag = static_cast<double>(value) / microsecondsInMillisecond;
    return start + (isLag(name) ? QString::number(lag, 'f', 3) : QString::number(value)) + u"|g"_s;
}

QString prometheusLine(const MetricName &name, qint64 value)
{
    const double lag = static_cast<double>(value) / microsecondsInSecond;
    return QLatin1StringView(name.prometheus) + u' '
        + (isLag(name) ? QString::number(lag) : QString::number(value));
}

} // namespace ct::console::pages
