// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/socketio/assembler.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace ct::server::socketio {

namespace {

/// What every client sends before every message, character by character, with the usual namespace
/// and with any.
constexpr QByteArrayView usualHeader = R"(51-["message",{"_placeholder":true,"num":0}])";
constexpr QByteArrayView usualMessage = usualHeader.sliced(3);
/// Longer JSON is not parsed: nothing that means something here is as long.
constexpr qsizetype longestJson = PacketLimits {}.payload;

Error malformed(const QString &what)
{
    return {ErrorCode::InvalidInput, u"A malformed Socket.IO packet: "_s + what};
}

/// Arguments of an event or ack; nothing when it is neither.
std::optional<QJsonArray> arguments(const Packet &packet)
{
    const QJsonDocument document = QJsonDocument::fromJson(packet.payload);
    if (!document.isArray())
        return std::nullopt;
    QJsonArray array = document.array();
    const bool isAck = packet.type == PacketType::Ack || packet.type == PacketType::BinaryAck;
    // Event names are texts or numbers.
    if (!isAck && !array.at(0).isString() && !array.at(0).isDouble())
        return std::nullopt;
    return array;
}

/// `["message", <first attachment>]` and nothing else.
bool isMessage(const QJsonArray &event)
{
    const QJsonValue placeholder = event.at(1);
    return event.size() == 2 && event.at(0) == "message"_L1 && placeholder[u"_placeholder"].toBool()
        && placeholder[u"num"].isDouble() && placeholder[u"num"].toDouble() == 0;
}

} // namespace

Result<std::optional<Event>> Assembler::text(QByteArrayView packet, bool oversized)
{
    if (isWaiting())
        return malformed(u"text where attachments were announced"_s);
    if (!oversized && packet == usualHeader) {
        m_kind = Kind::Message;
        m_awaited = 1;
        m_nameSpace = "/"_ba;
        return std::optional<Event>();
    }
    PacketLimits limits;
    limits.payload = std::numeric_limits<qsizetype>::max();
    auto decoded = decodePacket(packet, limits);
    if (!decoded && oversized)
        return std::optional<Event>(IgnoredEvent {});
    if (!decoded)
        return decoded.error();
    // The attachments of a header that is too long come all the same.
    if (oversized)
        return await(*decoded, Kind::Ignored);
    switch (decoded->type) {
    case PacketType::Connect:
        return connect(*decoded);
    case PacketType::Disconnect:
        if (!decoded->payload.isEmpty())
            return malformed(u"a disconnect with data"_s);
        return std::optional<Event>(DisconnectEvent {decoded->nameSpace});
    case PacketType::ConnectError:
        return std::optional<Event>(IgnoredEvent {});
    default:
        return event(*decoded);
    }
}

Result<std::optional<Event>> Assembler::connect(const Packet &packet)
{
    if (packet.payload.size() > longestJson)
        return Error {ErrorCode::TooLarge, u"The data of a Socket.IO connect is too long"_s};
    auto request = parseConnect(packet.payload);
    if (!request)
        return request.error();
    return std::optional<Event>(ConnectEvent {packet.nameSpace, *request});
}

Result<std::optional<Event>> Assembler::event(const Packet &packet)
{
    const bool mayBeMessage = packet.type == PacketType::BinaryEvent && packet.attachments == 1;
    if (mayBeMessage && packet.payload == usualMessage)
        return await(packet, Kind::Message);
    if (packet.payload.size() > longestJson)
        return await(packet, Kind::Ignored);
    const auto array = arguments(packet);
    if (!array)
        return malformed(u"an event without a name"_s);
    return await(packet, mayBeMessage && isMessage(*array) ? Kind::Message : Kind::Ignored);
}

std::optional<Event> Assembler::await(const Packet &packet, Kind kind)
{
    if (packet.attachments == 0)
        return IgnoredEvent {};
    m_kind = kind;
    m_awaited = packet.attachments;
    m_nameSpace = packet.nameSpace;
    return std::nullopt;
}

Result<std::optional<Event>> Assembler::binary(QByteArray data, bool oversized, quint64 fullLength)
{
    if (!isWaiting())
        return malformed(u"an attachment that was not announced"_s);
    if (--m_awaited > 0)
        return std::optional<Event>();
    if (m_kind == Kind::Ignored)
        return std::optional<Event>(IgnoredEvent {});
    return std::optional<Event>(MessageEvent {m_nameSpace, std::move(data), oversized, fullLength});
}

bool Assembler::isWaiting() const
{
    return m_awaited > 0;
}

} // namespace ct::server::socketio
