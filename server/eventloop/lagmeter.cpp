// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/lagmeter.h"

namespace ct::server::eventloop {

namespace {

constexpr std::chrono::milliseconds interval {100};

} // namespace

LagMeter::LagMeter(const Clock &clock) : m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LagMeter::measure);
    startTimer();
}

// Anew each time: a timer that keeps its own beat would hide what it has missed.
void LagMeter::startTimer()
{
    m_due = m_clock.now() + interval;
    m_timer.start(interval);
}

void LagMeter::measure()
{
    const Instant now = m_clock.now();
    m_statistics.add(now - m_due, now);
    startTimer();
}

} // namespace ct::server::eventloop
