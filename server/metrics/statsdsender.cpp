// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/statsdsender.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUdpSocket>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::metrics {

namespace {

/// Of a TCP connection whose server doesn't read.
constexpr qint64 mostUnread = 64LL * 1024;
/// Where UDP's packets go is looked up again after this many flushes: nobody says when they get
/// lost.
constexpr int flushesPerLookup = 30;

/// What comes back is of no interest, but must not pile up. Reading UDP's input is also how one
/// learns that nobody listens there: the socket then reports the error.
void discardInput(QAbstractSocket &socket)
{
    if (auto *udp = qobject_cast<QUdpSocket *>(&socket))
        udp->readDatagram(nullptr, 0);
    else
        socket.readAll();
}

} // namespace

StatsdSender::StatsdSender(MetricsConfig config, Said said)
    : m_config(std::move(config)),
      m_said(std::move(said))
{ }

StatsdSender::~StatsdSender()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    if (m_socket)
        m_socket->disconnect(this);
}

QString StatsdSender::target() const
{
    const QString protocol = m_config.statsdProtocol == StatsdProtocol::Tcp ? u"TCP"_s : u"UDP"_s;
    return u"StatsD at %1 port %2 (%3)"_s.arg(
        m_config.statsdTarget, QString::number(m_config.statsdPort), protocol);
}

void StatsdSender::send(const ServerFigures &figures)
{
    // The last flush is still under way: this one takes its place.
    if (m_pending)
        ++m_figures.failed;
    m_pending = std::make_unique<ServerFigures>(figures);
    const bool isUdp = m_config.statsdProtocol == StatsdProtocol::Udp;
    if (isUdp && ++m_flushesSinceLookup > flushesPerLookup)
        dropSocket();
    if (m_socket && !m_isConnecting)
        return flush();
    if (!m_socket)
        return resolve();
    // One flush's time is enough to connect.
    failed(u"it does not answer"_s);
}

void StatsdSender::sendSample(const ServerFigures &figures)
{
    m_told = statsdSums(figures);
    send(figures);
}

void StatsdSender::resolve()
{
    if (m_lookup >= 0)
        return failed(u"its name is still being looked up"_s);
    m_flushesSinceLookup = 0;
    m_lookup = QHostInfo::lookupHost(m_config.statsdTarget, this, &StatsdSender::resolved);
}

void StatsdSender::resolved(const QHostInfo &info)
{
    m_lookup = -1;
    if (info.addresses().isEmpty())
        return failed(u"its name can't be resolved: "_s + info.errorString());
    connectSocket(info.addresses().constFirst());
}

void StatsdSender::connectSocket(const QHostAddress &address)
{
    // A UDP socket is connected, too, so that the kernel tells when nobody listens there.
    if (m_config.statsdProtocol == StatsdProtocol::Tcp)
        m_socket = std::make_unique<QTcpSocket>();
    else
        m_socket = std::make_unique<QUdpSocket>();
    QAbstractSocket *socket = m_socket.get();
    socket->setProxy(QNetworkProxy::NoProxy);
    m_isConnecting = true;
    connect(socket, &QAbstractSocket::connected, this, &StatsdSender::connected);
    connect(socket, &QAbstractSocket::errorOccurred, this, [this, socket] {
        failed(socket->errorString());
    });
    connect(socket, &QAbstractSocket::readyRead, socket, [socket] { discardInput(*socket); });
    socket->connectToHost(address, m_config.statsdPort);
}

void StatsdSender::connected()
{
    m_isConnecting = false;
    if (m_pending)
        flush();
}

void StatsdSender::flush()
{
    const std::unique_ptr<ServerFigures> figures = std::move(m_pending);
    if (m_socket->bytesToWrite() > mostUnread)
        return failed(u"it does not read what it is sent"_s);
    if (!write(statsdLines(m_config.statsdPrefix.toLatin1(), *figures, m_told)))
        return;
    m_told = statsdSums(*figures);
    ++m_figures.sent;
    // That UDP went astray is known only afterwards, if at all, so the second time counts.
    if (!std::exchange(m_isProven, true)
        || std::exchange(m_state, State::Reached) == State::Reached)
        return;
    m_said(News::Good, u"Sending metrics to "_s + target());
}

bool StatsdSender::write(const QList<QByteArray> &lines)
{
    const QList<QByteArray> datagrams = statsdDatagrams(lines);
    return std::all_of(datagrams.begin(), datagrams.end(), [this](const QByteArray &datagram) {
        const bool isWritten = m_socket && m_socket->write(datagram) == datagram.size();
        // The socket's own signal may have reported it already, and dropped the socket.
        if (!isWritten && m_socket)
            failed(m_socket->errorString());
        return isWritten && m_socket;
    });
}

void StatsdSender::failed(const QString &why)
{
    ++m_figures.failed;
    m_pending.reset();
    dropSocket();
    if (std::exchange(m_state, State::Failing) != State::Failing)
        m_said(
            News::Bad,
            u"%1 can't be reached: %2 (CT_METRICS_STATSD_HOST). Trying again with every flush"_s
                .arg(target(), why));
}

void StatsdSender::dropSocket()
{
    m_isConnecting = false;
    m_isProven = false;
    if (!m_socket)
        return;
    // It may be within a call of its own.
    m_socket->disconnect(this);
    m_socket.release()->deleteLater();
}

} // namespace ct::server::metrics
