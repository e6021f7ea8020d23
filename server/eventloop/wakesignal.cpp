// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/wakesignal.h"

#include <QDebug>

#include <cerrno>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace ct::server::eventloop {

WakeSignal::WakeSignal() : m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_descriptor < 0)
        qFatal("event loop: eventfd failed, error %d", errno);
}

WakeSignal::~WakeSignal()
{
    ::close(m_descriptor);
}

void WakeSignal::raise()
{
    if (m_raised.exchange(true, std::memory_order_acq_rel))
        return;
    const std::uint64_t one = 1;
    while (::write(m_descriptor, &one, sizeof(one)) < 0 && errno == EINTR) { }
}

void WakeSignal::lower()
{
    // In this order: were the flag taken back first, a raise() in between could have its count
    // read away and leave the flag set with nothing readable, which no later raise() would mend.
    std::uint64_t count = 0;
    while (::read(m_descriptor, &count, sizeof(count)) < 0 && errno == EINTR) { }
    m_raised.exchange(false, std::memory_order_acq_rel);
}

bool WakeSignal::wait(int timeout) const
{
    pollfd watched {m_descriptor, POLLIN, 0};
    return ::poll(&watched, 1, timeout) > 0;
}

} // namespace ct::server::eventloop
