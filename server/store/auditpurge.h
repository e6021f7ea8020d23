// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/auditanchor.h"

#include <QStringList>

/// Taking the oldest entries out of the audit, once they have been kept for long enough. Triggers
/// let nothing go that is not told of by an entry "audit.purged". Thread: the store's, but for
/// purgeRecord().
namespace ct::server::store {

struct PurgeRule {
    /// How many days entries are kept, and what is too old by that.
    int days = 0;
    WallTime before {};
    /// Who must have an entry before it goes.
    QStringList receivers {};
    /// At once.
    int most = 1'000;
};

/// What is to go: all up to an entry.
struct PurgePlan {
    qint64 first = 0;
    qint64 last = 0;
    qint64 count = 0;
    /// Of the last one, which the rest of the chain fits.
    QByteArray hash;
};

struct PurgeOutlook {
    /// Nothing when there are none but former purges' own entries.
    std::optional<PurgePlan> plan {};
    /// There would be more, but for a receiver that does not have it.
    bool isHeldUp = false;
    /// Why nothing goes, in a sentence: what is too old does not hold together, and what would show
    /// it must not vanish.
    QString fault {};
};

/// The oldest that are too old and delivered, once they have been checked as checkAudit() does.
Result<PurgeOutlook> planPurge(Database &database, const PurgeRule &rule);

/// When the newest entry was made; nothing where there is none.
Result<std::optional<WallTime>> newestEntryTime(Database &database);

/// The purge with its entry, one without the other never. Thread: any.
Record purgeRecord(const PurgePlan &plan, const PurgeRule &rule, WallTime now);

} // namespace ct::server::store
