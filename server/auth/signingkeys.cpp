// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/statefile.h"
#include "server/auth/tokenservice.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

constexpr qsizetype shortestSecret = 32;
/// Two keys are far shorter.
constexpr qsizetype longestFile = 4096;
constexpr qsizetype mostKeys = 2;
constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

Error corrupt(const QString &path, const QString &what)
{
    return {
        ErrorCode::Corrupt,
        u"%1 %2; mend it or remove it, which ends all logins"_s.arg(path, what)};
}

SigningKey freshKey(RandomSource &random)
{
    std::array<std::byte, shortestSecret> secret {};
    random.fill(secret);
    return {
        randomId(random, 8),
        QByteArray(reinterpret_cast<const char *>(secret.data()), shortestSecret)};
}

bool isKeyId(const QByteArray &id)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_';
    };
    return !id.isEmpty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), isLetter);
}

/// A line of the file.
std::optional<SigningKey> parseKey(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return std::nullopt;
    const auto secret = QByteArray::fromBase64Encoding(
        line.mid(colon + 1), base64Url | QByteArray::AbortOnBase64DecodingErrors);
    SigningKey key {line.left(colon), secret.decoded};
    if (!secret || !isKeyId(key.id) || key.secret.size() < shortestSecret)
        return std::nullopt;
    return key;
}

Result<QList<SigningKey>> parseKeys(const QString &path, const QByteArray &text)
{
    QList<SigningKey> keys;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const std::optional<SigningKey> key = parseKey(line.trimmed());
        if (!key)
            return corrupt(
                path, u"has a line that is not id:key with 32 bytes or more in base64url"_s);
        if (!keys.isEmpty() && keys.constFirst().id == key->id)
            return corrupt(path, u"has two keys of one id"_s);
        if (keys.size() == mostKeys)
            return corrupt(path, u"has more than two keys"_s);
        keys.append(*key);
    }
    if (keys.isEmpty())
        return corrupt(path, u"has no key"_s);
    return keys;
}

Result<QList<SigningKey>> writeKeys(const QString &path, const QList<SigningKey> &keys)
{
    QByteArray text;
    for (const SigningKey &key : keys)
        text += key.id + ':' + key.secret.toBase64(base64Url) + '\n';
    if (const Status written = writePrivateFile(path, text); !written)
        return written.error();
    return keys;
}

/// The id changes with the key, so that tokens of a former one are told apart.
SigningKey keyOf(const QByteArray &secret)
{
    const QByteArray digest
        = QCryptographicHash::hash(QByteArray("key id:" + secret), QCryptographicHash::Sha256);
    return {"given-" + digest.left(6).toHex(), secret};
}

Result<QList<SigningKey>> givenKeys(const QByteArray &given, const QByteArray &former)
{
    if (given.size() < shortestSecret)
        return Error {
            ErrorCode::InvalidInput,
            u"OCT_JWT_PRIVATE_KEY has %1 bytes and needs at least %2; \"openssl rand -base64 48\" makes one"_s
                .arg(given.size())
                .arg(shortestSecret)};
    QList<SigningKey> keys {keyOf(given)};
    if (!former.isEmpty() && former != given)
        keys.append(keyOf(former));
    return keys;
}

} // namespace

Result<QList<SigningKey>> loadSigningKeys(
    const QString &path, const QByteArray &given, const QByteArray &former, RandomSource &random)
{
    if (!given.isEmpty())
        return givenKeys(given, former);
    const Result<QByteArray> text = readPrivateFile(path, longestFile);
    if (text)
        return parseKeys(path, *text);
    if (text.error().code != ErrorCode::NotFound)
        return text.error();
    return writeKeys(path, {freshKey(random)});
}

Result<QList<SigningKey>> rotateSigningKeys(const QString &path, RandomSource &random)
{
    const Result<QByteArray> text = readPrivateFile(path, longestFile);
    if (!text)
        return text.error();
    const Result<QList<SigningKey>> former = parseKeys(path, *text);
    if (!former)
        return former.error();
    return writeKeys(path, {freshKey(random), former->constFirst()});
}

} // namespace ct::server::auth
