// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/auditchain.h"

/// The audit on its way to receivers outside, each of which has a cursor in the database: the last
/// entry that it is known to have. Thread: the store's, but for deliveredRecord().
namespace ct::server::store {

/// An entry with its place in the chain.
struct ChainedAuditEntry {
    qint64 entry = 0;
    AuditOrigin origin;
    AuditEntry what;
    QByteArray hash;
};

struct AuditBacklog {
    /// What comes next, the oldest first.
    QList<ChainedAuditEntry> entries;
    /// How many wait, those included.
    qint64 waiting = 0;
};

/// How much of it is taken at once; one entry in any case.
struct BacklogShare {
    int entries = 1;
    /// Of all texts together.
    qint64 letters = 0;
};

/// What follows the last entry that `receiver` has.
Result<AuditBacklog> auditBacklog(
    Database &database, const QString &receiver, const BacklogShare &share);

/// Where a receiver stands.
struct DeliveryStand {
    /// The last entry that it has.
    qint64 cursor = 0;
    /// The last one that was purged, and the last one that there is.
    qint64 purged = 0;
    qint64 newest = 0;
};

Result<DeliveryStand> deliveryStand(Database &database, const QString &receiver);

/// That `receiver` goes on behind that entry, since those behind it are no longer there. Thread:
/// any.
Record setBackRecord(const QString &receiver, qint64 entry, WallTime now);

/// That `receiver` has all up to that entry. Thread: any.
Record deliveredRecord(const QString &receiver, qint64 entry, WallTime now);

} // namespace ct::server::store
