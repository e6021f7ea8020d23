// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>

#include <optional>

namespace ct::server::socketio {

/// Socket.IO protocol 5. The value is the digit on the wire (after Engine.IO's `4`).
enum class PacketType : quint8 {
    Connect = 0,
    Disconnect = 1,
    Event = 2,
    Ack = 3,
    ConnectError = 4,
    BinaryEvent = 5,
    BinaryAck = 6,
};

struct Packet {
    PacketType type = PacketType::Event;
    /// Declared number of attachments; 0 for types without.
    int attachments = 0;
    /// "/" when the packet names none. Without its query (`/ns?x=1,` reads as `/ns`).
    QByteArray nameSpace;
    std::optional<quint64> id;
    /// The rest as it stands on the wire (JSON text, not yet parsed); may be empty.
    QByteArray payload;
};

struct PacketLimits {
    qsizetype nameSpace = 512;
    int attachments = 8;
    qsizetype payload = 16LL * 1024;
};

/// Reads `<type>[<attachments>-][<namespace>,][<id>][json]`. The JSON is only looked at by those
/// who need it.
Result<Packet> decodePacket(QByteArrayView text, const PacketLimits &limits = {});

/// What a client says when it connects to a namespace: `{"pid","offset"}` when it resumes.
struct ConnectRequest {
    QByteArray pid;
    QByteArray offset;
};
/// An empty payload is an empty request; anything but a JSON object fails; other members are
/// ignored.
Result<ConnectRequest> parseConnect(QByteArrayView payload);

// The functions below give the whole Engine.IO message packet, with the leading `4`.

/// `40/ns,{"sid":"…","pid":"…"}`; the namespace is left out when it is "/".
QByteArray encodeConnect(QByteArrayView nameSpace, QByteArrayView sid, QByteArrayView pid);
/// `44/ns,{"message":"…"}`.
QByteArray encodeConnectError(QByteArrayView nameSpace, const QString &message);
/// `41/ns,`
QByteArray encodeDisconnect(QByteArrayView nameSpace);

/// `451-/ns,["message",{"_placeholder":true,"num":0},"<offset>"]`: the header before the one
/// attachment. The offset is what connection state recovery of socket.io-client hands back. Only
/// the offset is written anew, since there is one header for every message to every receiver.
class MessageHeader
{
public:
    /// Until a namespace is known there is nothing to write.
    MessageHeader() = default;
    explicit MessageHeader(QByteArrayView nameSpace);

    /// Good until the next call.
    QByteArrayView with(quint64 offset);

private:
    QByteArray m_packet;
    qsizetype m_offsetAt = 0;
};

} // namespace ct::server::socketio
