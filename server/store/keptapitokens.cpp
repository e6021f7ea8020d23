// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/keptapitokens.h"

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

WallTime timeOf(const QVariant &milliseconds)
{
    return WallTime(std::chrono::milliseconds(milliseconds.toLongLong()));
}

} // namespace

Result<QList<KeptApiToken>> keptApiTokens(Database &database)
{
    QList<KeptApiToken> tokens;
    const Status done = database.forEach({u"api_tokens"_s}, [&tokens](const Database::Row &row) {
        tokens.append(
            {row.at(0).toString(),
             row.at(1).toString(),
             row.at(2).toByteArray(),
             row.at(3).toString(),
             timeOf(row.at(4)),
             timeOf(row.at(5)),
             row.at(6).toInt() != 0,
             row.at(7).isNull() ? std::nullopt : std::optional(timeOf(row.at(7)))});
    });
    if (!done)
        return done.error();
    return tokens;
}

Record apiTokenRecord(const KeptApiToken &token, const AuditEntry &entry)
{
    Record record;
    record.statements.append(
        {u"api_token_keep"_s,
         {token.id,
          token.name,
          QString::fromLatin1(token.hash),
          token.createdBy,
          milliseconds(token.created),
          milliseconds(token.expires),
          token.isReadOnly ? 1 : 0}});
    record.audit = entry;
    return record;
}

Record apiTokenUse(const QString &id, WallTime used)
{
    Record record;
    record.statements.append({u"api_token_use"_s, {milliseconds(used), id}});
    return record;
}

Record apiTokenRemoval(const QString &id, const AuditEntry &entry)
{
    Record record;
    record.statements.append({u"api_token_forget"_s, {id}});
    record.audit = entry;
    return record;
}

} // namespace ct::server::store
