// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an HttpConnection writes into access.log and error.log.
#include "server/front/httpconnection.h"
#include "server/http/redaction.h"

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

constexpr int serverFault = 500;

} // namespace

void HttpConnection::warn(const QString &key, const QString &what) const
{
    const bool isAsking = m_phase == Phase::Body || m_phase == Phase::Waiting;
    const QHostAddress &address = isAsking ? m_request.client.address : m_peer;
    m_context.services.log.warnLimited(key, u"A client at %1 %2"_s.arg(address.toString(), what));
}

void HttpConnection::logAccess(int status, qint64 bytes)
{
    const http::RequestHead &head = m_request.head;
    logging::AccessLine line;
    line.client = m_request.client.address.toString().toLatin1();
    if (!head.method.isEmpty())
        line.request = head.method + ' ' + http::loggableTarget(head.target)
            + (head.version == 10 ? " HTTP/1.0" : " HTTP/1.1");
    line.status = status;
    line.bytes = bytes;
    line.referer = http::loggableReferer(head.header("referer"));
    line.userAgent = head.header("user-agent").toByteArray();
    m_context.services.accessLog.access(line);
    if (status >= serverFault)
        m_context.services.accessLog.error(
            {logging::Level::Error,
             static_cast<quint64>(m_id),
             "answered " + QByteArray::number(status),
             line.client,
             head.header("host").toByteArray(),
             line.request});
}

void HttpConnection::logHandshake(const QString &reason)
{
    const QString fault = m_socket->fault();
    const QByteArray why = (fault.isEmpty() ? reason : fault).toUtf8();
    m_context.services.accessLog.error(
        {logging::Level::Info,
         static_cast<quint64>(m_id),
         "TLS handshake failed: " + why,
         m_peer.toString().toLatin1(),
         {},
         {}});
}

} // namespace ct::server::front
