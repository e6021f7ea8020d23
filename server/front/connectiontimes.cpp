// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How much time an HttpConnection gives its client, for whatever it is at.
#include "server/front/httpconnection.h"
#include "server/front/transferpace.h"
#include "server/front/worker.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

// Longer than any poll is held, the transport's and the application's.
constexpr std::chrono::minutes longestAnswer {10};
constexpr std::chrono::seconds lingerTime {2};

} // namespace

std::chrono::milliseconds HttpConnection::allowance() const
{
    const auto &net = m_worker.policies().net;
    switch (m_phase) {
    case Phase::Handshake:
        return net.handshakeTimeout;
    case Phase::Head:
        return m_headBegun || m_isFirst ? net.headTimeout : net.idleTimeout;
    case Phase::Body:
        return timeAllowed(net.bodyTimeout, m_bodyBytes);
    case Phase::Lingering:
        return lingerTime;
    default:
        return longestAnswer;
    }
}

bool HttpConnection::isTakenTooSlowly(Instant now) const
{
    const auto timeout = m_worker.policies().net.writeTimeout;
    const qint64 left = m_socket->pending() + (m_file ? m_file->left() : 0);
    return now - m_progress >= timeout
        || now - m_since >= timeAllowed(timeout, m_answerBytes - left);
}

void HttpConnection::tellProgress()
{
    const bool isUnderWay = m_phase == Phase::Body || m_phase == Phase::Writing;
    if (isUnderWay && std::exchange(m_progressTold, m_progress) < m_progress)
        m_handler.progressed(m_request);
}

void HttpConnection::tick(Instant now)
{
    tellProgress();
    if (m_phase == Phase::Writing && isTakenTooSlowly(now)) {
        warn(u"slow-reader"_s, u"did not take its answer in time (CT_WRITE_TIMEOUT)"_s);
        return gone(u"the answer was not taken in time"_s);
    }
    if (m_phase == Phase::Gone || m_phase == Phase::Writing || now - m_since < allowance())
        return;
    const bool isHalfAsked = (m_phase == Phase::Head && m_headBegun) || m_phase == Phase::Body;
    if (isHalfAsked) {
        warn(
            u"slow-request"_s,
            u"did not send its request in time (CT_HEAD_TIMEOUT, CT_BODY_TIMEOUT)"_s);
        return refuse({408, "The request did not arrive in time"});
    }
    if (m_phase == Phase::Handshake)
        warn(
            u"slow-handshake"_s,
            u"did not finish its TLS handshake in time (CT_HANDSHAKE_TIMEOUT)"_s);
    gone(u"idle for too long"_s);
}

} // namespace ct::server::front
