// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/apikeylogin.h"

#include "server/auth/userfields.h"
#include "shared/protocol/paths.h"

#include <QCryptographicHash>

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

QByteArray digestOf(const QByteArray &key)
{
    return QCryptographicHash::hash(key, QCryptographicHash::Sha256);
}

} // namespace

QList<QByteArray> apiKeyDigests(const AuthConfig &config)
{
    QList<QByteArray> digests;
    for (const NamedApiKey &key : config.apiKeys) {
        if (config.apiKeyLogin && !key.key.isEmpty())
            digests.append(digestOf(key.key));
    }
    return digests;
}

ApiKeyLogin::ApiKeyLogin(const QList<NamedApiKey> &keys)
{
    // An empty key would let everybody in.
    for (const NamedApiKey &key : keys) {
        if (!key.key.isEmpty())
            m_keys.append({key.name, digestOf(key.key)});
    }
}

QString ApiKeyLogin::name() const
{
    return u"ApiKey"_s;
}

QString ApiKeyLogin::routeName() const
{
    return u"apikey"_s;
}

protocol::AuthProvider ApiKeyLogin::description() const
{
    using namespace protocol::codes;
    const protocol::AuthField key {
        .name = u"apiKey"_s,
        .required = true,
        .label = {.code = apiKeyLabel, .message = u"API Key"_s},
        .placeHolder = protocol::InfoMessage {
            .code = apiKeyPlaceholder, .message = u"One of this server's keys"_s}};
    return {
        .type = protocol::AuthType::Form,
        .name = u"apikey"_s,
        .endpoint = protocol::paths::login + routeName(),
        .label = {.code = apiKeyLoginLabel, .message = u"API Key"_s},
        .details = protocol::
            InfoMessage {.code = apiKeyLoginDetails, .message = u"Log in with a key of this server, for programs"_s},
        .group = {.code = builtinsGroup, .message = u"Builtins"_s},
        .fields = {key}};
}

QString ApiKeyLogin::account(const QJsonObject &) const
{
    // Which key somebody is guessing at is not known before it is found.
    return routeName();
}

std::optional<ApiKeyLogin::Key> ApiKeyLogin::find(const QByteArray &key) const
{
    const QByteArray digest = digestOf(key);
    std::optional<Key> found;
    for (const Key &known : m_keys) {
        const auto length = static_cast<size_t>(known.digest.size());
        if (CRYPTO_memcmp(known.digest.constData(), digest.constData(), length) == 0)
            found = known;
    }
    return found;
}

void ApiKeyLogin::authenticate(
    const QJsonObject &form, const LoginContext &, const Finished &finished)
{
    const QString key = form.value("apiKey"_L1).toString();
    if (key.isEmpty())
        return finished(Error {ErrorCode::InvalidInput, u"\"apiKey\" is missing"_s});
    const std::optional<Key> known = find(key.toUtf8());
    if (!known)
        return finished(Error {ErrorCode::Forbidden, u"the API key is wrong"_s});
    const QJsonValue typed = form.value("user"_L1);
    const bool hasUser = !typed.isUndefined() && !typed.isNull();
    Result<QString> user = hasUser ? checkedUserName(typed) : known->name;
    if (!user)
        return finished(user.error());
    finished(User {
        .id = u"apikey:"_s + known->name,
        .name = *std::move(user),
        .email = {},
        .authProvider = name(),
        .apiKey = known->digest});
}

} // namespace ct::server::auth
