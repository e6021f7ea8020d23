// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/cookies.h"

namespace ct::server::http {

QByteArray cookieValue(QByteArrayView cookies, QByteArrayView name)
{
    while (!cookies.isEmpty()) {
        const qsizetype end = cookies.indexOf(';');
        const QByteArrayView cookie = (end < 0 ? cookies : cookies.first(end)).trimmed();
        if (cookie.size() > name.size() && cookie.startsWith(name) && cookie[name.size()] == '=')
            return cookie.sliced(name.size() + 1).toByteArray();
        cookies = end < 0 ? QByteArrayView() : cookies.sliced(end + 1);
    }
    return {};
}

} // namespace ct::server::http
