// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/listener.h"
#include "server/net/subnet.h"

#include <QHostAddress>

namespace ct::server::front {

/// Which of the server's doors a connection came in by.
using Door = net::Port;

/// Who is behind a request, as far as the network tells.
struct Client {
    /// The real client: behind trusted proxies, the address that they vouch for.
    QHostAddress address;
    net::AddressKey key;
    Door door = Door::Http;
    /// TLS here or, by a trusted proxy's word, in front.
    bool isSecure = false;
    /// Not subject to per-address rates (CT_RATE_EXEMPT).
    bool isExempt = false;
};

} // namespace ct::server::front
