// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/netconfig.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <optional>

/// Addresses as people write them; as in values.h. Thread: any.
namespace ct::server::config {

/// Addresses, `localhost` (127.0.0.1 and ::1), or `*` for all, which is the empty list.
std::optional<QList<QHostAddress>> bindAddresses(const QString &text);
QString bindAddressesText(const QList<QHostAddress> &value);

/// Addresses and subnets with a prefix length, or `none`.
std::optional<QList<net::Subnet>> subnets(const QString &text);
QString subnetsText(const QList<net::Subnet> &value);

/// http or https, with a host, without user, query and fragment; the path is a pathPrefix().
/// Without the slash at its end.
std::optional<QString> serverUrl(const QString &text);

/// `http://[user:password@]host:port` of a proxy; nothing but HTTP.
std::optional<QString> httpProxy(const QString &text);

/// `TLSv1.2`, `TLSv1.3`, or both.
std::optional<net::TlsVersions> tlsVersions(const QString &text);
QString tlsVersionsText(net::TlsVersions value);

/// A page to send people to: an http or https URL without a user, or a path on this server.
std::optional<QString> pageUrl(const QString &text);

/// `/oct`, `/tools/oct`, or `/` for none, which is empty.
std::optional<QByteArray> pathPrefix(const QString &text);

/// A host's name or address. Who copies a URL means its host: scheme, port and path are cut off.
std::optional<QString> hostName(const QString &text);

/// An address and a port, `127.0.0.1:9464` or `[::1]:9464`, or `none`.
std::optional<net::Endpoint> endpoint(const QString &text);
QString endpointText(const net::Endpoint &value);

/// Origins in the form that browsers send, or `*` for any, which is the empty list.
std::optional<QList<QByteArray>> origins(const QString &text);

} // namespace ct::server::config
