// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/syslogreceiver.h"

#include "server/auditfeed/certificates.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QUdpSocket>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::auditfeed {

namespace {

constexpr std::chrono::milliseconds lookEvery {50};
/// What every server takes by UDP (RFC 5426), and what most do in a stream.
constexpr qsizetype longestDatagram = 2'048;
constexpr qsizetype longestFrame = 8'192;
/// Servers have nothing to say.
constexpr qint64 mostInput = 4'096;

/// What comes back must not pile up. Reading UDP's input is also how one learns that nobody listens
/// there: the socket then reports the error.
void discardInput(QAbstractSocket &socket)
{
    if (auto *udp = qobject_cast<QUdpSocket *>(&socket))
        udp->readDatagram(nullptr, 0);
    else
        socket.readAll();
}

} // namespace

SyslogReceiver::SyslogReceiver(AuditFeedConfig config)
    : m_config(std::move(config)),
      m_origin(localOrigin())
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        failed(m_isReady ? u"it does not take what it is sent"_s : u"it does not answer"_s);
    });
    connect(&m_looks, &QTimer::timeout, this, &SyslogReceiver::look);
}

SyslogReceiver::~SyslogReceiver()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void SyslogReceiver::deliver(const Batch &batch)
{
    m_pieces.clear();
    for (const store::ChainedAuditEntry &entry : batch) {
        if (isUdp())
            m_pieces.append(syslogLine(entry, m_origin, longestDatagram));
        else
            m_pieces.append(syslogFrame(syslogLine(entry, m_origin, longestFrame)));
    }
    m_isBusy = true;
    m_patience.start(m_config.patience);
    if (m_isReady && !isUdp())
        return send();
    // Where UDP's packets go is looked up each time: nobody says when they get lost.
    openSocket();
}

void SyslogReceiver::openSocket()
{
    dropSocket();
    switch (m_config.syslog.transport) {
    case SyslogTransport::Udp:
        // It is connected, too, so that the system tells when nobody listens there.
        m_socket = std::make_unique<QUdpSocket>();
        break;
    case SyslogTransport::Tcp:
        m_socket = std::make_unique<QTcpSocket>();
        break;
    case SyslogTransport::Tls:
        if (!openTls())
            return;
        break;
    }
    QAbstractSocket &socket = *m_socket;
    watch(socket);
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setReadBufferSize(mostInput);
    const SyslogTarget &target = m_config.syslog;
    if (auto *tls = qobject_cast<QSslSocket *>(&socket))
        tls->connectToHostEncrypted(target.host, target.port);
    else
        socket.connectToHost(target.host, target.port);
}

bool SyslogReceiver::openTls()
{
    const auto configuration = tlsTowards(m_config.caFile);
    if (!configuration) {
        failed(configuration.error().message);
        return false;
    }
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(*configuration);
    m_socket = std::move(socket);
    return true;
}

void SyslogReceiver::watch(QAbstractSocket &socket)
{
    const auto ready = [this] {
        m_isReady = true;
        send();
    };
    if (auto *tls = qobject_cast<QSslSocket *>(&socket))
        connect(tls, &QSslSocket::encrypted, this, ready);
    else
        connect(&socket, &QAbstractSocket::connected, this, ready);
    connect(&socket, &QAbstractSocket::errorOccurred, this, [this] {
        failed(m_socket->errorString());
    });
    connect(&socket, &QAbstractSocket::disconnected, this, [this] {
        failed(u"it has closed the connection"_s);
    });
    connect(&socket, &QAbstractSocket::readyRead, &socket, [&socket] { discardInput(socket); });
}

void SyslogReceiver::send()
{
    // A write may report its failure at once, and that ends the batch.
    const QList<QByteArray> pieces = std::exchange(m_pieces, {});
    for (const QByteArray &piece : pieces) {
        const bool isWritten = m_socket && m_socket->write(piece) == piece.size();
        // The socket's own signal may have reported it already, and dropped the socket.
        if (!isWritten && m_socket)
            failed(m_socket->errorString());
        if (!isWritten)
            return;
    }
    m_looksSinceLeft = 0;
    m_looks.start(lookEvery);
}

void SyslogReceiver::look()
{
    if (!hasLeft())
        return;
    if (++m_looksSinceLeft * lookEvery >= m_config.settling)
        finish({});
}

/// Whether the other system has confirmed all that was written.
bool SyslogReceiver::hasLeft() const
{
    if (isUdp())
        return true;
    if (m_socket->bytesToWrite() > 0)
        return false;
    if (const auto *tls = qobject_cast<const QSslSocket *>(m_socket.get());
        tls && tls->encryptedBytesToWrite() > 0)
        return false;
    int unconfirmed = 0;
    const auto descriptor = static_cast<int>(m_socket->socketDescriptor());
    return ioctl(descriptor, SIOCOUTQ, &unconfirmed) == 0 && unconfirmed == 0;
}

/// Whatever happens to a connection that nothing is written to shows with the next batch.
void SyslogReceiver::failed(const QString &why)
{
    dropSocket();
    if (m_isBusy)
        finish(why);
}

void SyslogReceiver::finish(const QString &fault)
{
    m_isBusy = false;
    m_pieces.clear();
    m_patience.stop();
    m_looks.stop();
    Q_EMIT settled(fault);
}

void SyslogReceiver::dropSocket()
{
    m_isReady = false;
    if (!m_socket)
        return;
    // It may be within a call of its own.
    m_socket->disconnect(this);
    m_socket.release()->deleteLater();
}

} // namespace ct::server::auditfeed
