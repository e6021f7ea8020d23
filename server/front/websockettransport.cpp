// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/websockettransport.h"

#include "server/front/frontconfig.h"
#include "server/websocket/framewriter.h"

#include <QTimer>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

// Parts from this size on are handed to the socket as they are instead of being gathered.
constexpr qsizetype largePart = 64LL * 1024;
// Enough for all that comes before a seat is taken.
constexpr qint64 strangersMost = 64LL * 1024;
constexpr websocket::FrameLimits strangersLimits {strangersMost, strangersMost, strangersMost};
constexpr int closeTimeoutMs = 5'000;
// Control answers gathered from one read: a flood of pings must not grow the output without end.
constexpr qint64 mostPendingForPong = 1024LL * 1024;

bool hasLarge(std::span<const QByteArrayView> parts)
{
    return std::any_of(
        parts.begin(), parts.end(), [](QByteArrayView part) { return part.size() >= largePart; });
}

} // namespace

WebSocketTransport::WebSocketTransport(
    std::unique_ptr<StreamSocket> socket,
    LedgerSlot slot,
    const QHostAddress &client,
    QByteArray answer,
    TransportContext &context)
    : Flushable(context.flushQueue),
      Reader(context.readQueue),
      m_context(context),
      m_slot(std::move(slot)),
      m_client(client),
      m_socket(std::move(socket)),
      m_parser(*this, strangersLimits),
      m_out(std::move(answer))
{
    StreamEvents &events = *this;
    m_socket->attach(events, context.buffers);
    flushSoon();
}

WebSocketTransport::~WebSocketTransport() = default;

void WebSocketTransport::setSeated()
{
    m_slot.setAuthenticated();
    websocket::FrameLimits limits;
    limits.message = m_context.config.message;
    limits.hard = static_cast<quint64>(m_context.config.hardLimit);
    m_parser.setLimits(limits);
}

void WebSocketTransport::sendText(QByteArrayView text)
{
    if (m_isClosing)
        return;
    gather();
    websocket::appendFrame(m_out, websocket::Opcode::Text, text);
}

/// Before something is added to the output.
void WebSocketTransport::gather()
{
    if (m_out.capacity() == 0)
        m_out = queue().takeBuffer();
    m_hasOutput = true;
    flushSoon();
}

void WebSocketTransport::sendBinary(std::span<const QByteArrayView> parts)
{
    if (m_isClosing)
        return;
    gather();
    if (hasLarge(parts))
        sendLarge(parts);
    else
        websocket::appendFrameOf(m_out, websocket::Opcode::Binary, parts);
}

void WebSocketTransport::sendBinary(QByteArrayView heading, std::span<const QByteArrayView> parts)
{
    if (m_isClosing)
        return;
    gather();
    if (!hasLarge(parts))
        return websocket::appendFramesOf(m_out, heading, parts);
    websocket::appendFrame(m_out, websocket::Opcode::Text, heading);
    sendLarge(parts);
}

void WebSocketTransport::sendLarge(std::span<const QByteArrayView> parts)
{
    const auto length = std::accumulate(
        parts.begin(), parts.end(), quint64 {0}, [](quint64 sum, QByteArrayView part) {
            return sum + static_cast<quint64>(part.size());
        });
    websocket::appendFrameHeader(m_out, websocket::Opcode::Binary, length);
    for (const QByteArrayView part : parts) {
        if (part.size() < largePart) {
            m_out.append(part);
        } else {
            handOver();
            m_socket->write(part);
        }
    }
}

void WebSocketTransport::sendPing()
{
    if (m_isClosing)
        return;
    gather();
    websocket::appendFrame(m_out, websocket::Opcode::Ping, {});
}

void WebSocketTransport::close(websocket::CloseCode code, const QByteArray &reason)
{
    if (std::exchange(m_isClosing, true))
        return;
    websocket::appendCloseFrame(m_out, static_cast<quint16>(code), reason);
    m_hasOutput = true;
    flush();
    endOutput();
    QTimer::singleShot(closeTimeoutMs, this, &WebSocketTransport::abort);
}

void WebSocketTransport::endOutput()
{
    // A close with unread input would reset the connection, and the last words might be lost: the
    // peer is left to close its side.
    if (pending() == 0)
        m_socket->endOutput();
}

void WebSocketTransport::retire(
    std::unique_ptr<WebSocketTransport> transport,
    websocket::CloseCode code,
    const QByteArray &reason,
    QObject *keeper)
{
    transport->listen(nullptr);
    // Whose end has come has no time-out yet.
    if (transport->m_isClosing)
        QTimer::singleShot(closeTimeoutMs, transport.get(), &WebSocketTransport::abort);
    transport->close(code, reason);
    WebSocketTransport *retired = transport.release();
    retired->setParent(keeper);
    retired->m_isRetired = true;
    retired->deleteOnceOver();
}

void WebSocketTransport::deleteOnceOver()
{
    if (m_isRetired && m_socket->isOver())
        deleteLater();
}

void WebSocketTransport::abort()
{
    m_isClosing = true;
    m_out.clear();
    m_socket->abort();
    ended();
}

qint64 WebSocketTransport::pending() const
{
    return m_out.size() + m_socket->pending();
}

void WebSocketTransport::flush()
{
    if (!std::exchange(m_hasOutput, false))
        return;
    handOver();
    if (m_socket->isDrained())
        streamWritten();
}

/// Gives what has gathered to the socket.
void WebSocketTransport::handOver()
{
    if (m_out.isEmpty())
        return;
    m_socket->write(m_out);
    QByteArray sent = std::exchange(m_out, {});
    if (sent.isDetached())
        queue().handBack(std::move(sent));
}

void WebSocketTransport::streamWritten()
{
    if (m_isClosing) {
        endOutput();
        return deleteOnceOver();
    }
    if (m_events)
        m_events->socketDrained();
}

void WebSocketTransport::textMessage(const QByteArray &text)
{
    if (m_events)
        m_events->socketText(text);
}

void WebSocketTransport::binaryMessage(QByteArray data)
{
    if (m_events)
        m_events->socketBinary(std::move(data));
}

void WebSocketTransport::oversizedMessage(
    websocket::Opcode opcode, QByteArray beginning, quint64 length)
{
    if (m_events)
        m_events->socketOversized(opcode == websocket::Opcode::Text, std::move(beginning), length);
}

void WebSocketTransport::ping(QByteArray payload)
{
    if (m_isClosing || pending() > mostPendingForPong)
        return;
    gather();
    websocket::appendFrame(m_out, websocket::Opcode::Pong, payload);
}

void WebSocketTransport::pong(QByteArray)
{
    if (m_events)
        m_events->socketPong();
}

void WebSocketTransport::closeRequested(quint16 code, QByteArray)
{
    // 1005 means that no code was given, and may not be sent.
    static constexpr quint16 noCode = 1005;
    static constexpr quint16 normal = 1000;
    close(
        code == noCode ? websocket::CloseCode::Normal : static_cast<websocket::CloseCode>(code),
        {});
    report(
        u"The client has closed its WebSocket (code %1)"_s.arg(code),
        code == normal || code == noCode);
}

void WebSocketTransport::report(const QString &reason, bool isGoodbye)
{
    if (m_events && !std::exchange(m_isReported, true))
        m_events->socketClosed(reason, isGoodbye);
}

} // namespace ct::server::front
