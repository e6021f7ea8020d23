// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/clientaddress.h"

#include "server/net/subnet.h"

#include <QtEndian>

#include <arpa/inet.h>
#include <optional>

namespace ct::server::net {

namespace {

/// More proxies in a row than this are no proxies.
constexpr int mostEntries = 32;
/// The longest IPv6 text (45), brackets, a port, and some.
constexpr qsizetype longestEntry = 56;

/// Nothing, or a colon and a port.
bool isPortOrNothing(QByteArrayView text)
{
    if (text.isEmpty())
        return true;
    bool isNumber = false;
    text.sliced(1).toByteArray().toUShort(&isNumber);
    return text.front() == ':' && isNumber;
}

/// "[::1]:80" and "1.2.3.4:80" without their ports and brackets; nothing when that fails.
std::optional<QByteArrayView> withoutPort(QByteArrayView entry)
{
    if (entry.startsWith('[')) {
        const qsizetype end = entry.indexOf(']');
        if (end < 0 || !isPortOrNothing(entry.sliced(end + 1)))
            return std::nullopt;
        return entry.sliced(1, end - 1);
    }
    const qsizetype colon = entry.indexOf(':');
    if (colon < 0 || entry.lastIndexOf(':') != colon)
        return entry;
    if (!isPortOrNothing(entry.sliced(colon)))
        return std::nullopt;
    return entry.first(colon);
}

/// inet_pton() is strict where QHostAddress takes "1" and "0x7f.1" for addresses.
std::optional<QHostAddress> parsed(QByteArrayView entry)
{
    const QByteArrayView text = entry.trimmed();
    // A zero byte would end the text for inet_pton() only.
    if (text.isEmpty() || text.size() > longestEntry || text.contains('\0'))
        return std::nullopt;
    const auto address = withoutPort(text);
    if (!address)
        return std::nullopt;
    const QByteArray terminated = address->toByteArray();
    in_addr four = {};
    if (::inet_pton(AF_INET, terminated.constData(), &four) == 1)
        return QHostAddress(qFromBigEndian(four.s_addr));
    Q_IPV6ADDR six = {};
    if (::inet_pton(AF_INET6, terminated.constData(), &six) == 1)
        return unmapped(QHostAddress(six));
    return std::nullopt;
}

/// Takes the comma separated entries of several header lines from the right.
class EntriesFromRight
{
public:
    explicit EntriesFromRight(const QList<QByteArray> &lines) : m_lines(lines), m_line(lines.size())
    { }

    std::optional<QByteArrayView> next()
    {
        if (!m_hasRest) {
            if (m_line == 0)
                return std::nullopt;
            m_rest = m_lines[--m_line];
        }
        const qsizetype comma = m_rest.lastIndexOf(',');
        m_hasRest = comma >= 0;
        const QByteArrayView entry = m_rest.sliced(comma + 1);
        m_rest = m_hasRest ? m_rest.first(comma) : QByteArrayView();
        return entry;
    }

private:
    const QList<QByteArray> &m_lines;
    qsizetype m_line;
    QByteArrayView m_rest;
    bool m_hasRest = false;
};

QHostAddress walked(
    const QHostAddress &peer, const QList<QByteArray> &lines, const QList<Subnet> &trustedProxies)
{
    QHostAddress last = peer;
    EntriesFromRight entries(lines);
    for (int count = 0; count < mostEntries; ++count) {
        const auto entry = entries.next();
        const auto address = entry ? parsed(*entry) : std::nullopt;
        if (!address)
            return last;
        last = *address;
        if (!isIn(last, trustedProxies))
            return last;
    }
    return last;
}

} // namespace

QHostAddress realClient(
    const QHostAddress &peer, const ForwardedHeaders &headers, const QList<Subnet> &trustedProxies)
{
    const QHostAddress plain = unmapped(peer);
    if (!isIn(plain, trustedProxies))
        return plain;
    if (headers.forwardedFor.isEmpty())
        return parsed(headers.realIp).value_or(plain);
    return walked(plain, headers.forwardedFor, trustedProxies);
}

Scheme forwardedScheme(
    const QHostAddress &peer,
    const ForwardedHeaders &headers,
    const QList<Subnet> &trustedProxies,
    Scheme own)
{
    const auto value = EntriesFromRight(headers.proto).next();
    if (!value || !isIn(peer, trustedProxies))
        return own;
    const QByteArray name = value->trimmed().toByteArray().left(8).toLower();
    if (name == "https" || name == "wss")
        return Scheme::Https;
    if (name == "http" || name == "ws")
        return Scheme::Http;
    return own;
}

} // namespace ct::server::net
