// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/user.h"
#include "shared/base/clock.h"

#include <QByteArray>
#include <QList>

#include <atomic>
#include <mutex>
#include <optional>

namespace ct::server::session {

/// Somebody who is to be kept out of one session, or for a time out of all.
struct Ban {
    enum class By { Account, Address };

    QString id;
    /// Empty: every session.
    QByteArray session {};
    By by = By::Account;
    /// accountKey() or addressKey() of who it is.
    QString key {};
    /// The same for people.
    QString who {};
    QString createdBy {};
    WallTime created {};
    /// Nothing: until its session ends.
    std::optional<WallTime> until {};

    static QString accountKey(const auth::User &user) { return auth::identityOf(user); }
    /// An IPv6 address counts with its /64.
    static QString addressKey(const QString &address);
};

/// Everybody who is kept out. Bounded. Thread: any; one mutex, taken when somebody comes and when
/// the list is not empty only.
class BanList
{
public:
    static constexpr qsizetype most = 1'000;

    /// False when there are too many; those that were over when it was made do not count.
    bool add(const Ban &ban);
    bool remove(const QString &id);
    /// Those that still count, the newest first.
    QList<Ban> all(WallTime now) const;
    /// Another one whenever somebody was added or removed.
    quint64 changes() const { return m_changes; }

    bool keepsOut(
        const QByteArray &session,
        const auth::User &user,
        const QString &address,
        WallTime now) const;
    /// What was about that session only is over.
    void sessionEnded(const QByteArray &session);

private:
    void update();

    mutable std::mutex m_mutex;
    // Guarded by m_mutex, but for the atomic ones:
    QList<Ban> m_bans;
    std::atomic<bool> m_isEmpty {true};
    std::atomic<quint64> m_changes {0};
};

} // namespace ct::server::session
