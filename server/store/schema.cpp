// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/schema.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

QString migrationName(int number)
{
    return u"migration_%1"_s.arg(number, 4, 10, QChar(u'0'));
}

Result<int> schemaOf(Database &database)
{
    const auto tables = database.select({u"schema_exists"_s});
    if (!tables)
        return tables.error();
    if (tables->isEmpty())
        return 0;
    const auto version = database.select({u"schema_version"_s});
    if (!version)
        return version.error();
    return version->isEmpty() ? 0 : version->constFirst().constFirst().toInt();
}

/// Statements end with a semicolon before an empty line or the end; within a trigger there is none.
QStringList statementsOf(const QString &text)
{
    static const QRegularExpression end(u";[ \t]*(?:\n[ \t]*\n|\n?$)"_s);
    return text.split(end, Qt::SkipEmptyParts);
}

Status apply(Database &database, int number, WallTime now)
{
    if (Status begun = database.begin(Durability::Full); !begun)
        return begun;
    Status done;
    for (const QString &sql : statementsOf(statementText(migrationName(number)))) {
        if (done)
            done = database.executeText(sql.trimmed());
    }
    if (done)
        done = database.execute({u"schema_record"_s, {number, milliseconds(now)}});
    if (done)
        done = database.commit();
    if (!done)
        database.rollback();
    return done;
}

} // namespace

int newestSchema()
{
    int number = 0;
    while (!statementText(migrationName(number + 1)).isEmpty())
        ++number;
    return number;
}

Status migrate(Database &database, WallTime now)
{
    const auto present = schemaOf(database);
    if (!present)
        return present.error();
    const int newest = newestSchema();
    if (*present > newest)
        return Error {
            ErrorCode::Conflict,
            u"%1 was written by a newer version of this program (schema %2, known here: up to %3): "
            "start that version again, or give this one a state folder of its own (CT_STATE_DIR)"_s
                .arg(database.file(), QString::number(*present), QString::number(newest))};
    for (int number = *present + 1; number <= newest; ++number) {
        if (Status done = apply(database, number, now); !done)
            return done;
    }
    return {};
}

} // namespace ct::server::store
