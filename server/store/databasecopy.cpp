// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/databasecopy.h"

#include "server/store/database.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ct::server::store {

Status copyDatabase(const QString &from, const QString &to)
{
    if (!QFile::exists(from))
        return Error {ErrorCode::NotFound, u"There is no database %1"_s.arg(from)};
    // An empty file is taken for none, but keeps its rights.
    QFile file(to);
    const bool isMade = file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isMade)
        return Error {
            ErrorCode::Unavailable, u"%1 can't be made: %2"_s.arg(to, file.errorString())};
    file.close();
    Database database(from);
    if (Status opened = database.open(); !opened)
        return opened;
    return database.execute({u"database_copy"_s, {to}});
}

} // namespace ct::server::store
