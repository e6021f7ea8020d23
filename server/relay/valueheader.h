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
    for (const std::size_t first : {0xc4, 0xc7, 0xcc, 0xd0, 0xd9})
        sizes.at(first) = 2;
    // bin 16, ext 16, uint 16, int 16, str 16, array 16, map 16
    for (const std::size_t first : {0xc5, 0xc8, 0xcd, 0xd1, 0xda, 0xdc, 0xde})
        sizes.at(first) = 3;
    // bin 32, ext 32, float 32, uint 32, int 32, str 32, array 32, map 32
    for (const std::size_t first : {0xc6, 0xc9, 0xca, 0xce, 0xd2, 0xdb, 0xdd, 0xdf})
        sizes.at(first) = 5;
    // float 64, uint 64, int 64
    for (const std::size_t first : {0xcb, 0xcf, 0xd3})
        sizes.at(first) = 9;
    return sizes;
}();

constexpr qsizetype headerSize(quint8 first)
{
    return headerSizes[first];
}

} // namespace ct::server::relay
