// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/front.h"

#include "server/eventloop/epolldispatcher.h"
#include "server/front/worker.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

Error stopping()
{
    return {ErrorCode::Unavailable, u"The server is about to stop"_s};
}

} // namespace

Front::Front(FrontServices services)
    : m_services(std::move(services)),
      m_context(m_services),
      m_gatherer(m_context)
{ }

Front::~Front()
{
    stop();
}

std::unique_ptr<QThread> Front::makeThread(const QString &name)
{
    auto thread = std::make_unique<QThread>();
    thread->setObjectName(name);
    thread->setEventDispatcher(std::make_unique<eventloop::EpollDispatcher>().release());
    thread->start();
    return thread;
}

void Front::startWorkers()
{
    const int count
        = m_services.net.workers > 0 ? m_services.net.workers : QThread::idealThreadCount();
    for (int number = 0; number < std::max(1, count); ++number) {
        Loop loop {
            makeThread(u"worker-%1"_s.arg(number)), std::make_unique<Worker>(m_context, number)};
        loop.worker->moveToThread(loop.thread.get());
        m_context.workers.push_back(loop.worker.get());
        m_loops.push_back(std::move(loop));
    }
    for (const Loop &loop : m_loops)
        runOn(*loop.worker, [&worker = *loop.worker] { worker.start(); });
}

void Front::runOn(Worker &worker, const std::function<void()> &task)
{
    QMetaObject::invokeMethod(&worker, task, Qt::BlockingQueuedConnection);
}

Status Front::start()
{
    startWorkers();
    m_acceptorThread = makeThread(u"acceptor"_s);
    m_acceptor = std::make_unique<Acceptor>(m_context);
    m_acceptor->moveToThread(m_acceptorThread.get());
    Status opened;
    QMetaObject::invokeMethod(
        m_acceptor.get(),
        [this, &opened] { opened = m_acceptor->open(); },
        Qt::BlockingQueuedConnection);
    if (!opened)
        stop();
    return opened;
}

Ports Front::ports() const
{
    return m_acceptor ? m_acceptor->ports() : Ports {};
}

void Front::apply(const Policies &policies)
{
    m_context.apply(policies);
    const auto snapshot = std::make_shared<const Policies>(policies);
    for (const Loop &loop : m_loops)
        loop.worker->post([&worker = *loop.worker, snapshot] { worker.apply(*snapshot); });
    if (!m_acceptor)
        return;
    QMetaObject::invokeMethod(
        m_acceptor.get(),
        [acceptor = m_acceptor.get(), snapshot] { acceptor->apply(*snapshot); },
        Qt::QueuedConnection);
}

void Front::closeDoors()
{
    if (!m_acceptor)
        return;
    QMetaObject::invokeMethod(m_acceptor.get(), &Acceptor::close, Qt::BlockingQueuedConnection);
    m_acceptorThread->quit();
    m_acceptorThread->wait();
    m_acceptor.reset();
}

void Front::beginStop(const QString &reason)
{
    m_context.isDraining = true;
    for (const Loop &loop : m_loops)
        loop.worker->order([&worker = *loop.worker, reason] { worker.closeSessions(reason); });
}

void Front::beginFarewell()
{
    closeDoors();
    for (const Loop &loop : m_loops)
        loop.worker->order([&worker = *loop.worker] { worker.endConnections(); });
}

int Front::remaining() const
{
    int remaining = 0;
    for (const Loop &loop : m_loops)
        remaining += loop.worker->remaining();
    return remaining;
}

void Front::stop()
{
    m_context.isDraining = true;
    closeDoors();
    for (const Loop &loop : m_loops)
        runOn(*loop.worker, [&worker = *loop.worker] { worker.stop(); });
    for (const Loop &loop : m_loops) {
        loop.thread->quit();
        loop.thread->wait();
    }
    m_context.workers.clear();
    m_loops.clear();
}

void Front::reserve(
    const auth::RoomClaims &claims, QObject *context, std::function<void(Status)> answer)
{
    // The workers may be gone already when a request comes in the same turn as the end.
    if (m_context.isDraining)
        return answer(stopping());
    const Status taken = m_context.quota.take(claims.user.id);
    if (!taken)
        return answer(taken);
    Worker *owner = m_context.ownerOf(claims.room);
    owner->post([owner, claims, context, answer = std::move(answer)] {
        owner->sessions().reserve(claims);
        QMetaObject::invokeMethod(
            context, [answer] { answer({}); }, Qt::QueuedConnection);
    });
}

void Front::askToJoin(
    const QByteArray &room,
    const session::JoinRequest &request,
    QObject *context,
    std::function<void(Status)> started,
    std::function<void(const session::JoinDecision &)> decided)
{
    if (m_context.isDraining)
        return started(stopping());
    Worker *owner = m_context.ownerOf(room);
    QObject *home = context;
    const auto decidedThere
        = [home, decided = std::move(decided)](const session::JoinDecision &decision) {
              QMetaObject::invokeMethod(
                  home, [decided, decision] { decided(decision); }, Qt::QueuedConnection);
          };
    owner->post([owner, room, request, home, decidedThere, started = std::move(started)] {
        // The answer must not overtake the start, so whatever is decided at once is held until
        // then.
        std::optional<session::JoinDecision> early;
        const auto hold = std::make_shared<std::function<void(const session::JoinDecision &)>>(
            [&early](const session::JoinDecision &decision) { early = decision; });
        const Status status = owner->sessions().askToJoin(
            room, request, [hold](const session::JoinDecision &decision) { (*hold)(decision); });
        *hold = decidedThere;
        QMetaObject::invokeMethod(
            home, [started, status] { started(status); }, Qt::QueuedConnection);
        if (early)
            decidedThere(*early);
    });
}

void Front::endSeats(const auth::Logout &logout)
{
    for (const Loop &loop : m_loops)
        loop.worker->post([&worker = *loop.worker, logout] { worker.sessions().endSeats(logout); });
}

} // namespace ct::server::front
