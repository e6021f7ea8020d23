// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"

namespace ct::server::store {

/// An API token as it is kept: never the token itself, only its hash.
struct KeptApiToken {
    QString id;
    QString name;
    QByteArray hash;
    QString createdBy;
    WallTime created {};
    WallTime expires {};
};

/// All of them, the oldest first. Thread: the store's.
Result<QList<KeptApiToken>> keptApiTokens(Database &database);

// To be appended, each with its audit entry.
Record apiTokenRecord(const KeptApiToken &token, const AuditEntry &entry);
Record apiTokenRemoval(const QString &id, const AuditEntry &entry);

} // namespace ct::server::store
