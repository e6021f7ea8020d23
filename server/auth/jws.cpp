// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/jws.h"

#include <algorithm>
#include <cjose/header.h>
#include <cjose/jwk.h>
#include <cjose/jws.h>

namespace ct::server::auth {

namespace {

/// An HMAC-SHA-256 in base64url. Its last letter's lowest bits belong to no byte and are 0, or
/// other texts would stand for the same signature.
constexpr qsizetype signatureLength = 43;
constexpr QByteArrayView lastLetters = "AEIMQUYcgkosw048";

struct ReleaseHeader {
    void operator()(cjose_header_t *header) const { cjose_header_release(header); }
};
struct ReleaseJws {
    void operator()(cjose_jws_t *jws) const { cjose_jws_release(jws); }
};
using Header = std::unique_ptr<cjose_header_t, ReleaseHeader>;
using Jws = std::unique_ptr<cjose_jws_t, ReleaseJws>;

const uint8_t *octets(const QByteArray &bytes)
{
    return reinterpret_cast<const uint8_t *>(bytes.constData());
}

bool isBase64Url(QByteArrayView segment)
{
    const auto isLetter = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_';
    };
    // A single left-over letter is less than a byte.
    return !segment.isEmpty() && segment.size() % 4 != 1
        && std::all_of(segment.begin(), segment.end(), isLetter);
}

/// cjose 0.6 reads 32 bytes of the signature before it looks at its length, leaks on headers
/// without `alg` and takes any letters, so only what is well formed reaches it.
bool isWellFormed(QByteArrayView token, const QByteArray &header)
{
    if (!token.startsWith(header) || token.size() <= header.size() || token[header.size()] != '.')
        return false;
    const qsizetype payloadAt = header.size() + 1;
    const qsizetype dot = token.indexOf('.', payloadAt);
    if (dot < 0)
        return false;
    const QByteArrayView signature = token.sliced(dot + 1);
    return isBase64Url(token.sliced(payloadAt, dot - payloadAt))
        && signature.size() == signatureLength && isBase64Url(signature)
        && lastLetters.contains(signature.back());
}

} // namespace

void JwsKey::Release::operator()(cjose_jwk_t *key) const
{
    cjose_jwk_release(key);
}

JwsKey::JwsKey(const SigningKey &key)
    : m_id(key.id),
      m_key(cjose_jwk_create_oct_spec(
          octets(key.secret), static_cast<size_t>(key.secret.size()), nullptr))
{
    const QByteArray example = sign("{}");
    m_header = example.left(example.indexOf('.'));
}

QByteArray JwsKey::sign(const QByteArray &payload) const
{
    // A header per call: jansson keeps marks in an object while it writes it.
    const Header header(cjose_header_new(nullptr));
    if (!header || !cjose_header_set(header.get(), CJOSE_HDR_ALG, CJOSE_HDR_ALG_HS256, nullptr)
        || !cjose_header_set(header.get(), CJOSE_HDR_KID, m_id.constData(), nullptr))
        return {};
    const Jws jws(cjose_jws_sign(
        m_key.get(), header.get(), octets(payload), static_cast<size_t>(payload.size()), nullptr));
    const char *compact = nullptr;
    if (!jws || !cjose_jws_export(jws.get(), &compact, nullptr))
        return {};
    return compact;
}

std::optional<QByteArray> JwsKey::verify(QByteArrayView token) const
{
    if (m_header.isEmpty() || !isWellFormed(token, m_header))
        return std::nullopt;
    const Jws jws(cjose_jws_import(token.data(), static_cast<size_t>(token.size()), nullptr));
    uint8_t *payload = nullptr;
    size_t length = 0;
    if (!jws || !cjose_jws_verify(jws.get(), m_key.get(), nullptr)
        || !cjose_jws_get_plaintext(jws.get(), &payload, &length, nullptr))
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char *>(payload), static_cast<qsizetype>(length));
}

} // namespace ct::server::auth
