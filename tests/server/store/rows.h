// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStringList>

namespace ct::test {

/// Looks into a database file from outside, with a connection of its own.
class Rows
{
public:
    explicit Rows(const QString &file)
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name());
        connection.setDatabaseName(file);
        m_isOpen = connection.open();
    }
    ~Rows() { QSqlDatabase::removeDatabase(name()); }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    /// A line for each row, its columns joined by '|'; the error's text when it fails.
    QStringList of(const QString &sql) const
    {
        QSqlQuery query(QSqlDatabase::database(name()));
        QStringList lines;
        if (!m_isOpen || !query.exec(sql))
            return {query.lastError().text()};
        while (query.next()) {
            QStringList columns;
            for (int at = 0; at < query.record().count(); ++at)
                columns.append(query.value(at).toString());
            lines.append(columns.join(u'|'));
        }
        return lines;
    }

private:
    static QString name() { return QStringLiteral("rows"); }
    bool m_isOpen = false;
};

} // namespace ct::test
