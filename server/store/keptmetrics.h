// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/database.h"

#include <optional>

namespace ct::server::store {

/// Where metrics go, as an administrator has set it. Of the token only its hash.
struct KeptMetrics {
    bool prometheus = false;
    bool statsd = false;
    QString statsdHost;
    int statsdPort = 0;
    QString statsdProtocol;
    QString statsdPrefix;
    QByteArray tokenHash;
};

/// Nothing until somebody has set it. Thread: the store's.
Result<std::optional<KeptMetrics>> keptMetrics(Database &database);

/// To be appended, with its audit entry.
Record metricsRecord(const KeptMetrics &metrics, const AuditEntry &entry);

} // namespace ct::server::store
