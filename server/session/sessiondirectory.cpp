// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/sessiondirectory.h"

#include "server/session/roomquota.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::session {

namespace {

Error noSession()
{
    return {ErrorCode::NotFound, u"There is no such session, or it has ended"_s};
}

Error banned()
{
    return {ErrorCode::Forbidden, u"An administrator has banned you from this session"_s};
}

} // namespace

SessionDirectory::~SessionDirectory()
{
    closeAll(u"The server is stopping"_s);
}

void SessionDirectory::reserve(const auth::RoomClaims &claims)
{
    m_reserved.insert_or_assign(
        claims.room, Reservation {claims, m_context.clock.now() + m_context.config.reservation});
}

Result<Session *> SessionDirectory::sessionFor(const auth::RoomClaims &claims)
{
    const auto live = m_sessions.find(claims.room);
    if (live != m_sessions.end() && !live->second.session->hasEnded())
        return live->second.session.get();
    const auto reserved = m_reserved.find(claims.room);
    const bool isExpected = reserved != m_reserved.end() && claims.host && live == m_sessions.end()
        && reserved->second.claims.instance == claims.instance;
    if (!isExpected)
        return noSession();
    const QString owner = reserved->second.claims.user.id;
    m_reserved.erase(reserved);
    auto session = std::make_unique<Session>(claims, m_context);
    Session *opened = session.get();
    m_sessions.emplace(claims.room, Place {std::move(session), owner});
    return opened;
}

Result<Participant *> SessionDirectory::connect(
    const auth::RoomClaims &claims,
    const ClientDetails &details,
    const std::optional<Resume> &resume,
    Link &link)
{
    if (m_context.bans.keepsOut(
            claims.room, claims.user, details.address, m_context.clock.wallNow()))
        return banned();
    const auto session = sessionFor(claims);
    if (!session)
        return session.error();
    return (*session)->connect(claims, details, resume, link);
}

Status SessionDirectory::askToJoin(
    const QByteArray &room, const JoinRequest &request, Session::Decided decided)
{
    const auto at = m_sessions.find(room);
    if (at == m_sessions.end() || at->second.session->hasEnded()
        || !at->second.session->roster().host())
        return noSession();
    const relay::JoiningUser &user = request.user;
    if (m_context.bans.keepsOut(
            room,
            {user.id, user.name, user.email, user.authProvider},
            request.address,
            m_context.clock.wallNow()))
        return banned();
    at->second.session->askToJoin(request, std::move(decided));
    return {};
}

void SessionDirectory::endSeats(const auth::Logout &logout)
{
    for (const auto &[id, place] : m_sessions)
        place.session->endSeats(logout);
    std::erase_if(m_reserved, [this, &logout](const auto &entry) {
        const auth::RoomClaims &claims = entry.second.claims;
        if (!logout.covers(claims.login, claims.user))
            return false;
        m_context.quota.giveBack(claims.user.id);
        return true;
    });
}

void SessionDirectory::closeAll(const QString &reason)
{
    for (const auto &[id, place] : m_sessions)
        place.session->close(reason);
    for (const auto &[id, reservation] : std::exchange(m_reserved, {}))
        m_context.quota.giveBack(reservation.claims.user.id);
}

void SessionDirectory::tick()
{
    const Instant now = m_context.clock.now();
    const bool isShort = m_context.budget.isExceeded();
    for (auto at = m_sessions.begin(); at != m_sessions.end();) {
        Session &session = *at->second.session;
        if (isShort || session.isDue(now))
            session.tick(now);
        if (!session.hasEnded()) {
            ++at;
            continue;
        }
        m_context.quota.giveBack(at->second.owner);
        m_context.bans.sessionEnded(at->first);
        at = m_sessions.erase(at);
    }
    std::erase_if(m_reserved, [this, now](const auto &entry) {
        if (entry.second.deadline > now)
            return false;
        m_context.quota.giveBack(entry.second.claims.user.id);
        return true;
    });
}

SessionDirectory::Counts SessionDirectory::counts() const
{
    Counts counts;
    for (const auto &[id, place] : m_sessions) {
        // What has ended is thrown away with the next tick; a host for whom there was no seat may
        // still come.
        if (place.session->hasEnded() || !place.session->roster().host())
            continue;
        ++counts.sessions;
        for (const auto &participant : place.session->roster().all()) {
            const QString user = auth::identityOf(participant->identity().user);
            ++counts.participants;
            counts.usersSeated.insert(user);
            if (!participant->link())
                continue;
            ++counts.connected;
            counts.usersConnected.insert(user);
        }
    }
    return counts;
}

QList<SessionFacts> SessionDirectory::facts(const QByteArray &after, int most) const
{
    QList<SessionFacts> facts;
    for (auto at = m_sessions.upper_bound(after); at != m_sessions.end() && facts.size() < most;
         ++at) {
        const Session &session = *at->second.session;
        if (!session.hasEnded() && session.roster().host())
            facts.append(session.facts());
    }
    return facts;
}

Session *SessionDirectory::running(const QByteArray &room) const
{
    const auto at = m_sessions.find(room);
    return at == m_sessions.end() || at->second.session->hasEnded() ? nullptr
                                                                    : at->second.session.get();
}

Result<SessionFacts> SessionDirectory::factsOf(const QByteArray &room) const
{
    const Session *session = running(room);
    return session ? Result(session->facts()) : Result<SessionFacts>(noSession());
}

void SessionDirectory::enforceBans(const QString &reason)
{
    for (const auto &[id, place] : m_sessions)
        place.session->removeBanned(reason);
}

Status SessionDirectory::end(const QByteArray &room, const QString &reason)
{
    Session *session = running(room);
    if (!session)
        return noSession();
    session->close(reason);
    return {};
}

Status SessionDirectory::remove(
    const QByteArray &room, const QByteArray &participant, const QString &reason)
{
    Session *session = running(room);
    return session ? session->remove(participant, reason) : noSession();
}

} // namespace ct::server::session
