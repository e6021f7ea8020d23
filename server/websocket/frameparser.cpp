// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/websocket/frameparser.h"

#include <QtEndian>

#include <algorithm>
#include <limits>
#include <utility>

namespace ct::server::websocket {

using namespace Qt::StringLiterals;

namespace {

/// A text's memory is kept for the next one up to this: nearly all are short headers.
constexpr qsizetype mostSpare = 128;

/// RFC 6455 section 7.4 and the codes registered since; 3000 to 4999 are libraries' and programs'.
bool mayBeSent(quint16 code)
{
    if (code >= 3000)
        return code <= 4999;
    return code >= 1000 && code <= 1014 && (code < 1004 || code > 1006);
}

ProtocolFault badText()
{
    return {CloseCode::InvalidPayload, "invalid UTF-8"_ba};
}

} // namespace

FrameParser::FrameParser(FrameHandler &handler, FrameLimits limits)
    : m_handler(handler),
      m_limits(limits)
{ }

std::optional<ProtocolFault> FrameParser::feed(QByteArrayView bytes)
{
    return feedSome(bytes, std::numeric_limits<quint64>::max());
}

std::optional<ProtocolFault> FrameParser::feedSome(QByteArrayView &bytes, quint64 most)
{
    const quint64 before = m_frames;
    Fault fault;
    while (!m_ended && !bytes.isEmpty() && m_frames - before < most) {
        fault = advance(bytes);
        m_ended = m_ended || fault.has_value();
    }
    return fault;
}

FrameParser::Fault FrameParser::advance(QByteArrayView &bytes)
{
    if (!m_reader.isComplete()) {
        if (auto fault = m_reader.take(bytes))
            return fault;
        if (!m_reader.isComplete())
            return std::nullopt;
        if (auto fault = beginFrame())
            return fault;
    }
    if (auto fault = takePayload(bytes))
        return fault;
    return m_taken == m_reader.header().length ? endFrame() : std::nullopt;
}

FrameParser::Fault FrameParser::beginFrame()
{
    m_taken = 0;
    return isControl(m_reader.header().opcode) ? std::nullopt : beginData();
}

FrameParser::Fault FrameParser::beginData()
{
    const FrameHeader &frame = m_reader.header();
    const bool continues = frame.opcode == Opcode::Continuation;
    if (continues && !m_open)
        return ProtocolFault {CloseCode::ProtocolError, "continuation of nothing"_ba};
    if (!continues && m_open)
        return ProtocolFault {CloseCode::ProtocolError, "message within a message"_ba};
    if (!continues) {
        m_open = frame.opcode;
        if (frame.opcode == Opcode::Text)
            m_message = std::exchange(m_spare, {});
        m_text = {};
        m_declared = 0;
        m_isOversized = false;
    }
    if (frame.length > m_limits.hard - std::min(m_declared, m_limits.hard))
        return ProtocolFault {CloseCode::TooBig, "message too long"_ba};
    m_declared += frame.length;
    if (!m_isOversized && m_declared > static_cast<quint64>(m_limits.message)) {
        m_isOversized = true;
        // A copy, so that the memory of what came before is given back.
        m_message = QByteArray(
            m_message.constData(), std::min(m_message.size(), m_limits.keptOfOversized));
    }
    return std::nullopt;
}

FrameParser::Fault FrameParser::takePayload(QByteArrayView &bytes)
{
    const FrameHeader &frame = m_reader.header();
    const quint64 left = frame.length - m_taken;
    const auto count = static_cast<qsizetype>(std::min(left, static_cast<quint64>(bytes.size())));
    const QByteArrayView arrived = bytes.first(count);
    bytes = bytes.sliced(count);
    if (isControl(frame.opcode)) {
        append(m_control, arrived);
        m_taken += static_cast<quint64>(count);
        return std::nullopt;
    }
    const qsizetype before = m_message.size();
    append(m_message, arrived.first(roomFor(count)));
    m_taken += static_cast<quint64>(count);
    if (m_open == Opcode::Text && !m_text.feed(QByteArrayView(m_message).sliced(before)))
        return badText();
    return std::nullopt;
}

/// How much of what has arrived is kept.
qsizetype FrameParser::roomFor(qsizetype arrived) const
{
    if (!m_isOversized)
        return arrived;
    return std::clamp<qsizetype>(m_limits.keptOfOversized - m_message.size(), 0, arrived);
}

void FrameParser::append(QByteArray &target, QByteArrayView masked)
{
    if (masked.isEmpty())
        return;
    const qsizetype before = target.size();
    const qsizetype needed = before + masked.size();
    if (needed > target.capacity()) {
        // Doubled, so that small pieces and small fragments cost no more than large ones, but
        // never more than twice what has arrived, nor more than a last frame can fill.
        const FrameHeader &frame = m_reader.header();
        const quint64 filled = static_cast<quint64>(before) + frame.length - m_taken;
        const auto doubled = static_cast<quint64>(2 * target.capacity());
        const quint64 wanted = frame.isFinal ? std::min(filled, doubled) : doubled;
        target.reserve(std::max(needed, static_cast<qsizetype>(wanted)));
    }
    target.resize(needed);
    applyMask(target.data() + before, masked, m_reader.header().key, m_taken);
}

FrameParser::Fault FrameParser::endFrame()
{
    const FrameHeader frame = m_reader.header();
    m_reader.reset();
    ++m_frames;
    if (frame.opcode == Opcode::Close)
        return endClose();
    if (isControl(frame.opcode))
        endControl(frame.opcode);
    else if (frame.isFinal)
        return endMessage();
    return std::nullopt;
}

FrameParser::Fault FrameParser::endMessage()
{
    const Opcode kind = *std::exchange(m_open, std::nullopt);
    QByteArray message = std::exchange(m_message, {});
    if (m_isOversized) {
        m_handler.oversizedMessage(kind, std::move(message), m_declared);
        return std::nullopt;
    }
    if (kind == Opcode::Binary) {
        m_handler.binaryMessage(std::move(message));
        return std::nullopt;
    }
    if (!m_text.isComplete())
        return badText();
    m_handler.textMessage(message);
    if (message.capacity() <= mostSpare && message.isDetached()) {
        message.resize(0);
        m_spare = std::move(message);
    }
    return std::nullopt;
}

void FrameParser::endControl(Opcode opcode)
{
    QByteArray payload = std::exchange(m_control, {});
    if (opcode == Opcode::Ping)
        m_handler.ping(std::move(payload));
    else
        m_handler.pong(std::move(payload));
}

FrameParser::Fault FrameParser::endClose()
{
    const QByteArray payload = std::exchange(m_control, {});
    if (payload.size() == 1)
        return ProtocolFault {CloseCode::ProtocolError, "close frame with half a code"_ba};
    quint16 code = noCloseCode;
    if (!payload.isEmpty()) {
        code = qFromBigEndian<quint16>(payload.constData());
        if (!mayBeSent(code))
            return ProtocolFault {CloseCode::ProtocolError, "close code not allowed"_ba};
    }
    QByteArray reason = payload.mid(2);
    if (!isUtf8(reason))
        return badText();
    m_ended = true;
    m_message = {};
    m_handler.closeRequested(code, std::move(reason));
    return std::nullopt;
}

} // namespace ct::server::websocket
