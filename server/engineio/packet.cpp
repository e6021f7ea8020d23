// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/packet.h"

using namespace Qt::StringLiterals;

namespace ct::server::engineio {

std::optional<PacketType> packetType(char digit)
{
    if (digit < '0' || digit > '6')
        return std::nullopt;
    return static_cast<PacketType>(digit - '0');
}

Result<Packet> decodePacket(QByteArrayView text)
{
    if (text.isEmpty())
        return Error {ErrorCode::InvalidInput, u"An empty Engine.IO packet"_s};
    const auto type = packetType(text.front());
    if (!type)
        return Error {ErrorCode::InvalidInput, u"An unknown type of Engine.IO packet"_s};
    Packet packet;
    packet.type = *type;
    packet.data = text.sliced(1).toByteArray();
    return packet;
}

QByteArray encodePacket(PacketType type, QByteArrayView data)
{
    QByteArray packet;
    packet.reserve(1 + data.size());
    packet.append(static_cast<char>('0' + static_cast<int>(type)));
    packet.append(data);
    return packet;
}

} // namespace ct::server::engineio
