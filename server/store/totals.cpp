// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/totals.h"

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

/// Of what was imported, which is never folded: its row shows that it is there.
constexpr QLatin1StringView fileBoot {"file"};

/// All of them or none.
Status executeAll(Database &database, const QList<Statement> &statements)
{
    if (Status begun = database.begin(Durability::Full); !begun)
        return begun;
    Status done;
    for (const Statement &statement : statements) {
        if (done)
            done = database.execute(statement);
    }
    if (done)
        done = database.commit();
    if (!done)
        database.rollback();
    return done;
}

} // namespace

Record totalsRecord(const QString &boot, const NamedTotals &totals)
{
    Record record;
    for (auto at = totals.cbegin(); at != totals.cend(); ++at)
        record.statements.append({u"totals_reach"_s, {boot, at.key(), at.value()}});
    return record;
}

Result<NamedTotals> totalsBefore(Database &database, const QString &boot)
{
    const Status folded
        = executeAll(database, {{u"totals_fold"_s, {boot}}, {u"totals_folded"_s, {boot}}});
    if (!folded)
        return folded.error();
    const auto rows = database.select({u"totals_before"_s, {boot}});
    if (!rows)
        return rows.error();
    NamedTotals totals;
    for (const Database::Row &row : *rows)
        totals.insert(row.at(0).toString(), row.at(1).toLongLong());
    return totals;
}

Status importTotals(Database &database, const NamedTotals &totals)
{
    return executeAll(database, totalsRecord(fileBoot, totals).statements);
}

} // namespace ct::server::store
