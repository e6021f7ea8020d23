// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/pageassets.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

constexpr auto policy
    = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
      "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

} // namespace

compat::Reply::Headers pageHeaders(const QByteArray &type)
{
    return {
        {"Content-Type", type},
        {"Content-Security-Policy", policy},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", type.startsWith("text/html") ? "no-store" : "max-age=3600"},
    };
}

QByteArray pageResource(const QString &name)
{
    QFile file(u":/pages/"_s + name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isThere, "pageResource", qPrintable(name));
    return isThere ? file.readAll() : QByteArray();
}

QByteArray htmlEscaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

} // namespace ct::server::application
