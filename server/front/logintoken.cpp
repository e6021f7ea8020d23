// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/logintoken.h"

#include "server/http/cookies.h"
#include "shared/protocol/paths.h"

namespace ct::server::front {

QByteArray loginToken(const http::RequestHead &head, bool mayUseCookies)
{
    const QByteArrayView header = head.header(protocol::headers::jwt);
    if (!header.isEmpty() || !mayUseCookies)
        return header.toByteArray();
    return http::cookieValue(head.headerList("cookie"), protocol::headers::jwtCookie);
}

} // namespace ct::server::front
