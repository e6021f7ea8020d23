// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/metrics/serverfigures.h"

#include <QByteArray>
#include <QList>

namespace ct::server::metrics {

/// What counters have already been told of; StatsD wants differences.
struct StatsdSums {
    quint64 hosted = 0;
    quint64 downloads = 0;
};

/// The six metrics as StatsD's lines, each with its line end: gauges as they stand, counters as
/// what was added since `told`. Thread: any.
QList<QByteArray> statsdLines(
    const QByteArray &prefix, const ServerFigures &figures, const StatsdSums &told);
/// Of this run: earlier ones have told of what they counted.
StatsdSums statsdSums(const ServerFigures &figures);

/// Lines packed into datagrams that fit into an Ethernet frame.
QList<QByteArray> statsdDatagrams(const QList<QByteArray> &lines);

} // namespace ct::server::metrics
