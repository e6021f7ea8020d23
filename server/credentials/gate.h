// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/lrutable.h"
#include "server/auth/throttle.h"
#include "server/credentials/hashpool.h"
#include "server/credentials/passwordhash.h"
#include "server/credentials/selection.h"
#include "shared/base/clock.h"

#include <functional>

namespace ct::server::credentials {

/// What became of a try.
struct Verdict {
    enum class Kind {
        Accepted,
        /// Unknown user or wrong password: nobody is told which.
        Refused,
        /// Too many failures or tries.
        Locked,
        /// Too many hashes are being computed.
        Busy,
    };

    Kind kind = Kind::Refused;
    /// When to come back, for Locked and Busy.
    std::chrono::seconds wait {0};
};

/// Checks the one pair that opens dashboard and logs. A wrong user costs the same time as a wrong
/// password. Guesses are throttled per account and address. A verified pair is remembered for some
/// minutes, under a keyed hash, so that a client with Basic authentication does not pay for each
/// request. Thread: main.
class Gate
{
public:
    /// Something worth an audit entry. What was typed as a user counts as a secret, until it is
    /// one: people type their password there, too.
    struct Event {
        Verdict::Kind kind = Verdict::Kind::Refused;
        /// Empty for an unknown one.
        QString user;
        QByteArray address;
        /// How long the pair of account and address is locked from now on; 0: it is not.
        std::chrono::seconds lock {0};
    };
    using Told = std::function<void(const Event &event)>;
    using Decided = std::function<void(const Verdict &verdict)>;

    /// `clock` and the configs outlive the gate.
    Gate(
        const CredentialsConfig &config,
        const auth::AuthConfig &throttle,
        const Clock &clock,
        Told told);

    /// From now on these are the credentials; computes a hash if there is none, so it takes a
    /// moment: for the start, before anybody can ask.
    void useNow(const Selection &selection);
    /// The same without waiting: the former ones count until the hash is there.
    void use(const Selection &selection, std::function<void()> done);

    /// New limits of the throttle for what comes from now on.
    void apply(const auth::AuthConfig &throttle) { m_throttle.apply(throttle); }

    /// `decided` is called once, now or later, and never after the gate's end.
    void check(
        const QString &user,
        const QByteArray &password,
        const QByteArray &address,
        const Decided &decided);

    /// Somebody has brought an API token that is none: counts as a failure of that address, and
    /// says how it is to be turned away.
    Verdict refuseToken(const QByteArray &address);

    auth::LoginThrottle &throttle() { return m_throttle; }
    const QString &user() const { return m_user; }
    Origin origin() const { return m_origin; }
    /// Another one for each set of credentials of this run.
    quint64 generation() const { return m_generation; }

private:
    struct Try {
        QString user;
        QByteArray address;
        QByteArray memory;
        Decided decided;
    };

    void take(const Selection &selection, const QByteArray &hash);
    bool isRemembered(const QByteArray &memory);
    void finish(const Try &attempt, bool isRight);

    const CredentialsConfig &m_config;
    const Clock &m_clock;
    Told m_told;
    auth::LoginThrottle m_throttle;
    QString m_user;
    QByteArray m_hash;
    Origin m_origin = Origin::Generated;
    /// Of no password anybody knows, for users that there are not.
    QByteArray m_nobodysHash;
    /// Which credentials are in force; what was verified against others is void.
    quint64 m_generation = 0;
    KeyedHash m_memoryKey;
    auth::LruTable<Instant> m_verified;
    /// The last member: no answer comes after the others have gone.
    HashPool m_pool;
};

} // namespace ct::server::credentials
