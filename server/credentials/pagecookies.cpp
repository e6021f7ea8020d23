// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/pagecookies.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace ct::server::credentials {

QByteArray cookies::set(QByteArrayView name, const QByteArray &value)
{
    const QByteArray end = value.isEmpty() ? "; Max-Age=0"_ba : QByteArray();
    return name.toByteArray() + '=' + value + "; Path=/; Secure; HttpOnly; SameSite=Strict" + end;
}

} // namespace ct::server::credentials
