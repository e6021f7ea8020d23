// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/websocket/frameheader.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace ct::server::websocket {

using namespace Qt::StringLiterals;

namespace {

constexpr quint8 finalBit = 0x80;
constexpr quint8 reservedBits = 0x70;
constexpr quint8 opcodeBits = 0x0F;
constexpr quint8 maskBit = 0x80;
constexpr quint8 lengthBits = 0x7F;
/// Lengths from here on stand for two and for eight bytes of length.
constexpr quint8 shortLength = 126;
constexpr quint8 longLength = 127;

bool isKnown(quint8 opcode)
{
    return opcode <= 0x2 || (opcode >= 0x8 && opcode <= 0xA);
}

ProtocolFault fault(QByteArray reason)
{
    return {CloseCode::ProtocolError, std::move(reason)};
}

} // namespace

std::optional<ProtocolFault> HeaderReader::take(QByteArrayView &bytes)
{
    if (m_size < startSize) {
        collect(bytes);
        if (m_size < startSize)
            return std::nullopt;
        if (auto found = readStart())
            return found;
    }
    collect(bytes);
    return isComplete() ? readRest() : std::nullopt;
}

void HeaderReader::reset()
{
    m_size = 0;
    m_needed = startSize;
}

void HeaderReader::collect(QByteArrayView &bytes)
{
    const auto count = std::min(static_cast<qsizetype>(m_needed - m_size), bytes.size());
    if (count == 0)
        return;
    std::memcpy(m_bytes.data() + m_size, bytes.data(), static_cast<std::size_t>(count));
    m_size += static_cast<std::size_t>(count);
    bytes = bytes.sliced(count);
}

std::optional<ProtocolFault> HeaderReader::readStart()
{
    const auto opcode = static_cast<quint8>(byteAt(0) & opcodeBits);
    const auto length = static_cast<quint8>(byteAt(1) & lengthBits);
    if ((byteAt(0) & reservedBits) != 0)
        return fault("reserved bit set"_ba);
    if (!isKnown(opcode))
        return fault("unknown opcode"_ba);
    m_header.isFinal = (byteAt(0) & finalBit) != 0;
    m_header.opcode = static_cast<Opcode>(opcode);
    if ((byteAt(1) & maskBit) == 0)
        return fault("frame not masked"_ba);
    if (isControl(m_header.opcode) && !m_header.isFinal)
        return fault("fragmented control frame"_ba);
    if (isControl(m_header.opcode) && length >= shortLength)
        return fault("control frame too long"_ba);
    m_header.length = length;
    m_needed = startSize + sizeof(MaskKey);
    if (length == shortLength)
        m_needed += sizeof(quint16);
    else if (length == longLength)
        m_needed += sizeof(quint64);
    return std::nullopt;
}

std::optional<ProtocolFault> HeaderReader::readRest()
{
    std::memcpy(m_header.key.data(), m_bytes.data() + m_needed - sizeof(MaskKey), sizeof(MaskKey));
    const char *extended = m_bytes.data() + startSize;
    if (m_header.length == shortLength) {
        m_header.length = qFromBigEndian<quint16>(extended);
        if (m_header.length < shortLength)
            return fault("length not in its shortest form"_ba);
    } else if (m_header.length == longLength) {
        m_header.length = qFromBigEndian<quint64>(extended);
        if (m_header.length <= 0xFFFF)
            return fault("length not in its shortest form"_ba);
        if (m_header.length >> 63U != 0)
            return fault("length out of range"_ba);
    }
    return std::nullopt;
}

} // namespace ct::server::websocket
