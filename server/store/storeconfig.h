// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace ct::server::store {

struct StoreConfig {
    /// The database's file.
    QString file;
    /// CT_STORE_QUEUE: records that wait for the disk; more are dropped and counted.
    int queue = 100'000;
    /// All that wait, in bytes of text.
    qint64 queueBytes = 64LL * 1024 * 1024;
    /// CT_AUDIT_RETENTION_DAYS: how long audit entries are kept; 0: for ever.
    int auditDays = 0;
    /// CT_USAGE_INTERVAL: between two samples of who is there.
    std::chrono::seconds usageInterval {300};
    /// After a failure of the disk: before the first and at most before any further try.
    std::chrono::milliseconds firstRetry {1'000};
    std::chrono::milliseconds longestRetry {30'000};
};

} // namespace ct::server::store
