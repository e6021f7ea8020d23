// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/session.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::session {

Session::Session(const auth::RoomClaims &claims, const SessionContext &context)
    : m_id(claims.room),
      m_instance(claims.instance),
      m_context(context),
      m_rules(m_roster, context, *this),
      m_opened(context.clock.now()),
      m_since(context.clock.wallNow()),
      m_lastMessage(m_opened),
      m_lastCompany(m_opened)
{
    m_granted.emplace(
        claims.participant,
        Grant {claims.login, claims.user, m_opened + context.config.reservation});
}

Session::~Session()
{
    close(u"The server has thrown the session away"_s);
}

Result<Participant *> Session::connect(
    const auth::RoomClaims &claims,
    const ClientDetails &details,
    const std::optional<Resume> &resuming,
    Link &link)
{
    if (m_ended || claims.instance != m_instance)
        return Error {ErrorCode::NotFound, u"The session has ended"_s};
    if (Participant *present = m_roster.find(claims.participant))
        return resume(*present, details, resuming, link);
    const auto grant = m_granted.find(claims.participant);
    if (grant == m_granted.end())
        return Error {
            ErrorCode::Forbidden, u"This room token is no longer valid: join the session again"_s};
    HeldSeat held(m_context.seats);
    if (!held)
        return Error {ErrorCode::TooMany, m_context.seats.refusal()};
    m_granted.erase(grant);
    Participant &who = seat(claims, details);
    who.hold(std::move(held));
    who.attach(link);
    const relay::PeerDescription description = who.description();
    if (!who.isHost())
        tellOthers(who, relay::roomJoined(description));
    who.deliver(relay::peerInfo(description));
    record(who.isHost() ? SessionEvent::Kind::Created : SessionEvent::Kind::Joined, who);
    return &who;
}

Participant &Session::seat(const auth::RoomClaims &claims, const ClientDetails &details)
{
    auto outbox = std::make_shared<Outbox>(m_context.budget, m_context.config.replayPerParticipant);
    ParticipantEvents &events = *this;
    auto participant = std::make_unique<Participant>(
        Participant::Identity {
            claims.participant,
            claims.user,
            claims.host,
            details,
            claims.login,
            m_context.clock.wallNow()},
        randomId(m_context.random),
        std::move(outbox),
        events);
    m_lastCompany = m_context.clock.now();
    m_hadGuests = m_hadGuests || !claims.host;
    return m_roster.add(std::move(participant));
}

Result<Participant *> Session::resume(
    Participant &who,
    const ClientDetails &details,
    const std::optional<Resume> &resuming,
    Link &link)
{
    // The others encrypt for the first connection's key, so another key can only be another client.
    if (details.publicKey != who.identity().details.publicKey)
        return Error {
            ErrorCode::Conflict,
            u"This seat is taken by a client with another key: join the session again"_s};
    if (resuming && resuming->recoveryId == who.recoveryId())
        who.outbox()->rewindTo(resuming->offset);
    else
        who.outbox()->rewind();
    who.attach(link);
    if (who.outbox()->hasNext())
        link.outboxFilled();
    record(SessionEvent::Kind::Resumed, who);
    return &who;
}

void Session::tellOthers(const Participant &about, const relay::Outgoing &message)
{
    for (const auto &participant : m_roster.all()) {
        if (participant.get() != &about)
            participant->deliver(message);
    }
}

bool Session::allow(Participant &from)
{
    const auto &config = m_context.config;
    m_lastMessage = m_context.clock.now();
    if (from.takeMessageAllowance(m_lastMessage, config.messagesPerSecond, config.messageBurst))
        return true;
    ++m_context.counts.messagesDropped;
    leave(from, u"Too many messages in a short time (CT_SESSION_MESSAGES_PER_SECOND)"_s);
    return false;
}

void Session::received(Participant &from, const QByteArray &message)
{
    ++m_context.counts.messagesReceived;
    m_context.counts.bytesReceived += static_cast<quint64>(message.size());
    if (!allow(from))
        return;
    m_rules.handle(from, message);
    closeOverfull();
}

void Session::receivedOversized(Participant &from, const QByteArray &beginning, quint64 length)
{
    ++m_context.counts.messagesReceived;
    m_context.counts.bytesReceived += length;
    if (!allow(from))
        return;
    m_rules.handleOversized(from, beginning, length);
    closeOverfull();
}

void Session::connectionBroken(Participant &who, const QString &reason)
{
    who.setBroken(m_context.clock.now());
    record(SessionEvent::Kind::Broken, who, reason);
}

void Session::moved(Participant &who)
{
    record(SessionEvent::Kind::Moved, who);
}

void Session::disconnected(Participant &who)
{
    leave(who, u"The client has disconnected"_s);
}

bool Session::mayReadOn(const Participant &)
{
    return !m_brake.isOn(m_context.clock.now());
}

void Session::relieved(Participant &)
{
    if (m_ended || !m_brake.isUsed())
        return;
    closeOverfull();
    if (m_brake.isUsed())
        return;
    for (const auto &participant : m_roster.all()) {
        if (participant->link())
            participant->link()->readOn();
    }
}

void Session::leaveRequested(Participant &from)
{
    leave(from, u"The participant has left"_s);
}

