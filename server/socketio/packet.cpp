// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/socketio/packet.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::socketio {

namespace {

/// JavaScript's integers are exact up to 16 digits, so clients count no further.
constexpr qsizetype idDigits = 16;
/// Longer numbers of attachments are not even read.
constexpr qsizetype countDigits = 4;

Error malformed(const QString &what)
{
    return {ErrorCode::InvalidInput, u"A malformed Socket.IO packet: "_s + what};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The digits that `text` begins with, but no more than one over `most`.
QByteArrayView leadingDigits(QByteArrayView text, qsizetype most)
{
    qsizetype length = 0;
    while (length < text.size() && length <= most && isDigit(text[length]))
        ++length;
    return text.first(length);
}

// Each take… reads its part off the beginning of `rest`, if it is there.

Status takeAttachments(QByteArrayView &rest, int most, Packet &packet)
{
    const QByteArrayView digits = leadingDigits(rest, countDigits);
    const bool isCount = !digits.isEmpty() && digits.size() <= countDigits
        && digits.size() < rest.size() && rest[digits.size()] == '-';
    packet.attachments = isCount ? digits.toByteArray().toInt() : 0;
    if (packet.attachments == 0)
        return malformed(u"no number of attachments"_s);
    if (packet.attachments > most)
        return malformed(u"too many attachments"_s);
    rest = rest.sliced(digits.size() + 1);
    return {};
}

Status takeNameSpace(QByteArrayView &rest, qsizetype longest, Packet &packet)
{
    packet.nameSpace = "/"_ba;
    if (rest.isEmpty() || rest.front() != '/')
        return {};
    const QByteArrayView searched = rest.first(std::min(rest.size(), longest + 1));
    const qsizetype comma = searched.indexOf(',');
    const qsizetype length = comma < 0 ? searched.size() : comma;
    if (length > longest)
        return malformed(u"too long a namespace"_s);
    QByteArrayView name = rest.first(length);
    const auto isControl = [](char c) {
        return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
    };
    if (std::any_of(name.begin(), name.end(), isControl))
        return malformed(u"control characters in its namespace"_s);
    if (const qsizetype query = name.indexOf('?'); query >= 0)
        name = name.first(query);
    packet.nameSpace = name.toByteArray();
    rest = rest.sliced(comma < 0 ? length : length + 1);
    return {};
}

Status takeId(QByteArrayView &rest, Packet &packet)
{
    const QByteArrayView digits = leadingDigits(rest, idDigits);
    if (digits.size() > idDigits)
        return malformed(u"too long an id"_s);
    if (!digits.isEmpty())
        packet.id = digits.toByteArray().toULongLong();
    rest = rest.sliced(digits.size());
    return {};
}

Status takeHead(QByteArrayView &rest, const PacketLimits &limits, Packet &packet)
{
    if (rest.isEmpty() || rest.front() < '0' || rest.front() > '6')
        return malformed(u"unknown type"_s);
    packet.type = static_cast<PacketType>(rest.front() - '0');
    rest = rest.sliced(1);
    if (packet.type == PacketType::BinaryEvent || packet.type == PacketType::BinaryAck) {
        if (Status status = takeAttachments(rest, limits.attachments, packet); !status)
            return status;
    }
    if (Status status = takeNameSpace(rest, limits.nameSpace, packet); !status)
        return status;
    return takeId(rest, packet);
}

} // namespace

Result<Packet> decodePacket(QByteArrayView text, const PacketLimits &limits)
{
    Packet packet;
    if (Status status = takeHead(text, limits, packet); !status)
        return status.error();
    if (text.size() > limits.payload)
        return Error {ErrorCode::TooLarge, u"The JSON of a Socket.IO packet is too long"_s};
    packet.payload = text.toByteArray();
    return packet;
}

Result<ConnectRequest> parseConnect(QByteArrayView payload)
{
    if (payload.isEmpty())
        return ConnectRequest {};
    const QJsonDocument document = QJsonDocument::fromJson(payload.toByteArray());
    if (!document.isObject())
        return malformed(u"a connect without an object"_s);
    const QJsonObject request = document.object();
    return ConnectRequest {
        request[u"pid"].toString().toUtf8(), request[u"offset"].toString().toUtf8()};
}

} // namespace ct::server::socketio
