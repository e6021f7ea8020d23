// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/liveoperations.h"

#include "server/admin/livefacts.h"
#include "server/admin/paging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;
using Facts = session::SessionGateway::Facts;

constexpr int mostSessions = 200;

wire::LiveSessions pageOf(const Facts &facts, int most)
{
    wire::LiveSessions page;
    for (const session::SessionFacts &one : facts.first(std::min<qsizetype>(most, facts.size())))
        page.sessions.append(sessionOf(one));
    if (facts.size() > most)
        page.next = page.sessions.constLast().id;
    return page;
}

std::function<void(Status)> answering(const Done &done)
{
    return [done](const Status &outcome) {
        done(outcome ? emptyAnswer() : problemAnswer(outcome.error()));
    };
}

/// For the logs.
QString reasonOf(const Call &call, const QString &what)
{
    return u"%1 by an administrator (%2)"_s.arg(what, call.caller.name);
}

} // namespace

LiveOperations::LiveOperations(
    OperationTable &table, Ledger &ledger, session::SessionGateway &sessions)
    : m_ledger(ledger),
      m_sessions(sessions)
{
    table.bind("listSessions", [this](const Call &call, const Done &done) { list(call, done); });
    table.bind("endSession", [this](const Call &call, const Done &done) { end(call, done); });
    table.bind(
        "removeParticipant", [this](const Call &call, const Done &done) { remove(call, done); });
}

void LiveOperations::list(const Call &call, const Done &done)
{
    const auto most = pageSize(call, mostSessions);
    if (!most)
        return done(problemAnswer(most.error()));
    const QByteArray after = call.text(u"after"_s).toLatin1();
    m_sessions.describe({after, *most}, this, [most = *most, done](const Facts &facts) {
        done(answerOf(pageOf(facts, most)));
    });
}

void LiveOperations::end(const Call &call, const Done &done)
{
    const QString session = call.arguments.constFirst();
    m_ledger.before(
        this,
        m_ledger.entry(call, u"admin.session.end"_s, session),
        done,
        [this, call, session, done] {
            m_sessions.end(session.toLatin1(), reasonOf(call, u"Ended"_s), this, answering(done));
        });
}

void LiveOperations::remove(const Call &call, const Done &done)
{
    const QString session = call.arguments.at(0);
    const QString participant = call.arguments.at(1);
    m_ledger.before(
        this,
        m_ledger.entry(
            call, u"admin.participant.remove"_s, session, u"participant "_s + participant),
        done,
        [this, call, session, participant, done] {
            m_sessions.remove(
                {session.toLatin1(), participant.toLatin1()},
                reasonOf(call, u"Removed"_s),
                this,
                answering(done));
        });
}

} // namespace ct::server::admin
