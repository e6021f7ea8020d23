// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/sessionroutes.h"

#include "server/application/answers.h"
#include "server/application/callinfo.h"
#include "server/http/backendfields.h"
#include "shared/protocol/paths.h"
#include "shared/protocol/session.h"

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

namespace codes = protocol::codes;

/// A call of somebody who is logged in, on its way to an answer.
struct Visit {
    const SessionParts &parts;
    auth::LoginClaims caller;
    compat::Call call;
    compat::ReplyPtr reply;
};

void recordRefusal(
    const Visit &visit, const QByteArray &room, session::Refusal refusal, const QString &reason)
{
    session::SessionEvent event;
    event.kind = session::SessionEvent::Kind::Refused;
    event.at = visit.parts.clock.wallNow();
    event.session = room;
    event.user = visit.caller.user.name;
    event.email = visit.caller.user.email;
    event.authProvider = visit.caller.user.authProvider;
    event.address = QString::fromLatin1(visit.call.header(http::backend::clientAddress));
    event.reason = reason;
    event.refusal = refusal;
    visit.parts.events.record(event);
}

/// What is said to somebody who is not let in, and what is counted.
struct Answer {
    QString code;
    session::Refusal refusal;
};

void refuse(const Visit &visit, const QByteArray &room, const Answer &answer, const Error &error)
{
    recordRefusal(visit, room, answer.refusal, error.message);
    answerError(*visit.reply, statusOf(error.code), answer.code, error.message);
}

/// Running sessions go on while the server drains, and take guests in; there are no new ones.
void refuseDraining(const Visit &visit)
{
    const QString sentence
        = u"The server is about to stop and takes no new sessions; try again in a minute"_s;
    recordRefusal(visit, {}, session::Refusal::Draining, sentence);
    answerError(*visit.reply, 503, u"Draining"_s, sentence, {{"Retry-After", "60"}});
}

/// Says so when there is no seat; who gets the last one is decided when it is taken.
bool lacksSeat(const Visit &visit, const QByteArray &room)
{
    const session::SeatCounter &seats = visit.parts.seats;
    if (!seats.isFull())
        return false;
    refuse(
        visit,
        room,
        {u"NoFreeConnection"_s, session::Refusal::NoSeat},
        {ErrorCode::Unavailable, seats.refusal()});
    return true;
}

void create(const Visit &visit)
{
    const SessionParts &parts = visit.parts;
    if (parts.isDraining())
        return refuseDraining(visit);
    if (lacksSeat(visit, {}))
        return;
    auth::RoomClaims claims;
    claims.room = randomId(parts.random);
    claims.instance = randomId(parts.random);
    claims.participant = randomId(parts.random);
    claims.user = visit.caller.user;
    claims.host = true;
    claims.login = visit.caller.tokenId;
    const QByteArray token = parts.tokens.issueRoom(claims);
    parts.sessions.reserve(claims, parts.home, [visit, claims, token](const Status &status) {
        if (!status)
            return refuse(
                visit,
                claims.room,
                {u"TooManySessions"_s, session::Refusal::TooManySessions},
                status.error());
        answerJson(*visit.reply, 200, toJson(protocol::RoomCreated {claims.room, token}));
    });
}

protocol::Peer peerOf(const relay::PeerDescription &host)
{
    protocol::Peer peer;
    peer.id = host.id;
    peer.host = host.host;
    peer.name = host.name;
    peer.email = host.email;
    peer.publicKey = host.publicKey;
    for (const QByteArray &name : host.compression)
        peer.compression.append(QString::fromLatin1(name));
    return peer;
}

auth::JoinOutcome outcomeOf(
    const Visit &visit, const QByteArray &room, const session::JoinDecision &decision)
{
    using Outcome = session::JoinDecision::Outcome;
    auth::JoinOutcome outcome;
    if (decision.outcome == Outcome::TimedOut)
        outcome.kind = auth::JoinOutcome::Kind::TimedOut;
    if (decision.outcome != Outcome::Accepted)
        return outcome;
    auth::RoomClaims claims;
    claims.room = room;
    claims.instance = decision.instance;
    claims.participant = decision.participant;
    claims.user = visit.caller.user;
    claims.login = visit.caller.tokenId;
    outcome.kind = auth::JoinOutcome::Kind::Accepted;
    outcome.answer.roomId = room;
    outcome.answer.roomToken = visit.parts.tokens.issueRoom(claims);
    outcome.answer.workspace = {decision.workspaceName, decision.workspaceFolders};
    outcome.answer.host = peerOf(decision.host);
    return outcome;
}

