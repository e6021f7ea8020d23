// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/loginmethods.h"
#include "server/auth/tokenservice.h"
#include "server/compat/httpserver.h"

namespace ct::server::application {

/// The login token of a call: header x-oct-jwt, else cookie oct-jwt; empty if neither.
QByteArray loginTokenOf(const compat::Call &call);

/// The bearer of a valid login token whose login method is still on.
Result<auth::LoginClaims> callerOf(
    const compat::Call &call, const auth::TokenService &tokens, const auth::LoginMethods &methods);

/// The client as per-address limits count it, by the front's word.
QByteArray clientKeyOf(const compat::Call &call);

} // namespace ct::server::application
