// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/results.h"

#include "tests/bench/barchart.h"
#include "tests/bench/comparison.h"
#include "tests/bench/goals.h"
#include "tests/bench/machine.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <iostream>

namespace ct::bench {
using namespace Qt::StringLiterals;
namespace {

ResultSet readAll(const QString &folder)
{
    ResultSet results;
    const QDir from(folder);
    const QStringList names = from.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(from.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            results[name.chopped(5)] = QJsonDocument::fromJson(file.readAll()).object();
    }
    return results;
}

bool writeFile(const QString &name, const QString &text)
{
    QFile file(name);
    const QByteArray bytes = text.toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size())
        return true;
    std::cerr << "codetogether-bench: can't write " << name.toStdString() << '\n';
    return false;
}

QString planText(const QJsonObject &plan)
{
    const auto number = [&](const QString &name) {
        return QString::number(plan.value(name).toDouble());
    };
    QString words = plan.value(u"transport"_s).toString()
        + (plan.value(u"tls"_s).toBool() ? u" over TLS"_s : QString());
    words += u", "_s + number(u"rooms"_s) + u" rooms of "_s + number(u"peers"_s) + u", "_s;
    words += plan.value(u"rate"_s).toDouble() > 0 ? number(u"rate"_s) + u"/s a room"_s
                                                  : u"bursts of "_s + number(u"burst"_s);
    if (plan.value(u"idle"_s).toDouble() > 0)
        words += u", "_s + number(u"idle"_s) + u" idle"_s;
    if (plan.value(u"cuts"_s).toDouble() > 0)
        words += u", "_s + number(u"cuts"_s) + u" cuts/s"_s;
    return words + u", "_s + plan.value(u"kind"_s).toString();
}

QString comparisonRows(const QString &name, const QJsonObject &result)
{
    QString rows;
    const QJsonObject targets = result.value(u"targets"_s).toObject();
    for (const QString &target : {u"server"_s, u"floor"_s, u"vs"_s}) {
        const QJsonObject measured = targets.value(target).toObject();
        if (measured.isEmpty())
            continue;
        const QJsonObject middle = measured.value(u"median"_s).toObject();
        const auto figure = [&](const QString &key, int digits) {
            return QString::number(middle.value(key).toDouble(), 'f', digits);
        };
        const QStringList cells {
            name,
            target,
            planText(measured.value(u"plan"_s).toObject()),
            QString::number(measured.value(u"runs"_s).toArray().size()),
            figure(u"perSecond"_s, 0),
            figure(u"cpuUs"_s, 2),
            figure(u"p50Us"_s, 0),
            figure(u"p99Us"_s, 0),
            figure(u"p999Us"_s, 0),
            QString::number(
                result.value(u"cpuRatio"_s).toObject().value(target).toDouble(), 'f', 2),
            result.value(u"faults"_s).toString()};
        rows += u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
    }
    return rows;
}

QString goalTable(const ResultSet &results)
{
    QString table = u"| what | wanted | measured | reached |\n|---|---|---|---|\n"_s;
    const QList<Goal> goals = allGoals();
    for (const Goal &goal : goals) {
        const Verdict verdict = judge(goal, results);
        table += u"| "_s
            + QStringList {goal.what, goal.wanted, verdict.figure, verdict.reached}.join(u" | "_s)
            + u" |\n"_s;
    }
    return table;
}

QString comparisonTable(const ResultSet &results)
{
    QString table
        = u"| set | target | load | runs | delivered/s | CPU µs/message | p50 µs | p99 µs | p99.9 µs | server ÷ target | faults |\n"_s;
    table += u"|---|---|---|---|---|---|---|---|---|---|---|\n"_s;
    for (auto result = results.begin(); result != results.end(); ++result)
        table += comparisonRows(result.key(), result.value());
    return table;
}

QString costTable(const ResultSet &results)
{
    QString table
        = u"| set | connections | connections/s | CPU µs each | join p99 ms | idle KiB | active KiB | idle core % | faults |\n"_s;
    table += u"|---|---|---|---|---|---|---|---|---|\n"_s;
    for (auto result = results.begin(); result != results.end(); ++result) {
        const QJsonObject &found = result.value();
        if (found.value(u"command"_s) != u"memory"_s)
            continue;
        const auto figure = [&](const QString &key, int digits, double scale = 1) {
            return QString::number(found.value(key).toDouble() * scale, 'f', digits);
        };
        const QStringList cells {
            result.key(),
            figure(u"connections"_s, 0),
            figure(u"connectionsPerSecond"_s, 0),
            figure(u"cpuUsPerConnection"_s, 0),
            figure(u"joinP99Us"_s, 1, 1e-3),
            figure(u"idleKib"_s, 1),
            figure(u"activeKib"_s, 1),
            figure(u"idleCorePercent"_s, 1),
            found.value(u"faults"_s).toString()};
        table += u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
    }
    return table;
}

BarChart chartOf(
    const ResultSet &results, const QString &transport, const QString &key, const QString &title)
{
    BarChart chart {title, u"µs"_s, {u"server"_s, u"floor"_s}, {}};
    for (const int peers : {5, 50}) {
        for (const int burst : {1, 8, 64}) {
            BarGroup group {u"rooms of %1, burst %2"_s.arg(peers).arg(burst), {}};
            const QJsonObject result
                = results.value(u"%1-%2-%3"_s.arg(transport).arg(peers).arg(burst));
            for (const QString &target : chart.series) {
                bool isThere = false;
                const double value
                    = numberAt(result, u"targets."_s + target + u".median."_s + key, isThere);
                group.values.append(isThere ? value : -1);
            }
            if (group.values != QList<double> {-1, -1})
                chart.groups.append(group);
        }
    }
    return chart;
}

bool writePlots(const ResultSet &results, const QString &folder)
{
    const auto plot = [&](const QString &file,
                          const QString &transport,
                          const QString &key,
                          const QString &title) {
        return writeFile(folder + u'/' + file, toSvg(chartOf(results, transport, key, title)));
    };
    return QDir().mkpath(folder)
        && plot(
               u"cpu-websocket.svg"_s,
               u"ws"_s,
               u"cpuUs"_s,
               u"CPU per delivered message, WebSocket"_s)
        && plot(
               u"cpu-tls.svg"_s,
               u"tls"_s,
               u"cpuUs"_s,
               u"CPU per delivered message, TLS against the plain floor"_s)
        && plot(u"delay-websocket.svg"_s, u"ws"_s, u"p99Us"_s, u"p99 delay, WebSocket"_s);
}

QString document(const ResultSet &results)
{
    QString text
        = u"# Measured\n\nMade by `tests/bench/run`; what the columns mean stands in README.md.\n\n## Machine\n\n"_s;
    text += machineText(results.value(u"versions"_s));
    text += u"\n## To reach\n\n"_s + goalTable(results);
    text += u"\n## Against the floor and others\n\nMedians of interleaved runs.\n\n"_s
        + comparisonTable(results);
    text += u"\nA run draws them, too: plots/*.svg, which are not kept in the repository.\n"_s;
    return text + u"\n## Connections\n\n"_s + costTable(results);
}

} // namespace

int writeResults(const QString &from, const QString &into)
{
    const ResultSet results = readAll(from);
    if (results.isEmpty()) {
        std::cerr << "codetogether-bench: no results in " << from.toStdString() << '\n';
        return exitcode::notRun;
    }
    const bool isWritten = writePlots(results, into + u"/plots"_s)
        && writeFile(into + u"/RESULTS.md"_s, document(results));
    return isWritten ? exitcode::good : exitcode::notRun;
}

int printNumber(const QString &file, const QString &path)
{
    QFile input(file);
    bool isThere = false;
    double number = 0;
    if (input.open(QIODevice::ReadOnly))
        number = numberAt(QJsonDocument::fromJson(input.readAll()).object(), path, isThere);
    if (isThere)
        std::cout << number << '\n';
    return isThere ? exitcode::good : exitcode::notRun;
}

} // namespace ct::bench
