// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/auditpurge.h"

#include "server/store/auditchain.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

using RowPosition = QList<Database::Row>::const_iterator;

/// The columns of audit_after.sql.
enum Column { Boot, Sequence, At, Kind, Actor, Address, Subject, Detail, Hash, Entry };

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

/// What is wrong with the chain's beginning and those behind it; empty when nothing is.
Result<QString> chainFault(
    Database &database, const AuditAnchor &anchor, RowPosition from, RowPosition end)
{
    auto fault = anchorFault(database, anchor);
    qint64 entry = anchor.last;
    QByteArray hash = anchor.hash;
    for (auto row = from; fault && fault->isEmpty() && row != end; ++row) {
        fault = auditRowFault(entry, hash, *row);
        entry = row->at(Entry).toLongLong();
        hash = row->at(Hash).toByteArray();
    }
    return fault;
}

PurgePlan planOf(RowPosition from, RowPosition end)
{
    const Database::Row &last = *std::prev(end);
    return {
        from->at(Entry).toLongLong(),
        last.at(Entry).toLongLong(),
        std::distance(from, end),
        last.at(Hash).toByteArray()};
}

} // namespace

Result<PurgeOutlook> planPurge(Database &database, const PurgeRule &rule)
{
    const auto delivered = deliveredToAll(database, rule.receivers);
    if (!delivered)
        return delivered.error();
    const auto anchor = auditAnchor(database);
    if (!anchor)
        return anchor.error();
    const auto rows = database.select({u"audit_after"_s, {anchor->last, rule.most}});
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
    // A purge for nothing but former purges' entries would go on for ever.
    if (std::distance(rows->cbegin(), end) < rule.most
        && std::all_of(rows->cbegin(), end, isOfAPurge))
        return PurgeOutlook {std::nullopt, end != due};
    const auto fault = chainFault(database, *anchor, rows->cbegin(), end);
    if (!fault)
        return fault.error();
    if (!fault->isEmpty())
        return PurgeOutlook {std::nullopt, false, *fault};
    return PurgeOutlook {planOf(rows->cbegin(), end), end != due};
}

Result<std::optional<WallTime>> newestEntryTime(Database &database)
{
    using Time = std::optional<WallTime>;
    const auto rows = database.select({u"audit_last"_s, {1}});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Time();
    return Time(WallTime(std::chrono::milliseconds(rows->constFirst().at(At).toLongLong())));
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
