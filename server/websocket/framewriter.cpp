// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/websocket/framewriter.h"

#include <QtEndian>

namespace ct::server::websocket {

namespace {

constexpr quint8 finalBit = 0x80;
constexpr qsizetype longestReason = 123;

template<typename Number>
void appendBigEndian(QByteArray &out, Number number)
{
    const Number swapped = qToBigEndian(number);
    out.append(QByteArrayView(reinterpret_cast<const char *>(&swapped), sizeof(swapped)));
}

/// Not more than fits, and no character cut in two.
QByteArrayView cut(QByteArrayView reason)
{
    if (reason.size() <= longestReason)
        return reason;
    qsizetype size = longestReason;
    while (size > 0 && (static_cast<uchar>(reason[size]) & 0xC0U) == 0x80U)
        --size;
    return reason.first(size);
}

} // namespace

// No reserve() here: asked for again and again it would make the buffer grow by small steps.

void appendFrameHeader(QByteArray &out, Opcode opcode, quint64 length)
{
    out.append(static_cast<char>(finalBit | static_cast<quint8>(opcode)));
    if (length < 126) {
        out.append(static_cast<char>(length));
    } else if (length <= 0xFFFF) {
        out.append(char {126});
        appendBigEndian(out, static_cast<quint16>(length));
    } else {
        out.append(char {127});
        appendBigEndian(out, length);
    }
}

void appendFrame(QByteArray &out, Opcode opcode, QByteArrayView payload)
{
    appendFrameHeader(out, opcode, static_cast<quint64>(payload.size()));
    out.append(payload);
}

void appendCloseFrame(QByteArray &out, quint16 code, QByteArrayView reason)
{
    if (code == noCloseCode) {
        appendFrameHeader(out, Opcode::Close, 0);
        return;
    }
    const QByteArrayView text = cut(reason);
    appendFrameHeader(out, Opcode::Close, sizeof(code) + static_cast<quint64>(text.size()));
    appendBigEndian(out, code);
    out.append(text);
}

} // namespace ct::server::websocket
