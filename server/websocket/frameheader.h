// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/websocket/masking.h"
#include "server/websocket/protocol.h"

#include <QByteArrayView>

#include <array>
#include <optional>

namespace ct::server::websocket {

/// What stands before a client frame's payload.
struct FrameHeader {
    bool isFinal = true;
    Opcode opcode = Opcode::Binary;
    quint64 length = 0;
    MaskKey key {};
};

/// Collects one client frame's header, however it is cut up, and refuses it at the earliest byte
/// that shows a fault. What depends on the frames before is the parser's to judge.
class HeaderReader
{
public:
    /// Takes what it needs off the front of `bytes`.
    std::optional<ProtocolFault> take(QByteArrayView &bytes);
    bool isComplete() const { return m_size == m_needed; }
    /// Only when complete.
    const FrameHeader &header() const { return m_header; }
    /// Begins the next frame.
    void reset();

private:
    static constexpr std::size_t startSize = 2;
    static constexpr std::size_t longest = startSize + sizeof(quint64) + sizeof(MaskKey);

    void collect(QByteArrayView &bytes);
    std::optional<ProtocolFault> readStart();
    std::optional<ProtocolFault> readRest();
    quint8 byteAt(std::size_t index) const { return static_cast<quint8>(m_bytes.at(index)); }

    std::array<char, longest> m_bytes {};
    std::size_t m_size = 0;
    std::size_t m_needed = startSize;
    FrameHeader m_header;
};

} // namespace ct::server::websocket
