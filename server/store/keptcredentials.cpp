// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/keptcredentials.h"

using namespace Qt::StringLiterals;

namespace ct::server::store {

Result<std::optional<KeptCredentials>> keptCredentials(Database &database)
{
    const auto rows = database.select({u"credentials_of_dashboard"_s});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return std::optional<KeptCredentials>();
    const Database::Row row = rows->constFirst();
    return std::optional(KeptCredentials {row.at(0).toString(), row.at(1).toByteArray()});
}

Record credentialsRecord(
    const KeptCredentials &credentials, const CredentialsActor &actor, WallTime now)
{
    const QString change = actor.userBefore.isEmpty()
        ? credentials.user
        : actor.userBefore + u" → "_s + credentials.user;
    Record record;
    record.statements
        = {{u"credentials_forget"_s},
           {u"credentials_keep"_s,
            {credentials.user, QString::fromLatin1(credentials.hash), milliseconds(now)}}};
    record.audit = AuditEntry {
        now, u"credentials.set"_s, actor.name, actor.address, u"dashboard"_s, u"user "_s + change};
    return record;
}

} // namespace ct::server::store
