// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/tokenservice.h"

#include "server/auth/jws.h"
#include "shared/protocol/json.h"
#include "shared/protocol/jsonreader.h"

#include <QCryptographicHash>
#include <QHash>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <iterator>
#include <vector>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

constexpr QLatin1StringView apiKeyClaim {"key"};

/// How a token names the API key of its login: in a way that only this server can check, so that
/// whoever sees a token can't try keys against it.
QString markOf(const QByteArray &apiKey, const SigningKey &signer)
{
    constexpr qsizetype length = 16;
    const QByteArray named = "api key:" + apiKey;
    const QByteArray mark
        = QMessageAuthenticationCode::hash(named, signer.secret, QCryptographicHash::Sha256);
    return QString::fromLatin1(mark.first(length).toHex());
}

QList<QByteArray> withdrawn(const QList<QByteArray> &before, const QList<QByteArray> &after)
{
    QList<QByteArray> gone;
    std::copy_if(before.begin(), before.end(), std::back_inserter(gone), [&after](const auto &one) {
        return !after.contains(one);
    });
    return gone;
}

QList<QByteArray> idsOf(const QList<SigningKey> &keys)
{
    QList<QByteArray> ids;
    for (const SigningKey &key : keys)
        ids.append(key.id);
    return ids;
}

} // namespace

/// The keys of one moment, the signing one first. Never changed, so threads share it.
class KeyRing
{
public:
    struct Key {
        SigningKey key;
        JwsKey jws;
        /// API keys by their marks.
        QHash<QString, QByteArray> apiKeys {};
    };

    KeyRing(const QList<SigningKey> &keys, const QList<QByteArray> &apiKeys)
        : m_signingKeys(keys),
          m_apiKeys(apiKeys)
    {
        for (const SigningKey &key : keys) {
            Key &added = m_keys.emplace_back(Key {key, JwsKey(key)});
            for (const QByteArray &apiKey : apiKeys)
                added.apiKeys.insert(markOf(apiKey, key), apiKey);
        }
    }

    const Key &signing() const { return m_keys.front(); }
    const QList<SigningKey> &signingKeys() const { return m_signingKeys; }
    const QList<QByteArray> &apiKeys() const { return m_apiKeys; }
    /// The key that made a token with this header. The header is compared and not read: whatever
    /// names another algorithm, an unknown key id or anything else is not one of ours.
    const Key *find(QByteArrayView header) const
    {
        const auto key = std::find_if(m_keys.begin(), m_keys.end(), [header](const Key &one) {
            return QByteArrayView(one.jws.header()) == header;
        });
        return key == m_keys.end() ? nullptr : &*key;
    }

private:
    std::vector<Key> m_keys;
    QList<SigningKey> m_signingKeys;
    QList<QByteArray> m_apiKeys;
};

namespace {

using protocol::JsonReader;

/// Ours stay below 2 KiB; nothing longer is looked at.
constexpr qsizetype longestToken = 8192;

constexpr QLatin1StringView loginAudience {"login"};
constexpr QLatin1StringView roomAudience {"room"};

Error refusal(const QString &reason)
{
    return {ErrorCode::Unauthorized, u"token refused: %1"_s.arg(reason)};
}

template<typename T>
Result<T> finish(const JsonReader &reader, T claims)
{
    Result<T> result = reader.finish(std::move(claims));
    return result ? std::move(result) : refusal(result.error().message);
}

QJsonObject userClaims(const User &user)
{
    QJsonObject claims {
        {"id"_L1, user.id}, {"name"_L1, user.name}, {"authProvider"_L1, user.authProvider}};
    if (!user.email.isEmpty())
        claims.insert("email"_L1, user.email);
    return claims;
}

User readUser(JsonReader &reader)
{
    User user;
    user.id = reader.text("id"_L1);
    user.name = reader.text("name"_L1);
    user.email = reader.optionalText("email"_L1);
    user.authProvider = reader.text("authProvider"_L1);
    return user;
}

} // namespace

TokenService::TokenService(
    const QList<SigningKey> &keys,
    TokenLifetimes lifetimes,
    const Clock &clock,
    RandomSource &random)
    : m_lifetimes(lifetimes),
      m_clock(clock),
      m_random(random),
      m_revocations(lifetimes.endedLogins),
      m_keys(std::make_shared<const KeyRing>(keys, QList<QByteArray> {}))
{
    Q_ASSERT(!keys.isEmpty());
}

