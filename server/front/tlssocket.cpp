// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/tlssocket.h"

#include <algorithm>
#include <utility>

namespace ct::server::front {

namespace {

using net::TlsSession;

/// Four whole records.
constexpr qsizetype sealedAtOnce = 64LL * 1024;
/// Answers of TLS's own, to new keys for instance, that a peer may leave with us.
constexpr qint64 mostAnswered = 64LL * 1024;

} // namespace

void TlsSocket::attach(StreamEvents &events, StreamBuffers &buffers)
{
    m_events = &events;
    m_buffers = &buffers;
    StreamEvents &own = *this;
    m_socket.attachTo(own, buffers.sealed);
    m_isReading = false;
    m_socket.setReading(isShakingHands());
}

void TlsSocket::detach(const QByteArray &unread)
{
    // What is not opened yet lies in the memory that goes.
    m_socket.detach(std::exchange(m_sealed, {}).toByteArray());
    m_arrived.prepend(unread);
    m_rest = {};
    m_isRestShared = false;
    m_events = nullptr;
    m_buffers = nullptr;
}

bool TlsSocket::isShakingHands() const
{
    return m_session.state() == TlsSession::State::Handshake && !m_hasEnded;
}

bool TlsSocket::isReady() const
{
    const auto state = m_session.state();
    return state == TlsSession::State::Open || state == TlsSession::State::Ended;
}

void TlsSocket::setReading(bool isReading)
{
    m_isReading = isReading;
    m_socket.setReading(!m_hasEnded && (isReading || isShakingHands()));
}

void TlsSocket::streamReadable()
{
    if (!isShakingHands())
        return m_events->streamReadable();
    fetch();
    m_session.shakeHands(m_sealed, m_buffers->output);
    answer();
    settle();
    if (isShakingHands())
        return;
    setReading(m_isReading);
    m_events->streamReadable();
}

void TlsSocket::fetch()
{
    if (m_sealed.isEmpty())
        m_sealed = m_socket.read();
}

/// After the session has taken what it could.
void TlsSocket::settle()
{
    if (!m_sealed.isEmpty())
        m_sealed = m_socket.keep(m_sealed);
    const auto state = m_session.state();
    const bool isLast = m_sealed.isEmpty() && !m_session.hasRest() && m_socket.hasEnded();
    if (isLast || state == TlsSession::State::Ended || state == TlsSession::State::Failed)
        end();
    // The alert that tells why is out.
    if (state == TlsSession::State::Failed && m_socket.isDrained())
        m_socket.endOutput();
}

QByteArrayView TlsSocket::read()
{
    m_rest = {};
    m_isRestShared = m_arrived.isEmpty();
    if (!m_isRestShared) {
        m_rest = std::exchange(m_arrived, {});
        return m_rest;
    }
    if (m_session.state() == TlsSession::State::Failed)
        end();
    if (m_hasEnded || m_isDeaf || !isReady())
        return {};
    if (!m_session.hasRest())
        fetch();
    const QByteArrayView plain = m_session.read(m_sealed, m_buffers->input, m_buffers->output);
    answer();
    settle();
    return plain;
}

/// Sends what a call that reads has made the session say.
void TlsSocket::answer()
{
    if (m_buffers->output.isEmpty())
        return;
    if (m_socket.pending() == 0)
        m_answered = 0;
    m_answered += m_buffers->output.size();
    send();
    if (m_answered > mostAnswered && m_socket.pending() > 0)
        abort();
}

QByteArrayView TlsSocket::keep(QByteArrayView rest)
{
    if (!std::exchange(m_isRestShared, false))
        return rest;
    m_rest = rest.toByteArray();
    return m_rest;
}

qint64 TlsSocket::skip()
{
    // Not opened: nobody wants to know.
    m_isDeaf = true;
    m_sealed = {};
    const qint64 skipped = m_socket.skip() + std::exchange(m_arrived, {}).size();
    if (m_socket.hasEnded())
        end();
    return skipped;
}

bool TlsSocket::hasInput() const
{
    if (!m_arrived.isEmpty())
        return true;
    if (m_session.state() == TlsSession::State::Failed)
        return false;
    const bool hasRest = !m_isDeaf && (!m_sealed.isEmpty() || m_session.hasRest());
    return !m_hasEnded && (hasRest || m_socket.hasInput());
}

bool TlsSocket::isOver() const
{
    if (m_session.state() == TlsSession::State::Failed)
        return true;
    return m_hasEnded ? m_socket.pending() == 0 : m_socket.isOver() && !hasInput();
}

bool TlsSocket::isDrained() const
{
    return m_socket.isDrained() && m_session.state() != TlsSession::State::Failed;
}

void TlsSocket::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && !m_socket.isBroken()) {
        const QByteArrayView slice = bytes.first(std::min(bytes.size(), sealedAtOnce));
        m_session.write(slice, m_buffers->output);
        send();
        bytes = bytes.sliced(slice.size());
    }
    // What is lost ends the connection; whoever has it finds that out by reading.
    if (m_session.state() == TlsSession::State::Failed && !m_hasEnded)
        m_socket.breakOff();
}

/// In one piece; the memory stays for the next.
void TlsSocket::send()
{
    QByteArray &output = m_buffers->output;
    if (!output.isEmpty())
        m_socket.write(output);
    output.resize(0);
}

void TlsSocket::streamWritten()
{
    if (m_isEnding && m_socket.isDrained())
        m_socket.endOutput();
    m_events->streamWritten();
}

void TlsSocket::endOutput()
{
    m_session.end(m_buffers->output);
    send();
    m_isEnding = true;
    if (m_socket.isDrained())
        m_socket.endOutput();
}

void TlsSocket::end()
{
    m_hasEnded = true;
    m_sealed = {};
    m_socket.setReading(false);
}

void TlsSocket::abort()
{
    m_socket.abort();
    end();
    m_arrived = {};
    m_rest = {};
}

} // namespace ct::server::front
