// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auditfeed/courier.h"

#include <QThread>

#include <memory>
#include <vector>

namespace ct::server::auditfeed {

/// The names of the receivers, as in the database.
inline constexpr QLatin1StringView syslogName {"syslog"};
inline constexpr QLatin1StringView webhookName {"webhook"};

/// The audit on its way out of the box: to a syslog server and to a webhook, each if there is one,
/// by a thread of their own. Thread: main.
class AuditFeed final
{
public:
    /// What `services` refers to outlives it.
    AuditFeed(AuditFeedConfig config, const Courier::Services &services);
    /// Breaks off what is under way: it is sent again after the next start.
    ~AuditFeed();
    AuditFeed(const AuditFeed &) = delete;
    AuditFeed &operator=(const AuditFeed &) = delete;

    /// Has what is new taken to those who take it; calls `done` then, and after two seconds at the
    /// latest, unless `context` goes before.
    void hurry(QObject *context, const std::function<void()> &done);

    /// Of those that there are.
    QList<FeedState> states() const;

private:
    void add(
        const QString &name,
        const QString &where,
        std::unique_ptr<Receiver> receiver,
        const Courier::Services &services);

    const AuditFeedConfig m_config;
    QThread m_thread;
    std::vector<std::unique_ptr<Courier>> m_couriers;
};

} // namespace ct::server::auditfeed
