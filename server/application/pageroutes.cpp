// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/pageroutes.h"

#include "server/application/answers.h"
#include "server/application/pageassets.h"
#include "shared/protocol/login.h"
#include "shared/protocol/paths.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

struct Asset {
    QString path;
    QString file;
    QByteArray type;
};

const QList<Asset> &assets()
{
    static const QList<Asset> all {
        {u"/"_s, u"start/index.html"_s, "text/html; charset=utf-8"},
        {u"/start/invitation.js"_s, u"start/invitation.js"_s, "text/javascript; charset=utf-8"},
        {u"/start/language.js"_s, u"start/language.js"_s, "text/javascript; charset=utf-8"},
        {u"/start/start.js"_s, u"start/start.js"_s, "text/javascript; charset=utf-8"},
        {u"/login.html"_s, u"login/login.html"_s, "text/html; charset=utf-8"},
        {u"/login/login.css"_s, u"login/login.css"_s, "text/css; charset=utf-8"},
        {u"/login/login.js"_s, u"login/login.js"_s, "text/javascript; charset=utf-8"},
        {u"/login/texts.js"_s, u"login/texts.js"_s, "text/javascript; charset=utf-8"},
        {u"/login/mark.svg"_s, u"login/mark.svg"_s, "image/svg+xml"},
    };
    return all;
}

} // namespace

void addPageRoutes(compat::HttpServer &server, const auth::LoginMethods &methods)
{
    for (const Asset &asset : assets()) {
        server.route(
            compat::Method::Get,
            asset.path,
            [headers = pageHeaders(asset.type),
             body = pageResource(asset.file)](const compat::Call &, const compat::ReplyPtr &reply) {
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
