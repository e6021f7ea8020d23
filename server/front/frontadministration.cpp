// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What whoever runs the server sees of sessions and does to them, on the workers that have them.
#include "server/front/front.h"
#include "server/front/worker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

Error stopping()
{
    return {ErrorCode::Unavailable, u"The server is about to stop"_s};
}

/// Does `work` where the room lives, and brings the outcome home.
void onOwner(
    Worker *owner,
    std::function<Status(session::SessionDirectory &)> work,
    QObject *context,
    std::function<void(Status)> answer)
{
    owner->post([owner, work = std::move(work), context, answer = std::move(answer)] {
        const Status outcome = work(owner->sessions());
        QMetaObject::invokeMethod(
            context, [answer, outcome] { answer(outcome); }, Qt::QueuedConnection);
    });
}

/// The first ones by their ids.
session::SessionGateway::Facts firstOf(session::SessionGateway::Facts facts, int most)
{
    std::sort(facts.begin(), facts.end(), [](const auto &one, const auto &other) {
        return one.id < other.id;
    });
    return facts.first(std::min<qsizetype>(most, facts.size()));
}

} // namespace

void Front::describe(const Page &page, QObject *context, std::function<void(const Facts &)> answer)
{
    if (m_context.isDraining || m_loops.empty())
        return answer({});
    struct Gathered {
        std::size_t missing = 0;
        Facts facts;
    };
    // Touched on the context's thread only.
    const auto gathered = std::make_shared<Gathered>(Gathered {m_loops.size(), {}});
    const int most = page.most + 1;
    const auto take = [gathered, most, answer = std::move(answer)](const Facts &some) {
        gathered->facts += some;
        if (--gathered->missing == 0)
            answer(firstOf(std::move(gathered->facts), most));
    };
    for (const Loop &loop : m_loops)
        loop.worker->post([&worker = *loop.worker, after = page.after, most, context, take] {
            QMetaObject::invokeMethod(
                context,
                [take, some = worker.sessions().facts(after, most)] { take(some); },
                Qt::QueuedConnection);
        });
}

void Front::describeOne(
    const QByteArray &room,
    QObject *context,
    std::function<void(const Result<session::SessionFacts> &)> answer)
{
    if (m_context.isDraining || m_loops.empty())
        return answer(stopping());
    Worker *owner = m_context.ownerOf(room);
    owner->post([owner, room, context, answer = std::move(answer)] {
        QMetaObject::invokeMethod(
            context,
            [answer, facts = owner->sessions().factsOf(room)] { answer(facts); },
            Qt::QueuedConnection);
    });
}

void Front::enforceBans(const QString &reason)
{
    for (const Loop &loop : m_loops)
        loop.worker->post(
            [&worker = *loop.worker, reason] { worker.sessions().enforceBans(reason); });
}

void Front::end(
    const QByteArray &room,
    const QString &reason,
    QObject *context,
    std::function<void(Status)> answer)
{
    if (m_context.isDraining)
        return answer(stopping());
    const auto work = [room, reason](session::SessionDirectory &sessions) {
        return sessions.end(room, reason);
    };
    onOwner(m_context.ownerOf(room), work, context, std::move(answer));
}

void Front::remove(
    const Seat &seat, const QString &reason, QObject *context, std::function<void(Status)> answer)
{
    if (m_context.isDraining)
        return answer(stopping());
    const auto work = [seat, reason](session::SessionDirectory &sessions) {
        return sessions.remove(seat.room, seat.participant, reason);
    };
    onOwner(m_context.ownerOf(seat.room), work, context, std::move(answer));
}

} // namespace ct::server::front
