// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a WebSocketTransport reads: in shares of the loop's time, and not without end.
#include "server/front/frontconfig.h"
#include "server/front/websockettransport.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

// Between two looks at the clock; a message has two.
constexpr quint64 framesAtOnce = 16;
// What a client may have sent before it hears of its end.
constexpr qint64 mostDropped = 1024LL * 1024;

} // namespace

void WebSocketTransport::listen(WebSocketEvents *events)
{
    m_events = events;
    if (std::exchange(m_isReading, true))
        return;
    m_socket->setReading(true);
    m_isGone = m_socket->hasEnded();
    if (m_isGone || hasInput())
        readLater();
}

void WebSocketTransport::streamReadable()
{
    // Whoever waits for a share has had one already.
    if (m_isReading && !isWaiting())
        takeShare();
}

void WebSocketTransport::takeShare()
{
    ReadQueue::Share share(readQueue());
    if (share.isGranted())
        readSome(share);
    if (m_isClosing)
        dropInput();
    else if (!m_rest.isEmpty())
        m_rest = m_socket->keep(m_rest);
    m_isGone = m_isGone || m_socket->hasEnded();
    if (m_isClosing || !hasInput()) {
        // Whoever talks on and on is not listened to any more, until the time-out ends it.
        m_socket->setReading(m_dropped < mostDropped);
        if (m_isGone)
            lost();
    } else if (m_events && !m_events->socketMayRead()) {
        m_socket->setReading(false);
        holdBack();
    } else {
        readLater();
    }
}

void WebSocketTransport::readSome(ReadQueue::Share &share)
{
    const int perSecond = m_context.config.framesPerSecond;
    while (!m_isClosing && fetch() && (!m_events || m_events->socketMayRead())) {
        const quint64 before = m_parser.frames();
        if (const auto fault = m_parser.feedSome(m_rest, framesAtOnce)) {
            close(fault->code, fault->reason);
            report(QString::fromUtf8(fault->reason), false);
            return;
        }
        const bool isUsedUp = share.isUsedUp();
        if (m_events && m_parser.frames() > before)
            m_events->socketHeard(share.now());
        if (!m_rate.take(m_parser.frames() - before, perSecond, share.now()))
            return tooManyFrames();
        if (isUsedUp)
            return;
    }
}

/// Makes sure that there is something in m_rest; false when nothing has arrived.
bool WebSocketTransport::fetch()
{
    if (!m_rest.isEmpty())
        return true;
    m_rest = m_socket->read();
    return !m_rest.isEmpty();
}

bool WebSocketTransport::hasInput() const
{
    return !m_rest.isEmpty() || m_socket->hasInput();
}

void WebSocketTransport::dropInput()
{
    m_rest = {};
    if (m_dropped < mostDropped)
        m_dropped += m_socket->skip();
}

void WebSocketTransport::tooManyFrames()
{
    static const auto reason
        = u"More frames in a short time than a client may send (CT_FRAMES_PER_SECOND)"_s;
    if (m_isClosing)
        return;
    m_context.warn(u"frames"_s, u"Ended a WebSocket of %1: %2"_s.arg(m_client.toString(), reason));
    close(websocket::CloseCode::PolicyViolation, "too many frames");
    report(reason, false);
}

void WebSocketTransport::readOn()
{
    if (m_isReading && !m_isClosing && hasInput())
        readLater();
}

void WebSocketTransport::ended()
{
    m_isGone = true;
    deleteOnceOver();
    // What it has said before still counts, and is not yet said to anybody before listen().
    if (!m_isReading || isWaiting())
        return;
    if (!m_isClosing && hasInput())
        readLater();
    else
        lost();
}

void WebSocketTransport::lost()
{
    m_isClosing = true;
    deleteOnceOver();
    report(u"The connection was closed"_s, false);
}

} // namespace ct::server::front
