// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/verifier.h"

#include <optional>
#include <span>
#include <string_view>

namespace ct::bench {

/// What the content of each message of ours says about itself.
struct Stamp {
    Kind kind = Kind::Broadcast;
    std::uint32_t sender = 0;
    /// Of messages to one peer.
    std::uint32_t receiver = 0;
    std::uint64_t sequence = 0;
    /// steadyNow() at sending.
    std::int64_t sentAt = 0;
};

inline constexpr std::size_t leastPayload = 64;

/// Writes stamp and hash over the begin of `content`, whose rest stays as it is. At least
/// leastPayload bytes.
void writePayload(std::span<char> content, const Stamp &stamp);

/// Nothing when the content is not what writePayload() made, byte for byte.
std::optional<Stamp> readPayload(std::string_view content);

/// Bytes that look encrypted, the same at every call.
void fillRandomly(std::span<char> bytes, std::uint64_t seed);

} // namespace ct::bench
