// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Socket.IO packets and their attachments, as an Engine.IO session hands them on. The input is a
// list of them, with 0x1e between; those that begin with `b` are binary, an upper case letter makes
// a packet one that was over the limit.
#include "server/socketio/assembler.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/targets.h"

namespace ct::fuzz {

namespace {

using namespace server::socketio;

constexpr char separator = '\x1e';

QByteArray written(const Packet &packet)
{
    QByteArray text(1, static_cast<char>('0' + static_cast<int>(packet.type)));
    if (packet.attachments > 0)
        text += QByteArray::number(packet.attachments) + '-';
    text += packet.nameSpace + ',';
    if (packet.id)
        text += QByteArray::number(*packet.id);
    return text + packet.payload;
}

void checkPacket(const Packet &packet, const PacketLimits &limits)
{
    check(packet.nameSpace.startsWith('/'), "a namespace is a path");
    check(packet.nameSpace.size() <= limits.nameSpace, "a namespace is bounded");
    check(
        packet.attachments >= 0 && packet.attachments <= limits.attachments, "attachments are few");
    check(packet.payload.size() <= limits.payload, "a payload is bounded");
    const auto again = decodePacket(written(packet), limits);
    check(again.has_value(), "a packet written again can be read");
    const bool isSame = again->type == packet.type && again->attachments == packet.attachments
        && again->nameSpace == packet.nameSpace && again->id == packet.id
        && again->payload == packet.payload;
    check(isSame, "a packet written again reads the same");
}

/// Our answers, in whatever namespace was asked for, are packets themselves.
void checkAnswers(const Packet &packet)
{
    const QByteArray text = packet.payload.left(64);
    for (const QByteArray &answer :
         {encodeConnect(packet.nameSpace, text, text),
          encodeConnectError(packet.nameSpace, QString::fromUtf8(text)),
          encodeDisconnect(packet.nameSpace),
          MessageHeader(packet.nameSpace).with(packet.id.value_or(1)).toByteArray()}) {
        check(answer.startsWith('4'), "an answer is an Engine.IO message");
        const auto read = decodePacket(QByteArrayView(answer).sliced(1));
        check(read && read->nameSpace == packet.nameSpace, "an answer keeps to its namespace");
    }
}

void lookAt(QByteArrayView text)
{
    for (const PacketLimits &limits :
         {PacketLimits {}, PacketLimits {.nameSpace = 9, .attachments = 2, .payload = 40}}) {
        const auto packet = decodePacket(text, limits);
        if (!packet)
            continue;
        checkPacket(*packet, limits);
        checkAnswers(*packet);
        if (const auto request = parseConnect(packet->payload)) {
            // Each byte of JSON makes three of UTF-8 at most.
            const qsizetype most = 3 * packet->payload.size();
            check(request->pid.size() <= most && request->offset.size() <= most, "ids are bounded");
        }
    }
}

/// Feeds an assembler and counts what it should be waiting for.
class Feeding
{
public:
    /// False when the session ends.
    bool feed(QByteArrayView part)
    {
        if (part.isEmpty())
            return true;
        const char kind = part.front();
        const bool oversized = kind == 'B' || kind == 'T';
        if (kind == 'b' || kind == 'B')
            return feedBinary(part.sliced(1), oversized);
        const QByteArrayView text = oversized ? part.sliced(1) : part;
        lookAt(text);
        const bool wasWaiting = m_assembler.isWaiting();
        const auto event = m_assembler.text(text, oversized);
        check(!wasWaiting || !event, "nothing comes between attachments");
        if (event)
            m_left = m_assembler.isWaiting() ? mostAttachments : 0;
        check(
            !event || m_assembler.isWaiting() == !event->has_value(), "it waits or says something");
        return event.has_value();
    }

private:
    static constexpr int mostAttachments = PacketLimits {}.attachments;

    bool feedBinary(QByteArrayView data, bool oversized)
    {
        const bool wasWaiting = m_assembler.isWaiting();
        const auto event = m_assembler.binary(data.toByteArray(), oversized, 1'000);
        check(wasWaiting == event.has_value(), "attachments are announced");
        if (!event)
            return false;
        check(--m_left >= 0, "attachments come to an end");
        check(m_assembler.isWaiting() == !event->has_value(), "the last one ends the event");
        if (event->has_value()) {
            if (const auto *message = std::get_if<MessageEvent>(&**event))
                check(
                    message->data == data && message->oversized == oversized, "data is passed on");
        }
        return true;
    }

    Assembler m_assembler;
    int m_left = 0;
};

} // namespace

void packet(QByteArrayView input)
{
    Feeding feeding;
    while (!input.isEmpty()) {
        const qsizetype end = input.indexOf(separator);
        const QByteArrayView part = end < 0 ? input : input.first(end);
        if (!feeding.feed(part) || end < 0)
            return;
        input = input.sliced(end + 1);
    }
}

} // namespace ct::fuzz
