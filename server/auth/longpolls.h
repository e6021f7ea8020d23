// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/addressquota.h"
#include "server/auth/deadlines.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <optional>
#include <utility>

namespace ct::server::auth {

/// The polls that wait for something, at most one per ticket. Calls nobody itself: waiters are
/// handed out, so that whoever calls them has put its own state in order before. Thread: that of
/// its owner.
template<typename Answer>
class LongPolls
{
public:
    using Waiter = std::function<void(const Answer &)>;

    LongPolls(int limit, int limitPerAddress) : m_quota(limit, limitPerAddress) { }

    /// Polls that are held already stay.
    void setLimits(int limit, int limitPerAddress) { m_quota.setLimits(limit, limitPerAddress); }

    qsizetype size() const { return m_waiters.size(); }

    /// The waiter of the ticket, or an empty one; it is no longer held.
    Waiter take(const QByteArray &ticket)
    {
        m_quota.remove(ticket);
        m_deadlines.clear(ticket);
        return m_waiters.take(ticket);
    }

    /// Some waiter; empty when there is none.
    Waiter takeAny()
    {
        return m_waiters.isEmpty() ? Waiter() : take(QByteArray(m_waiters.cbegin().key()));
    }

    /// The ticket must hold none. Gives back who has to make room, an older poll of the same
    /// address or of the busiest one; it is to be told to come again.
    Waiter hold(const QByteArray &ticket, const QByteArray &address, Instant until, Waiter waiter)
    {
        Waiter displaced;
        if (m_quota.isFull(address))
            displaced = take(m_quota.oldestOf(address));
        else if (m_quota.isFull())
            displaced = take(m_quota.oldestOfBusiest());
        m_quota.add(ticket, address);
        m_deadlines.set(ticket, until);
        m_waiters.insert(ticket, std::move(waiter));
        return displaced;
    }

    /// Who has waited for long enough; empty when there is none.
    Waiter takeDue(Instant now)
    {
        const std::optional<QByteArray> ticket = m_deadlines.takeDue(now);
        return ticket ? take(*ticket) : Waiter();
    }

private:
    AddressQuota m_quota;
    Deadlines m_deadlines;
    QHash<QByteArray, Waiter> m_waiters;
};

} // namespace ct::server::auth
