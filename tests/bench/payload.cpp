// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/payload.h"

#include <cstring>

namespace ct::bench {
namespace {

constexpr std::uint64_t magic = 0x31686e6562746343ULL;

struct Head {
    std::uint64_t magic;
    std::uint32_t kind;
    std::uint32_t sender;
    std::uint32_t receiver;
    std::uint32_t size;
    std::uint64_t sequence;
    std::int64_t sentAt;
    std::uint64_t hash;
};
static_assert(sizeof(Head) <= leastPayload);
constexpr std::size_t hashedFrom = sizeof(Head);

std::uint64_t mix(std::uint64_t state, std::uint64_t word)
{
    state = (state ^ word) * 0x9fb21c651e98df25ULL;
    return state ^ (state >> 32U);
}

std::uint64_t hashOf(const Head &head, std::string_view rest)
{
    std::uint64_t state = mix(head.magic, head.sequence);
    state = mix(state, static_cast<std::uint64_t>(head.sentAt));
    state = mix(state, (std::uint64_t(head.kind) << 32U) | head.size);
    state = mix(state, (std::uint64_t(head.sender) << 32U) | head.receiver);
    for (; rest.size() >= sizeof(std::uint64_t); rest.remove_prefix(sizeof(std::uint64_t))) {
        std::uint64_t word = 0;
        std::memcpy(&word, rest.data(), sizeof word);
        state = mix(state, word);
    }
    for (const char byte : rest)
        state = mix(state, static_cast<unsigned char>(byte));
    return state;
}

} // namespace

void writePayload(std::span<char> content, const Stamp &stamp)
{
    Head head {
        magic,
        static_cast<std::uint32_t>(stamp.kind),
        stamp.sender,
        stamp.receiver,
        static_cast<std::uint32_t>(content.size()),
        stamp.sequence,
        stamp.sentAt,
        0};
    head.hash = hashOf(head, {content.data() + hashedFrom, content.size() - hashedFrom});
    std::memcpy(content.data(), &head, sizeof head);
}

std::optional<Stamp> readPayload(std::string_view content)
{
    if (content.size() < leastPayload)
        return std::nullopt;
    Head head {};
    std::memcpy(&head, content.data(), sizeof head);
    if (head.magic != magic || head.size != content.size() || head.kind >= kinds)
        return std::nullopt;
    if (head.hash != hashOf(head, content.substr(hashedFrom)))
        return std::nullopt;
    return Stamp {Kind(head.kind), head.sender, head.receiver, head.sequence, head.sentAt};
}

void fillRandomly(std::span<char> bytes, std::uint64_t seed)
{
    std::uint64_t state = seed;
    for (char &byte : bytes) {
        state = mix(state + 0x632be59bd9b4e019ULL, state);
        byte = static_cast<char>(state >> 24U);
    }
}

} // namespace ct::bench
