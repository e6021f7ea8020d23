// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/jointickets.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

JoinPoll::Outcome pollOutcome(JoinOutcome::Kind kind)
{
    switch (kind) {
    case JoinOutcome::Kind::Accepted:
        return JoinPoll::Outcome::Accepted;
    case JoinOutcome::Kind::Rejected:
        return JoinPoll::Outcome::Rejected;
    case JoinOutcome::Kind::TimedOut:
        break;
    }
    return JoinPoll::Outcome::TimedOut;
}

// Answers may be long, so fewer of them are kept than of requests.
constexpr int requestsPerAnswer = 8;

void answer(const JoinTickets::Waiter &waiter, JoinPoll::Outcome outcome)
{
    if (waiter)
        waiter({.outcome = outcome});
}

} // namespace

JoinTickets::JoinTickets(const AuthConfig &config, const Clock &clock, RandomSource &random)
    : m_clock(clock),
      m_random(random),
      m_lifetime(config.pollTokenLifetime),
      m_longPoll(config.longPoll),
      m_answerKept(config.joinAnswerKept),
      m_quota(config.pollTokens, config.pollTokensPerAddress),
      m_answered(std::max(1, config.pollTokens / requestsPerAnswer), config.pollTokensPerAddress),
      m_polls(config.longPolls, config.longPollsPerAddress)
{ }

void JoinTickets::apply(const AuthConfig &config)
{
    m_lifetime = config.pollTokenLifetime;
    m_longPoll = config.longPoll;
    m_answerKept = config.joinAnswerKept;
    m_quota.setLimits(config.pollTokens, config.pollTokensPerAddress);
    m_answered.setLimits(
        std::max(1, config.pollTokens / requestsPerAnswer), config.pollTokensPerAddress);
    m_polls.setLimits(config.longPolls, config.longPollsPerAddress);
}

Result<QByteArray> JoinTickets::open(
    const QByteArray &roomId, const QByteArray &requester, const QByteArray &clientAddress)
{
    expire();
    if (m_quota.isFull(clientAddress))
        return Error {
            ErrorCode::TooMany,
            u"%1 joins of one address are under way"_s.arg(m_quota.held(clientAddress))};
    if (m_quota.isFull())
        giveUp(m_quota.oldestOfBusiest());
    const QByteArray ticket = randomId(m_random);
    m_tickets.insert(ticket, {.roomId = roomId, .requester = requester, .address = clientAddress});
    m_quota.add(ticket, clientAddress);
    m_ends.set(ticket, m_clock.now() + m_lifetime);
    return ticket;
}

Status JoinTickets::resolve(const QByteArray &ticket, JoinOutcome outcome)
{
    expire();
    const auto found = m_tickets.constFind(ticket);
    if (found == m_tickets.cend() || found->outcome)
        return Error {ErrorCode::NotFound, u"the join request is gone or decided"_s};
    const bool isAccepted = outcome.kind == JoinOutcome::Kind::Accepted;
    if (isAccepted && protocol::toBytes(protocol::toJson(outcome.answer)).size() > longestAnswer) {
        const QByteArray roomId = found->roomId;
        decide(ticket, {.kind = JoinOutcome::Kind::Rejected});
        return Error {
            ErrorCode::TooLarge,
            u"join rejected: the workspace of room %1 takes more than %2 bytes"_s
                .arg(QString::fromLatin1(roomId))
                .arg(longestAnswer)};
    }
    decide(ticket, std::move(outcome));
    return {};
}

void JoinTickets::poll(const QByteArray &ticket, const QByteArray &requester, const Waiter &waiter)
{
    expire();
    const auto found = m_tickets.find(ticket);
    if (found == m_tickets.end() || found->requester != requester)
        return answer(waiter, JoinPoll::Outcome::NotFound);
    if (found->outcome)
        return waiter(fetch(ticket));
    if (!std::exchange(found->wasPolled, true))
        return answer(waiter, JoinPoll::Outcome::Waiting);
    const Waiter former = m_polls.take(ticket);
    const Waiter displaced
        = m_polls.hold(ticket, found->address, m_clock.now() + m_longPoll, waiter);
    answer(former, JoinPoll::Outcome::Waiting);
    answer(displaced, JoinPoll::Outcome::Waiting);
}

void JoinTickets::tick()
{
    expire();
    const Instant now = m_clock.now();
    while (const Waiter waiter = m_polls.takeDue(now))
        answer(waiter, JoinPoll::Outcome::Waiting);
}

void JoinTickets::releasePolls()
{
    for (qsizetype left = m_polls.size(); left > 0; --left)
        answer(m_polls.takeAny(), JoinPoll::Outcome::Waiting);
}

void JoinTickets::expire()
{
    const Instant now = m_clock.now();
    while (const std::optional<QByteArray> ticket = m_ends.takeDue(now)) {
        if (m_tickets.value(*ticket).outcome)
            giveUp(*ticket);
        else
            decide(*ticket, {.kind = JoinOutcome::Kind::TimedOut});
    }
}

void JoinTickets::giveUp(const QByteArray &ticket)
{
    m_tickets.remove(ticket);
    m_quota.remove(ticket);
    m_answered.remove(ticket);
    m_ends.clear(ticket);
    answer(m_polls.take(ticket), JoinPoll::Outcome::NotFound);
}

void JoinTickets::decide(const QByteArray &ticket, JoinOutcome outcome)
{
    m_tickets[ticket].outcome = std::move(outcome);
    countAnswered(ticket);
    const Instant kept = m_clock.now() + m_answerKept;
    m_ends.set(ticket, std::max(m_ends.find(ticket).value_or(kept), kept));
    if (const Waiter waiter = m_polls.take(ticket))
        waiter(fetch(ticket));
}

void JoinTickets::countAnswered(const QByteArray &ticket)
{
    const QByteArray address = m_tickets.value(ticket).address;
    m_quota.remove(ticket);
    if (m_answered.isFull(address))
        giveUp(m_answered.oldestOf(address));
    else if (m_answered.isFull())
        giveUp(m_answered.oldestOfBusiest());
    m_answered.add(ticket, address);
}

JoinPoll JoinTickets::fetch(const QByteArray &ticket)
{
    Ticket &entry = m_tickets[ticket];
    if (!std::exchange(entry.wasFetched, true))
        m_ends.set(ticket, m_clock.now() + m_answerKept);
    return {.outcome = pollOutcome(entry.outcome->kind), .answer = entry.outcome->answer};
}

} // namespace ct::server::auth