void decided(
    const Visit &visit,
    const QByteArray &room,
    const QByteArray &ticket,
    const session::JoinDecision &decision)
{
    using Outcome = session::JoinDecision::Outcome;
    if (decision.outcome == Outcome::Full)
        recordRefusal(visit, room, session::Refusal::Full, u"The session is full"_s);
    else if (decision.outcome == Outcome::TimedOut)
        recordRefusal(
            visit, room, session::Refusal::TimedOut, u"The host did not answer in time"_s);
    else if (decision.outcome == Outcome::Rejected)
        recordRefusal(
            visit, room, session::Refusal::Rejected, u"The host did not let the user in"_s);
    // Too late for an answer means that the guest has stopped asking; nobody is left to tell.
    const Status resolved = visit.parts.tickets.resolve(ticket, outcomeOf(visit, room, decision));
    Q_UNUSED(resolved)
}

void join(const Visit &visit)
{
    const SessionParts &parts = visit.parts;
    const QByteArray room = visit.call.argument.toLatin1();
    if (lacksSeat(visit, room))
        return;
    const auto ticket = parts.tickets.open(room, visit.caller.tokenId, clientKeyOf(visit.call));
    if (!ticket)
        return refuse(visit, room, {u"TooManyJoins"_s, session::Refusal::Busy}, ticket.error());
    const auth::User &user = visit.caller.user;
    parts.sessions.askToJoin(
        room,
        {{user.id, user.name, user.email, user.authProvider},
         visit.caller.tokenId,
         QString::fromLatin1(visit.call.header(http::backend::clientAddress))},
        parts.home,
        [visit, room, ticket = *ticket](const Status &started) {
            if (!started) {
                visit.parts.tickets.cancel(ticket);
                const bool isBanned = started.error().code == ErrorCode::Forbidden;
                return refuse(
                    visit,
                    room,
                    isBanned ? Answer {u"Banned"_s, session::Refusal::Rejected}
                             : Answer {codes::roomNotFound, session::Refusal::NoRoom},
                    started.error());
            }
            answerJson(*visit.reply, 200, toJson(protocol::JoinStarted {ticket, room}));
        },
        [visit, room, ticket = *ticket](const session::JoinDecision &decision) {
            decided(visit, room, ticket, decision);
        });
}

protocol::JoinPolled polled(QLatin1StringView code, const QString &message, bool failure)
{
    protocol::JoinPolled answer;
    answer.info = {code, {}, message};
    answer.failure = failure;
    return answer;
}

void answerPoll(const auth::JoinPoll &poll, compat::Reply &reply)
{
    using Outcome = auth::JoinPoll::Outcome;
    switch (poll.outcome) {
    case Outcome::Waiting:
        return answerJson(
            reply,
            200,
            toJson(polled(
                codes::waitingForHost, u"Waiting for host to accept join request"_s, false)));
    case Outcome::Accepted:
        return answerJson(reply, 200, toJson(poll.answer));
    case Outcome::Rejected:
        return answerJson(
            reply,
            200,
            toJson(polled(codes::joinRejected, u"Join request has been rejected"_s, true)));
    case Outcome::TimedOut:
        return answerJson(
            reply, 200, toJson(polled(codes::joinTimeout, u"Join request has timed out"_s, true)));
    case Outcome::NotFound:
        return answerError(
            reply, 404, codes::joinRequestNotFound, u"There is no such join request"_s);
    }
}

void poll(const Visit &visit)
{
    visit.parts.tickets.poll(
        visit.call.argument.toLatin1(),
        visit.caller.tokenId,
        [reply = visit.reply](const auth::JoinPoll &outcome) { answerPoll(outcome, *reply); });
}

/// The front has checked the token; here it is known whose it is.
compat::Handler guarded(SessionParts &parts, void (*handle)(const Visit &))
{
    return [&parts, handle](const compat::Call &call, const compat::ReplyPtr &reply) {
        const auto caller = callerOf(call, parts.tokens, parts.methods);
        if (!caller)
            return answerText(*reply, 403, "Forbidden resource");
        handle({parts, *caller, call, reply});
    };
}

} // namespace

void addSessionRoutes(compat::HttpServer &server, SessionParts &parts)
{
    using compat::Method;
    server.route(Method::Post, protocol::paths::sessionCreate, guarded(parts, create));
    server.route(Method::Post, protocol::paths::sessionJoin + u"<arg>"_s, guarded(parts, join));
    server.route(Method::Post, protocol::paths::sessionPoll + u"<arg>"_s, guarded(parts, poll));
}

} // namespace ct::server::application
