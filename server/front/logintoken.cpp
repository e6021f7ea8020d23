// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/logintoken.h"

namespace ct::server::front {

QByteArray loginToken(const http::RequestHead &head)
{
    const QByteArrayView header = head.header("x-oct-jwt");
    if (!header.isEmpty())
        return header.toByteArray();
    static constexpr QByteArrayView name = "oct-jwt=";
    for (const QByteArray &part : head.headerList("cookie").split(';')) {
        const QByteArray cookie = part.trimmed();
        if (cookie.startsWith(name))
            return cookie.sliced(name.size());
    }
    return {};
}

} // namespace ct::server::front
