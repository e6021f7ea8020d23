// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"

#include <optional>

namespace ct::server::store {

/// An API token as it is kept: never the token itself, only its hash.
struct KeptApiToken {
    QString id;
    QString name;
    QByteArray hash;
    QString createdBy;
    WallTime created {};
    WallTime expires {};
    bool isReadOnly = false;
    std::optional<WallTime> used {};
};

/// All of them, the oldest first. Thread: the store's.
Result<QList<KeptApiToken>> keptApiTokens(Database &database);

// To be appended, each with its audit entry.
Record apiTokenRecord(const KeptApiToken &token, const AuditEntry &entry);
/// When it was used last; without an entry.
Record apiTokenUse(const QString &id, WallTime used);
Record apiTokenRemoval(const QString &id, const AuditEntry &entry);

} // namespace ct::server::store
