// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/websocket/frameheader.h"
#include "server/websocket/protocol.h"
#include "server/websocket/utf8checker.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace ct::server::websocket {

/// Receives what the parser finds, in the order of the wire. Calls come from within feed(); none
/// of them may feed or destroy the parser.
class FrameHandler
{
public:
    virtual ~FrameHandler() = default;

    /// A whole text message; valid UTF-8. The parser keeps the memory for the next one.
    virtual void textMessage(const QByteArray &text) = 0;
    virtual void binaryMessage(QByteArray data) = 0;
    /// A message longer than FrameLimits::message: its first FrameLimits::keptOfOversized bytes
    /// and its whole length. The rest was read and thrown away, unchecked, and a text's beginning
    /// may end within a character; the connection goes on.
    virtual void oversizedMessage(Opcode opcode, QByteArray beginning, quint64 length) = 0;
    virtual void ping(QByteArray payload) = 0;
    virtual void pong(QByteArray payload) = 0;
    /// The peer's close frame; 1005 when it carried no code. Nothing follows.
    virtual void closeRequested(quint16 code, QByteArray reason) = 0;
};

struct FrameLimits {
    /// Longest message that is handed on whole, in bytes, all fragments together.
    qsizetype message = 8LL * 1024 * 1024;
    /// How much of a longer one is kept for the error answer.
    qsizetype keptOfOversized = 64LL * 1024;
    /// Above this length (declared or summed) the connection ends with 1009.
    quint64 hard = 64ULL * 1024 * 1024;
};

/// Takes in a client's bytes and gives out messages: the receiving half of RFC 6455 for a server
/// without extensions. Does no I/O, allocates only for bytes that have arrived (never from a
/// declared length), and refuses unmasked frames, reserved bits and opcodes, long or fragmented
/// control frames, bad UTF-8 (text and close reasons) and bad close codes. Thread: its owner's.
class FrameParser
{
public:
    FrameParser(FrameHandler &handler, FrameLimits limits);

    /// Consumes all of `bytes`. A fault ends the stream: the caller sends a close frame with it,
    /// closes, and feeds nothing more; what is fed after a fault or a close frame is ignored.
    std::optional<ProtocolFault> feed(QByteArrayView bytes);
    /// The same, but stops behind the `most`-th frame that ends, and leaves the rest in `bytes`.
    std::optional<ProtocolFault> feedSome(QByteArrayView &bytes, quint64 most);
    /// How many frames have ended so far.
    quint64 frames() const { return m_frames; }

    /// For the messages that begin from now on; also from within a FrameHandler's call.
    void setLimits(FrameLimits limits) { m_limits = limits; }

private:
    using Fault = std::optional<ProtocolFault>;

    Fault advance(QByteArrayView &bytes);
    Fault beginFrame();
    Fault beginData();
    Fault takePayload(QByteArrayView &bytes);
    void append(QByteArray &target, QByteArrayView masked);
    qsizetype roomFor(qsizetype arrived) const;
    Fault endFrame();
    Fault endMessage();
    void endControl(Opcode opcode);
    Fault endClose();

    FrameHandler &m_handler;
    FrameLimits m_limits;
    HeaderReader m_reader;
    /// Of the present frame's payload.
    quint64 m_taken = 0;
    QByteArray m_control;
    /// The kind of the message whose fragments are coming in.
    std::optional<Opcode> m_open;
    QByteArray m_message;
    /// An empty one with room for a short text.
    QByteArray m_spare;
    Utf8Checker m_text;
    quint64 m_frames = 0;
    /// All that the message's frames have declared so far.
    quint64 m_declared = 0;
    bool m_isOversized = false;
    bool m_ended = false;
};

} // namespace ct::server::websocket
