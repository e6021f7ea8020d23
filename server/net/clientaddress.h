// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/netconfig.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>
#include <QList>

namespace ct::server::net {

/// What the request's head says about whom it was forwarded for.
struct ForwardedHeaders {
    /// X-Forwarded-For, one entry per header line, in their order.
    QList<QByteArray> forwardedFor;
    QByteArray realIp;
    /// X-Forwarded-Proto, likewise.
    QList<QByteArray> proto;
};

/// Who asks: the peer itself, unless it is a trusted proxy. Then the rightmost address of
/// X-Forwarded-For that is no trusted proxy; what cannot be read ends the walk at the last good
/// one. X-Real-IP counts only where there is no X-Forwarded-For. Never v4-mapped.
QHostAddress realClient(
    const QHostAddress &peer, const ForwardedHeaders &headers, const QList<Subnet> &trustedProxies);

enum class Scheme { Http, Https };

/// How the client came: as `own` unless a trusted proxy says otherwise. Of several values the last
/// counts: the one which the trusted peer wrote.
Scheme forwardedScheme(
    const QHostAddress &peer,
    const ForwardedHeaders &headers,
    const QList<Subnet> &trustedProxies,
    Scheme own);

} // namespace ct::server::net
