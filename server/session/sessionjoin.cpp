// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Join requests, and what ends by time: the parts of Session that are not about messages.
#include "server/session/session.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::session {

namespace {

// No time-out of a session is shorter.
constexpr std::chrono::seconds calmLook {1};

auth::User userOf(const JoinRequest &request)
{
    const relay::JoiningUser &user = request.user;
    return {user.id, user.name, user.email, user.authProvider};
}

JoinDecision refusal(JoinDecision::Outcome outcome)
{
    JoinDecision decision;
    decision.outcome = outcome;
    return decision;
}

} // namespace

bool Session::hasPlaceFor(const JoinRequest &request) const
{
    const auto &config = m_context.config;
    const qsizetype seats = m_roster.size() + static_cast<qsizetype>(m_granted.size());
    if (config.participantsPerRoom > 0 && seats >= config.participantsPerRoom)
        return false;
    const auto ofLogin
        = std::count_if(m_joins.begin(), m_joins.end(), [&request](const auto &join) {
              return join.second.request.login == request.login;
          });
    return m_joins.size() < static_cast<std::size_t>(config.joinRequestsPerRoom)
        && ofLogin < config.joinRequestsPerLogin;
}

void Session::askToJoin(const JoinRequest &request, Decided decided)
{
    Participant *host = m_roster.host();
    if (!host || !hasPlaceFor(request))
        return decided(refusal(JoinDecision::Outcome::Full));
    const QByteArray id = "j" + QByteArray::number(m_nextJoin++);
    m_joins.emplace(
        id,
        PendingJoin {
            std::move(decided), request, m_context.clock.now() + m_context.config.joinTimeout});
    host->deliver(relay::joinRequest(id, host->id(), request.user));
}

void Session::answered(Participant &from, const relay::Envelope &answer)
{
    const auto at = m_joins.find(relay::decodeId(answer.id).toByteArray());
    if (at == m_joins.end() || !from.isHost())
        return;
    PendingJoin join = std::move(at->second);
    m_joins.erase(at);
    const auto parsed = relay::parseJoinAnswer(answer);
    if (!parsed && m_context.warn)
        m_context.warn(
            u"join-answer"_s,
            u"A host's answer to a join request is malformed: "_s + parsed.error().message);
    decide(join, parsed && parsed->accepted ? admit(join, *parsed) : JoinDecision {});
}

JoinDecision Session::admit(const PendingJoin &join, const relay::JoinAnswer &answer)
{
    JoinDecision decision;
    decision.outcome = JoinDecision::Outcome::Accepted;
    decision.participant = randomId(m_context.random);
    decision.instance = m_instance;
    decision.workspaceName = answer.workspaceName;
    decision.workspaceFolders = answer.workspaceFolders;
    decision.host = m_roster.host()->description();
    m_granted.emplace(
        decision.participant,
        Grant {
            join.request.login,
            userOf(join.request),
            m_context.clock.now() + m_context.config.reservation});
    return decision;
}

void Session::decide(const PendingJoin &join, const JoinDecision &decision)
{
    join.decided(decision);
}

void Session::endJoins(const auth::Logout &logout)
{
    std::erase_if(m_granted, [&logout](const auto &entry) {
        return logout.covers(entry.second.login, entry.second.user);
    });
    for (auto at = m_joins.begin(); at != m_joins.end();) {
        const JoinRequest &request = at->second.request;
        if (!logout.covers(request.login, userOf(request))) {
            ++at;
            continue;
        }
        const PendingJoin join = std::move(at->second);
        at = m_joins.erase(at);
        decide(join, {});
    }
}

void Session::expireJoins(Instant now)
{
    std::erase_if(m_granted, [now](const auto &grant) { return grant.second.deadline <= now; });
    for (auto at = m_joins.begin(); at != m_joins.end();) {
        if (at->second.deadline > now) {
            ++at;
            continue;
        }
        PendingJoin join = std::move(at->second);
        at = m_joins.erase(at);
        decide(join, refusal(JoinDecision::Outcome::TimedOut));
    }
}

void Session::expireSeats(Instant now)
{
    std::vector<Participant *> expired;
    for (const auto &participant : m_roster.all()) {
        const auto since = participant->brokenSince();
        if (since && now - *since >= m_context.config.seatGrace)
            expired.push_back(participant.get());
    }
    for (Participant *participant : expired)
        leave(*participant, u"The connection was lost and did not come back in time"_s);
}

QString Session::overdue(Instant now) const
{
    const auto &config = m_context.config;
    const auto isOver = [now](std::chrono::seconds limit, Instant since) {
        return limit.count() > 0 && now - since >= limit;
    };
    const bool isAlone = m_roster.size() <= 1;
    if (!m_roster.host() && m_granted.empty())
        return u"The host never came"_s;
    if (isOver(config.maxDuration, m_opened))
        return u"The session has reached its longest duration (CT_SESSION_MAX_DURATION)"_s;
    if (isOver(config.inactivity, m_lastMessage))
        return u"Nothing has happened for too long (CT_SESSION_INACTIVITY)"_s;
    if (isAlone && !m_hadGuests && isOver(config.emptyTimeout, m_opened))
        return u"Nobody has joined in time (CT_SESSION_EMPTY)"_s;
    if (isAlone && m_hadGuests && isOver(config.deserted, m_lastCompany))
        return u"Nobody has come back in time (CT_SESSION_DESERTED)"_s;
    return {};
}

void Session::tick(Instant now)
{
    m_gone.clear();
    if (m_ended)
        return;
    m_rules.expireRequests(now);
    expireJoins(now);
    expireSeats(now);
    closeOverfull();
    if (const QString reason = overdue(now); !reason.isEmpty())
        close(reason);
    m_lookAt = isBusy() ? now : now + calmLook;
}

bool Session::isBusy() const
{
    if (!m_gone.empty() || !m_joins.empty() || !m_granted.empty() || m_rules.hasRequests()
        || m_isCrowded || m_brake.isUsed())
        return true;
    const auto &all = m_roster.all();
    return std::any_of(all.begin(), all.end(), [](const auto &participant) {
        return participant->brokenSince().has_value();
    });
}

} // namespace ct::server::session
