// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/auditpurge.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

/// The columns of audit_oldest.sql.
enum Column { Entry, At, Kind, Hash };

/// The last entry that all of them have.
Result<qint64> deliveredToAll(Database &database, const QStringList &receivers)
{
    qint64 last = std::numeric_limits<qint64>::max();
    for (const QString &receiver : receivers) {
        const auto rows = database.select({u"audit_delivery"_s, {receiver}});
        if (!rows)
            return rows.error();
        const qint64 cursor = rows->isEmpty() ? 0 : rows->constFirst().constFirst().toLongLong();
        last = std::min(last, cursor);
    }
    return last;
}

bool isOfAPurge(const Database::Row &row)
{
    return row.at(Kind).toString() == purgedKind;
}

} // namespace

Result<PurgeOutlook> planPurge(Database &database, const PurgeRule &rule)
{
    const auto delivered = deliveredToAll(database, rule.receivers);
    if (!delivered)
        return delivered.error();
    const auto rows = database.select({u"audit_oldest"_s, {rule.most}});
    if (!rows)
        return rows.error();
    const auto isYoung = [&rule](const Database::Row &row) {
        return row.at(At).toLongLong() >= milliseconds(rule.before);
    };
    const auto isAwaited = [last = *delivered](const Database::Row &row) {
        return row.at(Entry).toLongLong() > last;
    };
    const auto due = std::find_if(rows->cbegin(), rows->cend(), isYoung);
    const auto end = std::find_if(rows->cbegin(), due, isAwaited);
    PurgeOutlook outlook {std::nullopt, end != due};
    // A purge for nothing but former purges' entries would go on for ever.
    const qint64 count = std::distance(rows->cbegin(), end);
    if (count == rule.most || !std::all_of(rows->cbegin(), end, isOfAPurge))
        outlook.plan = PurgePlan {
            rows->constFirst().at(Entry).toLongLong(),
            std::prev(end)->at(Entry).toLongLong(),
            count,
            std::prev(end)->at(Hash).toByteArray()};
    return outlook;
}

Record purgeRecord(const PurgePlan &plan, const PurgeRule &rule, WallTime now)
{
    Record record;
    record.audit = AuditEntry {
        now,
        purgedKind,
        {},
        {},
        purgeSubject(plan.first, plan.last),
        u"%1 entries older than %2 days are gone"_s.arg(
            QString::number(plan.count), QString::number(rule.days))
            + purgeMark(plan.hash)};
    record.afterAudit
        = {{u"audit_anchor_move"_s,
            {plan.first,
             plan.last,
             QString::fromLatin1(plan.hash),
             plan.count,
             milliseconds(now),
             plan.last}},
           {u"audit_purge"_s, {plan.last}}};
    return record;
}

} // namespace ct::server::store
