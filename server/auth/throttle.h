// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/authconfig.h"
#include "server/auth/lrutable.h"
#include "shared/base/clock.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace ct::server::auth {

/// Slows down whoever guesses: an address has so many tries a minute whatever their outcome, and
/// failures lock the pair of account and address, so that a stranger cannot lock anybody else out.
/// Nobody is exempt: rate exemptions are for other limits. What counts no more is forgotten by
/// and by. Its memory is bounded; what was unused for longest makes room. Thread: application.
class LoginThrottle
{
public:
    static constexpr qsizetype mostEntries = 65'536;
    /// So that nobody waits for long.
    static constexpr int tidiedAtOnce = 1'024;

    /// `clock` must outlive the throttle.
    LoginThrottle(const AuthConfig &config, const Clock &clock, qsizetype entries = mostEntries);

    /// New rules for the next tries. Locks stay.
    void apply(const AuthConfig &config);
    /// To be asked once before each try, and before anything costly. Nothing: the try may go on,
    /// and is counted; else after how long to come back, at least a second. Refused tries do not
    /// make the wait longer.
    std::optional<std::chrono::seconds> check(const QString &account, const QByteArray &address);
    /// The try's credentials were wrong. When that locked the pair, for how long: worth an audit
    /// entry.
    std::optional<std::chrono::seconds> failed(const QString &account, const QByteArray &address);
    /// Forgets the pair's failures.
    void succeeded(const QString &account, const QByteArray &address);

    /// Forgets some of what counts no more; to be called now and then, beside what each check()
    /// forgets.
    void tidy();

    /// Of how many addresses there are tries, and of how many pairs failures.
    qsizetype addresses() const { return m_tries.size(); }
    qsizetype pairs() const { return m_failures.size(); }

    /// A pair that is locked; of the account nothing is kept.
    struct Lock {
        quint64 id = 0;
        QByteArray address;
        int failures = 0;
        Instant until {};
    };
    QList<Lock> locks() const;
    /// Ends a lock and forgets its failures; false when there is none of that id.
    bool unlock(quint64 id);
    /// Another one whenever a lock began or was ended.
    quint64 lockChanges() const { return m_lockChanges; }

private:
    struct Failures {
        QByteArray address;
        /// Of its lock; 0 while there was none.
        quint64 lockId = 0;
        int count = 0;
        Instant since {};
        std::chrono::seconds lock {0};
        Instant lockedUntil {};
    };
    /// When the tries of the last minute were made.
    using Tries = QList<Instant>;

    static QByteArray pairKey(const QString &account, const QByteArray &address);
    void forgetOver(Instant now, int most);
    bool isForgiven(const Failures &failures, Instant now) const;
    Failures &failuresOf(const QByteArray &pair, Instant now);
    Tries &triesOf(const QByteArray &address, Instant now);

    const Clock &m_clock;
    int m_failuresToLock = 0;
    int m_triesPerMinute = 0;
    std::chrono::seconds m_failureWindow {};
    std::chrono::seconds m_firstLock {};
    std::chrono::seconds m_longestLock {};
    LruTable<Failures> m_failures;
    quint64 m_lastLock = 0;
    quint64 m_lockChanges = 0;
    LruTable<Tries> m_tries;
};

} // namespace ct::server::auth
