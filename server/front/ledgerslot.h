// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/connectionledger.h"

#include <utility>

namespace ct::server::front {

/// A connection's place in the ledger, given back with the last that holds the connection: an
/// HttpConnection, and after an upgrade its WebSocket. Thread: any.
class LedgerSlot
{
public:
    LedgerSlot() = default;
    LedgerSlot(net::ConnectionLedger &ledger, net::ConnectionId id)
        : m_ledger(&ledger),
          m_id(id) { }
    LedgerSlot(LedgerSlot &&other) noexcept
        : m_ledger(std::exchange(other.m_ledger, nullptr)),
          m_id(other.m_id)
    { }
    LedgerSlot &operator=(LedgerSlot &&other) noexcept
    {
        std::swap(m_ledger, other.m_ledger);
        std::swap(m_id, other.m_id);
        return *this;
    }
    LedgerSlot(const LedgerSlot &) = delete;
    LedgerSlot &operator=(const LedgerSlot &) = delete;
    ~LedgerSlot()
    {
        if (m_ledger)
            m_ledger->release(m_id);
    }

    /// Its client is known now: it has to make room for nobody.
    void setAuthenticated()
    {
        if (m_ledger)
            m_ledger->setState(m_id, net::ConnectionState::Authenticated);
    }

private:
    net::ConnectionLedger *m_ledger = nullptr;
    net::ConnectionId m_id {};
};

} // namespace ct::server::front
