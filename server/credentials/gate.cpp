// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/gate.h"

namespace ct::server::credentials {

namespace {

constexpr qsizetype mostRemembered = 256;
constexpr std::chrono::seconds busyWait {2};

} // namespace

Gate::Gate(
    const CredentialsConfig &config,
    const auth::AuthConfig &throttle,
    const Clock &clock,
    Told told)
    : m_config(config),
      m_clock(clock),
      m_told(std::move(told)),
      m_throttle(throttle, clock),
      m_verified(mostRemembered)
{ }

void Gate::take(const Selection &selection, const QByteArray &hash)
{
    m_user = selection.user;
    m_origin = selection.origin;
    m_hash = hash;
    ++m_generation;
}

void Gate::useNow(const Selection &selection)
{
    m_nobodysHash = hashPassword(KeyedHash().of("nobody").toHex());
    take(selection, selection.hash.isEmpty() ? hashPassword(selection.password) : selection.hash);
}

void Gate::use(const Selection &selection, std::function<void()> done)
{
    const auto taken = [this, selection, done = std::move(done)](const QByteArray &hash) {
        take(selection, hash);
        done();
    };
    if (!selection.hash.isEmpty())
        return taken(selection.hash);
    const auto work = [password = selection.password] {
        return hashPassword(password);
    };
    // The operator does not wait in a line that strangers can fill.
    if (!m_pool.run(work, taken))
        taken(hashPassword(selection.password));
}

bool Gate::isRemembered(const QByteArray &memory)
{
    const Instant *until = m_verified.find(memory);
    return until && m_clock.now() < *until;
}

void Gate::check(
    const QString &user,
    const QByteArray &password,
    const QByteArray &address,
    const Decided &decided)
{
    const QByteArray pair
        = QByteArray::number(m_generation) + '\0' + user.toUtf8() + '\0' + password;
    const Try attempt {user, address, m_memoryKey.of(pair), decided};
    if (isRemembered(attempt.memory))
        return decided({Verdict::Kind::Accepted});
    if (const auto wait = m_throttle.check(user, address))
        return decided({Verdict::Kind::Locked, *wait});
    const bool isKnown = isSame(user.toUtf8(), m_user.toUtf8());
    const auto work = [hash = isKnown ? m_hash : m_nobodysHash, password, isKnown]() -> QByteArray {
        return isPassword(hash, password) && isKnown ? "1" : QByteArray();
    };
    const auto done = [this, attempt, generation = m_generation](const QByteArray &answer) {
        finish(attempt, !answer.isEmpty() && generation == m_generation);
    };
    if (!m_pool.run(work, done))
        decided({Verdict::Kind::Busy, busyWait});
}

void Gate::finish(const Try &attempt, bool isRight)
{
    if (isRight) {
        m_throttle.succeeded(attempt.user, attempt.address);
        m_verified.entry(attempt.memory) = m_clock.now() + m_config.remembered;
        m_told({Verdict::Kind::Accepted, attempt.user, attempt.address});
        return attempt.decided({Verdict::Kind::Accepted});
    }
    const auto lock = m_throttle.failed(attempt.user, attempt.address);
    const QString known = attempt.user == m_user ? m_user : QString();
    m_told(
        {Verdict::Kind::Refused, known, attempt.address, lock.value_or(std::chrono::seconds(0))});
    attempt.decided({Verdict::Kind::Refused});
}

Verdict Gate::refuseToken(const QByteArray &address)
{
    static const QString nobody;
    if (const auto wait = m_throttle.check(nobody, address))
        return {Verdict::Kind::Locked, *wait};
    const auto lock = m_throttle.failed(nobody, address);
    m_told({Verdict::Kind::Refused, nobody, address, lock.value_or(std::chrono::seconds(0))});
    return {Verdict::Kind::Refused};
}

} // namespace ct::server::credentials
