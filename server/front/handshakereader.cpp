// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/handshakereader.h"

#include "shared/protocol/paths.h"

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

// An RSA-4096 key takes 736 characters; the rest is room for other kinds.
constexpr qsizetype longestKey = 4096;
constexpr qsizetype longestClient = 256;
constexpr qsizetype longestCompression = 32;
constexpr int mostCompressions = 8;

QByteArray valueOf(const http::RequestHead &head, HandshakeSource source, QByteArrayView name)
{
    if (source == HandshakeSource::Query)
        return head.queryValue(name).value_or(QByteArray());
    return head.header(name).toByteArray();
}

QList<QByteArray> compressions(const QByteArray &list)
{
    QList<QByteArray> names;
    for (const QByteArray &part : list.split(',')) {
        const QByteArray name = part.trimmed();
        if (!name.isEmpty() && name.size() <= longestCompression && names.size() < mostCompressions)
            names.append(name);
    }
    return names.isEmpty() ? QList<QByteArray> {"none"} : names;
}

} // namespace

LinkHandshake readHandshake(
    const http::RequestHead &head,
    HandshakeSource source,
    const Client &client,
    const auth::TokenService &tokens)
{
    LinkHandshake handshake;
    handshake.details.publicKey = valueOf(head, source, protocol::headers::publicKey);
    handshake.details.client
        = QString::fromUtf8(valueOf(head, source, protocol::headers::client).left(longestClient));
    handshake.details.compression
        = compressions(valueOf(head, source, protocol::headers::compression));
    handshake.details.address = client.address.toString();
    if (handshake.details.client.isEmpty())
        handshake.details.client = u"unknown"_s;
    const QByteArray token = valueOf(head, source, protocol::headers::jwt);
    const auto claims = tokens.verifyRoom(token);
    const auto &key = handshake.details.publicKey;
    if (token.isEmpty())
        handshake.refusal = u"The room token is missing (x-oct-jwt)"_s;
    else if (!claims)
        handshake.refusal = u"The room token is not valid: join the session again"_s;
    else if (key.isEmpty() || key.size() > longestKey)
        handshake.refusal = u"The public key is missing or too long (x-oct-public-key)"_s;
    else
        handshake.claims = *claims;
    return handshake;
}

} // namespace ct::server::front
