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
/// Who changes them, for the audit.
struct CredentialsActor {
    QString name;
    QString address {};
    /// The user until now, where that is known.
    QString userBefore {};
};
/// To be appended: puts them in the place of those that are kept.
Record credentialsRecord(
    const KeptCredentials &credentials, const CredentialsActor &actor, WallTime now);

} // namespace ct::server::store
