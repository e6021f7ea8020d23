// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"

#include <optional>

namespace ct::server::store {

/// The dashboard's credentials as an administrator has set them.
struct KeptCredentials {
    QString user;
    QByteArray hash;
};

/// Thread: the store's.
Result<std::optional<KeptCredentials>> keptCredentials(Database &database);
/// To be appended: puts them in the place of those that are kept; `actor` for the audit.
Record credentialsRecord(const KeptCredentials &credentials, const QString &actor, WallTime now);

} // namespace ct::server::store
