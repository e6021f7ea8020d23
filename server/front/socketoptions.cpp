// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/socketoptions.h"

#include "server/net/subnet.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace ct::server::front {

void setRelayOptions(int descriptor)
{
    static constexpr int on = 1;
    static constexpr int userTimeoutMs = 45'000;
    static constexpr int notSentLowWater = 256 * 1024;
    // Failing is harmless: the pings notice a dead peer, too.
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, &userTimeoutMs, sizeof userTimeoutMs);
    ::setsockopt(
        descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &notSentLowWater, sizeof notSentLowWater);
}

QHostAddress peerOf(int descriptor)
{
    sockaddr_storage storage = {};
    socklen_t length = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(descriptor, address, &length) != 0)
        return {};
    return net::unmapped(QHostAddress(address));
}

} // namespace ct::server::front
