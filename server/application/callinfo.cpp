// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/callinfo.h"

#include "server/http/backendfields.h"
#include "server/http/cookies.h"
#include "shared/protocol/paths.h"

using namespace Qt::StringLiterals;

namespace ct::server::application {

QByteArray loginTokenOf(const compat::Call &call)
{
    QByteArray header = call.header(protocol::headers::jwt);
    if (!header.isEmpty())
        return header;
    return http::cookieValue(call.header("cookie"), protocol::headers::jwtCookie);
}

Result<auth::LoginClaims> callerOf(
    const compat::Call &call, const auth::TokenService &tokens, const auth::LoginMethods &methods)
{
    auto claims = tokens.verifyLogin(loginTokenOf(call));
    if (claims && !methods.isActive(claims->user.authProvider))
        return Error {ErrorCode::Unauthorized, u"the token's login method is switched off"_s};
    return claims;
}

QByteArray clientKeyOf(const compat::Call &call)
{
    return call.header(http::backend::clientKey);
}

} // namespace ct::server::application
