// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/prometheustext.h"

#include "server/metrics/prometheusrows.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <sstream>

namespace ct::server::metrics {

namespace {

template<typename Metric>
struct Shown {
    Metric *metric;
    double (*value)(const ServerFigures &figures);
};

/// A loop's series, and how much of its histogram they have already.
struct LoopSeries {
    prometheus::Histogram *histogram;
    prometheus::Gauge *longest;
    eventloop::LagFigures known;
};

} // namespace

/// References into the registry, looked up once.
class PrometheusText::Private
{
public:
    Private()
        : m_lag(prometheus::BuildHistogram()
                    .Name("codetogether_loop_lag_seconds")
                    .Help("How late the timers of an event loop were")
                    .Register(m_registry)),
          m_longestLag(prometheus::BuildGauge()
                           .Name("codetogether_loop_lag_longest_seconds")
                           .Help("The longest delay of an event loop within the last ten seconds")
                           .Register(m_registry))
    {
        for (const Row &row : gaugeRows()) {
            auto &family
                = prometheus::BuildGauge().Name(row.name).Help(row.help).Register(m_registry);
            m_gauges.push_back({&family.Add(row.labels), row.value});
        }
        for (const Row &row : counterRows()) {
            auto &family
                = prometheus::BuildCounter().Name(row.name).Help(row.help).Register(m_registry);
            m_counters.push_back({&family.Add(row.labels), row.value});
        }
    }

    void update(const ServerFigures &figures)
    {
        for (const auto &[gauge, value] : m_gauges)
            gauge->Set(value(figures));
        // The figures are sums, and the library's counters take differences.
        for (const auto &[counter, value] : m_counters)
            counter->Increment(value(figures) - counter->Value());
        showLoop("main", figures.mainLag);
        for (const front::LoopFigures &loop : figures.front.loops)
            showLoop(loop.name.toStdString(), loop.lag);
    }

    QByteArray text() const
    {
        std::ostringstream out;
        prometheus::TextSerializer().Serialize(out, m_registry.Collect());
        return QByteArray::fromStdString(out.str());
    }

private:
    void showLoop(const std::string &name, const eventloop::LagFigures &lag)
    {
        // A loop that has not answered yet has no name.
        if (name.empty())
            return;
        LoopSeries &series = seriesOf(name);
        std::vector<double> more;
        for (std::size_t at = 0; at < lag.counts.size(); ++at)
            more.push_back(static_cast<double>(lag.counts[at] - series.known.counts[at]));
        series.histogram->ObserveMultiple(more, lag.sum - series.known.sum);
        series.longest->Set(lag.longest);
        series.known = lag;
    }

    LoopSeries &seriesOf(const std::string &name)
    {
        const auto at = m_loops.find(name);
        if (at != m_loops.end())
            return at->second;
        const prometheus::Labels labels {{"loop", name}};
        const auto &bounds = eventloop::LagFigures::bounds;
        const prometheus::Histogram::BucketBoundaries buckets(bounds.begin(), bounds.end());
        const LoopSeries fresh {&m_lag.Add(labels, buckets), &m_longestLag.Add(labels), {}};
        return m_loops.emplace(name, fresh).first->second;
    }

    prometheus::Registry m_registry;
    std::vector<Shown<prometheus::Gauge>> m_gauges;
    std::vector<Shown<prometheus::Counter>> m_counters;
    prometheus::Family<prometheus::Histogram> &m_lag;
    prometheus::Family<prometheus::Gauge> &m_longestLag;
    std::map<std::string, LoopSeries> m_loops;
};

PrometheusText::PrometheusText() : m_private(std::make_unique<Private>())
{ }

PrometheusText::~PrometheusText() = default;

QByteArray PrometheusText::render(const ServerFigures &figures)
{
    m_private->update(figures);
    return m_private->text();
}

} // namespace ct::server::metrics
