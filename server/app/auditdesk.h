// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auditfeed/auditfeed.h"
#include "server/auditfeed/retention.h"
#include "server/config/serverconfig.h"
#include "server/logging/serverlog.h"
#include "server/metrics/serverfigures.h"
#include "shared/protocol/admin/status.h"

namespace ct::server::app {

/// The audit on its way out and in the end away, and what is told of that: log lines, health,
/// figures. Thread: main.
class AuditDesk final
{
public:
    /// What is given outlives it.
    struct Services {
        store::Store &store;
        const Clock &clock;
        logging::ServerLog &log;
    };

    AuditDesk(const config::ServerConfig &config, const Services &services);

    /// Has what is new taken out, as far as that is done soon.
    void hurry(QObject *context, const std::function<void()> &done) { m_feed.hurry(context, done); }

    /// A part for each receiver, and one for retention.
    QList<protocol::admin::HealthPart> health() const;
    /// A sentence for each receiver that the audit does not reach, and one when purging is refused.
    QStringList faults() const;
    metrics::AuditFeedFigures figures() const;

private:
    QStringList receivers() const;

    auditfeed::AuditFeed m_feed;
    auditfeed::Retention m_retention;
    const bool m_isPurging;
};

} // namespace ct::server::app
