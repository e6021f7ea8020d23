// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/netconfig.h"

#include <QHash>
#include <QHostAddress>
#include <QList>

namespace ct::server::net {

/// An IPv4 address that arrived on an IPv6 socket (::ffff:a.b.c.d) as IPv4; others unchanged,
/// without their scope.
QHostAddress unmapped(const QHostAddress &address);

/// Whether one of the subnets holds the address. IPv4 and v4-mapped IPv6 are the same, on both
/// sides.
bool isIn(const QHostAddress &address, const QList<Subnet> &subnets);

/// What counts as one client: an IPv4 address, or the /64 that an IPv6 provider gives to one
/// customer. A value of 16 bytes for hash tables.
class AddressKey
{
public:
    AddressKey() = default;
    explicit AddressKey(const QHostAddress &address);

    friend bool operator==(const AddressKey &left, const AddressKey &right) = default;
    friend size_t qHash(const AddressKey &key, size_t seed = 0) noexcept
    {
        return ::qHash(key.m_bits, seed ^ static_cast<size_t>(key.m_family));
    }

private:
    enum class Family : quint8 { None, Four, Six };

    quint64 m_bits = 0;
    Family m_family = Family::None;
};

/// For the standard containers, seeded, so that nobody can choose addresses that collide.
struct AddressKeyHash {
    size_t operator()(const AddressKey &key) const noexcept { return qHash(key, m_seed); }

private:
    size_t m_seed = QHashSeed::globalSeed();
};

} // namespace ct::server::net
