// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/goals.h"

#include <QStringList>

#include <array>

namespace ct::bench {
using namespace Qt::StringLiterals;
namespace {

struct RatioRow {
    int burst;
    double plain;
    double tls;
};
constexpr std::array<RatioRow, 3> ratioRows {{{1, 1.3, 2}, {8, 1.6, 3}, {64, 2, 5}}};

Goal ratioGoal(const QString &transport, int peers, int burst, double most)
{
    Goal goal;
    goal.what
        = u"CPU per delivered message against the plain floor, %1, rooms of %2, bursts of %3"_s.arg(
            transport == u"ws" ? u"WebSocket"_s : u"TLS"_s,
            QString::number(peers),
            QString::number(burst));
    goal.wanted = u"≤ %1 ×"_s.arg(most);
    goal.file = u"%1-%2-%3"_s.arg(transport, QString::number(peers), QString::number(burst));
    goal.path = u"cpuRatio.floor"_s;
    goal.most = most;
    return goal;
}

QList<Goal> ratioGoals()
{
    QList<Goal> goals;
    for (const QString &transport : {u"ws"_s, u"tls"_s}) {
        for (const int peers : {5, 50}) {
            for (const RatioRow &row : ratioRows)
                goals.append(ratioGoal(
                    transport, peers, row.burst, transport == u"ws" ? row.plain : row.tls));
        }
    }
    return goals;
}

QList<Goal> scaleGoals()
{
    const QString people = u"1,000 people in 200 rooms, 10 messages/s a room: "_s;
    return {
        {u"cost with 5,000 idle connections against none"_s,
         u"± 15 %"_s,
         u"idle"_s,
         u"cpuRatio.vs"_s,
         1,
         0.85,
         1.15},
        {u"cost with 2,000 rooms against 10"_s,
         u"± 15 %"_s,
         u"rooms"_s,
         u"cpuRatio.vs"_s,
         1,
         0.85,
         1.15},
        {people + u"p99 added delay, ms"_s,
         u"≤ 25"_s,
         u"sizing"_s,
         u"targets.server.median.p99Us"_s,
         1e-3,
         0,
         25},
        {people + u"share of one core, %"_s,
         u"≤ 25"_s,
         u"sizing"_s,
         u"targets.server.median.corePercent"_s,
         1,
         0,
         25},
        {people + u"lost"_s, u"0"_s, u"sizing"_s, u"targets.server.median.lost"_s, 1, 0, 0},
        {u"CPU per delivered message against the reference server"_s,
         u"≤ 0.1 ×"_s,
         u"reference"_s,
         u"cpuRatio.vs"_s,
         1,
         0,
         0.1},
        {u"p99 delay against the reference server at its saturation"_s,
         u"≤ 0.2 ×"_s,
         u"reference-saturated"_s,
         u"p99Ratio.vs"_s,
         1,
         0,
         0.2},
        {u"CPU per message with two workers against one"_s,
         u"≤ 1.1 ×"_s,
         u"workers"_s,
         u"cpuRatio.vs"_s,
         1,
         0,
         1.1},
        {u"share of the busier of two workers"_s,
         u"≤ 0.6"_s,
         u"workers"_s,
         u"targets.server.median.busiestThread"_s,
         1,
         0,
         0.6},
    };
}

QList<Goal> costGoals()
{
    return {
        {u"memory per idle connection at 10,000, plain, KiB"_s,
         u"≤ 32"_s,
         u"memory-plain"_s,
         u"idleKib"_s,
         1,
         0,
         32},
        {u"memory per idle connection at 10,000, TLS, KiB"_s,
         u"≤ 96"_s,
         u"memory-tls"_s,
         u"idleKib"_s,
         1,
         0,
         96},
        {u"join (create, host in, guest in) at 100 joins/s, p99, ms"_s,
         u"≤ 50"_s,
         u"joins"_s,
         u"p99Ms"_s,
         1,
         0,
         50},
        {u"polling, CPU per delivered message against WebSocket"_s,
         u"≤ 4 ×"_s,
         u"polling"_s,
         u"cpuRatio.vs"_s,
         1,
         0,
         4},
        {u"ready after start, warm, s"_s, u"≤ 0.5"_s, u"start"_s, u"medianMs"_s, 1e-3, 0, 0.5},
    };
}

} // namespace

QList<Goal> allGoals()
{
    return ratioGoals() + scaleGoals() + costGoals();
}

double numberAt(const QJsonObject &object, const QString &path, bool &isThere)
{
    QJsonValue value = object;
    const QStringList names = path.split(u'.');
    for (const QString &name : names)
        value = value.toObject().value(name);
    isThere = value.isDouble();
    return value.toDouble();
}

Verdict judge(const Goal &goal, const ResultSet &results)
{
    bool isThere = false;
    const QJsonObject result = results.value(goal.file);
    const double value = numberAt(result, goal.path, isThere) * goal.scale;
    if (!isThere)
        return {u"not measured"_s, u"–"_s};
    const QString faults = result.value(u"faults"_s).toString(u"none"_s);
    if (faults != u"none")
        return {QString::number(value, 'g', 3) + u", but faults: "_s + faults, u"no"_s};
    const bool isReached = value >= goal.least && value <= goal.most;
    return {QString::number(value, 'g', 3), isReached ? u"yes"_s : u"**no**"_s};
}

} // namespace ct::bench
