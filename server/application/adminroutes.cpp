// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/adminroutes.h"

#include "server/application/answers.h"
#include "server/application/callinfo.h"
#include "server/application/dashboarddoor.h"
#include "server/http/backendfields.h"
#include "shared/protocol/paths.h"

namespace ct::server::application {

namespace {

using compat::Method;
using protocol::admin::Verb;

Verb verbOf(Method method)
{
    switch (method) {
    case Method::Get:
        return Verb::Get;
    case Method::Post:
        return Verb::Post;
    case Method::Put:
        return Verb::Put;
    case Method::Patch:
        return Verb::Patch;
    case Method::Delete:
        break;
    }
    return Verb::Delete;
}

std::optional<admin::Uploaded> uploadOf(const compat::Call &call)
{
    const admin::Uploaded uploaded {
        call.header(http::backend::uploadDigest),
        call.header(http::backend::uploadSize).toLongLong(),
        call.header(http::backend::uploadFault)};
    if (uploaded.sha256.isEmpty() && uploaded.fault.isEmpty())
        return std::nullopt;
    return uploaded;
}

admin::Request requestOf(const compat::Call &call, const QString &serverUrl)
{
    admin::Request request;
    request.verb = verbOf(call.method);
    request.path = call.path.sliced(protocol::admin::base.size());
    request.query = call.query;
    request.body = call.body;
    request.contentType = call.header("content-type");
    request.authorization = call.header("authorization");
    request.cookie = DashboardDoor::sessionCookie(call);
    request.csrfToken = call.header(protocol::headers::csrfToken);
    request.ifMatch = call.header("if-match");
    request.address = call.header(http::backend::clientAddress);
    request.clientKey = clientKeyOf(call);
    request.isSecure = isSecure(call);
    request.upload = uploadOf(call);
    request.isUpgrade = call.header(http::backend::upgrade) == "1";
    request.isUnattended = call.header(protocol::headers::unattended) == "1";
    // What says "null" brings no token of a form along here.
    request.isOurOrigin
        = isOurOrigin(call, serverUrl) && !(request.isUpgrade && call.header("origin") == "null");
    request.isPrivate = call.header(http::backend::privateDoor) == "1";
    return request;
}

} // namespace

void addAdminRoutes(
    compat::HttpServer &server, admin::Api &api, const std::function<QString()> &serverUrl)
{
    const auto handle = [&api, serverUrl](const compat::Call &call, const compat::ReplyPtr &reply) {
        const QByteArrayView path = call.path;
        if (!path.startsWith(protocol::admin::base)
            || !path.sliced(protocol::admin::base.size()).startsWith('/'))
            return answerText(*reply, 404, "Not found");
        api.handle(requestOf(call, serverUrl()), [reply](const admin::Answer &answer) {
            reply->send(answer.status, answer.headers, answer.body);
        });
    };
    server.routeRest(handle);
}

} // namespace ct::server::application
