// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/eventloop/lagstatistics.h"

#include <QTimer>

namespace ct::server::eventloop {

/// Measures how late the loop of its thread is: a timer notes by how much it was missed. Ten times
/// a second, so that a stall is seen, however short the rest of the second was.
/// Thread: the one that makes it.
class LagMeter final : public QObject
{
    Q_OBJECT

public:
    explicit LagMeter(const Clock &clock);

    LagFigures figures() const { return m_statistics.figures(m_clock.now()); }

private:
    void measure();
    void startTimer();

    const Clock &m_clock;
    QTimer m_timer;
    Instant m_due;
    LagStatistics m_statistics;
};

} // namespace ct::server::eventloop
