// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/websockettransport.h"

#include "server/front/frontconfig.h"
#include "server/websocket/framewriter.h"

#include <QSslSocket>
#include <QTimer>

#include <algorithm>
#include <numeric>
#include <sys/socket.h>
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

} // namespace

WebSocketTransport::WebSocketTransport(
    std::unique_ptr<QTcpSocket> socket,
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
      m_tls(qobject_cast<QSslSocket *>(m_socket.get())),
      m_parser(*this, strangersLimits),
      m_out(std::move(answer))
{
    m_socket->setReadBufferSize(readAtOnce);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &WebSocketTransport::read);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &WebSocketTransport::written);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &WebSocketTransport::gone);
    // Of TLS, bytesWritten only tells that bytes were encrypted.
    if (m_tls)
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &WebSocketTransport::written);
    flushSoon();
}

WebSocketTransport::~WebSocketTransport()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

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
    const bool isLarge = std::any_of(
        parts.begin(), parts.end(), [](QByteArrayView part) { return part.size() >= largePart; });
    if (!isLarge)
        return websocket::appendFrameOf(m_out, websocket::Opcode::Binary, parts);
    const auto length = std::accumulate(
        parts.begin(), parts.end(), quint64 {0}, [](quint64 sum, QByteArrayView part) {
            return sum + static_cast<quint64>(part.size());
        });
    websocket::appendFrameHeader(m_out, websocket::Opcode::Binary, length);
    for (const QByteArrayView part : parts) {
        if (part.size() < largePart) {
            m_out.append(part);
        } else {
            m_socket->write(std::exchange(m_out, {}));
            m_socket->write(part.data(), part.size());
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
    if (pending() > 0 || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    // A close with unread input would reset the connection, and the last words might be lost: the
    // peer is left to close its side.
    if (m_tls)
        m_socket->disconnectFromHost();
    else
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

void WebSocketTransport::retire(
    std::unique_ptr<WebSocketTransport> transport,
    websocket::CloseCode code,
    const QByteArray &reason,
    QObject *keeper)
{
    transport->listen(nullptr);
    transport->close(code, reason);
    WebSocketTransport *retired = transport.release();
    retired->setParent(keeper);
    if (retired->m_socket->state() == QAbstractSocket::UnconnectedState)
        return retired->deleteLater();
    connect(retired->m_socket.get(), &QTcpSocket::disconnected, retired, &QObject::deleteLater);
}

void WebSocketTransport::abort()
{
    m_isClosing = true;
    m_out.clear();
    m_socket->abort();
}

qint64 WebSocketTransport::pending() const
{
    qint64 bytes = m_out.size() + m_socket->bytesToWrite();
    if (m_tls)
        bytes += m_tls->encryptedBytesToWrite();
    return bytes;
}

void WebSocketTransport::flush()
{
    if (!std::exchange(m_hasOutput, false) || sendPastQt())
        return;
    if (!m_out.isEmpty())
        m_socket->write(std::exchange(m_out, {}));
    m_socket->flush();
}

/// Straight to the system, as long as nothing waits in the socket's own buffer. False when the
/// socket has to do it, which then also meets what was wrong here.
bool WebSocketTransport::sendPastQt()
{
    const bool mayPass = !m_tls && m_socket->bytesToWrite() == 0
        && m_socket->state() == QAbstractSocket::ConnectedState;
    if (!mayPass || m_out.isEmpty())
        return false;
    const auto descriptor = static_cast<int>(m_socket->socketDescriptor());
    const qsizetype sent = ::send(
        descriptor, m_out.constData(), static_cast<std::size_t>(m_out.size()), MSG_NOSIGNAL);
    if (sent <= 0)
        return false;
    if (sent < m_out.size())
        m_socket->write(m_out.constData() + sent, m_out.size() - sent);
    queue().handBack(std::exchange(m_out, {}));
    written();
    return true;
}

void WebSocketTransport::written()
{
    if (m_isClosing)
        return endOutput();
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
