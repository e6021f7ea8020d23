// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/acceptor.h"
#include "server/front/figuregatherer.h"
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

    /// New limits and rules: each thread of the front takes its copy when it comes to it. What
    /// needs a restart is the same as before.
    void apply(const Policies &policies);

    /// Ends every session in the protocol's way. The last words then go out while the loops run on:
    /// who is in is still served, since a poll has to come before it can be answered; nobody else.
    void beginStop(const QString &reason);
    /// The last words are said: closes the doors, and the connections in an orderly way.
    void beginFarewell();
    /// What the present step still has to wait for, as of a moment ago; 0: nothing.
    int remaining() const;
    /// The front in numbers; `done` is called once, a moment later.
    void gather(FigureGatherer::Done done) { m_gatherer.gather(std::move(done)); }
    /// Ends the threads; what was not said is lost.
    void stop();
    /// Which bodies are written to files. Thread: any.
    UploadTable &uploads() { return m_context.uploads; }

    // SessionGateway
    void reserve(
        const auth::RoomClaims &claims,
        QObject *context,
        std::function<void(Status)> answer) override;
    void askToJoin(
        const QByteArray &room,
        const session::JoinRequest &request,
        QObject *context,
        std::function<void(Status)> started,
        std::function<void(const session::JoinDecision &)> decided) override;
    void endSeats(const auth::Logout &logout) override;
    void describe(
        const Page &page, QObject *context, std::function<void(const Facts &)> answer) override;
    void describeOne(
        const QByteArray &room,
        QObject *context,
        std::function<void(const Result<session::SessionFacts> &)> answer) override;
    session::BanList &bans() override { return m_context.bans; }
    void enforceBans(const QString &reason) override;
    void end(
        const QByteArray &room,
        const QString &reason,
        QObject *context,
        std::function<void(Status)> answer) override;
    void remove(
        const Seat &seat,
        const QString &reason,
        QObject *context,
        std::function<void(Status)> answer) override;

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
    FigureGatherer m_gatherer;
    std::vector<Loop> m_loops;
    std::unique_ptr<QThread> m_acceptorThread;
    std::unique_ptr<Acceptor> m_acceptor;
};

} // namespace ct::server::front
