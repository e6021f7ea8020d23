// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/jointickets.h"
#include "server/auth/loginmethods.h"
#include "server/auth/tokenservice.h"
#include "server/compat/httpserver.h"
#include "server/session/seatcounter.h"
#include "server/session/sessionevents.h"
#include "server/session/sessiongateway.h"

namespace ct::server::application {

/// What the session routes work with; all of it outlives them. Thread: application.
struct SessionParts {
    const auth::TokenService &tokens;
    auth::LoginMethods &methods;
    auth::JoinTickets &tickets;
    session::SessionGateway &sessions;
    session::SessionEvents &events;
    const session::SeatCounter &seats;
    const Clock &clock;
    RandomSource &random;
    /// Whether new sessions are refused (draining).
    std::function<bool()> isDraining;
    /// Lives on the application's thread.
    QObject *home = nullptr;
};

/// /api/session/…: create, join and the poll for a join's answer.
void addSessionRoutes(compat::HttpServer &server, SessionParts &parts);

} // namespace ct::server::application
