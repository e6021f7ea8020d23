// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/addressquota.h"
#include "server/auth/authconfig.h"
#include "server/auth/deadlines.h"
#include "server/auth/longpolls.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/protocol/session.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <optional>

namespace ct::server::auth {

/// How a join request ended.
struct JoinOutcome {
    enum class Kind { Accepted, Rejected, TimedOut };

    Kind kind = Kind::Rejected;
    /// Of an Accepted one.
    protocol::JoinAnswer answer {};
};

/// What somebody who polls for a join's outcome is told.
struct JoinPoll {
    /// NotFound: never opened, gone, or opened by somebody else.
    enum class Outcome { Waiting, Accepted, Rejected, TimedOut, NotFound };

    Outcome outcome = Outcome::NotFound;
    /// Of an Accepted one.
    protocol::JoinAnswer answer {};
};

/// Join requests between a guest who polls and a host who decides, tied by a random poll token, the
/// ticket. A ticket is good for its requester alone, as its answer holds a room token. Everything
/// is bounded in number, size, time and per client address. Waiters are called exactly once, at
/// once or later, and may call back; those still held at the end are dropped uncalled. Thread:
/// application.
class JoinTickets
{
public:
    using Waiter = std::function<void(const JoinPoll &)>;

    /// An answer's workspace is what the host says, so it is not kept at any length.
    static constexpr qsizetype longestAnswer = 65'536;

    /// `clock` and `random` must outlive the tickets.
    JoinTickets(const AuthConfig &config, const Clock &clock, RandomSource &random);

    /// New limits and times for what comes from now on.
    void apply(const AuthConfig &config);
    /// `requester`: the login token's id rather than the user's, which several people with one API
    /// key share. TooMany at the limit per address of undecided tickets; at the limit in all the
    /// oldest undecided ticket of the busiest address is given up.
    Result<QByteArray> open(
        const QByteArray &roomId, const QByteArray &requester, const QByteArray &clientAddress);
    /// NotFound when the ticket is gone or decided already; TooLarge for too long an answer, which
    /// becomes a rejection.
    Status resolve(const QByteArray &ticket, JoinOutcome outcome);
    /// The request never reached a host: the ticket is forgotten.
    void cancel(const QByteArray &ticket) { giveUp(ticket); }
    /// Undecided: the first poll is told so at once, later ones after the long poll's time or once
    /// a newer poll takes their place. Decided: the outcome at once, again and again for a minute
    /// from the first time it was fetched.
    void poll(const QByteArray &ticket, const QByteArray &requester, const Waiter &waiter);
    /// Ends what is due; a join without a decision has timed out. To be called about once a second.
    void tick();
    /// Ends all held polls with Waiting, for a server that stops.
    void releasePolls();

    qsizetype tickets() const { return m_tickets.size(); }
    qsizetype heldPolls() const { return m_polls.size(); }

private:
    struct Ticket {
        QByteArray roomId;
        QByteArray requester;
        QByteArray address;
        bool wasPolled = false;
        bool wasFetched = false;
        std::optional<JoinOutcome> outcome {};
    };

    void expire();
    void giveUp(const QByteArray &ticket);
    /// Counts a decided ticket among the answered ones, where an older one makes room for it.
    void countAnswered(const QByteArray &ticket);
    void decide(const QByteArray &ticket, JoinOutcome outcome);
    /// The outcome of a decided ticket, from now on kept for no longer than that is due.
    JoinPoll fetch(const QByteArray &ticket);

    const Clock &m_clock;
    RandomSource &m_random;
    std::chrono::seconds m_lifetime;
    std::chrono::seconds m_longPoll;
    std::chrono::seconds m_answerKept;
    QHash<QByteArray, Ticket> m_tickets;
    /// Of the undecided ones.
    AddressQuota m_quota;
    /// Decided, and kept to be fetched again. They never stand in a newcomer's way.
    AddressQuota m_answered;
    Deadlines m_ends;
    LongPolls<JoinPoll> m_polls;
};

} // namespace ct::server::auth
