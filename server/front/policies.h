// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/frontconfig.h"
#include "server/http/cors.h"
#include "server/net/netconfig.h"
#include "server/session/sessionconfig.h"

namespace ct::server::front {

/// The limits and rules that may change while the server runs. Each thread of the front has a copy
/// of its own, which it replaces between two events, so that nobody locks anything to read one.
struct Policies {
    net::NetConfig net;
    FrontConfig front;
    session::SessionConfig session;
    http::CorsPolicy cors;
    /// Waiting answers of the application at once, in all and per address.
    int longPolls = 0;
    int longPollsPerAddress = 0;
    /// How long the application holds an answer at the most.
    std::chrono::seconds longPoll {};
};

} // namespace ct::server::front
