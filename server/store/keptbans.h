// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"

namespace ct::server::store {

/// Somebody who is kept out for a time.
struct KeptBan {
    QString id;
    /// account, address
    QString by;
    QString key;
    QString who;
    QString createdBy;
    WallTime created {};
    WallTime until {};
};

/// Those whose time is not over. Thread: the store's.
Result<QList<KeptBan>> keptBans(Database &database, WallTime now);

// To be appended, each with its audit entry.
Record banRecord(const KeptBan &ban, const AuditEntry &entry);
Record banRemoval(const QString &id, const AuditEntry &entry);

} // namespace ct::server::store
