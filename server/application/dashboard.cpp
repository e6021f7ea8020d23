// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/dashboard.h"

#include "server/application/answers.h"
#include "server/application/pageassets.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

struct Asset {
    const char *name;
    const char *type;
};

constexpr std::array assets {
    Asset {"dashboard.css", "text/css; charset=utf-8"},
    Asset {"dashboard.js", "text/javascript; charset=utf-8"},
    Asset {"licence.js", "text/javascript; charset=utf-8"},
    Asset {"login.js", "text/javascript; charset=utf-8"},
    Asset {"logs.js", "text/javascript; charset=utf-8"},
    Asset {"texts.js", "text/javascript; charset=utf-8"},
};

} // namespace

Dashboard::Dashboard(compat::HttpServer &server, DashboardServices services)
    : m_services(std::move(services)),
      m_door(m_services.gate, m_services.sessions, m_services.address)
{
    addPages(server);
    addFigures(server);
    addLogin(server);
    addLogs(server);
    addDownloads(server);
}

void Dashboard::addPages(compat::HttpServer &server)
{
    for (const Asset &asset : assets) {
        const QString name = QString::fromLatin1(asset.name);
        server.route(
            compat::Method::Get,
            u"/dashboard/"_s + name,
            [headers = pageHeaders(asset.type), body = pageResource(u"dashboard/"_s + name)](
                const compat::Call &, const compat::ReplyPtr &reply) {
                reply->send(200, headers, body);
            });
    }
    const auto show = [page = pageResource(u"dashboard/dashboard.html"_s)](
                          const Visitor &, const compat::Call &, const compat::ReplyPtr &reply) {
        reply->send(200, pageHeaders("text/html; charset=utf-8"), page);
    };
    server.route(
        compat::Method::Get,
        u"/dashboard"_s,
        m_door.guarded(u"/dashboard"_s, "dashboard/login", show));
}

void Dashboard::addFigures(compat::HttpServer &server)
{
    const QString path = u"/dashboard/state.json"_s;
    server.route(
        compat::Method::Get,
        path,
        m_door.guarded(
            path,
            "login",
            [this](const Visitor &visitor, const compat::Call &, const compat::ReplyPtr &reply) {
                sendFigures(visitor, reply);
            }));
}

void Dashboard::sendFigures(const Visitor &visitor, const compat::ReplyPtr &reply) const
{
    QJsonObject state {
        {u"user"_s, visitor.user},
        {u"credentials"_s, credentials::originText(m_services.gate.origin())}};
    if (!visitor.pageSession.isEmpty())
        state.insert(
            u"formToken"_s,
            QString::fromLatin1(m_services.sessions.formToken(visitor.pageSession)));
    m_services.numbers([this, state, reply](const QJsonObject &now) mutable {
        state.insert(u"now"_s, now);
        m_services.history([state, reply](const Result<QJsonObject> &history) mutable {
            // The figures of the moment are there without the database, too.
            if (history)
                state.insert(u"history"_s, *history);
            answerJson(*reply, 200, state);
        });
    });
}

} // namespace ct::server::application
