// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/lrutable.h"
#include "server/credentials/credentialsconfig.h"
#include "server/credentials/passwordhash.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"

#include <optional>

namespace ct::server::credentials {

/// Who is logged in to the pages by a cookie. Ids are kept as keyed hashes, so nothing in memory
/// opens a session. Bounded: the one unused for longest goes. Thread: main.
class PageSessions
{
public:
    static constexpr qsizetype most = 1'000;

    /// All of them outlive this.
    PageSessions(const CredentialsConfig &config, const Clock &clock, RandomSource &random);

    /// A new session's id, for the cookie.
    QByteArray open(const QString &user);
    /// Whose session it is; the visit counts as use.
    std::optional<QString> visit(const QByteArray &id);
    /// The same, but asking is no use of it.
    std::optional<QString> userOf(const QByteArray &id) const;
    void close(const QByteArray &id);
    /// The credentials have changed: everybody has to log in again.
    void closeAll();

    /// What a form has to bring along that was made for whoever has this cookie.
    QByteArray formToken(const QByteArray &cookie) const;
    bool isFormToken(const QByteArray &cookie, const QByteArray &token) const;

private:
    struct PageSession {
        QString user;
        Instant opened {};
        Instant used {};
    };

    bool isOver(const PageSession &session) const;

    const CredentialsConfig &m_config;
    const Clock &m_clock;
    RandomSource &m_random;
    KeyedHash m_ids;
    KeyedHash m_forms;
    auth::LruTable<PageSession> m_sessions {most};
};

} // namespace ct::server::credentials
