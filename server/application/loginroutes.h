// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/application/receipts.h"
#include "server/auth/loginmethods.h"
#include "server/auth/loginservice.h"
#include "server/auth/throttle.h"
#include "server/auth/tokenservice.h"
#include "server/compat/httpserver.h"
#include "server/store/auditentry.h"

#include <functional>

namespace ct::server::application {

/// What the login routes work with; all of it outlives them. Thread: application.
struct LoginParts {
    const auth::AuthConfig &config;
    const auth::TokenService &tokens;
    auth::LoginMethods &methods;
    auth::LoginService &logins;
    auth::LoginThrottle &throttle;
    Receipts &receipts;
    /// Ends tokens, seats and sockets; calls `done` when no restart brings them back.
    std::function<void(const auth::Logout &logout, std::function<void()> done)> logOut;
    /// Takes what happened, to whom from where; the time is filled in.
    std::function<void(const store::AuditEntry &entry)> audit;
    /// A line for the operator, at most one per key in a while.
    std::function<void(const QString &key, const QString &sentence)> warn;
};

/// /api/login/… and /api/logout. One route serves every form method, by its route name.
void addLoginRoutes(compat::HttpServer &server, LoginParts &parts);

} // namespace ct::server::application
