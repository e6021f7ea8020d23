// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/subnet.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace ct::server::net {

namespace {

constexpr std::array<quint8, 12> mappedPrefix {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool isMapped(const Q_IPV6ADDR &bytes)
{
    return std::equal(mappedPrefix.begin(), mappedPrefix.end(), std::begin(bytes.c));
}

Subnet withoutMapping(const Subnet &subnet)
{
    const bool isSix = subnet.first.protocol() == QAbstractSocket::IPv6Protocol;
    if (isSix && subnet.second >= 96 && isMapped(subnet.first.toIPv6Address()))
        return {net::unmapped(subnet.first), subnet.second - 96};
    return subnet;
}

} // namespace

QHostAddress unmapped(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    if (isMapped(bytes))
        return QHostAddress(qFromBigEndian<quint32>(&bytes.c[12]));
    return QHostAddress(bytes);
}

bool isIn(const QHostAddress &address, const QList<Subnet> &subnets)
{
    const QHostAddress plain = unmapped(address);
    return std::any_of(subnets.cbegin(), subnets.cend(), [&plain](const Subnet &subnet) {
        return plain.isInSubnet(withoutMapping(subnet));
    });
}

AddressKey::AddressKey(const QHostAddress &address)
{
    const QHostAddress plain = unmapped(address);
    if (plain.protocol() == QAbstractSocket::IPv4Protocol) {
        m_bits = plain.toIPv4Address();
        m_family = Family::Four;
    } else if (plain.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR bytes = plain.toIPv6Address();
        m_bits = qFromBigEndian<quint64>(&bytes.c[0]);
        m_family = Family::Six;
    }
}

} // namespace ct::server::net
