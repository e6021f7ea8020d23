// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/auditdelivery.h"

#include "server/store/auditanchor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

/// The columns of audit_after.sql.
enum Column { Boot, Sequence, At, Kind, Actor, Address, Subject, Detail, Hash, Entry };

ChainedAuditEntry entryOf(const Database::Row &row)
{
    return {
        row.at(Entry).toLongLong(),
        {row.at(Boot).toString(), row.at(Sequence).toLongLong()},
        {WallTime(std::chrono::milliseconds(row.at(At).toLongLong())),
         row.at(Kind).toString(),
         row.at(Actor).toString(),
         row.at(Address).toString(),
         row.at(Subject).toString(),
         row.at(Detail).toString()},
        row.at(Hash).toByteArray()};
}

qint64 lettersOf(const AuditEntry &entry)
{
    return entry.kind.size() + entry.actor.size() + entry.address.size() + entry.subject.size()
        + entry.detail.size();
}

/// A number from a statement of one row and column; 0 where there is none.
Result<qint64> numberOf(Database &database, const Statement &statement)
{
    const auto rows = database.select(statement);
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? 0 : rows->constFirst().constFirst().toLongLong();
}

} // namespace

Result<AuditBacklog> auditBacklog(
    Database &database, const QString &receiver, const BacklogShare &share)
{
    const auto cursor = numberOf(database, {u"audit_delivery"_s, {receiver}});
    if (!cursor)
        return cursor.error();
    const auto newest = numberOf(database, {u"audit_newest"_s});
    if (!newest)
        return newest.error();
    AuditBacklog backlog;
    qint64 letters = 0;
    bool isFull = false;
    const Status read = database.forEach(
        {u"audit_after"_s, {*cursor, share.entries}}, [&](const Database::Row &row) {
            const ChainedAuditEntry entry = entryOf(row);
            letters += lettersOf(entry.what);
            isFull = isFull || (letters > share.letters && !backlog.entries.isEmpty());
            if (!isFull)
                backlog.entries.append(entry);
        });
    if (!read)
        return read.error();
    if (!backlog.entries.isEmpty())
        backlog.waiting = *newest - backlog.entries.constFirst().entry + 1;
    return backlog;
}

Result<DeliveryStand> deliveryStand(Database &database, const QString &receiver)
{
    const auto cursor = numberOf(database, {u"audit_delivery"_s, {receiver}});
    if (!cursor)
        return cursor.error();
    const auto anchor = auditAnchor(database);
    if (!anchor)
        return anchor.error();
    const auto newest = numberOf(database, {u"audit_newest"_s});
    if (!newest)
        return newest.error();
    return DeliveryStand {*cursor, anchor->last, std::max(*newest, anchor->last)};
}

Record setBackRecord(const QString &receiver, qint64 entry, WallTime now)
{
    Record record;
    record.statements.append({u"audit_set_back"_s, {entry, milliseconds(now), receiver, entry}});
    return record;
}

Record deliveredRecord(const QString &receiver, qint64 entry, WallTime now)
{
    Record record;
    record.statements.append({u"audit_delivered"_s, {receiver, entry, milliseconds(now)}});
    return record;
}

} // namespace ct::server::store
