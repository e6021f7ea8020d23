// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/auditanchor.h"

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

/// The columns of audit_anchor.sql.
enum Column { First, Last, Hash, Purged, PurgedMs, RecordedBy };

Result<bool> isRecorded(Database &database, const AuditAnchor &anchor)
{
    const auto rows = database.select({u"audit_entry"_s, {anchor.recordedBy}});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return false;
    const Database::Row &row = rows->constFirst();
    return row.at(0).toString() == purgedKind
        && row.at(1).toString() == purgeSubject(anchor.first, anchor.last)
        && row.at(2).toString().endsWith(purgeMark(anchor.hash));
}

} // namespace

Result<AuditAnchor> auditAnchor(Database &database)
{
    const auto rows = database.select({u"audit_anchor"_s});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return AuditAnchor {};
    const Database::Row &row = rows->constFirst();
    return AuditAnchor {
        row.at(First).toLongLong(),
        row.at(Last).toLongLong(),
        row.at(Hash).toByteArray(),
        row.at(Purged).toLongLong(),
        row.at(PurgedMs).toLongLong(),
        row.at(RecordedBy).toLongLong()};
}

QString purgeSubject(qint64 first, qint64 last)
{
    return u"%1-%2"_s.arg(QString::number(first), QString::number(last));
}

QString purgeMark(const QByteArray &hash)
{
    return u"; what follows fits the hash "_s + QString::fromLatin1(hash);
}

Result<QString> anchorFault(Database &database, const AuditAnchor &anchor)
{
    if (anchor.last == 0)
        return QString();
    const auto oldest = database.select({u"audit_oldest"_s, {1}});
    if (!oldest)
        return oldest.error();
    if (!oldest->isEmpty() && oldest->constFirst().constFirst().toLongLong() <= anchor.last)
        return u"Entry %1 stands before the beginning, which a purge has left behind entry %2"_s
            .arg(oldest->constFirst().constFirst().toString(), QString::number(anchor.last));
    const auto recorded = isRecorded(database, anchor);
    if (!recorded)
        return recorded.error();
    if (*recorded)
        return QString();
    return u"The chain begins behind entry %1, but no entry tells of a purge up to there: the "
           u"first "
           "ones have been removed"_s.arg(anchor.last);
}

} // namespace ct::server::store
