// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/base/random.h"

#include <QByteArrayView>
#include <QRandomGenerator>

#include <array>
#include <cstring>

namespace ct {

void SystemRandom::fill(std::span<std::byte> bytes)
{
    auto *generator = QRandomGenerator::system();
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(quint64)) {
        const quint64 value = generator->generate64();
        std::memcpy(&bytes[at], &value, std::min(sizeof value, bytes.size() - at));
    }
}

QByteArray randomId(RandomSource &random, int length)
{
    static constexpr QByteArrayView alphabet
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    // Bytes from 248 on are thrown away: 248 is the largest multiple of 62, so no letter is
    // favoured.
    static constexpr int fair = 248;
    QByteArray id;
    id.reserve(length);
    std::array<std::byte, 32> bytes {};
    while (id.size() < length) {
        random.fill(bytes);
        for (const std::byte byte : bytes) {
            const int value = std::to_integer<int>(byte);
            if (value < fair && id.size() < length)
                id.append(alphabet[value % alphabet.size()]);
        }
    }
    return id;
}

} // namespace ct
