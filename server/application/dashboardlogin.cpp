// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How people log in to the dashboard by its form, and out again.
#include "server/application/answers.h"
#include "server/application/callinfo.h"
#include "server/application/dashboard.h"
#include "server/application/pageassets.h"
#include "server/http/backendfields.h"
#include "server/http/cookies.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;
using ct::server::credentials::Verdict;

namespace ct::server::application {

namespace {

const QString loginPath = u"/dashboard/login"_s;

/// The fields of a form as browsers send it.
class Form
{
public:
    explicit Form(const QByteArray &body)
        : m_fields(QString::fromLatin1(QByteArray(body).replace('+', "%20")))
    { }

    QString text(const QString &name) const
    {
        return m_fields.queryItemValue(name, QUrl::FullyDecoded);
    }

private:
    QUrlQuery m_fields;
};

QByteArray formCookie(const compat::Call &call)
{
    return http::cookieValue(call.header("cookie"), credentials::cookies::form);
}

void goTo(
    const QByteArray &location, compat::Reply &reply, const compat::Reply::Headers &cookies = {})
{
    reply.send(
        303,
        compat::Reply::Headers {{"Location", location}, {"Cache-Control", "no-store"}} + cookies,
        {});
}

} // namespace

void Dashboard::addLogin(compat::HttpServer &server)
{
    server.route(
        compat::Method::Get,
        loginPath,
        m_door.secured(loginPath, [this](const compat::Call &call, const compat::ReplyPtr &reply) {
            showLogin(call, *reply, "begin");
        }));
    server.route(
        compat::Method::Post,
        loginPath,
        m_door.secured(loginPath, [this](const compat::Call &call, const compat::ReplyPtr &reply) {
            logIn(call, reply);
        }));
    server.route(
        compat::Method::Post,
        u"/dashboard/logout"_s,
        m_door.secured(loginPath, [this](const compat::Call &call, const compat::ReplyPtr &reply) {
            const QByteArray session = DashboardDoor::sessionCookie(call);
            const QByteArray token = Form(call.body).text(u"token"_s).toLatin1();
            if (!m_services.sessions.isFormToken(session, token))
                return answerText(*reply, 403, "This form is not of this server");
            m_services.sessions.close(session);
            goTo(
                "login",
                *reply,
                {{"Set-Cookie", credentials::cookies::set(credentials::cookies::session, {})}});
        }));
}

void Dashboard::showLogin(
    const compat::Call &call, compat::Reply &reply, const QByteArray &state) const
{
    QByteArray cookie = formCookie(call);
    compat::Reply::Headers headers = pageHeaders("text/html; charset=utf-8");
    if (cookie.isEmpty()) {
        cookie = randomId(m_services.random);
        headers.append(
            {"Set-Cookie", credentials::cookies::set(credentials::cookies::form, cookie)});
    }
    QByteArray page = pageResource(u"dashboard/login.html"_s);
    page.replace("{{token}}", m_services.sessions.formToken(cookie)).replace("{{state}}", state);
    const bool isTried = state != "begin" && state != "again";
    if (state.startsWith("wait:"))
        headers.append({"Retry-After", state.sliced(5)});
    const int refused = state.startsWith("wait:") ? 429 : 401;
    reply.send(isTried ? refused : 200, headers, page);
}

void Dashboard::logIn(const compat::Call &call, const compat::ReplyPtr &reply)
{
    const Form form(call.body);
    const QByteArray token = form.text(u"token"_s).toLatin1();
    if (!isOurOrigin(call, m_services.address.serverUrl()))
        return answerText(*reply, 403, "This form is not of this server");
    // A cookie that has gone meanwhile is no attack: the form is shown anew, with another.
    if (!m_services.sessions.isFormToken(formCookie(call), token))
        return showLogin(call, *reply, "again");
    const QString user = form.text(u"user"_s);
    m_services.gate.check(
        user,
        form.text(u"password"_s).toUtf8(),
        call.header(http::backend::clientKey),
        [this, user, call, reply](const Verdict &verdict) {
            loggedIn(user, verdict, call, *reply);
        });
}

void Dashboard::loggedIn(
    const QString &user, const Verdict &verdict, const compat::Call &call, compat::Reply &reply)
{
    if (verdict.kind == Verdict::Kind::Refused)
        return showLogin(call, reply, "refused");
    if (verdict.kind != Verdict::Kind::Accepted)
        return showLogin(
            call, reply, "wait:" + QByteArray::number(static_cast<qint64>(verdict.wait.count())));
    // Always a new id: one that somebody else may know is never made good.
    m_services.sessions.close(DashboardDoor::sessionCookie(call));
    const QByteArray session = m_services.sessions.open(user);
    goTo(
        "../dashboard",
        reply,
        {{"Set-Cookie", credentials::cookies::set(credentials::cookies::session, session)},
         {"Set-Cookie", credentials::cookies::set(credentials::cookies::form, {})}});
}

} // namespace ct::server::application
