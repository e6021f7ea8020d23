// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/api.h"

#include "server/admin/answers.h"
#include "server/credentials/pagecookies.h"
#include "server/credentials/passwordhash.h"
#include "shared/protocol/admin/signin.h"

using namespace Qt::StringLiterals;
using ct::server::credentials::Verdict;

namespace ct::server::admin {

namespace {

namespace cookies = credentials::cookies;
using protocol::admin::Needs;
using protocol::admin::Verb;

const QByteArray bearerScheme = "bearer "_ba;
const QString forOperators = u"This is for codetogether-ctl on the server's machine"_s;

Answer unauthorized(const QString &detail)
{
    Answer answer = problemAnswer({ErrorCode::Unauthorized, detail});
    answer.addHeader("WWW-Authenticate", R"(Bearer realm="admin")");
    return answer;
}

Answer forbidden(const QString &detail)
{
    return problemAnswer({ErrorCode::Forbidden, detail});
}

Answer refusal(const Verdict &verdict)
{
    if (verdict.kind == Verdict::Kind::Refused)
        return unauthorized(u"User and password, or the token, are not right"_s);
    return problemAnswer(
        {.type = u"urn:codetogether:problem:too-many-tries"_s,
         .title = u"There were too many tries"_s,
         .status = 429,
         .detail = u"Come back later"_s,
         .retryAfterSeconds = verdict.wait});
}

Answer noSuchOperation(const OperationTable::Match &match)
{
    if (match.allowed.isEmpty())
        return problemAnswer({ErrorCode::NotFound, u"This API has no such path"_s});
    Answer answer
        = problemAnswer(405, u"method-not-allowed"_s, u"This path does not take this method"_s);
    answer.addHeader("Allow", match.allowed);
    return answer;
}

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type == "application/json";
}

/// The body's object; an empty body is an empty one.
std::variant<QJsonObject, Answer> objectOf(const Request &request)
{
    if (request.body.isEmpty())
        return QJsonObject();
    // A page of elsewhere can't send this type without asking first.
    if (!isJson(request.contentType))
        return problemAnswer(
            415, u"unsupported-type"_s, u"The body has to be JSON"_s, u"Send application/json"_s);
    const auto object = protocol::objectFromBytes(request.body);
    if (!object)
        return problemAnswer(object.error());
    return *object;
}

} // namespace

Api::Api(
    credentials::Gate &gate,
    credentials::PageSessions &sessions,
    credentials::ApiTokens &tokens,
    const credentials::CredentialsConfig &config,
    QByteArray operatorToken)
    : m_gate(gate),
      m_sessions(sessions),
      m_tokens(tokens),
      m_config(config),
      m_operatorToken(std::move(operatorToken))
{
    bindSignIn();
}

void Api::handle(const Request &request, const Done &done)
{
    if (m_isClosed)
        return done(problemAnswer({ErrorCode::Unavailable, u"The server is shutting down"_s}));
    if (!request.isSecure)
        return done(forbidden(
            u"This API is for encrypted connections, or for programs on the server's machine"_s));
    if (!request.isOurOrigin)
        return done(forbidden(u"Pages of elsewhere may not use this API"_s));
    const OperationTable::Match match = m_table.match(request.verb, request.path);
    if (!match.operation || !match.handler)
        return done(noSuchOperation(match));
    auto identity = identify(request, match.operation->needs);
    if (const auto *refused = std::get_if<Answer>(&identity))
        return done(*refused);
    auto body = objectOf(request);
    if (const auto *refused = std::get_if<Answer>(&body))
        return done(*refused);
    match.handler(
        {match.arguments,
         request.query,
         std::get<QJsonObject>(body),
         request.ifMatch,
         std::get<Caller>(identity),
         request.isUpgrade,
         request.upload},
        done);
}

