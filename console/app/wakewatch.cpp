// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/wakewatch.h"

using namespace std::chrono_literals;

namespace ct::console::app {

namespace {

constexpr auto timeBetweenLooks = 5s;
/// A clock that is set right moves less.
constexpr auto shortestSleep = 20s;

} // namespace

WakeWatch::WakeWatch(const Clock &clock)
    : m_clock(clock),
      m_lastNow(clock.now()),
      m_lastWall(clock.wallNow())
{
    connect(&m_looks, &QTimer::timeout, this, &WakeWatch::look);
    m_looks.start(timeBetweenLooks);
}

void WakeWatch::look()
{
    const auto ran = m_clock.now() - m_lastNow;
    const auto passed = m_clock.wallNow() - m_lastWall;
    m_lastNow = m_clock.now();
    m_lastWall = m_clock.wallNow();
    if (passed - ran >= shortestSleep)
        Q_EMIT woke();
}

} // namespace ct::console::app
