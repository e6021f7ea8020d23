// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an EngineLink's packets get onto its transport, once per turn of the loop.
#include "server/engineio/payload.h"
#include "server/front/engineanswers.h"
#include "server/front/engineprobe.h"
#include "server/socketio/packet.h"

#include <utility>

namespace ct::server::front {

namespace {

// What a socket may hold unwritten before further messages wait in the outbox instead.
constexpr qint64 highWater = 256LL * 1024;

} // namespace

void EngineLink::flush()
{
    if (m_phase == Phase::Over)
        return;
    if (m_socket)
        flushSocket();
    else if (m_poll && hasOutput())
        flushPolling();
}

void EngineLink::flushSocket()
{
    for (const QByteArray &packet : std::exchange(m_controls, {}))
        m_socket->sendText(packet);
    session::Outbox *box = outbox();
    qint64 room = highWater - m_socket->pending();
    while (box && room > 0) {
        const auto *entry = box->takeNext();
        if (!entry)
            break;
        room -= entry->message.size();
        m_socket->sendBinary(m_header.with(entry->offset), entry->message.parts());
        noteSent(entry->message.size());
        if (needsProof()) {
            m_socket->sendText(engineio::encodePacket(engineio::PacketType::Ping));
            pingSent(context().clock.now());
        }
    }
    if (isPingWanted()) {
        m_socket->sendText(engineio::encodePacket(engineio::PacketType::Ping));
        pingSent(context().clock.now());
    }
    const bool isDrained = !box || !box->hasNext();
    if (m_phase == Phase::Finishing && isDrained) {
        m_socket->sendText(socketio::encodeDisconnect(m_nameSpace));
        m_phase = Phase::Said;
    }
    if (m_phase == Phase::Said)
        return over();
    // At once, while the bytes are warm. It may report the connection's end, so it comes last.
    m_socket->sendNow();
}

void EngineLink::flushPolling()
{
    engineio::PayloadWriter payload;
    session::Outbox *box = outbox();
    m_polled.seen = box ? box->lastTaken() : 0;
    m_polled.controls = std::exchange(m_controls, {});
    for (const QByteArray &packet : m_polled.controls)
        payload.appendText(packet);
    while (box && payload.size() < context().config.pollBatch) {
        const auto *entry = box->takeNext();
        if (!entry)
            break;
        payload.appendText(m_header.with(entry->offset));
        payload.appendBinary(entry->message.joined());
        noteSent(entry->message.size());
    }
    m_polled.told = box ? box->lastTaken() : 0;
    if (isPingWanted() || (needsProof() && m_phase == Phase::Connected)) {
        payload.appendText(engineio::encodePacket(engineio::PacketType::Ping));
        pingSent(context().clock.now());
        m_polled.hasPing = true;
    }
    if (m_phase == Phase::Finishing && (!box || !box->hasNext())) {
        payload.appendText(socketio::encodeDisconnect(m_nameSpace));
        m_phase = Phase::Said;
        m_polled.isGoodbye = true;
    }
    sendAnswer(payload.take());
}

/// With a packet of the transport's own.
void EngineLink::answerPoll(const QByteArray &payload)
{
    m_polled.controls = {payload};
    m_polled.seen = outbox() ? outbox()->lastTaken() : 0;
    m_polled.told = m_polled.seen;
    sendAnswer(payload);
}

void EngineLink::sendAnswer(const QByteArray &payload)
{
    m_polled.isAnswered = true;
    m_poll.send(pollAnswer(payload));
}

/// With what the poll was answered with before, and nothing else: should the client have that
/// answer, and this one be lost, nothing is missing. What it has proven to have stays away.
void EngineLink::pollAgain(const ResponseHandle &response)
{
    engineio::PayloadWriter payload;
    for (const QByteArray &packet : m_polled.controls)
        payload.appendText(packet);
    if (session::Outbox *box = outbox()) {
        box->rewindTo(m_polled.seen);
        while (box->lastTaken() < m_polled.told) {
            const auto *entry = box->takeNext();
            if (!entry)
                break;
            payload.appendText(m_header.with(entry->offset));
            payload.appendBinary(entry->message.joined());
        }
    }
    // The client has one of the two answers, and so it sends one pong.
    if (m_polled.hasPing)
        payload.appendText(engineio::encodePacket(engineio::PacketType::Ping));
    if (m_polled.isGoodbye)
        payload.appendText(socketio::encodeDisconnect(m_nameSpace));
    if (payload.size() == 0)
        payload.appendText(engineio::encodePacket(engineio::PacketType::Noop));
    response.send(pollAnswer(payload.take()));
}

void EngineLink::releasePoll()
{
    if (!m_poll)
        return;
    if (hasOutput() && m_phase != Phase::Over)
        return flushPolling();
    answerPoll(engineio::encodePacket(
        m_phase == Phase::Over ? engineio::PacketType::Close : engineio::PacketType::Noop));
}

} // namespace ct::server::front
