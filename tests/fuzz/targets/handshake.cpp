// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What asks for a WebSocket: a line each for method, Connection, Upgrade, key and version.
#include "server/websocket/handshake.h"

#include "tests/fuzz/check.h"
#include "tests/fuzz/targets.h"

#include <QByteArrayList>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace ct::fuzz {

void handshake(QByteArrayView input)
{
    using namespace server::websocket;
    QByteArrayList lines = input.toByteArray().split('\n');
    lines.resize(5);
    const UpgradeRequest request {lines[0], lines[1], lines[2], lines[3], lines[4]};
    const bool isWanted = wantsWebSocket(request);
    const auto answer = handshakeAnswer(request);
    if (!answer) {
        check(!answer.error().message.isEmpty(), "a refusal has a reason");
        return;
    }
    check(isWanted, "only who wants a WebSocket gets one");
    check(request.method == "GET", "only GET asks for a WebSocket");
    check(request.version.trimmed() == "13", "only version 13 is spoken");
    const QByteArray key = request.key.trimmed();
    check(QByteArray::fromBase64(key).size() == 16, "a key is 16 bytes");
    check(
        answer->startsWith("HTTP/1.1 101 ") && answer->endsWith("\r\n\r\n"),
        "the answer is a head");
    check(answer->indexOf("\r\n\r\n") == answer->size() - 4, "the answer is one head");
    const QByteArray joined = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"_ba;
    const QByteArray proof = QCryptographicHash::hash(joined, QCryptographicHash::Sha1).toBase64();
    const QByteArray line = "\r\nSec-WebSocket-Accept: " + proof + "\r\n";
    check(answer->contains(line), "the answer has the proof");
    check(!answer->toLower().contains("extensions"), "no extension is accepted");
}

} // namespace ct::fuzz
