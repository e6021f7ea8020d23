// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/revocations.h"
#include "server/auth/user.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QList>

#include <memory>
#include <mutex>

namespace ct::server::auth {

class KeyRing;

/// One signing key: its id and at least 32 bytes.
struct SigningKey {
    QByteArray id;
    QByteArray secret;
};

struct TokenLifetimes {
    std::chrono::seconds login {std::chrono::hours(24)};
    /// However often it is renewed.
    std::chrono::seconds renewed {std::chrono::hours(24 * 30)};
    std::chrono::seconds room {std::chrono::hours(24)};
    std::chrono::seconds leeway {60};
    /// How many ended logins are remembered one by one.
    int endedLogins = 10'000;
};

/// Reads the signing keys from `path` (first line signs, the others still verify, at most two),
/// making the file (0600) with a random key when it is missing. Refuses a file that others may
/// read. `given` (OCT_JWT_PRIVATE_KEY) replaces the file when not empty; `former`
/// (CT_JWT_FORMER_KEY) then still verifies. Both are refused below 32 bytes.
Result<QList<SigningKey>> loadSigningKeys(
    const QString &path, const QByteArray &given, const QByteArray &former, RandomSource &random);
/// Puts a fresh key in front and keeps the former one for verifying.
/// The file must exist: what OCT_JWT_PRIVATE_KEY gives is rotated by its owner.
Result<QList<SigningKey>> rotateSigningKeys(const QString &path, RandomSource &random);

/// Issues and checks the JWTs (HS256 by cjose; the algorithm is fixed, `none` and all others are
/// refused; `kid` picks the key, `aud` tells login from room tokens, `exp` is required). A login
/// can be ended before its time, and its room tokens with it. Thread: any; keys are swapped
/// atomically as a whole.
class TokenService
{
public:
    /// `keys` are not empty; `clock` and `random` must outlive the service.
    TokenService(
        const QList<SigningKey> &keys,
        TokenLifetimes lifetimes,
        const Clock &clock,
        RandomSource &random);
    ~TokenService();

    TokenService(const TokenService &) = delete;
    TokenService &operator=(const TokenService &) = delete;

    /// Printable ASCII, as every token; empty only when the library fails.
    QByteArray issueLogin(const User &user) const;
    /// The same login for another lifetime, but never past the longest one of renewed logins: its
    /// id stays, so that a logout ends both. Unauthorized when nothing is left to add.
    Result<QByteArray> renewLogin(const LoginClaims &login) const;
    /// tokenId and expires are filled in here.
    QByteArray issueRoom(const RoomClaims &claims) const;
    /// Unauthorized for whatever is wrong, with the reason for the log.
    Result<LoginClaims> verifyLogin(QByteArrayView token) const;
    Result<RoomClaims> verifyRoom(QByteArrayView token) const;

    // Both take effect for the next call, are called by one thread, and give what is withdrawn by
    // it, for Logout::key: nothing that was signed by it or issued to it is good any more.
    QList<QByteArray> setKeys(const QList<SigningKey> &keys);
    /// See apiKeyDigests(). A token of another API key is refused.
    QList<QByteArray> setApiKeys(const QList<QByteArray> &digests);

    /// From now on refuses what was issued to whom the logout covers.
    void revoke(const Logout &whose);
    Revocations &revocations() { return m_revocations; }

private:
    std::shared_ptr<const KeyRing> keys() const;
    /// What a token of the user's may be issued at; not before the second after a logout
    /// everywhere.
    std::chrono::seconds issueTime(const User &user) const;
    struct Lifetime {
        std::chrono::seconds issued;
        std::chrono::seconds expires;
    };
    /// Of a token that is good now, and what it stands on.
    struct Verified {
        QJsonObject claims;
        QByteArray apiKey;
        QByteArray signer;
    };

    void swapKeys(std::shared_ptr<const KeyRing> ring);
    QByteArray issue(
        QJsonObject claims,
        QLatin1StringView audience,
        const QByteArray &apiKey,
        Lifetime lifetime) const;
    Result<Verified> verify(QByteArrayView token, QLatin1StringView audience) const;
    Status checkTimes(const QJsonObject &claims) const;
    Status checkEnded(const QJsonObject &claims, const QByteArray &login, const User &user) const;

    const TokenLifetimes m_lifetimes;
    const Clock &m_clock;
    RandomSource &m_random;
    Revocations m_revocations;
    mutable std::mutex m_mutex;
    // Guarded by m_mutex; shared with the calls under way, which go on with the keys they began
    // with.
    std::shared_ptr<const KeyRing> m_keys;
};

} // namespace ct::server::auth
