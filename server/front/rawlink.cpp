// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/rawlink.h"

#include "server/front/engineanswers.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

constexpr qint64 highWater = 256LL * 1024;

} // namespace

RawLink::RawLink(
    LinkHandshake handshake, LinkContext &context, std::unique_ptr<WebSocketTransport> socket)
    : ParticipantLink(std::move(handshake), context),
      m_socket(std::move(socket))
{
    const Status seated = takeSeat({});
    if (!seated) {
        context.refused(this->handshake(), seated.error());
        over(websocket::CloseCode::PolicyViolation, seated.error().message.toUtf8());
        return;
    }
    m_socket->setSeated();
    m_socket->listen(this);
}

RawLink::~RawLink()
{
    over(websocket::CloseCode::GoingAway, {});
}

void RawLink::over(websocket::CloseCode code, const QByteArray &reason)
{
    if (std::exchange(m_isOver, true))
        return;
    lookSoon();
    WebSocketTransport::retire(std::move(m_socket), code, reason, context().keeper);
}

void RawLink::flush()
{
    if (m_isOver)
        return;
    session::Outbox *box = outbox();
    while (box && m_socket->pending() < highWater) {
        const auto *entry = box->takeNext();
        if (!entry)
            break;
        m_socket->sendBinary(entry->message.parts());
        noteSent(entry->message.size());
        if (needsProof()) {
            m_socket->sendPing();
            pingSent(context().clock.now());
        }
    }
    if (m_isFinishing && (!box || !box->hasNext()))
        return over(websocket::CloseCode::Normal, m_finishReason);
    // It may report the connection's end, so it comes last.
    m_socket->sendNow();
}

void RawLink::finishing(const QByteArray &reason)
{
    m_isFinishing = true;
    m_finishReason = reason;
    m_finishingSince = context().clock.now();
}

void RawLink::abandoning(const QByteArray &reason)
{
    over(websocket::CloseCode::PolicyViolation, reason);
}

void RawLink::socketBinary(QByteArray data)
{
    received(data);
}

void RawLink::socketOversized(bool isText, QByteArray beginning, quint64 length)
{
    if (!isText)
        receivedOversized(beginning, length);
}

void RawLink::socketClosed(const QString &reason, bool isGoodbye)
{
    if (isGoodbye)
        reportDisconnected();
    reportBroken(reason);
    over(websocket::CloseCode::Normal, {});
}

void RawLink::socketDrained()
{
    if (m_socket->pending() > 0)
        noteAlive(context().clock.now());
    if (m_isFinishing || (outbox() && outbox()->hasNext()))
        flushSoon();
}

void RawLink::readOn()
{
    if (m_socket)
        m_socket->readOn();
}

Instant RawLink::tick(Instant now)
{
    if (m_isOver)
        return now;
    if (m_isFinishing && now - m_finishingSince >= goodbyeTimeout) {
        over(websocket::CloseCode::Normal, m_finishReason);
    } else if (isOverdue(now, context().config.pingTimeout)) {
        reportBroken(u"The client did not answer a ping in time"_s);
        over(websocket::CloseCode::GoingAway, "No answer to a ping");
    } else if (now - lastPing() >= context().config.pingInterval || owesProof()) {
        m_socket->sendPing();
        pingSent(now);
    }
    return m_isFinishing ? now : nextBeat(now);
}

} // namespace ct::server::front
