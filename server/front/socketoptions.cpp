// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/socketoptions.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace ct::server::front {

void setRelayOptions(QTcpSocket &socket)
{
    static constexpr int userTimeoutMs = 45'000;
    static constexpr int notSentLowWater = 256 * 1024;
    const int descriptor = static_cast<int>(socket.socketDescriptor());
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    // Failing is harmless: the pings notice a dead peer, too.
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, &userTimeoutMs, sizeof userTimeoutMs);
    ::setsockopt(
        descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &notSentLowWater, sizeof notSentLowWater);
}

} // namespace ct::server::front