std::variant<Caller, Answer> Api::identify(const Request &request, Needs needs)
{
    const QString address = QString::fromLatin1(request.address);
    if (needs == Needs::Nothing)
        return Caller {{}, address, request.clientKey, request.cookie};
    if (request.isPrivate)
        return operatorOf(request);
    if (!request.authorization.isEmpty())
        return bearer(request, needs);
    // Whoever watches does so for hours, whether somebody is there or not.
    const bool isUse = !request.isUnattended && !request.isUpgrade;
    const auto user = isUse ? m_sessions.visit(request.cookie) : m_sessions.userOf(request.cookie);
    if (!user)
        return unauthorized(u"Sign in, or send an API token"_s);
    if (request.verb != Verb::Get && !m_sessions.isFormToken(request.cookie, request.csrfToken))
        return forbidden(u"The sign-in's token is missing (X-CSRF-Token)"_s);
    if (needs == Needs::Operator)
        return forbidden(forOperators);
    return Caller {*user, address, request.clientKey, request.cookie};
}

std::variant<Caller, Answer> Api::bearer(const Request &request, Needs needs)
{
    const qsizetype length = bearerScheme.size();
    const bool isBearer = request.authorization.left(length).toLower() == bearerScheme;
    const auto token
        = isBearer ? m_tokens.use(request.authorization.sliced(length).trimmed()) : std::nullopt;
    if (!token)
        return refusal(m_gate.refuseToken(request.clientKey));
    if (needs == Needs::SignIn)
        return forbidden(u"This needs a sign-in; a token can't do it"_s);
    if (needs == Needs::Operator)
        return forbidden(forOperators);
    if (token->isReadOnly && request.verb != Verb::Get)
        return forbidden(u"This token is for reading only"_s);
    return Caller {
        .name = u"token "_s + token->name,
        .address = QString::fromLatin1(request.address),
        .token = token->id};
}

/// Whoever can read the token is root or the server's own user. Nobody guesses 43 letters, and
/// whoever tries from this machine must not lock its operator out.
std::variant<Caller, Answer> Api::operatorOf(const Request &request) const
{
    if (m_operatorToken.isEmpty()
        || !credentials::isSame(request.authorization, "Bearer " + m_operatorToken))
        return unauthorized(u"The token of the state folder's control-token is needed"_s);
    return Caller {u"local operator"_s, {}};
}

void Api::bindSignIn()
{
    m_table.bind("signIn", [this](const Call &call, const Done &done) { signIn(call, done); });
    m_table.bind("getSignIn", [this](const Call &call, const Done &done) {
        done(signedIn(call.caller.name, call.caller.pageSession, 200));
    });
    m_table.bind("signOut", [this](const Call &call, const Done &done) {
        m_sessions.close(call.caller.pageSession);
        Answer answer = emptyAnswer();
        answer.addHeader("Set-Cookie", cookies::set(cookies::session, {}));
        done(answer);
    });
}

void Api::signIn(const Call &call, const Done &done)
{
    const auto wanted = takeMessage<protocol::admin::SignIn>(call, done);
    if (!wanted)
        return;
    const auto decided = [this, user = wanted->user, before = call.caller.pageSession, done](
                             const Verdict &verdict) {
        if (verdict.kind != Verdict::Kind::Accepted)
            return done(refusal(verdict));
        // Always a new id: one that somebody else may know is never made good.
        m_sessions.close(before);
        const QByteArray session = m_sessions.open(user);
        Answer answer = signedIn(user, session, 201);
        answer.addHeader("Set-Cookie", cookies::set(cookies::session, session));
        done(answer);
    };
    m_gate.check(wanted->user, wanted->password.toUtf8(), call.caller.clientKey, decided);
}

Answer Api::signedIn(const QString &user, const QByteArray &session, int status) const
{
    return answerOf(
        protocol::admin::SignedIn {
            user,
            QString::fromLatin1(m_sessions.formToken(session)),
            m_config.idle,
            m_config.longest},
        status);
}

} // namespace ct::server::admin
