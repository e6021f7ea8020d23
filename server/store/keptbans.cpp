// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/keptbans.h"

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

enum Column { Id, By, Key, Who, CreatedBy, Created, Until };

WallTime timeOf(const QVariant &milliseconds)
{
    return WallTime(std::chrono::milliseconds(milliseconds.toLongLong()));
}

} // namespace

Result<QList<KeptBan>> keptBans(Database &database, WallTime now)
{
    QList<KeptBan> bans;
    const Status done
        = database.forEach({u"bans"_s, {milliseconds(now)}}, [&bans](const Database::Row &row) {
              bans.append(
                  {row.at(Id).toString(),
                   row.at(By).toString(),
                   row.at(Key).toString(),
                   row.at(Who).toString(),
                   row.at(CreatedBy).toString(),
                   timeOf(row.at(Created)),
                   timeOf(row.at(Until))});
          });
    if (!done)
        return done.error();
    return bans;
}

Record banRecord(const KeptBan &ban, const AuditEntry &entry)
{
    Record record;
    record.statements.append(
        {u"ban_keep"_s,
         {ban.id,
          ban.by,
          ban.key,
          ban.who,
          ban.createdBy,
          milliseconds(ban.created),
          milliseconds(ban.until)}});
    record.audit = entry;
    return record;
}

Record banRemoval(const QString &id, const AuditEntry &entry)
{
    Record record;
    record.statements.append({u"ban_forget"_s, {id, milliseconds(entry.at)}});
    record.audit = entry;
    return record;
}

} // namespace ct::server::store
