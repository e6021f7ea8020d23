// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/loginservice.h"

#include "server/auth/tokenservice.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

/// Reports one delivery once; dropped without a report, it was not written.
class Receipt
{
public:
    explicit Receipt(std::function<void(bool)> report) : m_report(std::move(report)) { }
    ~Receipt() { report(false); }
    Receipt(const Receipt &) = delete;
    Receipt &operator=(const Receipt &) = delete;

    void report(bool written)
    {
        if (const auto once = std::exchange(m_report, {}))
            once(written);
    }

private:
    std::function<void(bool)> m_report;
};

void answer(const LoginService::Waiter &waiter, LoginPoll::Outcome outcome)
{
    if (waiter)
        waiter({.outcome = outcome});
}

} // namespace

LoginService::LoginService(
    const AuthConfig &config, const TokenService &tokens, const Clock &clock, RandomSource &random)
    : m_tokens(tokens),
      m_clock(clock),
      m_random(random),
      m_lifetime(config.pollTokenLifetime),
      m_longPoll(config.longPoll),
      m_quota(config.pollTokens, config.pollTokensPerAddress),
      m_polls(config.longPolls, config.longPollsPerAddress)
{ }

void LoginService::apply(const AuthConfig &config)
{
    m_lifetime = config.pollTokenLifetime;
    m_longPoll = config.longPoll;
    m_quota.setLimits(config.pollTokens, config.pollTokensPerAddress);
    m_polls.setLimits(config.longPolls, config.longPollsPerAddress);
}

Result<QByteArray> LoginService::begin(const QByteArray &clientAddress)
{
    expire();
    if (m_quota.isFull(clientAddress))
        return Error {
            ErrorCode::TooMany,
            u"%1 logins of one address are under way"_s.arg(m_quota.held(clientAddress))};
    if (m_quota.isFull())
        giveUp(m_quota.oldestOfBusiest());
    const QByteArray pollToken = randomId(m_random);
    m_attempts.insert(pollToken, {.address = clientAddress, .loginToken = {}});
    m_quota.add(pollToken, clientAddress);
    m_expiry.set(pollToken, m_clock.now() + m_lifetime);
    return pollToken;
}

bool LoginService::isPending(const QByteArray &pollToken)
{
    expire();
    const auto attempt = m_attempts.constFind(pollToken);
    return attempt != m_attempts.cend() && attempt->loginToken.isEmpty();
}

Status LoginService::complete(const QByteArray &pollToken, const User &user)
{
    if (!isPending(pollToken))
        return Error {
            ErrorCode::NotFound, u"the login is unknown, took too long or is completed"_s};
    const QByteArray loginToken = m_tokens.issueLogin(user);
    if (loginToken.isEmpty())
        return Error {ErrorCode::Internal, u"no login token could be made"_s};
    m_attempts[pollToken].loginToken = loginToken;
    if (const Waiter waiter = m_polls.take(pollToken))
        waiter(delivery(pollToken));
    return {};
}

void LoginService::poll(const QByteArray &pollToken, const Waiter &waiter)
{
    expire();
    const auto attempt = m_attempts.constFind(pollToken);
    if (attempt == m_attempts.cend())
        return answer(waiter, LoginPoll::Outcome::Unknown);
    const Waiter former = m_polls.take(pollToken);
    if (!attempt->loginToken.isEmpty() && !attempt->isBeingWritten) {
        Q_ASSERT(!former);
        return waiter(delivery(pollToken));
    }
    const Waiter displaced
        = m_polls.hold(pollToken, attempt->address, m_clock.now() + m_longPoll, waiter);
    answer(former, LoginPoll::Outcome::StillWaiting);
    answer(displaced, LoginPoll::Outcome::StillWaiting);
}

void LoginService::tick()
{
    expire();
    const Instant now = m_clock.now();
    while (const Waiter waiter = m_polls.takeDue(now))
        answer(waiter, LoginPoll::Outcome::StillWaiting);
}

void LoginService::releasePolls()
{
    for (qsizetype left = m_polls.size(); left > 0; --left)
        answer(m_polls.takeAny(), LoginPoll::Outcome::StillWaiting);
}

void LoginService::expire()
{
    const Instant now = m_clock.now();
    while (const std::optional<QByteArray> pollToken = m_expiry.takeDue(now))
        giveUp(*pollToken);
}

void LoginService::giveUp(const QByteArray &pollToken)
{
    m_attempts.remove(pollToken);
    m_quota.remove(pollToken);
    m_expiry.clear(pollToken);
    answer(m_polls.take(pollToken), LoginPoll::Outcome::Unknown);
}

LoginPoll LoginService::delivery(const QByteArray &pollToken)
{
    Attempt &attempt = m_attempts[pollToken];
    attempt.isBeingWritten = true;
    // Shared by the copies of `done`, so that the last one gone reports.
    const auto receipt = std::make_shared<Receipt>(
        [this, pollToken, alive = std::weak_ptr(m_alive)](bool written) {
            if (!alive.expired())
                delivered(pollToken, written);
        });
    return {
        .outcome = LoginPoll::Outcome::Token,
        .loginToken = attempt.loginToken,
        .done = [receipt](bool written) {
            receipt->report(written);
        }};
}

void LoginService::delivered(const QByteArray &pollToken, bool written)
{
    const auto attempt = m_attempts.find(pollToken);
    if (attempt == m_attempts.end())
        return;
    if (written)
        return giveUp(pollToken);
    attempt->isBeingWritten = false;
    if (const Waiter waiter = m_polls.take(pollToken))
        waiter(delivery(pollToken));
}

} // namespace ct::server::auth
