// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>

namespace ct::server::relay {

/// By a value's first byte: bytes of that and of its length or number, which is the whole value for
/// scalars (MessagePack's specification, "Formats"). The parser tells what it has read, but not in
/// which of the possible encodings.
inline constexpr std::array<quint8, 256> headerSizes = [] {
    std::array<quint8, 256> sizes {};
    sizes.fill(1);
    // bin 8, ext 8, uint 8, int 8, str 8
    for (const std::size_t first : {0xc4U, 0xc7U, 0xccU, 0xd0U, 0xd9U})
        sizes.at(first) = 2;
    // bin 16, ext 16, uint 16, int 16, str 16, array 16, map 16
    for (const std::size_t first : {0xc5U, 0xc8U, 0xcdU, 0xd1U, 0xdaU, 0xdcU, 0xdeU})
        sizes.at(first) = 3;
    // bin 32, ext 32, float 32, uint 32, int 32, str 32, array 32, map 32
    for (const std::size_t first : {0xc6U, 0xc9U, 0xcaU, 0xceU, 0xd2U, 0xdbU, 0xddU, 0xdfU})
        sizes.at(first) = 5;
    // float 64, uint 64, int 64
    for (const std::size_t first : {0xcbU, 0xcfU, 0xd3U})
        sizes.at(first) = 9;
    return sizes;
}();

constexpr qsizetype headerSize(quint8 first)
{
    return headerSizes[first];
}

} // namespace ct::server::relay