TokenService::~TokenService() = default;

QList<QByteArray> TokenService::setKeys(const QList<SigningKey> &keys)
{
    Q_ASSERT(!keys.isEmpty());
    const auto former = this->keys();
    swapKeys(std::make_shared<const KeyRing>(keys, former->apiKeys()));
    return withdrawn(idsOf(former->signingKeys()), idsOf(keys));
}

QList<QByteArray> TokenService::setApiKeys(const QList<QByteArray> &digests)
{
    const auto former = keys();
    swapKeys(std::make_shared<const KeyRing>(former->signingKeys(), digests));
    return withdrawn(former->apiKeys(), digests);
}

void TokenService::swapKeys(std::shared_ptr<const KeyRing> ring)
{
    // Swapped, so that the former ring is freed outside of the lock.
    const std::lock_guard lock(m_mutex);
    m_keys.swap(ring);
}

std::shared_ptr<const KeyRing> TokenService::keys() const
{
    const std::lock_guard lock(m_mutex);
    return m_keys;
}

QByteArray TokenService::issueLogin(const User &user) const
{
    const std::chrono::seconds now = issueTime(user);
    QJsonObject claims = userClaims(user);
    claims.insert("jti"_L1, QString::fromLatin1(randomId(m_random)));
    claims.insert("auth_time"_L1, qint64 {now.count()});
    return issue(std::move(claims), loginAudience, user.apiKey, {now, now + m_lifetimes.login});
}

Result<QByteArray> TokenService::renewLogin(const LoginClaims &login) const
{
    const std::chrono::seconds last = std::chrono::seconds(login.since) + m_lifetimes.renewed;
    if (login.expires >= last.count())
        return refusal(u"its login cannot be renewed any more"_s);
    QJsonObject claims = userClaims(login.user);
    claims.insert("jti"_L1, QString::fromLatin1(login.tokenId));
    claims.insert("auth_time"_L1, login.since);
    const std::chrono::seconds now = issueTime(login.user);
    return issue(
        std::move(claims),
        loginAudience,
        login.user.apiKey,
        {now, std::min(now + m_lifetimes.login, last)});
}

QByteArray TokenService::issueRoom(const RoomClaims &claims) const
{
    QJsonObject object {
        {"room"_L1, QString::fromLatin1(claims.room)},
        {"instance"_L1, QString::fromLatin1(claims.instance)},
        {"participant"_L1, QString::fromLatin1(claims.participant)},
        {"login"_L1, QString::fromLatin1(claims.login)},
        {"jti"_L1, QString::fromLatin1(randomId(m_random))},
        {"user"_L1, userClaims(claims.user)}};
    if (claims.host)
        object.insert("host"_L1, true);
    const std::chrono::seconds now = issueTime(claims.user);
    return issue(
        std::move(object), roomAudience, claims.user.apiKey, {now, now + m_lifetimes.room});
}

std::chrono::seconds TokenService::issueTime(const User &user) const
{
    // Whoever logs in again within the second of a logout everywhere must not be taken for one of
    // those that it ended.
    const std::chrono::seconds earliest(m_revocations.lastLogout(user.id) + 1);
    return std::max(sinceEpoch(m_clock.wallNow()), earliest);
}

QByteArray TokenService::issue(
    QJsonObject claims,
    QLatin1StringView audience,
    const QByteArray &apiKey,
    Lifetime lifetime) const
{
    const std::shared_ptr<const KeyRing> ring = keys();
    if (!apiKey.isEmpty())
        claims.insert(apiKeyClaim, markOf(apiKey, ring->signing().key));
    claims.insert("aud"_L1, audience);
    claims.insert("iat"_L1, qint64 {lifetime.issued.count()});
    claims.insert("exp"_L1, qint64 {lifetime.expires.count()});
    return ring->signing().jws.sign(protocol::toBytes(claims));
}

