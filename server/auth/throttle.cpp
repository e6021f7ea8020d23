// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/throttle.h"

#include <QCryptographicHash>

#include <algorithm>

namespace ct::server::auth {

namespace {

constexpr std::chrono::minutes tryWindow {1};

// More than one, so that the tables get smaller after a rush.
constexpr int forgottenForOne = 2;

bool isOver(Instant tried, Instant now)
{
    return tried + tryWindow <= now;
}

/// Rounded up, so that coming back then is not a moment too early.
std::chrono::seconds waitUntil(Instant then, Instant now)
{
    return std::max(std::chrono::ceil<std::chrono::seconds>(then - now), std::chrono::seconds(1));
}

} // namespace

LoginThrottle::LoginThrottle(const AuthConfig &config, const Clock &clock, qsizetype entries)
    : m_clock(clock),
      m_failures(entries),
      m_tries(entries)
{
    apply(config);
}

void LoginThrottle::apply(const AuthConfig &config)
{
    m_failuresToLock = config.failuresToLock;
    m_triesPerMinute = config.triesPerMinute;
    m_failureWindow = config.failureWindow;
    m_firstLock = config.firstLock;
    m_longestLock = config.longestLock;
}

QByteArray LoginThrottle::pairKey(const QString &account, const QByteArray &address)
{
    // Of one length whatever is typed as an account, and no names are kept. No address has a NUL.
    const QByteArray pair = address + '\0' + account.toCaseFolded().toUtf8();
    return QCryptographicHash::hash(pair, QCryptographicHash::Sha256);
}

bool LoginThrottle::isForgiven(const Failures &failures, Instant now) const
{
    // A lock is remembered for as long as the longest one: until then one more failure is enough.
    if (failures.lock.count() > 0)
        return failures.lockedUntil + m_longestLock <= now;
    return failures.since + m_failureWindow <= now;
}

void LoginThrottle::tidy()
{
    forgetOver(m_clock.now(), tidiedAtOnce);
}

void LoginThrottle::forgetOver(Instant now, int most)
{
    m_failures.forgetOver(most, [this, now](const Failures &one) { return isForgiven(one, now); });
    m_tries.forgetOver(most, [now](const Tries &tries) {
        return tries.isEmpty() || isOver(tries.constLast(), now);
    });
}

LoginThrottle::Failures &LoginThrottle::failuresOf(const QByteArray &pair, Instant now)
{
    Failures &failures = m_failures.entry(pair);
    if (isForgiven(failures, now))
        failures = {};
    return failures;
}

LoginThrottle::Tries &LoginThrottle::triesOf(const QByteArray &address, Instant now)
{
    Tries &tries = m_tries.entry(address);
    tries.removeIf([now](Instant time) { return isOver(time, now); });
    return tries;
}

std::optional<std::chrono::seconds> LoginThrottle::check(
    const QString &account, const QByteArray &address)
{
    const Instant now = m_clock.now();
    forgetOver(now, forgottenForOne);
    const Failures *failures = m_failures.find(pairKey(account, address));
    if (failures && failures->lockedUntil > now)
        return waitUntil(failures->lockedUntil, now);
    Tries &tries = triesOf(address, now);
    if (tries.size() >= m_triesPerMinute)
        return tries.isEmpty() ? tryWindow : waitUntil(tries.constFirst() + tryWindow, now);
    tries.append(now);
    return std::nullopt;
}

std::optional<std::chrono::seconds> LoginThrottle::failed(
    const QString &account, const QByteArray &address)
{
    const Instant now = m_clock.now();
    Failures &failures = failuresOf(pairKey(account, address), now);
    if (failures.count == 0 || failures.since + m_failureWindow <= now) {
        failures.count = 0;
        failures.since = now;
    }
    ++failures.count;
    failures.address = address;
    if (failures.lock.count() > 0)
        failures.lock = std::min(failures.lock * 2, m_longestLock);
    else if (failures.count >= m_failuresToLock)
        failures.lock = m_firstLock;
    else
        return std::nullopt;
    failures.lockedUntil = now + failures.lock;
    failures.lockId = ++m_lastLock;
    ++m_lockChanges;
    return failures.lock;
}

QList<LoginThrottle::Lock> LoginThrottle::locks() const
{
    const Instant now = m_clock.now();
    QList<Lock> locks;
    m_failures.forEach([&locks, now](const QByteArray &, const Failures &one) {
        if (one.lockedUntil > now)
            locks.append({one.lockId, one.address, one.count, one.lockedUntil});
    });
    return locks;
}

bool LoginThrottle::unlock(quint64 id)
{
    QByteArray found;
    m_failures.forEach([&found, id](const QByteArray &key, const Failures &one) {
        if (one.lockId == id)
            found = key;
    });
    if (id == 0 || found.isEmpty())
        return false;
    m_failures.remove(found);
    ++m_lockChanges;
    return true;
}

void LoginThrottle::succeeded(const QString &account, const QByteArray &address)
{
    m_failures.remove(pairKey(account, address));
}

} // namespace ct::server::auth
