// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an HttpConnection reads: heads and bodies of requests.
#include "server/front/httpconnection.h"
#include "server/front/worker.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

// Who sends more before it is worked off has to wait.
constexpr qsizetype mostInput = StreamBuffers::readAtOnce;

void drop(QByteArray &input, qsizetype length)
{
    if (length == input.size())
        input = {};
    else
        input.remove(0, length);
}

} // namespace

void HttpConnection::streamReadable()
{
    if (m_phase == Phase::Gone)
        return;
    if (m_phase == Phase::Handshake && m_socket->isReady())
        encrypted();
    fetch();
    read();
    watchInput();
}

void HttpConnection::encrypted()
{
    m_worker.handshakeFinished(m_id);
    enter(Phase::Head);
}

/// No more than once in a turn, so that nobody talks the others down.
void HttpConnection::fetch()
{
    if (m_phase == Phase::Lingering)
        m_socket->skip();
    else if (m_input.size() < mostInput && m_socket->hasInput())
        m_input.append(m_socket->read());
}

void HttpConnection::read()
{
    bool goOn = true;
    while (goOn && !m_input.isEmpty()) {
        if (m_phase == Phase::Head)
            goOn = readHead();
        else if (m_phase == Phase::Body)
            goOn = readBody();
        else
            goOn = false;
    }
}

bool HttpConnection::readHead()
{
    if (!std::exchange(m_headBegun, true))
        m_since = m_context.services.clock.now();
    switch (m_parser.parseHead(m_input)) {
    case http::ParseState::NeedMore:
        return false;
    case http::ParseState::Refused:
        refuse(m_parser.refusal());
        return false;
    default:
        drop(m_input, m_parser.headSize());
        startRequest();
        return true;
    }
}

bool HttpConnection::readBody()
{
    if (m_spool && !m_spool->hasRoom())
        return false;
    QByteArray decoded;
    qsizetype consumed = 0;
    const http::ParseState state = m_parser.parseBody(m_input, decoded, consumed);
    drop(m_input, consumed);
    m_progress = m_context.services.clock.now();
    m_bodyBytes += decoded.size();
    keepBody(decoded);
    if (state == http::ParseState::Refused) {
        refuseBody();
        return false;
    }
    if (state == http::ParseState::BodyDone)
        endBody();
    return state == http::ParseState::BodyDone || consumed > 0;
}

void HttpConnection::keepBody(const QByteArray &bytes)
{
    if (m_spool) {
        *m_arrived += bytes.size();
        m_spool->write(bytes);
    } else if (m_sink) {
        m_sink->bodyArrived(bytes);
    } else {
        m_request.body += bytes;
    }
}

/// What is to happen with what has not been read yet.
void HttpConnection::watchInput()
{
    if (m_phase == Phase::Gone)
        return;
    if (m_socket->isOver() && !m_socket->hasInput())
        return disconnected();
    const bool hasRoom = m_input.size() < mostInput;
    m_socket->setReading(hasRoom);
    if (hasRoom && m_socket->hasInput())
        readLater();
}

void HttpConnection::readLater()
{
    const bool isWorthIt = !m_input.isEmpty() || m_socket->hasInput() || m_socket->hasEnded();
    if (!isWorthIt || std::exchange(m_readsLater, true))
        return;
    const auto readNow = [this] {
        m_readsLater = false;
        streamReadable();
    };
    QMetaObject::invokeMethod(this, readNow, Qt::QueuedConnection);
}

void HttpConnection::disconnected()
{
    gone(u"closed by the client"_s);
}

} // namespace ct::server::front