Result<LoginClaims> TokenService::verifyLogin(QByteArrayView token) const
{
    const Result<Verified> verified = verify(token, loginAudience);
    if (!verified)
        return verified.error();
    const QJsonObject &object = verified->claims;
    JsonReader reader(object);
    LoginClaims claims;
    claims.user = readUser(reader);
    claims.user.apiKey = verified->apiKey;
    claims.user.signer = verified->signer;
    claims.tokenId = reader.bytes("jti"_L1);
    claims.expires = reader.integer("exp"_L1);
    // Tokens of before renewals do not have it: theirs began when they were issued.
    claims.since = reader.integer(object.contains("auth_time"_L1) ? "auth_time"_L1 : "iat"_L1);
    if (const Status ended = checkEnded(object, claims.tokenId, claims.user); !ended)
        return ended.error();
    return finish(reader, std::move(claims));
}

Result<RoomClaims> TokenService::verifyRoom(QByteArrayView token) const
{
    const Result<Verified> verified = verify(token, roomAudience);
    if (!verified)
        return verified.error();
    const QJsonObject &object = verified->claims;
    JsonReader reader(object);
    JsonReader user(reader.object("user"_L1));
    RoomClaims claims;
    claims.room = reader.bytes("room"_L1);
    claims.instance = reader.bytes("instance"_L1);
    claims.participant = reader.bytes("participant"_L1);
    claims.login = reader.bytes("login"_L1);
    claims.user = readUser(user);
    claims.user.apiKey = verified->apiKey;
    claims.user.signer = verified->signer;
    claims.host = object.contains("host"_L1) && reader.boolean("host"_L1);
    claims.tokenId = reader.bytes("jti"_L1);
    claims.expires = reader.integer("exp"_L1);
    if (const auto fault = finish(user, true); !fault)
        return fault.error();
    if (const Status ended = checkEnded(object, claims.login, claims.user); !ended)
        return ended.error();
    return finish(reader, std::move(claims));
}

Result<TokenService::Verified> TokenService::verify(
    QByteArrayView token, QLatin1StringView audience) const
{
    if (token.size() > longestToken)
        return refusal(u"longer than %1 bytes"_s.arg(longestToken));
    const std::shared_ptr<const KeyRing> ring = keys();
    const KeyRing::Key *key = ring->find(token.first(std::max<qsizetype>(0, token.indexOf('.'))));
    if (!key)
        return refusal(u"no HS256 token of a key of ours"_s);
    const std::optional<QByteArray> payload = key->jws.verify(token);
    if (!payload)
        return refusal(u"the signature is wrong"_s);
    const Result<QJsonObject> claims = protocol::objectFromBytes(*payload);
    if (!claims)
        return refusal(claims.error().message);
    if (claims->value("aud"_L1) != QJsonValue(audience))
        return refusal(u"it is not a %1 token"_s.arg(audience));
    if (const Status times = checkTimes(*claims); !times)
        return times.error();
    Verified verified {*claims, {}, key->key.id};
    if (claims->contains(apiKeyClaim)) {
        verified.apiKey = key->apiKeys.value(claims->value(apiKeyClaim).toString());
        if (verified.apiKey.isEmpty())
            return refusal(u"the API key of its login was withdrawn"_s);
    }
    return verified;
}

void TokenService::revoke(const Logout &whose)
{
    const std::chrono::seconds now = sinceEpoch(m_clock.wallNow());
    // As a clock may go back a little, what lasts longest lasts a little longer.
    const std::chrono::seconds until
        = now + std::max(m_lifetimes.login, m_lifetimes.room) + 2 * m_lifetimes.leeway;
    m_revocations.add(whose, now.count(), until.count());
}

Status TokenService::checkEnded(
    const QJsonObject &claims, const QByteArray &login, const User &user) const
{
    if (m_revocations.covers(login, user.id, claims.value("iat"_L1).toInteger()))
        return refusal(u"its login has been ended"_s);
    return {};
}

Status TokenService::checkTimes(const QJsonObject &claims) const
{
    JsonReader reader(claims);
    const std::chrono::seconds issued(reader.integer("iat"_L1));
    const std::chrono::seconds expires(reader.integer("exp"_L1));
    if (const auto fault = finish(reader, true); !fault)
        return fault.error();
    const std::chrono::seconds now = sinceEpoch(m_clock.wallNow());
    if (now - m_lifetimes.leeway >= expires)
        return refusal(u"expired"_s);
    if (now + m_lifetimes.leeway < issued)
        return refusal(u"issued in the future; a clock is wrong"_s);
    return {};
}

} // namespace ct::server::auth
