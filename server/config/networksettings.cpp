// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"
#include "server/config/values.h"
#include "server/config/webvalues.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

using net::NetConfig;

constexpr auto ports = std::to_array<Row<NetConfig, quint16>>({
    {"CT_HTTP_PORT", &NetConfig::httpPort, "Port for HTTP; 0 takes a free one"},
    {"CT_HTTPS_PORT", &NetConfig::httpsPort, "Port for HTTPS; 0 takes a free one"},
    {"CT_PRIVATE_PORT",
     &NetConfig::privatePort,
     "Port on 127.0.0.1 for health and codetogether-ctl; 0 takes a free one"},
});

constexpr auto switches = std::to_array<Row<NetConfig, bool>>({
    {"CT_HTTPS", &NetConfig::httpsEnabled, "Listens for HTTPS, too"},
});

constexpr int million = 1'000'000;

constexpr auto workers = std::to_array<Row<NetConfig, int>>({
    {"CT_WORKERS", &NetConfig::workers, "Worker threads; 0 makes one for each core", 0, 256},
});

constexpr auto counts = std::to_array<Row<NetConfig, int>>({
    {"CT_MAX_CONNECTIONS", &NetConfig::connections, "Connections at once", 10, million},
    {"CT_MAX_CONNECTIONS_PER_ADDRESS",
     &NetConfig::connectionsPerAddress,
     "The same, of one client address",
     1,
     million},
    {"CT_MAX_UNAUTHENTICATED",
     &NetConfig::unauthenticated,
     "Connections at once that nobody has logged in on",
     10,
     million},
    {"CT_MAX_UNAUTHENTICATED_PER_ADDRESS",
     &NetConfig::unauthenticatedPerAddress,
     "The same, of one client address",
     1,
     million},
    {"CT_MAX_HANDSHAKES", &NetConfig::handshakes, "TLS handshakes at once", 1, million},
    {"CT_CONNECTIONS_PER_SECOND",
     &NetConfig::connectionsPerSecond,
     "New connections of one client address in a second",
     1,
     million},
    {"CT_CONNECTION_BURST",
     &NetConfig::connectionBurst,
     "New connections of one client address before that rate counts",
     1,
     million},
    {"CT_REQUESTS_PER_SECOND",
     &NetConfig::requestsPerSecond,
     "Requests of one client address in a second",
     1,
     million},
    {"CT_REQUEST_BURST",
     &NetConfig::requestBurst,
     "Requests of one client address before that rate counts",
     1,
     million},
    {"CT_REFUSED_HANDSHAKES_PER_MINUTE",
     &NetConfig::refusedHandshakesPerMinute,
     "Session handshakes with a bad token of one client address in a minute",
     1,
     million},
});

constexpr auto times = std::to_array<Row<NetConfig, std::chrono::seconds>>({
    {"CT_HANDSHAKE_TIMEOUT", &NetConfig::handshakeTimeout, "Time for a TLS handshake", 1, 300},
    {"CT_HEAD_TIMEOUT", &NetConfig::headTimeout, "Time for the head of a request", 1, 300},
    {"CT_BODY_TIMEOUT", &NetConfig::bodyTimeout, "Time for the body of a request", 1, 3'600},
    {"CT_IDLE_TIMEOUT",
     &NetConfig::idleTimeout,
     "Time that a connection may idle between requests",
     1,
     3'600},
    {"CT_WRITE_TIMEOUT",
     &NetConfig::writeTimeout,
     "Time that a client may leave its answer unread",
     1,
     3'600},
});

Setting bindSetting()
{
    return special(
        {u"CT_BIND_ADDRESS"_s,
         u"Where to listen"_s,
         u"a comma list of addresses, localhost, or * for all"_s},
        [](auto &config) -> auto & { return config.net.bindAddresses; },
        bindAddresses,
        bindAddressesText);
}

QList<Setting> proxySettings()
{
    const QString networks
        = u"a comma list of addresses and networks (10.0.0.0/8, fd00::/8), or none"_s;
    return {
        special(
            {u"CT_TRUSTED_PROXIES"_s,
             u"Proxies whose X-Forwarded-For, X-Real-IP and X-Forwarded-Proto are believed"_s,
             networks},
            [](auto &config) -> auto & { return config.net.trustedProxies; },
            subnets,
            subnetsText),
        special(
            {u"CT_RATE_EXEMPT"_s, u"Clients that are not subject to rates"_s, networks},
            [](auto &config) -> auto & { return config.net.rateExempt; },
            subnets,
            subnetsText),
    };
}

Setting adminSetting()
{
    return special(
        {u"CT_ADMIN_LISTEN"_s,
         u"Serves the admin API at this address only, by TLS, instead of the public ports"_s,
         u"an address and a port (10.0.0.7:1444, [::1]:1444), or none"_s},
        [](auto &config) -> auto & { return config.net.adminDoor; },
        endpoint,
        endpointText);
}

QList<Setting> certificateSettings()
{
    const QString pem = u"a file in PEM form"_s;
    return {
        special(
            {u"CT_TLS_CERTIFICATE"_s,
             u"Certificate chain; without it a self-signed one is made"_s,
             pem},
            [](auto &config) -> auto & { return config.net.certificateFile; },
            filePath,
            itself),
        special(
            {u"CT_TLS_KEY"_s, u"The certificate's private key"_s, pem},
            [](auto &config) -> auto & { return config.net.privateKeyFile; },
            filePath,
            itself),
        special(
            {u"CT_TLS_PROTOCOLS"_s,
             u"Versions of TLS that are offered"_s,
             u"TLSv1.2, TLSv1.3 or both, with a blank between them"_s},
            [](auto &config) -> auto & { return config.net.tlsVersions; },
            tlsVersions,
            tlsVersionsText),
        special(
            {u"CT_SSL_SETTINGS_FILE"_s,
             u"Port, certificate, key and protocols in nginx's words, for what is set nowhere "
             "else; by default /etc/nginx/includes/codetogether-ssl-settings.conf"_s,
             u"a file"_s},
            [](auto &config) -> auto & { return config.sslSettingsFile; },
            filePath,
            itself),
    };
}

} // namespace

QList<Setting> networkSettings()
{
    return QList<Setting> {bindSetting()} + settingsOf(&ServerConfig::net, ports)
        + QList<Setting> {adminSetting()} + settingsOf(&ServerConfig::net, switches)
        + settingsOf(&ServerConfig::net, workers)
        + reloadable(
               certificateSettings() + proxySettings() + settingsOf(&ServerConfig::net, counts)
               + settingsOf(&ServerConfig::net, times));
}

} // namespace ct::server::config
