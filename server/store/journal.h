// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/auditchain.h"

#include <map>
#include <optional>
#include <vector>

namespace ct::server::store {

/// Opens the database and writes records into it, many in one transaction. Thread: the store's.
class Journal
{
public:
    /// `say` gets sentences for the operator.
    using Say = std::function<void(const QString &sentence)>;

    Journal(const QString &file, QString boot, const Clock &clock, Say say);

    /// Opens or makes the database, brings its schema up to date and closes what the last run left
    /// open. A damaged file is put aside under another name and a new one begun. Conflict when a
    /// newer program has written it, else Unavailable; may be tried again.
    Status open();
    void close() { m_database.close(); }
    Database &database() { return m_database; }

    struct Written {
        /// So many from the first on are dealt with for good.
        std::size_t settled = 0;
        /// Which of those the database has refused, and why.
        std::map<std::size_t, Error> refused {};
        /// Why the others are not dealt with yet.
        std::optional<Error> fault {};

        explicit operator bool() const { return !fault; }
    };
    /// All or, after a failure of the disk, none of what is not settled: it may be called again
    /// with the same ones. What the database refuses for another cause is left out.
    Written write(const std::vector<Record> &records);

private:
    Status openOnce();
    void putAside();
    Status tidyOnce();
    Status closeAbandoned(const QVariant &end);
    Status writeAll(const std::vector<Record> &records);
    Written writeEach(const std::vector<Record> &records);
    Status put(const Record &record);
    Status execute(const QList<Statement> &statements);

    const QString m_boot;
    const Clock &m_clock;
    Say m_say;
    Database m_database;
    AuditChain m_chain {m_database};
    bool m_hasTidied = false;
};

} // namespace ct::server::store
