// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"

#include <QByteArray>

namespace ct::server::store {

/// Who made an entry: which run of the server, and which of its records.
struct AuditOrigin {
    QString boot;
    qint64 sequence = 0;
};

/// SHA-256, in hex, over the hash of the entry before and the entry's fields as a JSON array.
QByteArray auditHash(
    const QByteArray &previous, const AuditOrigin &origin, const AuditEntry &entry);

/// The same for a row with the columns of audit_last.sql.
QByteArray auditRowHash(const QByteArray &previous, const Database::Row &row);

/// Why a row with the columns of audit_after.sql does not follow the entry of that number and hash,
/// in a sentence; empty when it does.
QString auditRowFault(qint64 previous, const QByteArray &previousHash, const Database::Row &row);

/// Adds entries to the audit table, each tied to the one before by its hash: whoever changes,
/// removes or moves one leaves a trace. Thread: the database's.
class AuditChain
{
public:
    explicit AuditChain(Database &database) : m_database(database) { }

    /// Reads where the chain ends. Its last entries are checked; a sentence when they don't hold
    /// together, empty when they do.
    Result<QString> resume();
    /// Within a transaction. An entry that is there already is not added again.
    Status append(const AuditOrigin &origin, const AuditEntry &entry);
    /// What was appended since the transaction began is kept, or forgotten.
    void committed() { m_kept = m_last; }
    void rolledBack() { m_last = m_kept; }

private:
    Database &m_database;
    QByteArray m_last;
    QByteArray m_kept;
};

} // namespace ct::server::store
