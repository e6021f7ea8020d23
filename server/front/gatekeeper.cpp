// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/gatekeeper.h"

#include "server/front/engineanswers.h"
#include "server/front/logintoken.h"
#include "server/http/target.h"

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

bool isKnownMethod(QByteArrayView method)
{
    return method == "GET" || method == "POST";
}

/// A polling body may hold a message over the limit, which is thrown away while it is read, so that
/// its sender keeps the session; base64 makes it a third longer.
quint64 pollingBodyLimit(const FrontConfig &config)
{
    return static_cast<quint64>(config.hardLimit) / 3 * 4 + 64ULL * 1024;
}

} // namespace

http::Response textAnswer(int status, QByteArrayView text)
{
    http::Response response;
    response.status = status;
    response.setHeader("content-type", "text/plain; charset=utf-8");
    response.setHeader("cache-control", "no-store");
    response.body = text.toByteArray();
    return response;
}

http::Response errorAnswer(int status, QByteArrayView code, QByteArrayView message)
{
    http::Response response;
    response.status = status;
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.setHeader("cache-control", "no-store");
    response.body = R"({"code":")" + code.toByteArray() + R"(","params":[],"message":")"
        + message.toByteArray() + R"("})";
    return response;
}

Admission Gatekeeper::admit(const http::RequestHead &head, const Client &client) const
{
    Admission admission;
    admission.path = http::stripPrefix(head.path, m_policies.front.pathPrefix);
    admission.bodyLimit = static_cast<quint64>(m_policies.front.jsonBody);
    const bool mayGoOn = checkOrigin(head, client, admission) && checkLogin(head, admission)
        && findRoute(head, client, admission) && checkEngine(head, admission)
        && checkDraining(admission);
    if (!mayGoOn && !admission.answer)
        admission.answer = textAnswer(404, "Not found");
    // Whatever is asked and however it is answered, strangers are counted.
    checkRate(client, admission);
    return admission;
}

bool Gatekeeper::checkOrigin(
    const http::RequestHead &head, const Client &client, Admission &admission) const
{
    const auto decision = m_policies.cors.decide(head, client.isSecure);
    admission.fields = decision.fields;
    admission.mayUseCookies = decision.mayUseCookies;
    if (decision.isAllowed)
        return true;
    admission.answer = textAnswer(403, "Origin not allowed");
    return false;
}

bool Gatekeeper::checkLogin(const http::RequestHead &head, Admission &admission) const
{
    if (!RouteTable::isGuarded(admission.path) || head.method == "OPTIONS")
        return true;
    const QByteArray token = loginToken(head, admission.mayUseCookies);
    admission.isAuthenticated = m_context.services.tokens.verifyLogin(token).has_value();
    if (admission.isAuthenticated)
        return true;
    admission.answer = textAnswer(403, "Forbidden resource");
    return false;
}

bool Gatekeeper::isServedAt(Door door, const Route &route) const
{
    const bool isPublic = door == Door::Http || door == Door::Https;
    switch (route.doors) {
    case RouteDoors::Public:
        return isPublic;
    case RouteDoors::Everywhere:
        return isPublic || door == Door::Private;
    case RouteDoors::Metrics:
        return door == Door::Metrics
            || (isPublic && m_context.services.net.metricsDoor.address.isNull());
    case RouteDoors::Admin:
        break;
    }
    return door == Door::Admin || door == Door::Private
        || (isPublic && m_context.services.net.adminDoor.address.isNull());
}

bool Gatekeeper::findRoute(
    const http::RequestHead &head, const Client &client, Admission &admission) const
{
    const RouteTable::Match match = m_context.routes.match(head.method, admission.path);
    if (!match.path || !isServedAt(client.door, *match.path))
        return false;
    if (!match.route) {
        admission.answer
            = errorAnswer(405, "MethodNotAllowed", "This path does not take this method");
        admission.answer->setHeader("allow", match.allowed);
        return false;
    }
    admission.route = match.route;
    if (head.method != "OPTIONS")
        return true;
    const bool isTransport = match.route->target == RouteTarget::EngineIo;
    // A browser asks before many a poll: what it asks for a session counts as that session's.
    if (const auto sid = head.queryValue("sid"); isTransport && sid) {
        const LinkRegistry::Entry entry = m_context.registry.find(*sid);
        admission.isAuthenticated = entry.owner && !entry.isRefused;
    }
    admission.answer = m_policies.cors.preflight(head, match.allowed, isTransport ? 204 : 200);
    return false;
}

bool Gatekeeper::checkEngine(const http::RequestHead &head, Admission &admission) const
{
    if (admission.route->target != RouteTarget::EngineIo)
        return true;
    const QByteArray transport = head.queryValue("transport").value_or(QByteArray());
    std::optional<EngineFault> fault;
    if (transport != "polling" && transport != "websocket")
        fault = EngineFault::UnknownTransport;
    else if (head.queryValue("sid"))
        return checkEngineSession(head, admission);
    else if (!isKnownMethod(head.method) || head.method != "GET")
        fault = EngineFault::BadMethod;
    else if (head.queryValue("EIO").value_or(QByteArray()) != "4")
        fault = EngineFault::UnsupportedVersion;
    if (!fault)
        return true;
    admission.answer = engineError(*fault);
    return false;
}

bool Gatekeeper::checkEngineSession(const http::RequestHead &head, Admission &admission) const
{
    admission.sid = *head.queryValue("sid");
    const LinkRegistry::Entry entry = m_context.registry.find(admission.sid);
    if (!entry.owner) {
        admission.answer = engineError(EngineFault::UnknownSession);
        return false;
    }
    admission.linkOwner = entry.owner;
    admission.isAuthenticated = !entry.isRefused;
    if (entry.isSeated)
        admission.bodyLimit = pollingBodyLimit(m_policies.front);
    return true;
}

/// Before the server stops everybody who is in is told so, by polls that they have yet to send.
bool Gatekeeper::checkDraining(Admission &admission) const
{
    const bool isPublicOnly = admission.route->doors == RouteDoors::Public
        || admission.route->doors == RouteDoors::Metrics;
    if (!m_context.isDraining || admission.linkOwner || !isPublicOnly)
        return true;
    admission.answer = errorAnswer(503, "Draining", "The server is about to stop, try again later");
    admission.answer->setHeader("retry-after", "5");
    return false;
}

void Gatekeeper::checkRate(const Client &client, Admission &admission) const
{
    if (client.isExempt || admission.isAuthenticated || client.door == Door::Private)
        return;
    if (m_context.requestRate.allow(client.key))
        return;
    m_context.services.log.warnLimited(
        u"request-rate"_s,
        u"Requests of %1 come too fast and are refused (CT_REQUESTS_PER_SECOND)"_s.arg(
            client.address.toString()));
    const auto wait
        = std::chrono::ceil<std::chrono::seconds>(m_context.requestRate.retryAfter(client.key));
    admission.answer
        = errorAnswer(429, "TooManyRequests", "Too many requests in a short time, try again later");
    admission.answer->setHeader(
        "retry-after", QByteArray::number(std::max<qint64>(1, wait.count())));
}

} // namespace ct::server::front
