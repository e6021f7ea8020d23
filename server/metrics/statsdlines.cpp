// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/statsdlines.h"

namespace ct::server::metrics {

namespace {

/// 1500 bytes of Ethernet less the headers of IPv6 and UDP, with room for a tunnel's.
constexpr qsizetype longestDatagram = 1'432;
constexpr double millisecondsPerSecond = 1'000;
constexpr int lagDigits = 3;

quint64 difference(quint64 now, quint64 before)
{
    return now > before ? now - before : 0;
}

} // namespace

StatsdSums statsdSums(const ServerFigures &figures)
{
    return {figures.sessions.hosted, figures.downloads.total() - figures.downloadsBefore};
}

QList<QByteArray> statsdLines(
    const QByteArray &prefix, const ServerFigures &figures, const StatsdSums &told)
{
    const auto gauge = [&prefix](const char *name, const QByteArray &value) -> QByteArray {
        return prefix + name + ':' + value + "|g\n";
    };
    const auto counter = [&prefix](const char *name, quint64 added) -> QByteArray {
        return prefix + name + ':' + QByteArray::number(added) + "|c\n";
    };
    const StatsdSums sums = statsdSums(figures);
    const double lag = figures.meanLag() * millisecondsPerSecond;
    return {
        gauge("users.online", QByteArray::number(figures.front.usersConnected)),
        gauge("sessions.active", QByteArray::number(figures.front.sessions)),
        gauge("sessions.connections", QByteArray::number(figures.front.connectedParticipants)),
        gauge("server.lag_ms", QByteArray::number(lag, 'f', lagDigits)),
        counter("sessions.hosted", difference(sums.hosted, told.hosted)),
        counter("clients.downloads", difference(sums.downloads, told.downloads)),
    };
}

QList<QByteArray> statsdDatagrams(const QList<QByteArray> &lines)
{
    QList<QByteArray> datagrams;
    for (const QByteArray &line : lines) {
        if (datagrams.isEmpty() || datagrams.last().size() + line.size() > longestDatagram)
            datagrams.append(QByteArray());
        datagrams.last() += line;
    }
    return datagrams;
}

} // namespace ct::server::metrics
