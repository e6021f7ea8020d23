// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/websocket/handshake.h"

#include <QByteArrayList>
#include <QCryptographicHash>

#include <algorithm>

namespace ct::server::websocket {

using namespace Qt::StringLiterals;

namespace {

/// Whether one item of a comma list is `token`, in whatever case.
bool listHas(const QByteArray &list, QByteArrayView token)
{
    const QList<QByteArray> items = list.split(',');
    return std::any_of(items.begin(), items.end(), [token](const QByteArray &item) {
        return item.trimmed().compare(token, Qt::CaseInsensitive) == 0;
    });
}

/// 16 bytes in base64, whatever they are.
bool isKey(const QByteArray &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        key, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return key.size() == 24 && decoded && (*decoded).size() == 16;
}

QByteArray acceptOf(const QByteArray &key)
{
    // RFC 6455 section 1.3.
    const QByteArray joined = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"_ba;
    return QCryptographicHash::hash(joined, QCryptographicHash::Sha1).toBase64();
}

Error refusal(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

} // namespace

bool wantsWebSocket(const UpgradeRequest &request)
{
    return listHas(request.headerUpgrade, "websocket")
        && listHas(request.headerConnection, "upgrade");
}

Result<QByteArray> handshakeAnswer(const UpgradeRequest &request)
{
    if (request.method != "GET")
        return refusal(u"a WebSocket is asked for by GET"_s);
    if (!wantsWebSocket(request))
        return refusal(u"the request is no upgrade to WebSocket"_s);
    if (request.version.trimmed() != "13")
        return refusal(u"only version 13 of WebSocket is spoken here"_s);
    const QByteArray key = request.key.trimmed();
    if (!isKey(key))
        return refusal(u"Sec-WebSocket-Key is not 16 bytes in base64"_s);
    return QByteArray(
        "HTTP/1.1 101 Switching Protocols\r\n"
        "Upgrade: websocket\r\n"
        "Connection: Upgrade\r\n"
        "Sec-WebSocket-Accept: "_ba
        + acceptOf(key) + "\r\n\r\n"_ba);
}

} // namespace ct::server::websocket
