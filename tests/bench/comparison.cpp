// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/comparison.h"

#include "tests/bench/report.h"
#include "tests/bench/target.h"

#include <cstdio>
#include <iostream>

namespace ct::bench {
using namespace Qt::StringLiterals;
namespace {

double cpuOf(const RunResult &run)
{
    return run.cpuMicroseconds();
}

double p99Of(const RunResult &run)
{
    return run.p99;
}

struct Measured {
    std::unique_ptr<Target> target;
    std::vector<RunResult> runs;
};

class Comparison
{
public:
    explicit Comparison(const Options &options) : m_options(options) { }

    /// Empty, or why there is nothing to measure.
    std::string prepare();
    void run();
    Faults faults() const;
    void print() const;
    QJsonObject json() const;
    void leave();

private:
    std::string add(const char *name, TargetOptions options);
    void pin() const;
    using Figure = double (*)(const RunResult &run);
    double serverOver(const Measured &measured, Figure figure) const;

    const Options &m_options;
    FloorProcess m_floor;
    Reactor m_reactor;
    Progress m_progress;
    std::vector<Measured> m_all;
};

std::string Comparison::prepare()
{
    std::string failed;
    if (!m_options.server.url.empty())
        failed = add("server", m_options.server);
    if (failed.empty() && !m_options.other.url.empty())
        failed = add("vs", m_options.other);
    if (failed.empty() && m_options.hasFloor) {
        TargetOptions floor = m_options.server;
        floor.url = "http://127.0.0.1:" + std::to_string(m_floor.port());
        floor.pid = m_floor.pid();
        floor.idle = 0;
        floor.plan.cuts = 0;
        floor.plan.room.transport = Transport::Floor;
        failed = add("floor", floor);
    }
    if (failed.empty() && m_options.isPinned)
        pin();
    return failed;
}

std::string Comparison::add(const char *name, TargetOptions options)
{
    const auto address = parseUrl(options.url);
    if (!address)
        return options.url + " is no URL of a server";
    options.plan.firstRoom += m_all.size() * 100'000;
    m_all.push_back({std::make_unique<Target>(m_reactor, name, options, *address), {}});
    return m_all.back().target->assemble(m_progress);
}

void Comparison::pin() const
{
    pinTo(0, 1);
    for (const Measured &measured : m_all) {
        if (measured.target->options().pid > 0)
            pinTo(measured.target->options().pid, 0);
    }
}

void Comparison::run()
{
    const std::size_t count = m_all.size();
    const std::size_t runs = count * static_cast<std::size_t>(m_options.repeat);
    for (std::size_t i = 0; i < runs; ++i) {
        // Each round starts with another one, so that none always comes first.
        Measured &measured = m_all[(i + i / count) % count];
        m_progress.show(
            double(i) / double(runs),
            measured.target->name() + " run " + std::to_string(i / count + 1));
        measured.runs.push_back(measured.target->measure(m_options.warmUp, m_options.seconds));
    }
}

Faults Comparison::faults() const
{
    Faults faults;
    for (const Measured &measured : m_all) {
        for (const RunResult &run : measured.runs)
            faults += run.faults;
    }
    return faults;
}

/// The server's figure by that target's: the median over the rounds.
double Comparison::serverOver(const Measured &measured, Figure figure) const
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < measured.runs.size(); ++i) {
        const double theirs = figure(measured.runs[i]);
        if (theirs > 0)
            ratios.push_back(figure(m_all.front().runs[i]) / theirs);
    }
    return median(ratios);
}

void Comparison::print() const
{
    std::printf(
        "%-8s %12s %10s %9s %9s %9s %9s %7s  %s\n",
        "",
        "delivered/s",
        "CPU us/msg",
        "p50 us",
        "p99 us",
        "p99.9 us",
        "core %",
        "ratio",
        "faults");
    for (const Measured &measured : m_all) {
        const QJsonObject middle = medians(measured.runs);
        Faults faults;
        for (const RunResult &run : measured.runs)
            faults += run.faults;
        std::printf(
            "%-8s %12.0f %10.3f %9.0f %9.0f %9.0f %9.1f %7.2f  %s\n",
            measured.target->name().c_str(),
            middle[u"perSecond"_s].toDouble(),
            middle[u"cpuUs"_s].toDouble(),
            middle[u"p50Us"_s].toDouble(),
            middle[u"p99Us"_s].toDouble(),
            middle[u"p999Us"_s].toDouble(),
            middle[u"corePercent"_s].toDouble(),
            serverOver(measured, cpuOf),
            faultText(faults).c_str());
        if (!measured.target->failure().empty())
            std::printf("         first failure: %s\n", measured.target->failure().c_str());
    }
}

QJsonObject Comparison::json() const
{
    QJsonObject targets;
    QJsonObject ratios;
    QJsonObject p99Ratios;
    for (const Measured &measured : m_all) {
        const QString name = QString::fromStdString(measured.target->name());
        QJsonArray runs;
        for (const RunResult &run : measured.runs)
            runs.append(toJson(run));
        targets[name] = QJsonObject {
            {u"plan"_s, planToJson(measured.target->options())},
            {u"runs"_s, runs},
            {u"median"_s, medians(measured.runs)}};
        ratios[name] = serverOver(measured, cpuOf);
        p99Ratios[name] = serverOver(measured, p99Of);
    }
    return {
        {u"command"_s, u"compare"_s},
        {u"name"_s, QString::fromStdString(m_options.name)},
        {u"targets"_s, targets},
        {u"cpuRatio"_s, ratios},
        {u"p99Ratio"_s, p99Ratios},
        {u"faults"_s, QString::fromStdString(faultText(faults()))}};
}

void Comparison::leave()
{
    for (const Measured &measured : m_all)
        measured.target->leave();
}

} // namespace

int compare(const Options &options)
{
    Comparison comparison(options);
    const std::string failed = comparison.prepare();
    if (!failed.empty()) {
        std::cerr << "codetogether-bench: " << failed << '\n';
        return exitcode::notRun;
    }
    comparison.run();
    comparison.print();
    const bool isWritten = writeJson(options.json, comparison.json());
    comparison.leave();
    if (!isWritten)
        return exitcode::notRun;
    return comparison.faults().sum() == 0 ? exitcode::good : exitcode::faulty;
}

} // namespace ct::bench
