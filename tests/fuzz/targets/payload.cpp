// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The body of a polling POST: Engine.IO packets, and where they are split.
#include "server/engineio/payload.h"

#include "tests/fuzz/check.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/targets.h"

#include <vector>

namespace ct::fuzz {

namespace {

using namespace server::engineio;

struct Read {
    std::vector<Packet> packets;
    bool isGood = true;
};

Read read(QByteArrayView input, const PayloadLimits &limits, Cut cut)
{
    Read result;
    PayloadReader reader(
        limits, [&result](Packet &&packet) { result.packets.push_back(std::move(packet)); });
    forEachPiece(input, cut, [&](QByteArrayView piece) {
        result.isGood = reader.feed(piece).has_value();
        return result.isGood;
    });
    const bool isWhole = reader.finish().has_value();
    check(result.isGood || !isWhole, "what has failed stays failed");
    result.isGood = isWhole;
    return result;
}

bool isSame(const Packet &one, const Packet &other)
{
    return one.type == other.type && one.binary == other.binary && one.data == other.data
        && one.oversized == other.oversized && one.fullLength == other.fullLength;
}

void checkSame(const Read &one, const Read &other)
{
    check(one.isGood == other.isGood, "pieces make no difference to the outcome");
    check(one.packets.size() == other.packets.size(), "pieces make no difference to the number");
    for (std::size_t at = 0; at < one.packets.size(); ++at)
        check(isSame(one.packets[at], other.packets[at]), "pieces make no difference to a packet");
}

void checkPacket(const Packet &packet, const PayloadLimits &limits)
{
    const auto size = packet.data.size();
    check(
        size <= (packet.oversized ? limits.keptOfOversized : limits.packet), "a packet is bounded");
    check(packet.data.capacity() <= 4 * limits.packet + 200'000, "its memory is bounded");
    const auto limit = static_cast<quint64>(limits.packet);
    check(!packet.oversized || packet.fullLength + 2 > limit, "only long packets are cut");
    check(!packet.binary || packet.type == PacketType::Message, "only messages are binary");
    if (packet.binary || packet.oversized)
        return;
    const auto alone = decodePacket(encodePacket(packet.type, packet.data));
    check(alone && isSame(*alone, packet), "a packet reads the same on a WebSocket");
}

/// What was read, written by ourselves, reads the same.
void checkWritten(const Read &first, const PayloadLimits &limits)
{
    PayloadWriter writer;
    for (const Packet &packet : first.packets) {
        if (packet.binary)
            writer.appendBinary(packet.data);
        else
            writer.appendText(encodePacket(packet.type, packet.data));
    }
    if (writer.isEmpty())
        return;
    Read again = read(writer.take(), limits, Cut::Whole);
    check(again.isGood, "what is written can be read");
    for (std::size_t at = 0; at < first.packets.size(); ++at) {
        check(
            again.packets.at(at).data == first.packets[at].data, "what is written reads the same");
    }
}

} // namespace

void payload(QByteArrayView input)
{
    const PayloadLimits small {.packet = 40, .keptOfOversized = 16, .packets = 6};
    for (const PayloadLimits &limits : {PayloadLimits {}, small}) {
        const Read whole = read(input, limits, Cut::Whole);
        checkSame(whole, read(input, limits, Cut::Chosen));
        checkSame(whole, read(input, limits, Cut::Bytes));
        check(
            whole.packets.size() <= static_cast<std::size_t>(limits.packets),
            "packets are counted");
        for (const Packet &packet : whole.packets)
            checkPacket(packet, limits);
        checkWritten(whole, limits);
    }
    if (const auto packet = decodePacket(input))
        check(encodePacket(packet->type, packet->data) == input, "a packet is written as it was");
}

} // namespace ct::fuzz
