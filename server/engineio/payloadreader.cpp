// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/payload.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::engineio {

namespace {

constexpr char separator = '\x1e';
/// Base64 is decoded in pieces of this length at most, so that the limit is noticed in between.
constexpr qsizetype base64Piece = 64LL * 1024;

/// The base64 of just more than `bytes`, so that nothing behind the limit is looked at, wherever
/// the body is cut.
constexpr qsizetype base64Beyond(qsizetype bytes)
{
    return (bytes / 3 + 1) * 4;
}

} // namespace

PayloadReader::PayloadReader(PayloadLimits limits, Sink sink)
    : m_limits(limits),
      m_sink(std::move(sink))
{
    m_limits.keptOfOversized = std::min(m_limits.keptOfOversized, m_limits.packet);
}

Status PayloadReader::feed(QByteArrayView bytes)
{
    while (m_status && !bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf(separator);
        if (!step(end < 0 ? bytes : bytes.first(end)) || end < 0)
            break;
        bytes = bytes.sliced(end + 1);
        m_status = endPacket();
    }
    return m_status;
}

Status PayloadReader::finish()
{
    if (m_status)
        m_status = endPacket();
    return m_status;
}

Status PayloadReader::step(QByteArrayView part)
{
    if (part.isEmpty())
        return m_status;
    if (m_stage == Stage::Beginning) {
        m_status = begin(part.front());
        part = part.sliced(1);
    }
    if (m_status)
        m_status = append(part);
    return m_status;
}

Status PayloadReader::begin(char first)
{
    if (++m_count > m_limits.packets)
        return Error {ErrorCode::TooMany, u"Too many packets in one body"_s};
    m_packet = {};
    m_arrived = 0;
    m_base64.reset();
    m_stage = first == 'b' ? Stage::Binary : Stage::Text;
    const auto type = m_stage == Stage::Binary ? PacketType::Message : packetType(first);
    if (!type)
        return Error {ErrorCode::InvalidInput, u"An unknown type of Engine.IO packet"_s};
    m_packet.type = *type;
    m_packet.binary = m_stage == Stage::Binary;
    return {};
}

Status PayloadReader::append(QByteArrayView part)
{
    m_arrived += static_cast<quint64>(part.size());
    if (m_packet.oversized)
        return {};
    if (m_stage == Stage::Binary)
        return appendBase64(part);
    // One byte more than the limit tells that it is passed.
    m_packet.data.append(
        part.first(std::min(part.size(), m_limits.packet + 1 - m_packet.data.size())));
    keepWithinLimit();
    return {};
}

Status PayloadReader::appendBase64(QByteArrayView part)
{
    while (!part.isEmpty() && !m_packet.oversized) {
        const qsizetype enough = base64Beyond(m_limits.packet - m_packet.data.size());
        const qsizetype length = std::min({part.size(), base64Piece, enough});
        if (!m_base64.feed(part.first(length), m_packet.data))
            return Error {ErrorCode::InvalidInput, u"A binary packet is not base64"_s};
        part = part.sliced(length);
        keepWithinLimit();
    }
    return {};
}

void PayloadReader::keepWithinLimit()
{
    if (m_packet.data.size() <= m_limits.packet)
        return;
    m_packet.oversized = true;
    // A copy, since truncating would keep the whole memory.
    m_packet.data = QByteArray(m_packet.data.constData(), m_limits.keptOfOversized);
}

Status PayloadReader::endPacket()
{
    if (m_stage == Stage::Beginning)
        return Error {ErrorCode::InvalidInput, u"An empty Engine.IO packet"_s};
    if (m_stage == Stage::Binary && !m_packet.oversized) {
        if (!m_base64.finish(m_packet.data))
            return Error {ErrorCode::InvalidInput, u"A binary packet is not base64"_s};
        keepWithinLimit();
    }
    if (m_packet.oversized)
        m_packet.fullLength
            = m_packet.binary ? m_arrived / 4 * 3 + m_arrived % 4 * 3 / 4 : m_arrived;
    m_stage = Stage::Beginning;
    m_sink(std::move(m_packet));
    return {};
}

} // namespace ct::server::engineio
