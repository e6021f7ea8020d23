// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace ct::server::app {

/// Turns the process's signals into Qt's. Call block() before any thread is made, so that none of
/// them is interrupted. Thread: main.
class SignalWatcher final : public QObject
{
    Q_OBJECT

public:
    SignalWatcher();
    ~SignalWatcher() override;

    /// Keeps SIGTERM, SIGINT, SIGHUP, SIGUSR1 and SIGPIPE from their default effects, in every
    /// thread made from then on.
    static void block();

Q_SIGNALS:
    /// SIGTERM, as service managers say it.
    void drainRequested();
    /// SIGINT, as somebody who sits before it says it.
    void stopRequested();
    /// SIGHUP.
    void reloadRequested();
    /// SIGUSR1, as log rotation says it.
    void reopenRequested();

private:
    void read();
    void tell(int signal);

    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace ct::server::app
