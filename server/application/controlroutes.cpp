// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/controlroutes.h"

#include "server/application/answers.h"
#include "server/credentials/passwordhash.h"
#include "server/http/backendfields.h"
#include "shared/protocol/json.h"

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

/// Whoever reads the token's file is root or the server's own user.
constexpr QLatin1StringView localOperator {"local operator"};

bool isAuthorized(const compat::Call &call, const QByteArray &token)
{
    return call.header(http::backend::privateDoor) == "1"
        && credentials::isSame(call.header("authorization"), "Bearer " + token);
}

void refuse(compat::Reply &reply)
{
    answerError(
        reply,
        401,
        u"Unauthorized"_s,
        u"The token of the state folder's control-token is needed"_s,
        {{"WWW-Authenticate", R"(Bearer realm="control")"}});
}

void runCommand(
    const ControlCommand &command, const compat::Call &call, const compat::ReplyPtr &reply)
{
    const auto body = call.body.isEmpty() ? Result<QJsonObject>(QJsonObject())
                                          : protocol::objectFromBytes(call.body);
    if (!body)
        return answerError(
            *reply, statusOf(body.error().code), u"BadRequest"_s, body.error().message);
    command.run({call.query, *body, localOperator}, [reply](const Result<QJsonObject> &answer) {
        if (answer)
            return answerJson(*reply, 200, *answer);
        const Error &error = answer.error();
        answerError(*reply, statusOf(error.code), u"Refused"_s, error.message);
    });
}

} // namespace

void addControlRoutes(
    compat::HttpServer &server, const QList<ControlCommand> &commands, const QByteArray &token)
{
    for (const ControlCommand &command : commands)
        server.route(
            command.method,
            command.path,
            [command, token](const compat::Call &call, const compat::ReplyPtr &reply) {
                if (!isAuthorized(call, token))
                    return refuse(*reply);
                runCommand(command, call, reply);
            });
}

} // namespace ct::server::application
