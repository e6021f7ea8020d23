// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace ct::server::front {

/// Who serves a route.
enum class RouteTarget {
    /// Engine.IO: polling, and the upgrade to WebSocket.
    EngineIo,
    /// The plain WebSocket transport.
    RawSocket,
    /// The application, which is asked whether a WebSocket is opened on which it tells what
    /// happens.
    Watch,
    /// The application, which gets a body that is PUT here as a file, if it expects one.
    Upload,
    /// QtHttpServer, behind the front.
    Application,
};

/// Where a route is served.
enum class RouteDoors {
    Public,
    /// On the public ports and on the private one.
    Everywhere,
    /// On the metrics' own port, when there is one, else on the public ports.
    Metrics,
    /// On the administrators' own port, when there is one, else on the public ports; on the private
    /// one, too, where the operator's token is asked for.
    Admin,
};

/// One thing that can be asked of this server. What is not in the table does not exist.
struct Route {
    /// Segments; `*` stands for one segment that isn't empty, `**` at the end for all that follows:
    /// who serves it has a table of its own.
    QByteArray pattern;
    /// GET includes HEAD; OPTIONS is answered for every route.
    QList<QByteArray> methods;
    RouteTarget target = RouteTarget::Application;
    /// Only with a valid login token.
    bool needsLogin = false;
    RouteDoors doors = RouteDoors::Public;
};

/// Every route of the server, deny by default. Immutable. Thread: any.
class RouteTable
{
public:
    RouteTable();

    struct Match {
        /// Null when there is no such path, or not with this method.
        const Route *route = nullptr;
        /// Null when there is no such path.
        const Route *path = nullptr;
        /// The path exists; with these methods.
        QByteArray allowed;
    };
    Match match(QByteArrayView method, QByteArrayView path) const;

    /// A folder below which nothing is said without a login token, not even that it doesn't exist.
    static bool isGuarded(QByteArrayView path);

    const QList<Route> &routes() const { return m_routes; }

private:
    QList<Route> m_routes;
};

} // namespace ct::server::front
