// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QString>

#include <chrono>

namespace ct::server::net {

/// An address and its prefix length, as QHostAddress::parseSubnet() gives them.
using Subnet = QPair<QHostAddress, int>;

/// Where something listens; a null address: nowhere.
struct Endpoint {
    QHostAddress address;
    quint16 port = 0;
};

/// Those that are offered; there are no older ones.
enum class TlsVersions { Both, Only12, Only13 };

struct NetConfig {
    /// CT_BIND_ADDRESS; empty: all addresses, IPv4 and IPv6.
    QList<QHostAddress> bindAddresses;
    quint16 httpPort = 1080;
    quint16 httpsPort = 1443;
    quint16 privatePort = 3001;
    bool httpsEnabled = true;
    /// CT_METRICS_LISTEN: the only place that serves metrics, when there is one.
    Endpoint metricsDoor;
    /// CT_ADMIN_LISTEN: the only place but the private port that serves the admin API, by TLS, when
    /// there is one.
    Endpoint adminDoor;
    /// CT_TRUSTED_PROXIES and CT_RATE_EXEMPT.
    QList<Subnet> trustedProxies;
    QList<Subnet> rateExempt;
    /// PEM files; empty: a self-signed pair in the state folder.
    QString certificateFile;
    QString privateKeyFile;
    TlsVersions tlsVersions = TlsVersions::Both;
    /// Worker loops; 0: one per core.
    int workers = 0;
    /// Connections at once, in all and per real client address.
    int connections = 15'000;
    int connectionsPerAddress = 1'000;
    /// Not yet authenticated ones, in all and per address: at either the oldest idle one makes
    /// room.
    int unauthenticated = 3'000;
    int unauthenticatedPerAddress = 100;
    /// TLS handshakes in progress.
    int handshakes = 256;
    /// New connections per address and second, and their burst.
    int connectionsPerSecond = 50;
    int connectionBurst = 200;
    /// Requests per address and second (all routes but those of an authenticated transport), and
    /// burst.
    int requestsPerSecond = 100;
    int requestBurst = 400;
    /// Refused socket handshakes (bad or missing token) per address and minute before 429.
    int refusedHandshakesPerMinute = 15;
    std::chrono::seconds handshakeTimeout {10};
    std::chrono::seconds headTimeout {10};
    std::chrono::seconds bodyTimeout {30};
    std::chrono::seconds idleTimeout {75};
    /// A response not taken by its reader for this long ends the connection.
    std::chrono::seconds writeTimeout {30};
};

} // namespace ct::server::net
