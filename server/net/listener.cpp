// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/listener.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

using namespace std::chrono_literals;

namespace ct::server::net {

namespace {

constexpr int backlog = 4096;
constexpr int mostClosedAtOnce = 256;

int openReserve()
{
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

} // namespace

Listener::Listener(Port port, Incoming incoming, QObject *parent)
    : QTcpServer(parent),
      m_port(port),
      m_incoming(std::move(incoming)),
      m_resume(this),
      m_reserve(openReserve())
{
    setListenBacklogSize(backlog);
    m_resume.setSingleShot(true);
    m_resume.setInterval(200ms);
    connect(&m_resume, &QTimer::timeout, this, &Listener::resumeAccepting);
    connect(this, &Listener::acceptError, this, &Listener::rest);
}

Listener::~Listener()
{
    if (m_reserve >= 0)
        ::close(m_reserve);
}

Status Listener::open(const QHostAddress &address, quint16 number)
{
    if (listen(address, number))
        return {};
    const bool isTaken = serverError() == QAbstractSocket::AddressInUseError;
    return Error {isTaken ? ErrorCode::Conflict : ErrorCode::Unavailable, errorString()};
}

void Listener::incomingConnection(qintptr descriptor)
{
    m_incoming(descriptor, m_port);
}

void Listener::rest()
{
    // Qt has paused accepting before it told of the error.
    m_resume.start();
    closeWaiting();
    Q_EMIT overloaded(errorString());
}

void Listener::closeWaiting()
{
    if (m_reserve >= 0)
        ::close(std::exchange(m_reserve, -1));
    for (int count = 0; count < mostClosedAtOnce; ++count) {
        const int descriptor
            = ::accept4(static_cast<int>(socketDescriptor()), nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor < 0)
            break;
        ::close(descriptor);
    }
    m_reserve = openReserve();
}

} // namespace ct::server::net
