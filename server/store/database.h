// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/record.h"
#include "shared/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <map>

namespace ct::server::store {

/// How well a transaction has to be kept.
enum class Durability {
    /// Survives the end of the program, by whatever signal.
    Ordinary,
    /// Survives the end of power, too.
    Full,
};

/// One connection and the statements prepared on it. Failures of the disk (full, gone, locked) are
/// Unavailable, a damaged file is Corrupt, all others are Internal. Thread: the one that made it.
class Database
{
public:
    explicit Database(QString file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &file() const { return m_file; }

    /// Makes the file (0600) when there is none. May be called again after a failure.
    Status open();
    void close();

    Status begin(Durability durability);
    Status commit();
    void rollback();

    Status execute(const Statement &statement);
    /// A statement that has no file: migrations and pragmas only.
    Status executeText(const QString &sql);

    using Row = QVariantList;
    /// Calls `take` for each row.
    Status forEach(const Statement &statement, const std::function<void(const Row &)> &take);
    Result<QList<Row>> select(const Statement &statement);

private:
    Result<QSqlQuery *> run(const Statement &statement);
    Result<QSqlQuery *> prepared(const QString &name);

    const QString m_file;
    const QString m_name;
    QSqlDatabase m_connection;
    std::map<QString, QSqlQuery> m_prepared;
    Durability m_durability = Durability::Full;
};

/// The text of a statement: the dialect's own if there is one, else the common one. Empty when
/// there is neither.
QString statementText(const QString &name);

} // namespace ct::server::store
