// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/presence.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

using namespace std::chrono_literals;

namespace ct::console::app {

namespace {

/// Whoever only reads has not gone.
constexpr auto shortestAbsence = 1min;

} // namespace

Presence::Presence(const Clock &clock)
    : m_clock(clock),
      m_lastNow(clock.now()),
      m_lastWall(clock.wallNow())
{
    QCoreApplication::instance()->installEventFilter(this);
}

std::chrono::milliseconds Presence::unusedTime() const
{
    // One clock stands still while the computer sleeps, the other can be set.
    using std::chrono::milliseconds;
    return std::max(
        std::chrono::duration_cast<milliseconds>(m_clock.now() - m_lastNow),
        std::chrono::duration_cast<milliseconds>(m_clock.wallNow() - m_lastWall));
}

bool Presence::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::Drop:
        note();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Presence::note()
{
    const bool wasAway = unusedTime() >= shortestAbsence;
    m_lastNow = m_clock.now();
    m_lastWall = m_clock.wallNow();
    if (wasAway)
        Q_EMIT returned();
}

} // namespace ct::console::app
