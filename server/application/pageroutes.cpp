// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/pageroutes.h"

#include "server/application/answers.h"
#include "shared/protocol/login.h"
#include "shared/protocol/paths.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

constexpr auto policy
    = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
      "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

struct Asset {
    QString path;
    QString file;
    QByteArray type;
};

const QList<Asset> &assets()
{
    static const QList<Asset> all {
        {u"/"_s, u":/pages/start/index.html"_s, "text/html; charset=utf-8"},
        {u"/start/invitation.js"_s,
         u":/pages/start/invitation.js"_s,
         "text/javascript; charset=utf-8"},
        {u"/start/start.js"_s, u":/pages/start/start.js"_s, "text/javascript; charset=utf-8"},
        {u"/login.html"_s, u":/pages/login/login.html"_s, "text/html; charset=utf-8"},
        {u"/login/login.css"_s, u":/pages/login/login.css"_s, "text/css; charset=utf-8"},
        {u"/login/login.js"_s, u":/pages/login/login.js"_s, "text/javascript; charset=utf-8"},
        {u"/login/texts.js"_s, u":/pages/login/texts.js"_s, "text/javascript; charset=utf-8"},
        {u"/login/mark.svg"_s, u":/pages/login/mark.svg"_s, "image/svg+xml"},
    };
    return all;
}

compat::Reply::Headers headersFor(const Asset &asset)
{
    return {
        {"Content-Type", asset.type},
        {"Content-Security-Policy", policy},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", asset.type.startsWith("text/html") ? "no-store" : "max-age=3600"},
    };
}

} // namespace

void addPageRoutes(compat::HttpServer &server, const auth::LoginMethods &methods)
{
    for (const Asset &asset : assets()) {
        QFile file(asset.file);
        const bool isThere = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(isThere, "addPageRoutes", qPrintable(asset.file));
        server.route(
            compat::Method::Get,
            asset.path,
            [headers = headersFor(asset),
             body = file.readAll()](const compat::Call &, const compat::ReplyPtr &reply) {
                reply->send(200, headers, body);
            });
    }
    server.route(
        compat::Method::Get,
        u"/login/providers.json"_s,
        [&methods](const compat::Call &, const compat::ReplyPtr &reply) {
            QJsonArray providers;
            for (const protocol::AuthProvider &provider : methods.descriptions())
                providers.append(toJson(provider));
            answerJson(*reply, 200, {{u"providers"_s, providers}});
        });
}

} // namespace ct::server::application
