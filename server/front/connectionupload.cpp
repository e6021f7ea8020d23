// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an HttpConnection does with bodies that become files, and how a body ends.
#include "server/front/httpconnection.h"
#include "server/http/responsewriter.h"

#include <utility>

namespace ct::server::front {

namespace {

constexpr int tooLarge = 413;

} // namespace

bool HttpConnection::isUpload() const
{
    return m_request.admission.route->target == RouteTarget::Upload
        && m_request.head.method == "PUT";
}

/// Whoever has an id got it from the application a moment ago. Without one nothing is read: the
/// application says what is wrong, and the connection ends.
void HttpConnection::beginUpload()
{
    const http::RequestHead &head = m_request.head;
    const bool hasBody = head.chunked || head.contentLength > 0;
    const QByteArray &path = m_request.admission.path;
    const auto expected = m_context.uploads.take(path.sliced(path.lastIndexOf('/') + 1));
    const auto size = static_cast<quint64>(expected ? expected->size : 0);
    const bool isTooLong = expected && !head.chunked && head.contentLength > size;
    if (!expected || !hasBody || isTooLong) {
        if (isTooLong)
            m_request.upload = Spooled {Spooled::Outcome::TooLong};
        m_keepAlive = m_keepAlive && !hasBody;
        return finishRequest();
    }
    m_request.admission.isAuthenticated = true;
    m_context.ledger.setState(m_id, net::ConnectionState::Authenticated);
    m_parser.setBodyLimit(size);
    if (head.expectContinue)
        m_socket->write(http::writeContinue());
    SpoolReceiver &receiver = *this;
    m_spool = std::make_unique<FileSpool>(m_context.fileWriters, *this, receiver);
    m_spool->open(expected->file);
    m_arrived = expected->arrived;
    enter(Phase::Body);
}

void HttpConnection::endBody()
{
    if (!m_spool)
        return finishRequest();
    enter(Phase::Waiting);
    m_spool->finish();
}

void HttpConnection::refuseBody()
{
    if (!m_spool || m_parser.refusal().status != tooLarge)
        return refuse(m_parser.refusal());
    m_keepAlive = false;
    spoolEnded({Spooled::Outcome::TooLong});
}

void HttpConnection::spoolHasRoom()
{
    streamReadable();
}

void HttpConnection::spoolEnded(const Spooled &spooled)
{
    m_request.upload = spooled;
    m_spool.reset();
    finishRequest();
}

} // namespace ct::server::front
