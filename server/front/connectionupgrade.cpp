// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an HttpConnection becomes a WebSocket.
#include "server/front/httpconnection.h"
#include "server/front/worker.h"
#include "server/http/backendfields.h"
#include "server/websocket/handshake.h"

#include <utility>

namespace ct::server::front {

namespace {

constexpr int switchingProtocols = 101;

websocket::UpgradeRequest upgradeOf(const http::RequestHead &head)
{
    return {
        head.method,
        head.headerList("connection"),
        head.headerList("upgrade"),
        head.header("sec-websocket-key").toByteArray(),
        head.header("sec-websocket-version").toByteArray()};
}

} // namespace

bool HttpConnection::isUpgrade() const
{
    const RouteTarget target = m_request.admission.route->target;
    const bool mayUpgrade = target != RouteTarget::Application && target != RouteTarget::Upload;
    return mayUpgrade && websocket::wantsWebSocket(upgradeOf(m_request.head));
}

void HttpConnection::beginUpgrade()
{
    const auto answered = websocket::handshakeAnswer(upgradeOf(m_request.head));
    if (!answered) {
        m_keepAlive = false;
        const bool isVersion = m_request.head.header("sec-websocket-version") != "13";
        http::Response response
            = textAnswer(isVersion ? 426 : 400, answered.error().message.toUtf8());
        if (isVersion)
            response.setHeader("sec-websocket-version", "13");
        return answer(std::move(response));
    }
    m_request.upgradeAnswer = *answered;
    if (m_request.admission.route->target == RouteTarget::Watch)
        return finishRequest();
    if (auto refusal = m_handler.refuseUpgrade(m_request)) {
        m_keepAlive = false;
        return answer(*std::move(refusal));
    }
    leaveSocket();
}

/// The application's yes to a watcher: the connection is a WebSocket from now on.
bool HttpConnection::takeWatch(http::Response &response)
{
    m_request.watch = http::takeField(response, http::backend::watch);
    if (m_request.watch.isEmpty() || m_request.upgradeAnswer.isEmpty())
        return false;
    m_request.admission.isAuthenticated = true;
    leaveSocket();
    return true;
}

void HttpConnection::leaveSocket()
{
    m_phase = Phase::Gone;
    m_socket->setReading(false);
    // The socket is in the midst of its own call: it may change hands only after that.
    QMetaObject::invokeMethod(this, &HttpConnection::handOver, Qt::QueuedConnection);
}

void HttpConnection::handOver()
{
    const bool isKnown = m_request.admission.isAuthenticated;
    const auto state = isKnown ? net::ConnectionState::Authenticated : net::ConnectionState::Busy;
    if (m_context.ledger.setState(m_id, state)) {
        logAccess(switchingProtocols, 0);
        m_socket->detach(std::exchange(m_input, {}));
        m_handler.upgrade(std::move(m_request), std::move(m_socket), std::move(m_slot));
    } else {
        // It had to make room for another client meanwhile.
        m_socket->abort();
    }
    m_handler.closed(*this);
}

} // namespace ct::server::front
