// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/participantlink.h"

#include <algorithm>
#include <utility>

namespace ct::server::front {

namespace {

// More unanswered pings than this prove nothing that fewer wouldn't.
constexpr std::size_t mostPings = 128;
// So many proofs at least for what an outbox may fairly hold.
constexpr qint64 proofsPerFairPart = 4;

} // namespace

ParticipantLink::ParticipantLink(LinkHandshake handshake, LinkContext &context)
    : Flushable(context.flushQueue),
      m_handshake(std::move(handshake)),
      m_context(context),
      m_lastPing(context.clock.now())
{
    lookSoon();
}

ParticipantLink::~ParticipantLink()
{
    reportBroken(QStringLiteral("The connection was closed"));
    m_context.looks.forget(*this);
}

Status ParticipantLink::takeSeat(const std::optional<session::Resume> &resume)
{
    if (!m_handshake.claims)
        return Error {ErrorCode::Unauthorized, m_handshake.refusal};
    const auto seated
        = m_context.sessions.connect(*m_handshake.claims, m_handshake.details, resume, *this);
    if (!seated)
        return seated.error();
    m_participant = *seated;
    m_outbox = m_participant->outbox();
    flushSoon();
    return {};
}

void ParticipantLink::received(const QByteArray &message)
{
    if (m_participant)
        m_participant->events().received(*m_participant, message);
}

void ParticipantLink::receivedOversized(const QByteArray &beginning, quint64 length)
{
    if (m_participant)
        m_participant->events().receivedOversized(*m_participant, beginning, length);
}

void ParticipantLink::reportBroken(const QString &reason)
{
    m_outbox.reset();
    if (session::Participant *who = std::exchange(m_participant, nullptr))
        who->events().connectionBroken(*who, reason);
}

void ParticipantLink::reportMoved()
{
    if (m_participant)
        m_participant->events().moved(*m_participant);
}

void ParticipantLink::reportDisconnected()
{
    // The session answers with finish(), which forgets the participant.
    if (m_participant)
        m_participant->events().disconnected(*m_participant);
}

void ParticipantLink::finish(const QByteArray &reason)
{
    m_participant = nullptr;
    finishing(reason);
    flushSoon();
    lookSoon();
}

void ParticipantLink::abandon(const QByteArray &reason)
{
    m_participant = nullptr;
    m_outbox.reset();
    abandoning(reason);
    lookSoon();
}

bool ParticipantLink::mayReadOn() const
{
    return !m_participant || m_participant->events().mayReadOn(*m_participant);
}

void ParticipantLink::wantPing(Instant now)
{
    m_lastPing = now;
    if (!m_pingWanted)
        m_pingWanted = now;
    flushSoon();
}

void ParticipantLink::pingSent(Instant now)
{
    m_pingWanted.reset();
    m_lastPing = now;
    m_sentSinceProof = 0;
    // Every ping is noted: answers are told apart by nothing but their order.
    m_pings.push_back({m_outbox ? m_outbox->lastTaken() : 0, now});
}

void ParticipantLink::pongReceived()
{
    noteAlive(m_context.clock.now());
    m_isSuspect = false;
    if (m_pings.empty())
        return;
    const quint64 offset = m_pings.front().offset;
    m_pings.pop_front();
    if (m_outbox)
        m_outbox->proven(offset);
    if (m_participant)
        m_participant->events().relieved(*m_participant);
    if (m_outbox && m_outbox->hasNext())
        flushSoon();
}

bool ParticipantLink::needsProof() const
{
    return m_pings.size() < mostPings
        && (m_sentSinceProof >= m_context.proofEvery
            || m_context.budget.isOverFairPart(m_sentSinceProof * proofsPerFairPart));
}

bool ParticipantLink::owesProof() const
{
    return m_context.budget.isPressed() && m_sentSinceProof > 0 && m_pings.empty() && m_outbox
        && m_outbox->held() > 0;
}

std::optional<Instant> ParticipantLink::oldestPing() const
{
    return m_pings.empty() ? m_pingWanted : m_pings.front().at;
}

Instant ParticipantLink::nextBeat(Instant now) const
{
    const FrontConfig &config = m_context.config;
    if (m_isSuspect)
        return now;
    // A ping that goes out with messages meanwhile can't be overdue before that, either.
    Instant next = std::min(m_lastPing + config.pingInterval, now + config.pingTimeout);
    if (const auto oldest = oldestPing())
        next = std::min(next, std::max(*oldest, m_aliveAt) + config.pingTimeout);
    return next;
}

bool ParticipantLink::isOverdue(Instant now, std::chrono::milliseconds limit)
{
    const std::optional<Instant> oldest = oldestPing();
    const bool isLate = oldest && now - std::max(*oldest, m_aliveAt) >= limit;
    return std::exchange(m_isSuspect, isLate) && isLate;
}

} // namespace ct::server::front
