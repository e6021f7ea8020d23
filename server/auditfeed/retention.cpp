// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/retention.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::auditfeed {

namespace {

/// A purge leaves an entry of its own, so there are not too many of them.
constexpr std::chrono::hours betweenPurges {24};
/// When nothing was to go.
constexpr std::chrono::hours betweenLooks {1};
/// When a receiver does not have yet what is to go.
constexpr std::chrono::seconds untilDelivered {15};

} // namespace

Retention::Retention(int days, QStringList receivers, Services services)
    : m_days(days),
      m_receivers(std::move(receivers)),
      m_services(std::move(services))
{
    if (m_days <= 0)
        return;
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Retention::look);
    m_fault = clockFault();
    if (m_fault.isEmpty())
        look();
    else
        m_services.warn(u"No audit entry is purged (CT_AUDIT_RETENTION_DAYS is %1): %2"_s.arg(
            QString::number(m_days), m_fault));
}

QString Retention::clockFault() const
{
    using NewestTime = std::optional<WallTime>;
    const auto newest = m_services.store.wait<NewestTime>(store::newestEntryTime);
    if (!newest)
        return u"the audit could not be read at the start, to tell whether the clock is ahead. "
               u"Start "
               "the server again once it can"_s;
    if (!*newest || **newest >= rule().before)
        return {};
    return u"the newest entry from before this start is older than that, too, so the clock may be "
           "ahead. If it is right, start the server again"_s;
}

store::PurgeRule Retention::rule() const
{
    return {m_days, m_services.clock.wallNow() - std::chrono::days(m_days), m_receivers};
}

void Retention::look()
{
    m_services.store.ask<store::PurgeOutlook>(
        this,
        [rule = rule()](store::Database &database) { return store::planPurge(database, rule); },
        [this](const Result<store::PurgeOutlook> &outlook) { take(outlook); });
}

void Retention::take(const Result<store::PurgeOutlook> &outlook)
{
    // That the database does not work is said by the store.
    if (!outlook)
        return rest(false);
    m_fault = outlook->fault;
    if (!m_fault.isEmpty())
        return refuse();
    if (outlook->plan)
        purge(*outlook->plan);
    else
        rest(outlook->isHeldUp);
}

void Retention::refuse()
{
    m_services.warn(
        u"No audit entry is purged, though some are older than %1 days (CT_AUDIT_RETENTION_DAYS): "
        "%2. It is looked at again every hour"_s.arg(QString::number(m_days), m_fault));
    rest(false);
}

void Retention::purge(const store::PurgePlan &plan)
{
    m_services.store.keep(
        this,
        store::purgeRecord(plan, rule(), m_services.clock.wallNow()),
        [this, count = plan.count](const Status &kept) {
            // What the database has against it is said by the store.
            if (!kept)
                return rest(false);
            m_purged += count;
            look();
        });
}

void Retention::rest(bool isHeldUp)
{
    const qint64 purged = std::exchange(m_purged, 0);
    if (purged > 0)
        m_services.say(
            u"%1 audit entries older than %2 days were purged (CT_AUDIT_RETENTION_DAYS)"_s.arg(
                QString::number(purged), QString::number(m_days)));
    if (isHeldUp)
        m_next.start(untilDelivered);
    else
        m_next.start(purged > 0 && m_fault.isEmpty() ? betweenPurges : betweenLooks);
}

} // namespace ct::server::auditfeed
