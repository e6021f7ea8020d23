// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/websockettransport.h"

#include "server/websocket/framewriter.h"

#include <QSslSocket>
#include <QTimer>

#include <numeric>
#include <sys/socket.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

constexpr int readAtOnce = 256 * 1024;
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
    QByteArray answer,
    websocket::FrameLimits limits,
    FlushQueue &queue)
    : Flushable(queue),
      m_slot(std::move(slot)),
      m_socket(std::move(socket)),
      m_limits(limits),
      m_parser(*this, strangersLimits),
      m_out(std::move(answer))
{
    m_socket->setReadBufferSize(readAtOnce);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &WebSocketTransport::read);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &WebSocketTransport::written);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &WebSocketTransport::gone);
    // Of TLS, bytesWritten only tells that bytes were encrypted.
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket.get()))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &WebSocketTransport::written);
    flushSoon();
}

WebSocketTransport::~WebSocketTransport()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void WebSocketTransport::listen(WebSocketEvents *events)
{
    m_events = events;
    if (std::exchange(m_isReading, true))
        return;
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        QMetaObject::invokeMethod(this, &WebSocketTransport::gone, Qt::QueuedConnection);
    else if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &WebSocketTransport::read, Qt::QueuedConnection);
}

void WebSocketTransport::setSeated()
{
    m_slot.setAuthenticated();
    m_parser.setLimits(m_limits);
}

void WebSocketTransport::read()
{
    if (!m_isReading)
        return;
    while (!m_isClosing && m_socket->bytesAvailable() > 0
           && (!m_events || m_events->socketMayRead())) {
        const QByteArray bytes = m_socket->read(readAtOnce);
        if (bytes.isEmpty())
            return;
        if (const auto fault = m_parser.feed(bytes)) {
            close(fault->code, fault->reason);
            report(QString::fromUtf8(fault->reason), false);
        }
    }
    if (m_isClosing)
        m_socket->skip(m_socket->bytesAvailable());
}

void WebSocketTransport::readOn()
{
    if (!m_isClosing && m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &WebSocketTransport::read, Qt::QueuedConnection);
}

void WebSocketTransport::sendText(QByteArrayView text)
{
    if (m_isClosing)
        return;
    websocket::appendFrame(m_out, websocket::Opcode::Text, text);
    flushSoon();
}

void WebSocketTransport::sendBinary(std::span<const QByteArrayView> parts)
{
    if (m_isClosing)
        return;
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
    flushSoon();
}

void WebSocketTransport::sendPing()
{
    if (m_isClosing)
        return;
    websocket::appendFrame(m_out, websocket::Opcode::Ping, {});
    flushSoon();
}

void WebSocketTransport::close(websocket::CloseCode code, const QByteArray &reason)
{
    if (std::exchange(m_isClosing, true))
        return;
    websocket::appendCloseFrame(m_out, static_cast<quint16>(code), reason);
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
    if (qobject_cast<QSslSocket *>(m_socket.get()))
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
    if (const auto *tls = qobject_cast<const QSslSocket *>(m_socket.get()))
        bytes += tls->encryptedBytesToWrite();
    return bytes;
}

void WebSocketTransport::flush()
{
    if (!m_out.isEmpty())
        m_socket->write(std::exchange(m_out, {}));
    m_socket->flush();
}

void WebSocketTransport::written()
{
    if (m_isClosing)
        return endOutput();
    if (m_events)
        m_events->socketDrained();
}

void WebSocketTransport::textMessage(QByteArray text)
{
    if (m_events)
        m_events->socketText(std::move(text));
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
    websocket::appendFrame(m_out, websocket::Opcode::Pong, payload);
    flushSoon();
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

void WebSocketTransport::gone()
{
    m_isClosing = true;
    report(u"The connection was closed"_s, false);
}

void WebSocketTransport::report(const QString &reason, bool isGoodbye)
{
    if (m_events && !std::exchange(m_isReported, true))
        m_events->socketClosed(reason, isGoodbye);
}

} // namespace ct::server::front
