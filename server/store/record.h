// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/auditentry.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <optional>

namespace ct::server::store {

/// A statement by the name of its .sql file, and the values of its placeholders in their order.
struct Statement {
    QString name;
    QVariantList values {};
};

/// What is written together or not at all.
struct Record {
    QList<Statement> statements {};
    std::optional<AuditEntry> audit {};
    /// What needs the entry to be there.
    QList<Statement> afterAudit {};
    /// Which of this run's records it is; given by the store.
    qint64 sequence = 0;
};

/// As the database counts time: milliseconds since 1970 in a 64-bit column, the same in every
/// dialect.
inline qint64 milliseconds(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

} // namespace ct::server::store
