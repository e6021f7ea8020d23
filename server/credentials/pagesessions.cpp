// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/pagesessions.h"

namespace ct::server::credentials {

PageSessions::PageSessions(
    const CredentialsConfig &config, const Clock &clock, RandomSource &random)
    : m_config(config),
      m_clock(clock),
      m_random(random)
{ }

QByteArray PageSessions::open(const QString &user)
{
    QByteArray id = randomId(m_random);
    const Instant now = m_clock.now();
    m_sessions.entry(m_ids.of(id)) = {user, now, now};
    return id;
}

std::optional<QString> PageSessions::visit(const QByteArray &id)
{
    const QByteArray key = m_ids.of(id);
    PageSession *session = id.isEmpty() ? nullptr : m_sessions.find(key);
    if (!session)
        return std::nullopt;
    if (isOver(*session)) {
        m_sessions.remove(key);
        return std::nullopt;
    }
    session->used = m_clock.now();
    return session->user;
}

bool PageSessions::isOver(const PageSession &session) const
{
    const Instant now = m_clock.now();
    return now - session.used >= m_config.idle || now - session.opened >= m_config.longest;
}

std::optional<QString> PageSessions::userOf(const QByteArray &id) const
{
    const PageSession *session = id.isEmpty() ? nullptr : m_sessions.peek(m_ids.of(id));
    if (!session || isOver(*session))
        return std::nullopt;
    return session->user;
}

void PageSessions::close(const QByteArray &id)
{
    m_sessions.remove(m_ids.of(id));
}

void PageSessions::closeAll()
{
    m_sessions = auth::LruTable<PageSession>(most);
}

QByteArray PageSessions::formToken(const QByteArray &cookie) const
{
    return m_forms.of(cookie).toHex();
}

bool PageSessions::isFormToken(const QByteArray &cookie, const QByteArray &token) const
{
    return !cookie.isEmpty() && isSame(formToken(cookie), token);
}

} // namespace ct::server::credentials
