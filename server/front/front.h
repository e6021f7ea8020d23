// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/acceptor.h"
#include "server/front/frontcontext.h"
#include "server/session/sessiongateway.h"

#include <QThread>

#include <memory>

namespace ct::server::front {

class Worker;

/// The public face of the server: doors, worker loops, sessions. Everything that comes from a
/// network comes through here. Thread: made, started and stopped on the main thread; the rest says
/// its own.
class Front final : public session::SessionGateway
{
public:
    explicit Front(FrontServices services);
    ~Front() override;

    /// Opens the doors. On failure nothing is left open.
    Status start();
    /// The ports really taken; valid once started.
    Ports ports() const;

    /// Closes the doors and ends every session in the protocol's way; the last words then go out
    /// while the loops run on.
    void beginStop(const QString &reason);
    /// How many connections still have something to say, as of a moment ago.
    int remaining() const;
    /// Ends the threads; what was not said is lost.
    void stop();

    // SessionGateway
    void reserve(
        const auth::RoomClaims &claims,
        QObject *context,
        std::function<void(Status)> answer) override;
    void askToJoin(
        const QByteArray &room,
        const relay::JoiningUser &user,
        QObject *context,
        std::function<void(Status)> started,
        std::function<void(const session::JoinDecision &)> decided) override;

private:
    struct Loop {
        std::unique_ptr<QThread> thread;
        std::unique_ptr<Worker> worker;
    };

    static std::unique_ptr<QThread> makeThread(const QString &name);
    void startWorkers();
    void closeDoors();
    /// Runs `task` on the worker and waits for it.
    static void runOn(Worker &worker, const std::function<void()> &task);

    const FrontServices m_services;
    FrontContext m_context;
    std::vector<Loop> m_loops;
    std::unique_ptr<QThread> m_acceptorThread;
    std::unique_ptr<Acceptor> m_acceptor;
};

} // namespace ct::server::front
