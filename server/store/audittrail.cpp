// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/audittrail.h"

#include "server/store/auditchain.h"

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

WallTime wallTime(const QVariant &milliseconds)
{
    return WallTime(std::chrono::milliseconds(milliseconds.toLongLong()));
}

/// Of audit_after.sql, behind the columns of audit_last.sql.
constexpr qsizetype hashColumn = 8;
constexpr qsizetype entryColumn = 9;

/// The number that the last entry was given, whether it is still there or not.
Result<qint64> lastGiven(Database &database)
{
    const auto rows = database.select({u"audit_last_given"_s});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? 0 : rows->constFirst().constFirst().toLongLong();
}

void follow(AuditCheck &check, const Database::Row &row)
{
    check.fault = auditRowFault(check.lastEntry, check.lastHash, row);
    if (!check.fault.isEmpty())
        return;
    check.lastEntry = row.at(entryColumn).toLongLong();
    check.lastHash = row.at(hashColumn).toByteArray();
    ++check.checked;
}

/// A purge may have taken, since the last part, what would have come next.
Status beginCheck(AuditCheck &check, Database &database)
{
    const auto anchor = auditAnchor(database);
    if (!anchor)
        return anchor.error();
    check.anchor = *anchor;
    if (anchor->last > check.lastEntry) {
        check.lastEntry = anchor->last;
        check.lastHash = anchor->hash;
    }
    return {};
}

Status endCheck(AuditCheck &check, Database &database)
{
    const auto given = lastGiven(database);
    if (!given)
        return given.error();
    const auto anchorFaults = anchorFault(database, check.anchor);
    if (!anchorFaults)
        return anchorFaults.error();
    check.isComplete = true;
    check.fault = *anchorFaults;
    if (*given > check.lastEntry)
        check.fault
            = u"The chain ends with entry %1, but there was an entry %2: the last ones have "
              "been removed"_s.arg(QString::number(check.lastEntry), QString::number(*given));
    return {};
}

} // namespace

Result<QList<KeptAuditEntry>> auditEntries(Database &database, const AuditFilter &filter)
{
    QList<KeptAuditEntry> entries;
    const Status done = database.forEach(
        {u"audit_page"_s,
         {filter.before,
          filter.after,
          filter.sinceMs,
          filter.untilMs,
          filter.kind,
          filter.kind,
          filter.actor,
          filter.actor,
          filter.subject,
          filter.subject,
          filter.most}},
        [&entries](const Database::Row &row) {
            entries.append(
                {row.at(0).toLongLong(),
                 {wallTime(row.at(1)),
                  row.at(2).toString(),
                  row.at(3).toString(),
                  row.at(4).toString(),
                  row.at(5).toString(),
                  row.at(6).toString()}});
        });
    if (!done)
        return done.error();
    return entries;
}

Result<AuditCheck> checkAudit(Database &database, AuditCheck check, int most)
{
    if (const Status begun = beginCheck(check, database); !begun)
        return begun.error();
    const auto rows = database.select({u"audit_after"_s, {check.lastEntry, most}});
    if (!rows)
        return rows.error();
    for (const Database::Row &row : *rows) {
        follow(check, row);
        if (!check.fault.isEmpty())
            return check;
    }
    if (rows->size() == most)
        return check;
    if (const Status ended = endCheck(check, database); !ended)
        return ended.error();
    return check;
}

} // namespace ct::server::store
