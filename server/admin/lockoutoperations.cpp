// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/lockoutoperations.h"

#include "shared/protocol/admin/lockouts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;
using auth::LoginThrottle;

/// Those that last longest are shown.
constexpr qsizetype mostShown = 1'000;

Answer noSuchLockout()
{
    return problemAnswer({ErrorCode::NotFound, u"There is no such lock, or it is over"_s});
}

} // namespace

LockoutOperations::LockoutOperations(OperationTable &table, Services services)
    : m_services(std::move(services))
{
    table.bind("listLockouts", [this](const Call &, const Done &done) { list(done); });
    table.bind("removeLockout", [this](const Call &call, const Done &done) { unlock(call, done); });
}

QByteArray LockoutOperations::version() const
{
    QByteArray version;
    for (const Door &door : m_services.doors)
        version += QByteArray::number(door.throttle.lockChanges()) + ' ';
    return version;
}

void LockoutOperations::list(const Done &done) const
{
    const Instant now = m_services.clock.now();
    const std::chrono::milliseconds wall(store::milliseconds(m_services.clock.wallNow()));
    wire::Lockouts list;
    for (const Door &door : m_services.doors) {
        for (const LoginThrottle::Lock &lock : door.throttle.locks()) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(lock.until - now);
            list.lockouts.append(
                {door.letter + QString::number(lock.id),
                 door.name,
                 QString::fromLatin1(lock.address),
                 lock.failures,
                 wall + left});
        }
    }
    std::sort(list.lockouts.begin(), list.lockouts.end(), [](const auto &one, const auto &other) {
        return one.untilMs > other.untilMs;
    });
    list.lockouts = list.lockouts.first(std::min(mostShown, list.lockouts.size()));
    done(answerOf(list));
}

void LockoutOperations::unlock(const Call &call, const Done &done)
{
    const QString id = call.arguments.constFirst();
    const auto door
        = std::find_if(m_services.doors.begin(), m_services.doors.end(), [&id](const Door &one) {
              return id.startsWith(one.letter);
          });
    bool isNumber = false;
    const quint64 number = id.sliced(std::min<qsizetype>(1, id.size())).toULongLong(&isNumber);
    if (door == m_services.doors.end() || !isNumber)
        return done(noSuchLockout());
    LoginThrottle &throttle = door->throttle;
    const auto locks = throttle.locks();
    const auto lock = std::find_if(
        locks.begin(), locks.end(), [number](const auto &one) { return one.id == number; });
    if (lock == locks.end())
        return done(noSuchLockout());
    const store::AuditEntry entry = m_services.ledger.entry(
        call, u"admin.lockout.remove"_s, QString::fromLatin1(lock->address), door->name);
    m_services.ledger.before(this, entry, done, [&throttle, number, done] {
        done(throttle.unlock(number) ? emptyAnswer() : noSuchLockout());
    });
}

} // namespace ct::server::admin
