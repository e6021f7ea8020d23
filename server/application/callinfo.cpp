// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/callinfo.h"

#include "server/http/backendfields.h"
#include "server/http/cookies.h"
#include "shared/protocol/paths.h"

#include <QHostAddress>
#include <QUrl>

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

bool isSecure(const compat::Call &call)
{
    const QHostAddress client(QString::fromLatin1(call.header(http::backend::clientAddress)));
    return call.header(http::backend::clientSecure) == "1" || client.isLoopback();
}

bool isOurOrigin(const compat::Call &call, const QString &serverUrl)
{
    const QByteArray origin = call.header("origin");
    // Under our own Referrer-Policy browsers say "null"; the form's token has to fit all the same.
    if (origin.isEmpty() || origin == "null")
        return true;
    const QUrl url(serverUrl);
    const QString own = url.scheme() + u"://"_s + url.authority();
    const QByteArray asked = "://" + call.header("host");
    return origin.endsWith(asked) || origin == own.toUtf8();
}

} // namespace ct::server::application
