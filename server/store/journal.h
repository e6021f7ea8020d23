// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/auditchain.h"

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

    /// All or, after a failure of the disk, none: it may be called again with the same ones. What
    /// the database refuses for another cause is left out; how many, is the answer.
    Result<quint64> write(const std::vector<Record> &records);

private:
    Status openOnce();
    void putAside();
    Status tidyOnce();
    Status closeAbandoned(const QVariant &end);
    Status writeAll(const std::vector<Record> &records);
    Result<quint64> writeEach(const std::vector<Record> &records);
    Status put(const Record &record);

    const QString m_boot;
    const Clock &m_clock;
    Say m_say;
    Database m_database;
    AuditChain m_chain {m_database};
    bool m_hasTidied = false;
};

} // namespace ct::server::store
