// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/base64.h"

#include <array>
#include <cstring>
#include <string_view>

namespace ct::server::engineio {

namespace {

constexpr std::string_view alphabet
    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Three bytes are a group of four characters, six bits each.
constexpr qsizetype bytesPerGroup = 3;
constexpr qsizetype group = 4;
constexpr quint32 sixBits = 0x3f;
constexpr quint32 twelveBits = 0xfff;

/// Two characters for every twelve bits.
using Pairs = std::array<std::array<char, 2>, twelveBits + 1>;
constexpr Pairs makePairs()
{
    Pairs pairs {};
    for (std::size_t bits = 0; bits < pairs.size(); ++bits)
        pairs.at(bits) = {alphabet[bits >> 6U], alphabet[bits & sixBits]};
    return pairs;
}
constexpr Pairs pairs = makePairs();

/// What a character stands for; `none` when it is not of the alphabet.
constexpr quint8 none = 0xff;
using Values = std::array<quint8, 256>;
constexpr Values makeValues()
{
    Values values {};
    values.fill(none);
    for (std::size_t value = 0; value < alphabet.size(); ++value)
        values.at(static_cast<unsigned char>(alphabet[value])) = static_cast<quint8>(value);
    return values;
}
constexpr Values values = makeValues();

quint32 valueOf(char c)
{
    return values[static_cast<unsigned char>(c)]; // NOLINT(*-constant-array-index): one for each
}

quint32 byteOf(char c)
{
    return static_cast<unsigned char>(c);
}

void putGroup(char *at, quint32 bits)
{
    // NOLINTBEGIN(*-constant-array-index): one for each
    std::memcpy(at, pairs[bits >> 12U & twelveBits].data(), 2);
    std::memcpy(at + 2, pairs[bits & twelveBits].data(), 2);
    // NOLINTEND(*-constant-array-index)
}

} // namespace

void appendBase64(QByteArray &out, QByteArrayView data)
{
    const qsizetype groups = (data.size() + bytesPerGroup - 1) / bytesPerGroup;
    const qsizetype before = out.size();
    out.resize(before + groups * group);
    char *at = out.data() + before;
    qsizetype i = 0;
    for (; data.size() - i >= bytesPerGroup; i += bytesPerGroup, at += group)
        putGroup(at, byteOf(data[i]) << 16U | byteOf(data[i + 1]) << 8U | byteOf(data[i + 2]));
    const qsizetype rest = data.size() - i;
    if (rest == 0)
        return;
    putGroup(at, byteOf(data[i]) << 16U | (rest == 2 ? byteOf(data[i + 1]) << 8U : 0));
    std::memset(at + rest + 1, '=', static_cast<std::size_t>(bytesPerGroup - rest));
}

qsizetype decodePlainGroups(QByteArray &out, QByteArrayView text)
{
    const qsizetype before = out.size();
    const qsizetype most = before + text.size() / group * bytesPerGroup;
    // What comes in one piece, as nearly all does, is kept without room to grow.
    if (before == 0)
        out.reserve(most);
    out.resize(most);
    char *at = out.data() + before;
    qsizetype i = 0;
    for (; text.size() - i >= group; i += group, at += bytesPerGroup) {
        const quint32 first = valueOf(text[i]);
        const quint32 second = valueOf(text[i + 1]);
        const quint32 third = valueOf(text[i + 2]);
        const quint32 fourth = valueOf(text[i + 3]);
        if ((first | second | third | fourth) > sixBits)
            break;
        const quint32 bits = first << 18U | second << 12U | third << 6U | fourth;
        at[0] = static_cast<char>(bits >> 16U);
        at[1] = static_cast<char>(bits >> 8U);
        at[2] = static_cast<char>(bits);
    }
    out.resize(before + i / group * bytesPerGroup);
    return i;
}

} // namespace ct::server::engineio
