// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/subnet.h"
#include "shared/base/result.h"

#include <QHash>

#include <mutex>

namespace ct::server::front {

/// Counts the requests that wait for the application's answer over all workers, in all and per
/// client address. Thread: any; one mutex, taken twice per such request.
class RequestQuota
{
public:
    RequestQuota(int limit, int limitPerAddress)
        : m_limit(limit),
          m_limitPerAddress(limitPerAddress)
    { }

    /// Requests that wait already stay.
    void setLimits(int limit, int limitPerAddress);
    /// Unavailable at the limit in all, TooMany at the one of the address.
    Status take(const net::AddressKey &client);
    /// Once for each that was taken.
    void giveBack(const net::AddressKey &client);
    int taken() const;

private:
    mutable std::mutex m_mutex;
    // Guarded by m_mutex.
    int m_limit;
    int m_limitPerAddress;
    int m_taken = 0;
    QHash<net::AddressKey, int> m_perAddress;
};

} // namespace ct::server::front
