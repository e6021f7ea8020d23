// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/cors.h"

#include "server/http/fieldsyntax.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::http {

namespace {

constexpr QByteArrayView requestMethod = "access-control-request-method";
constexpr QByteArrayView requestHeaders = "access-control-request-headers";
constexpr QByteArrayView preflightVary
    = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";
constexpr qsizetype longestHeaderList = 1024;

QByteArray normalOrigin(QByteArrayView origin)
{
    QByteArray normal = origin.trimmed().toByteArray().toLower();
    while (normal.endsWith('/'))
        normal.chop(1);
    const bool isHttp = normal.startsWith("http://") && normal.endsWith(":80");
    const bool isHttps = normal.startsWith("https://") && normal.endsWith(":443");
    if (isHttp || isHttps)
        normal.truncate(normal.lastIndexOf(':'));
    return normal;
}

bool isOwnOrigin(QByteArrayView normal, const RequestHead &head, bool isSecure)
{
    const QByteArrayView host = head.header("host");
    const QByteArrayView scheme = isSecure ? "https://" : "http://";
    return !host.isEmpty() && normal == normalOrigin(scheme.toByteArray().append(host));
}

/// A browser's word, which pages can't change, on where a request comes from; nothing from others.
bool isOfAnotherSite(const RequestHead &head)
{
    const QByteArrayView site = head.header("sec-fetch-site");
    return !site.isEmpty() && site != "same-origin" && site != "none";
}

bool isPreflight(const RequestHead &head)
{
    return head.method == "OPTIONS" && !head.header(requestMethod).isEmpty();
}

/// The requested headers when they are a list of names; empty when not.
QByteArray admittedHeaders(const RequestHead &head)
{
    const QByteArray list = head.headerList(requestHeaders);
    const auto names = listMembers(list);
    const bool isList
        = list.size() <= longestHeaderList && std::all_of(names.begin(), names.end(), isToken);
    return isList ? list : QByteArray();
}

} // namespace

CorsPolicy::CorsPolicy(const QList<QByteArray> &allowedOrigins)
{
    for (const QByteArray &origin : allowedOrigins)
        m_allowed.append(normalOrigin(origin));
}

CorsDecision CorsPolicy::decide(const RequestHead &head, bool isSecure) const
{
    CorsDecision decision;
    if (!m_allowed.isEmpty())
        decision.fields.append(
            {"vary"_ba, isPreflight(head) ? preflightVary.toByteArray() : "Origin"_ba});
    const QByteArray origin = head.headerList("origin");
    const QByteArray normal = normalOrigin(origin);
    // Pictures and links have no origin.
    decision.mayUseCookies = !isOfAnotherSite(head);
    if (origin.isEmpty() || isOwnOrigin(normal, head, isSecure))
        return decision;
    if (m_allowed.isEmpty()) {
        decision.mayUseCookies = head.header("sec-fetch-site") == "same-origin";
        decision.fields.append({"access-control-allow-origin"_ba, "*"_ba});
        return decision;
    }
    decision.isAllowed = m_allowed.contains(normal);
    decision.mayUseCookies = decision.isAllowed;
    if (decision.isAllowed) {
        decision.fields.append({"access-control-allow-origin"_ba, origin});
        decision.fields.append({"access-control-allow-credentials"_ba, "true"_ba});
    }
    return decision;
}

CorsDecision CorsPolicy::decideUnread(QByteArrayView head) const
{
    static constexpr QByteArrayView name = "origin:";
    RequestHead known;
    for (qsizetype at = head.indexOf('\n'); at >= 0; at = head.indexOf('\n', at + 1)) {
        const QByteArrayView line = head.sliced(at + 1);
        if (line.size() < name.size()
            || line.first(name.size()).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const qsizetype end = line.indexOf('\n');
        const QByteArrayView value = end < 0 ? line : line.first(end);
        known.fields.append({"origin"_ba, value.sliced(name.size()).trimmed().toByteArray()});
        break;
    }
    return decide(known, false);
}

Response CorsPolicy::preflight(const RequestHead &head, QByteArrayView methods, int status) const
{
    Response response;
    response.status = status;
    response.setHeader("allow", methods);
    if (!isPreflight(head))
        return response;
    response.setHeader("access-control-allow-methods", methods);
    if (const QByteArray headers = admittedHeaders(head); !headers.isEmpty())
        response.setHeader("access-control-allow-headers", headers);
    response.setHeader("access-control-max-age", "600");
    response.setHeader("vary", preflightVary);
    return response;
}

} // namespace ct::server::http