void Session::endSeats(const auth::Logout &logout)
{
    std::vector<Participant *> ended;
    for (const auto &participant : m_roster.all()) {
        const Participant::Identity &identity = participant->identity();
        if (logout.covers(identity.login, identity.user))
            ended.push_back(participant.get());
    }
    const QString reason
        = logout.key.isEmpty() ? u"Logged out"_s : u"The key of the login was withdrawn"_s;
    // A host's end is that of all others, and they live until the next tick.
    for (Participant *participant : ended)
        leave(*participant, reason);
    endJoins(logout);
}

Status Session::remove(const QByteArray &participant, const QString &reason)
{
    Participant *who = m_ended ? nullptr : m_roster.find(participant);
    if (!who)
        return Error {ErrorCode::NotFound, u"There is no such participant"_s};
    if (who->isHost())
        return Error {
            ErrorCode::Conflict, u"A session ends with its host: end the session instead"_s};
    leave(*who, reason);
    return {};
}

void Session::removeBanned(const QString &reason)
{
    std::vector<Participant *> banned;
    for (const auto &participant : m_roster.all()) {
        const Participant::Identity &who = participant->identity();
        if (!who.host
            && m_context.bans.keepsOut(
                m_id, who.user, who.details.address, m_context.clock.wallNow()))
            banned.push_back(participant.get());
    }
    for (Participant *participant : banned)
        leave(*participant, reason);
}

SessionFacts Session::facts() const
{
    SessionFacts facts {m_id, m_since, {}};
    for (const auto &participant : m_roster.all()) {
        const Participant::Identity &identity = participant->identity();
        const Link *link = participant->link();
        facts.participants.append(
            {identity.id,
             identity.user,
             identity.host,
             link != nullptr,
             identity.details.client,
             identity.details.address,
             link ? link->transport() : QString(),
             identity.since});
    }
    return facts;
}

void Session::leave(Participant &who, const QString &reason)
{
    if (m_ended)
        return;
    if (who.isHost())
        return close(reason);
    std::unique_ptr<Participant> gone = m_roster.take(who.id());
    if (!gone)
        return;
    m_rules.failRequestsTo(gone->id());
    tellOthers(*gone, relay::roomLeft(gone->description()));
    gone->finish(reason.toUtf8());
    record(SessionEvent::Kind::Left, *gone, reason);
    m_lastCompany = m_context.clock.now();
    m_gone.push_back(std::move(gone));
    m_lookAt = {};
}

void Session::close(const QString &reason)
{
    if (std::exchange(m_ended, true))
        return;
    const Participant *host = m_roster.host();
    if (host) {
        tellOthers(*host, relay::roomClosed(host->id()));
        record(SessionEvent::Kind::Ended, *host, reason);
    }
    for (const auto &participant : m_roster.all())
        participant->finish(reason.toUtf8());
    for (auto &[id, join] : std::exchange(m_joins, {}))
        join.decided({});
    m_granted.clear();
}

void Session::closeOverfull()
{
    if (m_ended)
        return;
    if (m_isCrowded || m_brake.isUsed()) {
        std::vector<Participant *> overfull;
        bool isCongested = false;
        m_isCrowded = false;
        for (const auto &participant : m_roster.all()) {
            const Outbox &outbox = *participant->outbox();
            m_isCrowded = m_isCrowded || outbox.isHalfFull();
            isCongested = isCongested || (participant->link() && outbox.isHalfFull());
            if (outbox.isOverfull())
                overfull.push_back(participant.get());
        }
        m_brake.update(isCongested, m_context.clock.now());
        for (Participant *participant : overfull)
            closeTooSlow(
                *participant,
                u"Too slow: more messages wait for this participant than the server keeps (CT_REPLAY_PER_PARTICIPANT)"_s);
    }
    if (m_context.budget.isExceeded())
        shed();
}

void Session::closeTooSlow(Participant &who, const QString &reason)
{
    if (m_ended)
        return;
    // It would not take it in, and the memory is wanted now.
    who.outbox()->clear();
    leave(who, reason);
}

void Session::shed()
{
    while (!m_ended && m_context.budget.isExceeded()) {
        const auto &all = m_roster.all();
        const auto worst
            = std::max_element(all.begin(), all.end(), [](const auto &one, const auto &other) {
                  return one->outbox()->held() < other->outbox()->held();
              });
        if (worst == all.end() || (*worst)->outbox()->held() <= m_context.budget.fairPart())
            return;
        closeTooSlow(
            **worst,
            u"Too slow: the server's memory for messages that wait is used up (CT_REPLAY_TOTAL)"_s);
    }
}

void Session::record(SessionEvent::Kind kind, const Participant &who, const QString &reason) const
{
    const Participant::Identity &identity = who.identity();
    SessionEvent event;
    event.kind = kind;
    event.at = m_context.clock.wallNow();
    event.session = m_id;
    event.participant = identity.id;
    event.host = identity.host;
    event.user = identity.user.name;
    event.email = identity.user.email;
    event.authProvider = identity.user.authProvider;
    event.address = identity.details.address;
    event.client = identity.details.client;
    event.transport = who.link() ? who.link()->transport() : QString();
    event.since = identity.since;
    event.begun = m_since;
    event.reason = reason;
    m_context.events.record(event);
}

} // namespace ct::server::session
