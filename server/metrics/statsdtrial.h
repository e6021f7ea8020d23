// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/metrics/statsdsender.h"

#include <QElapsedTimer>
#include <QTimer>

namespace ct::server::metrics {

/// Sends one sample to StatsD and tells what came of it, within a few seconds: gauges as they are,
/// counters without anything new, so that nothing is counted twice. Deletes itself then. Thread:
/// the one it lives in, which needs an event loop.
class StatsdTrial final : public QObject
{
    Q_OBJECT

public:
    struct Outcome {
        bool isGood = false;
        QString sentence;
        int lines = 0;
        std::chrono::milliseconds took {0};
    };
    using Done = std::function<void(const Outcome &outcome)>;

    /// `done` is called once, unless `keeper` goes before, which then takes the trial along.
    static void begin(
        const MetricsConfig &config, const ServerFigures &figures, QObject *keeper, Done done);

private:
    StatsdTrial(const MetricsConfig &config, const ServerFigures &figures, Done done);
    void look();
    void finish(bool isGood, const QString &sentence);

    const MetricsConfig m_config;
    Done m_done;
    int m_lines = 0;
    QElapsedTimer m_elapsed;
    QTimer m_looks;
    StatsdSender m_sender;
};

} // namespace ct::server::metrics
