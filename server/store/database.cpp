// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/database.h"

#include <QAtomicInt>
#include <QFile>
#include <QSqlError>
#include <QSqlRecord>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

/// Of SQLite, see https://www.sqlite.org/rescode.html; extended codes have these in their low byte.
namespace code {
constexpr int permission = 3;
constexpr int busy = 5;
constexpr int locked = 6;
constexpr int readOnly = 8;
constexpr int input = 10;
constexpr int corrupt = 11;
constexpr int full = 13;
constexpr int cannotOpen = 14;
constexpr int notADatabase = 26;
constexpr int mask = 0xff;
} // namespace code

ErrorCode causeOf(const QSqlError &error)
{
    bool isNumber = false;
    switch (error.nativeErrorCode().toInt(&isNumber) & code::mask) {
    case code::permission:
    case code::busy:
    case code::locked:
    case code::readOnly:
    case code::input:
    case code::full:
    case code::cannotOpen:
        return ErrorCode::Unavailable;
    case code::corrupt:
    case code::notADatabase:
        return ErrorCode::Corrupt;
    default:
        break;
    }
    return ErrorCode::Internal;
}

Error failure(const QString &file, const QString &doing, const QSqlError &error)
{
    return {causeOf(error), u"%1: %2: %3"_s.arg(file, doing, error.text().trimmed())};
}

/// SQLite would make it with the umask's rights.
bool makePrivate(const QString &file)
{
    const int descriptor = ::open(
        QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return false;
    ::close(descriptor);
    return true;
}

QString connectionName()
{
    static QAtomicInt next;
    return u"store-%1"_s.arg(next.fetchAndAddRelaxed(1));
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

/// No column of ours is null for want of a text.
QVariant bound(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QString(u""_s);
    return value;
}

} // namespace

QString statementText(const QString &name)
{
    const QString own = textOf(u":/store/sqlite/%1.sql"_s.arg(name));
    return own.isEmpty() ? textOf(u":/store/common/%1.sql"_s.arg(name)) : own;
}

Database::Database(QString file) : m_file(std::move(file)), m_name(connectionName())
{ }

Database::~Database()
{
    close();
}

Status Database::open()
{
    close();
    if (!makePrivate(m_file))
        return Error {
            ErrorCode::Unavailable,
            u"%1 can't be opened: %2"_s.arg(m_file, qt_error_string(errno))};
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_connection.setDatabaseName(m_file);
    m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_connection.open())
        return failure(m_file, u"opening"_s, m_connection.lastError());
    for (const QString &pragma :
         {u"PRAGMA journal_mode = WAL"_s,
          u"PRAGMA foreign_keys = ON"_s,
          u"PRAGMA wal_autocheckpoint = 1000"_s,
          // In KiB. It appends far more than it reads; more would only fill up slowly.
          u"PRAGMA cache_size = -512"_s,
          u"PRAGMA synchronous = FULL"_s}) {
        if (Status set = executeText(pragma); !set)
            return set;
    }
    m_durability = Durability::Full;
    return {};
}

void Database::close()
{
    m_prepared.clear();
    if (!m_connection.isValid())
        return;
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(m_name);
}

Status Database::begin(Durability durability)
{
    // The pragma counts for what begins after it, never within a transaction.
    if (m_durability != durability) {
        const bool isFull = durability == Durability::Full;
        if (Status set = executeText(
                isFull ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s);
            !set)
            return set;
        m_durability = durability;
    }
    return executeText(u"BEGIN IMMEDIATE"_s);
}

Status Database::commit()
{
    return executeText(u"COMMIT"_s);
}

void Database::rollback()
{
    // After a full disk SQLite may have done so itself; then there is nothing to take back.
    static_cast<void>(executeText(u"ROLLBACK"_s));
}

Status Database::executeText(const QString &sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        return failure(m_file, sql.section(u'\n', 0, 0), query.lastError());
    return {};
}

Result<QSqlQuery *> Database::prepared(const QString &name)
{
    const auto known = m_prepared.find(name);
    if (known != m_prepared.end())
        return &known->second;
    const QString text = statementText(name);
    if (text.isEmpty())
        return Error {ErrorCode::Internal, u"there is no statement "_s + name};
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(text))
        return failure(m_file, name, query.lastError());
    return &m_prepared.emplace(name, std::move(query)).first->second;
}

Result<QSqlQuery *> Database::run(const Statement &statement)
{
    auto query = prepared(statement.name);
    if (!query)
        return query;
    for (int at = 0; at < statement.values.size(); ++at)
        (*query)->bindValue(at, bound(statement.values.at(at)));
    if ((*query)->exec())
        return query;
    Error error = failure(m_file, statement.name, (*query)->lastError());
    // A statement that failed may hold on to what made it fail.
    m_prepared.erase(statement.name);
    return error;
}

Status Database::execute(const Statement &statement)
{
    const auto query = run(statement);
    if (!query)
        return query.error();
    (*query)->finish();
    return {};
}

Status Database::forEach(const Statement &statement, const std::function<void(const Row &)> &take)
{
    const auto ran = run(statement);
    if (!ran)
        return ran.error();
    QSqlQuery &query = **ran;
    const int columns = query.record().count();
    while (query.next()) {
        Row row;
        row.reserve(columns);
        for (int at = 0; at < columns; ++at)
            row.append(query.value(at));
        take(row);
    }
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        return failure(m_file, statement.name, error);
    return {};
}

Result<QList<Database::Row>> Database::select(const Statement &statement)
{
    QList<Row> rows;
    const Status done = forEach(statement, [&rows](const Row &row) { rows.append(row); });
    if (!done)
        return done.error();
    return rows;
}

} // namespace ct::server::store
