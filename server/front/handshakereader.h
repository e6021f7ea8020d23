// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/tokenservice.h"
#include "server/front/client.h"
#include "server/front/participantlink.h"
#include "server/http/message.h"

namespace ct::server::front {

/// Where the x-oct-… values stand: browsers can't put headers on a plain WebSocket.
enum class HandshakeSource { Headers, Query };

/// Reads and checks what a transport's first request says of its client. Never fails: a client
/// without a valid room token, or without a key, comes back with `refusal` instead of claims.
LinkHandshake readHandshake(
    const http::RequestHead &head,
    HandshakeSource source,
    const Client &client,
    const auth::TokenService &tokens);

} // namespace ct::server::front
