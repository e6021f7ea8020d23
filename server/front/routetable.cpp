// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/routetable.h"

#include <algorithm>

namespace ct::server::front {

namespace {

// Tokens and room ids are the only variable segments; none is longer.
constexpr qsizetype longestSegment = 128;

bool segmentFits(QByteArrayView pattern, QByteArrayView segment)
{
    if (pattern == "*")
        return !segment.isEmpty() && segment.size() <= longestSegment;
    return pattern == segment;
}

QByteArrayView takeSegment(QByteArrayView &path)
{
    const qsizetype slash = path.indexOf('/');
    const QByteArrayView segment = slash < 0 ? path : path.first(slash);
    path = slash < 0 ? QByteArrayView() : path.sliced(slash + 1);
    return segment;
}

bool fits(QByteArrayView pattern, QByteArrayView path)
{
    if (pattern.endsWith("/**"))
        return path.startsWith(pattern.chopped(2));
    if (std::count(pattern.begin(), pattern.end(), '/')
        != std::count(path.begin(), path.end(), '/'))
        return false;
    while (!pattern.isEmpty() || !path.isEmpty()) {
        if (!segmentFits(takeSegment(pattern), takeSegment(path)))
            return false;
    }
    return true;
}

bool admits(const Route &route, QByteArrayView method)
{
    return route.methods.contains(method == "HEAD" ? QByteArrayView("GET") : method);
}

QList<Route> allRoutes()
{
    const QList<QByteArray> get {"GET"};
    const QList<QByteArray> post {"POST"};
    const QList<QByteArray> both {"GET", "POST"};
    const QList<QByteArray> all {"GET", "POST", "PUT", "PATCH", "DELETE"};
    return {
        {"/socket.io/", both, RouteTarget::EngineIo},
        {"/socket.io", both, RouteTarget::EngineIo},
        {"/websocket", get, RouteTarget::RawSocket},
        {"/", get},
        {"/api/meta", get},
        {"/api/login/initial", post},
        {"/api/login/simple", post},
        {"/api/login/apikey", post},
        {"/api/login/poll/*", post},
        {"/api/login/validate", post},
        {"/api/login/refresh", post},
        {"/api/logout", get},
        {"/api/session/create", post, RouteTarget::Application, true},
        {"/api/session/join/*", post, RouteTarget::Application, true},
        {"/api/session/poll/*", post, RouteTarget::Application, true},
        {"/api/admin/v1/events", all, RouteTarget::Watch, false, RouteDoors::Admin},
        {"/api/admin/v1/packages/uploads/*", all, RouteTarget::Upload, false, RouteDoors::Admin},
        {"/api/admin/v1/**", all, RouteTarget::Application, false, RouteDoors::Admin},
        {"/dashboard", get},
        {"/dashboard/login", both},
        {"/dashboard/logout", post},
        {"/dashboard/*", get},
        {"/dashboard/api/download/*", get},
        {"/logs", get},
        {"/logs/", get},
        {"/logs/*", get},
        {"/clients", get},
        {"/clients/", get},
        {"/clients/*", get},
        {"/clients/vscode/*", get},
        {"/clients/intellij/*", get},
        {"/clients/eclipse", get},
        {"/clients/eclipse/", get},
        {"/clients/eclipse/*", get},
        {"/clients/eclipse/*/*", get},
        {"/clients/eclipse/*/*/*", get},
        {"/clients/eclipse/*/*/*/*", get},
        {"/login.html", get},
        {"/login/*", get},
        {"/start/*", get},
        {"/metrics", get, RouteTarget::Application, false, RouteDoors::Metrics},
        {"/ct-health", get, RouteTarget::Application, false, RouteDoors::Everywhere},
        {"/ct-health/", get, RouteTarget::Application, false, RouteDoors::Everywhere},
        {"/ct-health/live", get, RouteTarget::Application, false, RouteDoors::Everywhere},
        {"/ct-health/ready", get, RouteTarget::Application, false, RouteDoors::Everywhere},
    };
}

} // namespace

RouteTable::RouteTable() : m_routes(allRoutes())
{ }

RouteTable::Match RouteTable::match(QByteArrayView method, QByteArrayView path) const
{
    Match match;
    for (const Route &route : m_routes) {
        if (!fits(route.pattern, path))
            continue;
        match.path = &route;
        match.allowed = route.methods.join(", ");
        if (route.methods.contains("GET"))
            match.allowed += ", HEAD";
        match.allowed += ", OPTIONS";
        if (admits(route, method) || method == "OPTIONS")
            match.route = &route;
        break;
    }
    return match;
}

bool RouteTable::isGuarded(QByteArrayView path)
{
    return path.startsWith("/api/session/");
}

} // namespace ct::server::front
