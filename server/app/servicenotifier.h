// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace ct::server::app {

/// Tells the service manager how the server does, where there is one (sd_notify(3); without
/// NOTIFY_SOCKET nothing is said). Under a watchdog it is told that all is well only as long as
/// every event loop answers, so that a server with a stuck loop is started anew. Thread: main.
class ServiceNotifier final : public QObject
{
    Q_OBJECT

public:
    /// Asks every event loop for a sign of life, and calls `answered` on the main thread when all
    /// have given one.
    using Probe = std::function<void(const std::function<void()> &answered)>;

    explicit ServiceNotifier(Probe probe);

    /// From now on the watchdog is fed.
    void ready();
    void reloading();
    void reloaded();
    void stopping();

private:
    void probe();

    const Probe m_probe;
    QTimer m_watchdog;
};

} // namespace ct::server::app
