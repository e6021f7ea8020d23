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

/// By an encrypted connection, its own or the one that a trusted proxy vouches for, or of this
/// machine.
bool isSecure(const compat::Call &call);

/// Browsers say of which page a request is: it has to be one of this very server. `serverUrl`:
/// CT_SERVER_URL; may be empty.
bool isOurOrigin(const compat::Call &call, const QString &serverUrl);

} // namespace ct::server::application
