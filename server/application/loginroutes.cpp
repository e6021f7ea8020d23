// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/loginroutes.h"

#include "server/application/answers.h"
#include "server/application/callinfo.h"
#include "server/http/backendfields.h"
#include "shared/protocol/info.h"
#include "shared/protocol/paths.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

namespace codes = protocol::codes;

/// A browser of another origin needs the cookie, too; it is never readable by scripts.
QByteArray cookieOf(const QByteArray &token, std::chrono::seconds age)
{
    return protocol::headers::jwtCookie.toByteArray() + '=' + token + "; Max-Age="
        + QByteArray::number(age.count()) + "; Path=/; HttpOnly; Secure; SameSite=None";
}

void initial(const LoginParts &parts, const compat::Call &call, compat::Reply &reply)
{
    const auto token = parts.logins.begin(clientKeyOf(call));
    if (!token) {
        parts.warn(
            u"poll-tokens"_s,
            u"Turned a login from %1 away: %2 (CT_MAX_POLL_TOKENS_PER_ADDRESS)"_s.arg(
                QString::fromLatin1(clientKeyOf(call)), token.error().message));
        return answerError(
            reply, statusOf(token.error().code), u"TooManyLogins"_s, token.error().message);
    }
    protocol::LoginInitial answer;
    answer.pollToken = *token;
    const QString page = parts.config.loginPageUrl.isEmpty() ? QString(protocol::paths::loginPage)
                                                             : parts.config.loginPageUrl;
    answer.loginPageUrl
        = page + (page.contains(u'?') ? u'&' : u'?') + u"token="_s + QString::fromLatin1(*token);
    answer.providers = parts.methods.descriptions();
    answer.defaultSuccessUrl = parts.config.loginSuccessUrl;
    answerJson(reply, 200, toJson(answer));
}

bool wantsCookie(const compat::Call &call)
{
    return call.query.queryItemValue(protocol::paths::useCookieParameter) == u"true"_s;
}

/// The login token, for scripts in the body and, if asked for, for browsers in a cookie.
void answerToken(
    const LoginParts &parts,
    const QByteArray &token,
    bool useCookie,
    compat::Reply &reply,
    compat::Reply::Headers headers = {})
{
    protocol::LoginPoll answer;
    answer.loginToken = token;
    if (useCookie)
        headers.append(
            qMakePair(QByteArray("Set-Cookie"), cookieOf(token, parts.config.loginTokenLifetime)));
    answerJson(reply, 200, toJson(answer), headers);
}

void answerPoll(
    const LoginParts &parts, const auth::LoginPoll &poll, bool useCookie, compat::Reply &reply)
{
    using Outcome = auth::LoginPoll::Outcome;
    if (poll.outcome == Outcome::StillWaiting)
        return answerEmpty(reply, 204);
    if (poll.outcome == Outcome::Unknown)
        return answerError(
            reply, 400, codes::authTimeout, u"The login has timed out: begin again"_s);
    answerToken(
        parts,
        poll.loginToken,
        useCookie,
        reply,
        {{http::backend::receipt.toByteArray(), parts.receipts.expect(poll.done)}});
}

void poll(const LoginParts &parts, const compat::Call &call, const compat::ReplyPtr &reply)
{
    parts.logins.poll(
        call.argument.toLatin1(),
        [&parts, useCookie = wantsCookie(call), reply](const auth::LoginPoll &outcome) {
            answerPoll(parts, outcome, useCookie, *reply);
        });
}

void answerLocked(std::chrono::seconds wait, compat::Reply &reply)
{
    answerText(
        reply,
        429,
        "Too many login attempts, try again later",
        {{"Retry-After", QByteArray::number(static_cast<qint64>(wait.count()))}});
}

/// One try at a form login, from the throttle to its end.
class LoginTry : public std::enable_shared_from_this<LoginTry>
{
public:
    LoginTry(
        const LoginParts &parts,
        std::shared_ptr<auth::LoginMethod> method,
        const compat::Call &call,
        compat::ReplyPtr reply)
        : m_parts(parts),
          m_method(std::move(method)),
          m_client(clientKeyOf(call)),
          m_reply(std::move(reply))
    { }

