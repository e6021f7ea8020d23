// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace ct::server::engineio {

/// Engine.IO protocol 4. The value is the digit on the wire.
enum class PacketType : quint8 {
    Open = 0,
    Close = 1,
    Ping = 2,
    Pong = 3,
    Message = 4,
    Upgrade = 5,
    Noop = 6,
};

/// The type of that digit; nothing for any other character.
std::optional<PacketType> packetType(char digit);

/// One packet of either transport.
struct Packet {
    PacketType type = PacketType::Noop;
    /// Only for Message: an attachment (a binary frame, or `b` + base64 in polling).
    bool binary = false;
    QByteArray data;
    /// Only a beginning of the packet was kept, because the whole was over the message limit.
    /// `fullLength` is then the length of the decoded data it would have had (an estimate of at
    /// most 2 bytes too much for base64).
    bool oversized = false;
    quint64 fullLength = 0;
};

/// Reads the text form `<digit><data>` (a WebSocket text frame, or a non-binary polling packet).
Result<Packet> decodePacket(QByteArrayView text);

/// The text form. For binary messages use the WebSocket's binary frame, or appendBinary below.
QByteArray encodePacket(PacketType type, QByteArrayView data = {});

} // namespace ct::server::engineio
