// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"

/// Where the audit's chain begins. Thread: the store's.
namespace ct::server::store {

inline constexpr QLatin1StringView purgedKind {"audit.purged"};

/// What the last purge has left; all 0 when there was none.
struct AuditAnchor {
    /// The entries that it took.
    qint64 first = 0;
    qint64 last = 0;
    /// Of the last one, which the oldest entry that is there fits.
    QByteArray hash;
    /// By all purges together.
    qint64 purged = 0;
    qint64 purgedMs = 0;
    /// The entry that tells of it.
    qint64 recordedBy = 0;
};

Result<AuditAnchor> auditAnchor(Database &database);

/// Subject and end of the detail of the entry that tells of a purge.
QString purgeSubject(qint64 first, qint64 last);
QString purgeMark(const QByteArray &hash);

/// What is wrong with the beginning, in a sentence: an entry that stands before it, or no entry
/// that tells of a purge up to there. Empty when nothing is.
Result<QString> anchorFault(Database &database, const AuditAnchor &anchor);

} // namespace ct::server::store
