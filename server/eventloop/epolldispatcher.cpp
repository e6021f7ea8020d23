// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/epolldispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>
#include <QTimerEvent>

#include <algorithm>
#include <limits>
#include <utility>

namespace ct::server::eventloop {

using Clock = std::chrono::steady_clock;

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent),
      m_sockets(m_wake.descriptor())
{ }

EpollDispatcher::~EpollDispatcher() = default;

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents);
    const bool withSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    m_loopThread.store(QThread::currentThreadId(), std::memory_order_relaxed);
    m_interrupted.store(false);
    Q_EMIT awake();
    // Before the events are sent: those that are posted meanwhile wait for the next turn.
    bool handled = std::exchange(m_wokenFromWithin, false);
    QCoreApplication::sendPostedEvents();

    if (mayWait && !m_interrupted.load())
        Q_EMIT aboutToBlock();
    if (m_interrupted.load())
        return false;

    const int timeout = mayWait ? waitTime(flags) : 0;
    const bool woken = withSockets ? m_sockets.wait(timeout) : m_wake.wait(timeout);
    if (woken)
        m_wake.lower();
    handled = handled || woken;
    if (withSockets)
        handled = m_sockets.deliver() > 0 || handled;
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers))
        handled = fireTimers() || handled;
    return handled;
}

int EpollDispatcher::waitTime(QEventLoop::ProcessEventsFlags flags) const
{
    if (m_wokenFromWithin)
        return 0;
    const auto next = m_timers.nextDeadline();
    if (flags.testFlag(QEventLoop::X11ExcludeTimers) || !next)
        return -1;
    // Rounded up, or the last fraction of a millisecond would be spent spinning.
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now()).count();
    return static_cast<int>(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

bool EpollDispatcher::fireTimers()
{
    if (!m_timers.nextDeadline())
        return false;
    const auto now = Clock::now();
    bool fired = false;
    for (TimerQueue::Ticket ticket : m_timers.due(now)) {
        QObject *object = m_timers.start(ticket, now);
        if (object == nullptr)
            continue;
        QTimerEvent event(ticket.id);
        QCoreApplication::sendEvent(object, &event);
        m_timers.finish(ticket);
        fired = true;
    }
    return fired;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier != nullptr && QThread::currentThread() == thread());
    m_sockets.add(notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier != nullptr && QThread::currentThread() == thread());
    m_sockets.remove(notifier);
}

void EpollDispatcher::registerTimer(
    int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    Q_ASSERT(timerId > 0 && object != nullptr && QThread::currentThread() == thread());
    const auto time = std::chrono::milliseconds(interval);
    m_timers.add({timerId, time, timerType, object}, Clock::now());
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    Q_ASSERT(QThread::currentThread() == thread());
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    Q_ASSERT(QThread::currentThread() == thread());
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto left = m_timers.remaining(timerId, Clock::now());
    if (!left)
        return -1;
    return static_cast<int>(std::min<qint64>(left->count(), std::numeric_limits<int>::max()));
}

void EpollDispatcher::wakeUp()
{
    if (m_loopThread.load(std::memory_order_relaxed) == QThread::currentThreadId())
        m_wokenFromWithin = true;
    else
        m_wake.raise();
}

void EpollDispatcher::interrupt()
{
    m_interrupted.store(true);
    wakeUp();
}

} // namespace ct::server::eventloop
