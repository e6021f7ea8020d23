// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/eventloop/socketpoller.h"
#include "server/eventloop/timerqueue.h"
#include "server/eventloop/wakesignal.h"

#include <QAbstractEventDispatcher>

#include <atomic>

namespace ct::server::eventloop {

/// An event loop over epoll, whose turns cost nothing for idle connections (Qt's own poll or glib
/// loops look at each one). For QThread::setEventDispatcher() and
/// QCoreApplication::setEventDispatcher(), which take ownership.
///
/// Each turn: awake(), posted events, aboutToBlock(), wait, sockets, timers. aboutToBlock() comes
/// in every turn that was allowed to wait, even if something is ready already, so that it serves
/// to flush once a turn; what its slots post or make due is still done before any waiting.
/// Thread: its own, but for wakeUp() and interrupt(), which any thread may call. No call is safe in
/// a signal handler.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    /// Whether anything was handled.
    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(
        int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    /// In milliseconds; -1 for an unknown timer.
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    int waitTime(QEventLoop::ProcessEventsFlags flags) const;
    bool fireTimers();

    WakeSignal m_wake;
    SocketPoller m_sockets;
    TimerQueue m_timers;
    /// The thread that runs the loop, once it does.
    std::atomic<Qt::HANDLE> m_loopThread = nullptr;
    std::atomic<bool> m_interrupted = false;
    /// wakeUp() was called by the loop's own thread, which needs no descriptor to be told.
    bool m_wokenFromWithin = false;
};

} // namespace ct::server::eventloop
