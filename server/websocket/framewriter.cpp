// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/websocket/framewriter.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace ct::server::websocket {

namespace {

constexpr quint8 finalBit = 0x80;
constexpr qsizetype longestReason = 123;

/// A frame's first bytes, put together aside: appended one by one they would cost more.
class Head
{
public:
    Head(Opcode opcode, quint64 length)
    {
        m_bytes[0] = static_cast<char>(finalBit | static_cast<quint8>(opcode));
        if (length < 126) {
            m_bytes[1] = static_cast<char>(length);
        } else if (length <= 0xFFFF) {
            m_bytes[1] = char {126};
            put(static_cast<quint16>(length));
        } else {
            m_bytes[1] = char {127};
            put(length);
        }
    }

    QByteArrayView bytes() const { return {m_bytes.data(), m_size}; }

private:
    template<typename Number>
    void put(Number number)
    {
        qToBigEndian(number, m_bytes.data() + m_size);
        m_size += static_cast<qsizetype>(sizeof(number));
    }

    std::array<char, 2 + sizeof(quint64)> m_bytes {};
    qsizetype m_size = 2;
};

quint64 sizeOf(std::span<const QByteArrayView> parts)
{
    quint64 size = 0;
    for (const QByteArrayView part : parts)
        size += static_cast<quint64>(part.size());
    return size;
}

/// Makes `out` longer; where the new bytes begin.
char *extend(QByteArray &out, qsizetype by)
{
    const qsizetype before = out.size();
    out.resize(before + by);
    return out.data() + before;
}

char *put(char *at, QByteArrayView bytes)
{
    if (!bytes.isEmpty())
        std::memcpy(at, bytes.data(), static_cast<std::size_t>(bytes.size()));
    return at + bytes.size();
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

// No reserve() here: asked for again and again it would make the buffer grow by small steps, while
// resize() makes it grow by large ones.

void appendFrameHeader(QByteArray &out, Opcode opcode, quint64 length)
{
    out.append(Head(opcode, length).bytes());
}

void appendFrameOf(QByteArray &out, Opcode opcode, std::span<const QByteArrayView> parts)
{
    const quint64 length = sizeOf(parts);
    const Head head(opcode, length);
    char *at = extend(out, head.bytes().size() + static_cast<qsizetype>(length));
    at = put(at, head.bytes());
    for (const QByteArrayView part : parts)
        at = put(at, part);
}

void appendFramesOf(QByteArray &out, QByteArrayView heading, std::span<const QByteArrayView> parts)
{
    const quint64 length = sizeOf(parts);
    const Head text(Opcode::Text, static_cast<quint64>(heading.size()));
    const Head binary(Opcode::Binary, length);
    const qsizetype heads = text.bytes().size() + binary.bytes().size();
    char *at = extend(out, heads + heading.size() + static_cast<qsizetype>(length));
    at = put(put(put(at, text.bytes()), heading), binary.bytes());
    for (const QByteArrayView part : parts)
        at = put(at, part);
}

void appendFrame(QByteArray &out, Opcode opcode, QByteArrayView payload)
{
    appendFrameOf(out, opcode, std::span(&payload, 1));
}

void appendCloseFrame(QByteArray &out, quint16 code, QByteArrayView reason)
{
    if (code == noCloseCode) {
        appendFrameHeader(out, Opcode::Close, 0);
        return;
    }
    const QByteArrayView text = cut(reason);
    const quint16 swapped = qToBigEndian(code);
    const QByteArrayView number(reinterpret_cast<const char *>(&swapped), sizeof(swapped));
    appendFrameOf(out, Opcode::Close, std::array {number, text});
}

} // namespace ct::server::websocket
