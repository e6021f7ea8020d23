// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/websocket/frameparser.h"

#include <QByteArrayList>
#include <QtEndian>

namespace ct::test {

/// A client's frame, bit by bit, so that wrong ones can be made, too. Masked with a key that has
/// no two bytes alike.
struct ClientFrame {
    enum class Length { Shortest, TwoBytes, EightBytes };

    quint8 opcode = 0x2;
    QByteArray payload;
    bool isFinal = true;
    quint8 reserved = 0;
    bool isMasked = true;
    Length length = Length::Shortest;

    QByteArray bytes() const
    {
        QByteArray out;
        out += static_cast<char>((isFinal ? 0x80U : 0U) | quint32 {reserved} << 4U | opcode);
        const auto size = static_cast<quint64>(payload.size());
        const char masked = isMasked ? char(-128) : char(0);
        if (length == Length::EightBytes || size > 0xFFFF) {
            out += static_cast<char>(masked | 127);
            appendNumber(out, size);
        } else if (length == Length::TwoBytes || size > 125) {
            out += static_cast<char>(masked | 126);
            appendNumber(out, static_cast<quint16>(size));
        } else {
            out += static_cast<char>(masked | static_cast<char>(size));
        }
        if (!isMasked)
            return out + payload;
        const QByteArray key("\x37\xfa\x21\x3d", 4);
        out += key;
        for (qsizetype i = 0; i < payload.size(); ++i)
            out += static_cast<char>(payload[i] ^ key[i % 4]);
        return out;
    }

    template<typename Number>
    static void appendNumber(QByteArray &out, Number number)
    {
        const Number big = qToBigEndian(number);
        out.append(reinterpret_cast<const char *>(&big), sizeof(big));
    }
};

inline QByteArray clientFrame(quint8 opcode, const QByteArray &payload, bool isFinal = true)
{
    ClientFrame frame;
    frame.opcode = opcode;
    frame.payload = payload;
    frame.isFinal = isFinal;
    return frame.bytes();
}

inline QByteArray clientClose(quint16 code, const QByteArray &reason = {})
{
    QByteArray payload;
    ClientFrame::appendNumber(payload, code);
    return clientFrame(0x8, payload + reason);
}

/// Writes down what a parser says, one line an event.
class FrameRecorder final : public server::websocket::FrameHandler
{
public:
    void textMessage(const QByteArray &text) override { events += "text " + text; }
    void binaryMessage(QByteArray data) override { events += "binary " + data; }
    void oversizedMessage(
        server::websocket::Opcode opcode, QByteArray beginning, quint64 length) override
    {
        events += "oversized " + QByteArray::number(int(opcode)) + ' ' + QByteArray::number(length)
            + ' ' + beginning;
    }
    void ping(QByteArray payload) override { events += "ping " + payload; }
    void pong(QByteArray payload) override { events += "pong " + payload; }
    void closeRequested(quint16 code, QByteArray reason) override
    {
        events += "close " + QByteArray::number(code) + ' ' + reason;
    }

    QByteArrayList events;
};

/// All that a parser says of `bytes` when they come in pieces of `step` (0: at once); a fault is
/// the last line.
inline QByteArrayList parsed(
    const QByteArray &bytes, qsizetype step = 0, server::websocket::FrameLimits limits = {})
{
    FrameRecorder recorder;
    server::websocket::FrameParser parser(recorder, limits);
    const qsizetype piece = step == 0 ? qMax<qsizetype>(bytes.size(), 1) : step;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        // A copy of the exact size, so that a sanitizer sees any reading beyond it.
        const QByteArray part(bytes.constData() + at, qMin(piece, bytes.size() - at));
        if (const auto fault = parser.feed(part)) {
            recorder.events += "fault " + QByteArray::number(int(fault->code));
            break;
        }
    }
    return recorder.events;
}

} // namespace ct::test