    void run(const QByteArray &body)
    {
        const auto form = protocol::objectFromBytes(body);
        if (!form)
            return answerText(*m_reply, 400, "The body has to be a JSON object");
        m_account = m_method->account(*form);
        if (const auto wait = m_parts.throttle.check(m_account, m_client)) {
            m_parts.warn(
                u"login-tries"_s,
                u"Too many login attempts from %1, the next is looked at in %2 s (CT_LOGIN_TRIES_PER_MINUTE, CT_LOGIN_FAILURES_TO_LOCK)"_s
                    .arg(QString::fromLatin1(m_client), QString::number(wait->count())));
            return answerLocked(*wait, *m_reply);
        }
        m_pollToken = form->value(protocol::paths::tokenParameter).toString().toLatin1();
        if (!m_parts.logins.isPending(m_pollToken))
            return answerText(
                *m_reply,
                400,
                "This login is unknown or has timed out: begin again in your editor");
        m_method->authenticate(
            *form, {m_client}, [self = shared_from_this()](const Result<auth::User> &user) {
                self->finish(user);
            });
    }

private:
    void finish(const Result<auth::User> &user)
    {
        if (!user)
            return refuse(user.error());
        m_parts.throttle.succeeded(m_account, m_client);
        const Status completed = m_parts.logins.complete(m_pollToken, *user);
        if (!completed)
            return answerText(
                *m_reply, statusOf(completed.error().code), completed.error().message.toUtf8());
        answerText(*m_reply, 200, "Ok");
    }

    void refuse(const Error &error)
    {
        if (error.code == ErrorCode::Forbidden) {
            if (const auto lock = m_parts.throttle.failed(m_account, m_client))
                m_parts.audit(
                    {{},
                     u"login.locked"_s,
                     {},
                     QString::fromLatin1(m_client),
                     m_method->name(),
                     u"Login by %1 locked for %2 s after failures from %3"_s.arg(
                         m_method->name(),
                         QString::number(lock->count()),
                         QString::fromLatin1(m_client))});
        }
        answerText(*m_reply, statusOf(error.code), error.message.toUtf8());
    }

    const LoginParts &m_parts;
    const std::shared_ptr<auth::LoginMethod> m_method;
    const QByteArray m_client;
    const compat::ReplyPtr m_reply;
    QString m_account;
    QByteArray m_pollToken;
};

void validate(const LoginParts &parts, const compat::Call &call, compat::Reply &reply)
{
    protocol::LoginValidate answer;
    answer.valid = callerOf(call, parts.tokens, parts.methods).has_value();
    answerJson(reply, 200, toJson(answer));
}

void refresh(const LoginParts &parts, const compat::Call &call, compat::Reply &reply)
{
    const auto caller = callerOf(call, parts.tokens, parts.methods);
    if (!caller)
        return answerText(reply, 403, "Not logged in");
    const auto token = parts.tokens.renewLogin(*caller);
    if (!token)
        return answerText(
            reply, 403, "This login cannot last longer: log in again when it has ended");
    answerToken(parts, *token, wantsCookie(call), reply);
}

void logout(const LoginParts &parts, const compat::Call &call, const compat::ReplyPtr &reply)
{
    const auto caller = callerOf(call, parts.tokens, parts.methods);
    if (!caller)
        return answerText(*reply, 400, "Not logged in");
    const bool isEverywhere
        = call.query.queryItemValue(protocol::paths::everywhereParameter) == u"true"_s;
    parts.logOut({isEverywhere ? QByteArray() : caller->tokenId, caller->user.id}, [reply] {
        answerText(
            *reply, 200, "Logged out", {{"Set-Cookie", cookieOf({}, std::chrono::seconds(0))}});
    });
}

} // namespace

void addLoginRoutes(compat::HttpServer &server, LoginParts &parts)
{
    using compat::Method;
    server.route(
        Method::Post,
        protocol::paths::loginInitial,
        [&parts](const compat::Call &call, const compat::ReplyPtr &reply) {
            initial(parts, call, *reply);
        });
    server.route(
        Method::Post,
        protocol::paths::loginPoll + u"<arg>"_s,
        [&parts](const compat::Call &call, const compat::ReplyPtr &reply) {
            poll(parts, call, reply);
        });
    server.route(
        Method::Post,
        protocol::paths::loginValidate,
        [&parts](const compat::Call &call, const compat::ReplyPtr &reply) {
            validate(parts, call, *reply);
        });
    server.route(
        Method::Post,
        protocol::paths::loginRefresh,
        [&parts](const compat::Call &call, const compat::ReplyPtr &reply) {
            refresh(parts, call, *reply);
        });
    server.route(
        Method::Get,
        protocol::paths::logout,
        [&parts](const compat::Call &call, const compat::ReplyPtr &reply) {
            logout(parts, call, reply);
        });
    server.route(
        Method::Post,
        protocol::paths::login + u"<arg>"_s,
        [&parts](const compat::Call &call, const compat::ReplyPtr &reply) {
            auto method = parts.methods.find(call.argument);
            if (!method)
                return answerText(*reply, 404, "This login method is not switched on");
            const auto attempt = std::make_shared<LoginTry>(parts, std::move(method), call, reply);
            attempt->run(call.body);
        });
}

} // namespace ct::server::application
