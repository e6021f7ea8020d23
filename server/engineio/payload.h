// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/engineio/base64stream.h"
#include "server/engineio/packet.h"

#include <functional>

namespace ct::server::engineio {

struct PayloadLimits {
    /// Longest decoded packet that is handed on whole.
    qsizetype packet = 8LL * 1024 * 1024;
    /// How much (decoded) of a longer one is kept.
    qsizetype keptOfOversized = 64LL * 1024;
    /// Most packets in one body.
    int packets = 4096;
};

/// Splits a polling POST body, fed piece by piece as it arrives, into packets (`\x1e` between
/// them, `b`-prefixed base64 for binary). Keeps only the beginning of a packet over the limit and
/// goes on with the next one, so that a sender loses nothing else. Does no I/O; allocates only for
/// bytes that have arrived. Thread: its owner's.
class PayloadReader
{
public:
    using Sink = std::function<void(Packet &&)>;

    PayloadReader(PayloadLimits limits, Sink sink);

    /// A failure (unknown packet type, bad base64, too many packets, empty packet) ends the body;
    /// packets before it have been handed on.
    Status feed(QByteArrayView bytes);
    /// The body is complete.
    Status finish();

private:
    enum class Stage { Beginning, Text, Binary };

    Status step(QByteArrayView part);
    Status begin(char first);
    Status append(QByteArrayView part);
    Status appendBase64(QByteArrayView part);
    void keepWithinLimit();
    Status endPacket();

    PayloadLimits m_limits;
    Sink m_sink;
    Stage m_stage = Stage::Beginning;
    Packet m_packet;
    Base64Stream m_base64;
    /// What has arrived of the packet, after its type, as it stands on the wire.
    quint64 m_arrived = 0;
    int m_count = 0;
    Status m_status;
};

/// Writes a polling GET answer.
class PayloadWriter
{
public:
    /// Appends a packet in text form (as encodePacket() gives it).
    void appendText(QByteArrayView packet);
    /// Appends `b` + base64 (standard alphabet, padded).
    void appendBinary(const QByteArray &data);

    /// Bytes so far.
    qsizetype size() const { return m_body.size(); }
    bool isEmpty() const { return m_body.isEmpty(); }
    QByteArray take();

private:
    QByteArray m_body;
};

} // namespace ct::server::engineio
