// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/addressquota.h"
#include "server/auth/authconfig.h"
#include "server/auth/deadlines.h"
#include "server/auth/longpolls.h"
#include "server/auth/user.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <memory>

namespace ct::server::auth {

class TokenService;

/// What somebody who polls for a login is told.
struct LoginPoll {
    /// Unknown: never begun, expired, evicted or spent.
    enum class Outcome { Token, StillWaiting, Unknown };

    Outcome outcome = Outcome::Unknown;
    QByteArray loginToken {};
    /// Only with a Token: to be called once the answer has been written (the attempt is spent
    /// then) or could not be (it can be polled again). Dropping it uncalled means the latter.
    /// Further calls do nothing, and neither do calls after the service's end.
    std::function<void(bool written)> done {};
};

/// Login attempts between a client that polls and a person who logs in somewhere else, tied by a
/// random poll token. Everything is bounded in number, time and per client address. Waiters are
/// called exactly once, at once or later, and may call back; those still held at the service's
/// end are dropped uncalled. Thread: application.
class LoginService
{
public:
    using Waiter = std::function<void(const LoginPoll &)>;

    /// All of them must outlive the service.
    LoginService(
        const AuthConfig &config,
        const TokenService &tokens,
        const Clock &clock,
        RandomSource &random);

    /// New limits and times for what comes from now on.
    void apply(const AuthConfig &config);
    /// A new attempt's poll token. TooMany at the limit per address; at the limit in all the
    /// oldest attempt of the busiest address is given up.
    Result<QByteArray> begin(const QByteArray &clientAddress);
    /// Whether the attempt waits for its person, so that a form for another one is refused unread.
    bool isPending(const QByteArray &pollToken);
    /// The person has logged in. NotFound when the attempt is unknown, expired or completed
    /// already; Internal when no token could be made.
    Status complete(const QByteArray &pollToken, const User &user);
    /// At most one poll per attempt is held: a second one ends the first with StillWaiting. While
    /// an answer is being written, a poll waits for what becomes of it.
    void poll(const QByteArray &pollToken, const Waiter &waiter);
    /// Ends what is due. To be called about once a second.
    void tick();
    /// Ends all held polls with StillWaiting, for a server that stops.
    void releasePolls();

    qsizetype attempts() const { return m_attempts.size(); }
    qsizetype heldPolls() const { return m_polls.size(); }

private:
    struct Attempt {
        QByteArray address;
        /// Empty until the person has logged in.
        QByteArray loginToken;
        bool isBeingWritten = false;
    };

    void expire();
    /// Forgets the attempt and tells its poll.
    void giveUp(const QByteArray &pollToken);
    /// Hands out the attempt's token; the caller makes sure that there is one to hand out.
    LoginPoll delivery(const QByteArray &pollToken);
    void delivered(const QByteArray &pollToken, bool written);

    const TokenService &m_tokens;
    const Clock &m_clock;
    RandomSource &m_random;
    std::chrono::seconds m_lifetime;
    std::chrono::seconds m_longPoll;
    QHash<QByteArray, Attempt> m_attempts;
    AddressQuota m_quota;
    Deadlines m_expiry;
    LongPolls<LoginPoll> m_polls;
    /// Nobody shares it; its weak copies tell late reports that the service is gone.
    std::shared_ptr<const char> m_alive = std::make_shared<const char>();
};

} // namespace ct::server::auth
