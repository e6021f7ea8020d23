// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/websocket/masking.h"

#include <cstring>

namespace ct::server::websocket {

namespace {

/// As wide as registers are everywhere.
using Wide = quint64 __attribute__((vector_size(16)));

} // namespace

void applyMask(char *target, QByteArrayView masked, MaskKey key, quint64 offset)
{
    // The key over and over, turned so that it begins where the payload left off.
    std::array<char, sizeof(Wide)> turned {};
    for (std::size_t i = 0; i < turned.size(); ++i)
        turned.at(i) = key.at((offset + i) % key.size());
    Wide wideKey;
    std::memcpy(&wideKey, turned.data(), sizeof(wideKey));

    const char *source = masked.data();
    const qsizetype size = masked.size();
    constexpr qsizetype width = sizeof(wideKey);
    qsizetype i = 0;
    for (; i + width <= size; i += width) {
        Wide word;
        std::memcpy(&word, source + i, sizeof(word));
        word ^= wideKey;
        std::memcpy(target + i, &word, sizeof(word));
    }
    for (std::size_t rest = 0; i < size; ++i, ++rest)
        target[i] = static_cast<char>(source[i] ^ turned.at(rest));
}

} // namespace ct::server::websocket
