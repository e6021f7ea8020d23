// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/plainsocket.h"

#include <QEvent>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace ct::server::front {

namespace {

/// The system says no for now, and not for good.
bool isPassing(int error)
{
    return error == EAGAIN || error == EINTR || error == ENOBUFS || error == ENOMEM;
}

} // namespace

PlainSocket::Notifier::Notifier(int descriptor, Type type, PlainSocket &owner, Call call)
    : QSocketNotifier(type),
      m_owner(owner),
      m_call(call)
{
    setSocket(descriptor);
}

bool PlainSocket::Notifier::event(QEvent *event)
{
    if (event->type() != QEvent::SockAct)
        return QSocketNotifier::event(event);
    (m_owner.*m_call)();
    return true;
}

void PlainSocket::attachTo(StreamEvents &events, QByteArray &memory)
{
    m_events = &events;
    m_shared = &memory;
    m_reading = std::make_unique<Notifier>(
        m_descriptor.number(), QSocketNotifier::Read, *this, &PlainSocket::readable);
    if (!m_kept.isEmpty())
        watchWriting();
}

void PlainSocket::detach(const QByteArray &unread)
{
    m_events = nullptr;
    m_shared = nullptr;
    m_reading.reset();
    m_writing.reset();
    m_arrived.prepend(unread);
    m_rest = {};
    m_isRestShared = false;
}

void PlainSocket::setReading(bool isReading)
{
    // The end can be read again and again.
    if (m_reading)
        m_reading->setEnabled(isReading && !m_hasEnded);
}

void PlainSocket::readable()
{
    m_mayHaveInput = true;
    m_events->streamReadable();
}

QByteArrayView PlainSocket::read()
{
    m_rest = {};
    m_isRestShared = m_arrived.isEmpty();
    if (!m_isRestShared) {
        m_rest = std::exchange(m_arrived, {});
        return m_rest;
    }
    if (!m_mayHaveInput || m_hasEnded)
        return {};
    const qsizetype got = ::recv(
        m_descriptor.number(),
        m_shared->data(),
        static_cast<std::size_t>(m_shared->size()),
        MSG_DONTWAIT);
    if (got <= 0) {
        receivedNothing(got == 0 || !isPassing(errno));
        return {};
    }
    // If it was less than might have been, there was no more.
    m_mayHaveInput = got == m_shared->size();
    return {m_shared->constData(), got};
}

void PlainSocket::receivedNothing(bool isEnd)
{
    m_mayHaveInput = false;
    if (!isEnd)
        return;
    m_hasEnded = true;
    setReading(false);
}

QByteArrayView PlainSocket::keep(QByteArrayView rest)
{
    if (!std::exchange(m_isRestShared, false))
        return rest;
    m_rest = rest.toByteArray();
    return m_rest;
}

qint64 PlainSocket::skip()
{
    m_mayHaveInput = !m_hasEnded;
    return read().size();
}

void PlainSocket::write(QByteArrayView bytes)
{
    if (m_isBroken)
        return;
    if (m_kept.isEmpty())
        bytes = bytes.sliced(send(bytes));
    if (m_isBroken || bytes.isEmpty())
        return;
    m_kept.append(bytes);
    if (m_events)
        watchWriting();
}

void PlainSocket::watchWriting()
{
    if (!m_writing)
        m_writing = std::make_unique<Notifier>(
            m_descriptor.number(), QSocketNotifier::Write, *this, &PlainSocket::writable);
    m_writing->setEnabled(true);
}

/// How much the system takes; if it can't take anything any more, that is noted.
qsizetype PlainSocket::send(QByteArrayView bytes)
{
    const qsizetype sent = ::send(
        m_descriptor.number(),
        bytes.data(),
        static_cast<std::size_t>(bytes.size()),
        MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0 && !isPassing(errno))
        breakOff();
    return std::max<qsizetype>(sent, 0);
}

void PlainSocket::writable()
{
    const qsizetype sent = send(m_kept);
    if (sent == m_kept.size())
        m_kept = {};
    else
        m_kept.remove(0, sent);
    if (m_kept.isEmpty())
        m_writing->setEnabled(false);
    if (sent > 0 || m_isBroken)
        m_events->streamWritten();
}

void PlainSocket::breakOff()
{
    if (m_isBroken)
        return;
    m_isBroken = true;
    m_kept = {};
    // Then its reading ends for certain, behind what has arrived.
    ::shutdown(m_descriptor.number(), SHUT_RDWR);
}

void PlainSocket::endOutput()
{
    if (!m_isBroken)
        ::shutdown(m_descriptor.number(), SHUT_WR);
}

void PlainSocket::abort()
{
    setReading(false);
    if (m_writing)
        m_writing->setEnabled(false);
    m_descriptor = Descriptor();
    m_arrived = {};
    m_rest = {};
    m_kept = {};
    m_mayHaveInput = false;
    m_hasEnded = true;
    m_isBroken = true;
}

} // namespace ct::server::front
