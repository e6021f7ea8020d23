// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/auditanchor.h"

#include <limits>

/// The audit, read again. Thread: the store's.
namespace ct::server::store {

/// Which entries are wanted; empty texts and what is not set stand for all.
struct AuditFilter {
    /// Its beginning: "session" has "session.created".
    QString kind {};
    QString actor {};
    QString subject {};
    qint64 sinceMs = 0;
    /// Before that time, and before that entry.
    qint64 untilMs = std::numeric_limits<qint64>::max();
    qint64 before = std::numeric_limits<qint64>::max();
    /// Behind that entry.
    qint64 after = 0;
    int most = 100;
};

struct KeptAuditEntry {
    qint64 entry = 0;
    AuditEntry what;
};

/// The newest first.
Result<QList<KeptAuditEntry>> auditEntries(Database &database, const AuditFilter &filter);

/// How far a check of the whole chain has come.
struct AuditCheck {
    qint64 lastEntry = 0;
    QByteArray lastHash {};
    qint64 checked = 0;
    /// Where it begins.
    AuditAnchor anchor {};
    bool isComplete = false;
    /// Where the chain is broken, in a sentence; the check has ended there.
    QString fault {};
};

/// Goes on from where `check` has come, by at most so many entries, so that records can be written
/// in between.
Result<AuditCheck> checkAudit(Database &database, AuditCheck check, int most);

} // namespace ct::server::store
