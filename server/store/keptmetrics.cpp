// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/keptmetrics.h"

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

enum Column { Prometheus, Statsd, Host, Port, Protocol, Prefix, TokenHash };

} // namespace

Result<std::optional<KeptMetrics>> keptMetrics(Database &database)
{
    const auto rows = database.select({u"metrics_integration"_s});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return std::optional<KeptMetrics>();
    const Database::Row &row = rows->constFirst();
    return std::optional(KeptMetrics {
        row.at(Prometheus).toInt() != 0,
        row.at(Statsd).toInt() != 0,
        row.at(Host).toString(),
        row.at(Port).toInt(),
        row.at(Protocol).toString(),
        row.at(Prefix).toString(),
        row.at(TokenHash).toByteArray()});
}

Record metricsRecord(const KeptMetrics &metrics, const AuditEntry &entry)
{
    Record record;
    record.statements
        = {{u"metrics_integration_forget"_s},
           {u"metrics_integration_keep"_s,
            {metrics.prometheus ? 1 : 0,
             metrics.statsd ? 1 : 0,
             metrics.statsdHost,
             metrics.statsdPort,
             metrics.statsdProtocol,
             metrics.statsdPrefix,
             QString::fromLatin1(metrics.tokenHash)}}};
    record.audit = entry;
    return record;
}

} // namespace ct::server::store
