// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/eventfeed.h"
#include "server/admin/eventring.h"
#include "server/admin/operationtable.h"
#include "server/admin/watcher.h"
#include "server/session/sessiongateway.h"
#include "server/store/audittrail.h"
#include "server/store/store.h"
#include "shared/base/random.h"

#include <QHash>
#include <QTimer>

#include <map>

namespace ct::server::admin {

/// Tells those who watch what happens (GET /events). What there is to tell is written once, into a
/// ring; each watcher has a place in it and gets more when it has taken in what it got. One that
/// falls behind the ring is told all anew instead. Costs nothing while nobody watches, but for a
/// note of what happens in sessions. Thread: main.
class EventHub final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostWatchers = 32;

    /// All of it outlives the hub.
    struct Services {
        const Clock &clock;
        RandomSource &random;
        store::Store &store;
        session::SessionGateway &sessions;
        EventFeed &feed;
        std::function<void(const std::function<void(const protocol::admin::Overview &)> &)>
            overview;
        std::function<protocol::admin::HealthDetail()> health;
        /// What each subject of `changed` is now, in any form.
        std::function<QHash<QString, QByteArray>()> versions;
        /// Whether whoever watches still may.
        std::function<bool(const Caller &)> mayWatch;
    };

    EventHub(OperationTable &table, Services services);
    ~EventHub() override;

    // Of a watcher that was let in, by the ticket that it got.
    void opened(const QByteArray &ticket, WatchLine line);
    void ready(const QByteArray &ticket);
    void ended(const QByteArray &ticket);

private:
    void watch(const Call &call, const Done &done);
    Watcher *find(const QByteArray &ticket);
    void wake();
    void look();
    void lookAtSettings();
    void lookAtAudit();
    void tellEntry(const store::KeptAuditEntry &entry);
    void lookAtOverview();
    void append(Topic topic, const protocol::admin::Event &event);
    protocol::admin::Event event(QLatin1StringView type) const;
    void takeFeed();
    void takeEvent(const session::SessionEvent &happened);
    void pump();
    void pump(Watcher &watcher);
    void beginSnapshot(Watcher &watcher);
    void nextPart(Watcher &watcher);
    void addSessions(const QByteArray &ticket, const protocol::admin::Event &part);
    void sendPart(
        const QByteArray &ticket,
        protocol::admin::Event part,
        const session::SessionGateway::Facts &facts);
    void endUnwelcome();

    const Services m_services;
    EventRing m_ring;
    std::map<QByteArray, Watcher> m_watchers;
    protocol::admin::HealthDetail m_health;
    QHash<QString, QByteArray> m_versions;
    /// Of the last audit entry that was told; nothing before the first look.
    std::optional<qint64> m_audited;
    quint64 m_written = 0;
    bool m_isAsking = false;
    /// While somebody watches.
    QTimer m_looks;
    /// Gathers what happens at about the same time.
    QTimer m_flush;
};

} // namespace ct::server::admin
