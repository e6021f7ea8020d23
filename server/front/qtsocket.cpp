// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/qtsocket.h"

#include "server/front/plainsocket.h"

#include <QSslSocket>

#include <algorithm>
#include <sys/socket.h>
#include <utility>

namespace ct::server::front {

namespace {

constexpr qint64 readAtOnce = 256LL * 1024;

} // namespace

std::unique_ptr<StreamSocket> StreamSocket::of(
    std::unique_ptr<QTcpSocket> socket, StreamEvents &events, QByteArray &shared)
{
    if (!qobject_cast<QSslSocket *>(socket.get())) {
        if (auto plain = PlainSocket::take(*socket, events, shared))
            return plain;
    }
    return std::make_unique<QtSocket>(std::move(socket), events);
}

QtSocket::QtSocket(std::unique_ptr<QTcpSocket> socket, StreamEvents &events)
    : m_events(events),
      m_socket(std::move(socket)),
      m_tls(qobject_cast<QSslSocket *>(m_socket.get()))
{
    const auto written = [this] {
        m_events.streamWritten();
    };
    m_socket->setReadBufferSize(readAtOnce);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, [this] {
        if (m_isReading)
            m_events.streamReadable();
    });
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, written);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, [this] { m_events.streamEnded(); });
    // Of TLS, bytesWritten only tells that bytes were encrypted.
    if (m_tls)
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this, written);
}

QtSocket::~QtSocket()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

QByteArrayView QtSocket::read()
{
    // As much as there is: then the socket's own buffer is handed on instead of copied.
    m_input = m_socket->read(std::min(m_socket->bytesAvailable(), readAtOnce));
    return m_input;
}

qint64 QtSocket::skip()
{
    m_input = {};
    return m_socket->skip(m_socket->bytesAvailable());
}

bool QtSocket::isOver() const
{
    return m_socket->state() == QAbstractSocket::UnconnectedState;
}

bool QtSocket::flush()
{
    m_socket->flush();
    return false;
}

qint64 QtSocket::pending() const
{
    return m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0);
}

void QtSocket::endOutput()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    if (m_tls)
        m_socket->disconnectFromHost();
    else
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

} // namespace ct::server::front
