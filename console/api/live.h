// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/eventsource.h"

#include <QSet>

#include <map>
#include <memory>

namespace ct::console::api {

/// What goes on at a server, kept up to date while somebody watches. What it tells is each
/// difference, so that what is shown changes row by row. Thread: main.
class Live : public QObject
{
    Q_OBJECT

public:
    using Sessions = std::map<QString, protocol::admin::LiveSession>;

    explicit Live(std::unique_ptr<EventSource> source);

    /// Until leave(), or its end.
    void watch(QObject *watcher);
    void leave(QObject *watcher);
    /// Of the connection.
    void setOnline(bool online);

    /// Whether a first snapshot has come.
    bool isKnown() const { return m_isKnown; }
    /// By their ids.
    const Sessions &sessions() const { return m_sessions; }
    const std::optional<protocol::admin::Overview> &overview() const { return m_overview; }
    const std::optional<protocol::admin::HealthDetail> &health() const { return m_health; }

Q_SIGNALS:
    /// The first snapshot has come.
    void known();
    /// It is new, or another one than it was.
    void sessionChanged(const QString &id);
    void sessionGone(const QString &id);
    void overviewChanged();
    void healthChanged();
    void audited(const ct::protocol::AuditItem &item);
    /// A subject of eventtypes::changed.
    void changed(const QString &subject);
    void failed(const ct::console::api::Failure &failure);

private:
    void take(const protocol::admin::Event &event);
    void takeFigures(const protocol::admin::Event &event);
    void takeSnapshot(const protocol::admin::Event &event);
    void replace(Sessions sessions);
    void takeSession(const protocol::admin::Event &event);
    void put(const protocol::admin::LiveSession &session);
    void drop(const QString &id);
    void follow();

    std::unique_ptr<EventSource> m_source;
    QSet<QObject *> m_watchers;
    bool m_isOnline = false;
    bool m_isRunning = false;
    bool m_isKnown = false;
    Sessions m_sessions;
    /// Parts of a snapshot that is still coming.
    std::optional<Sessions> m_coming;
    std::optional<protocol::admin::Overview> m_overview;
    std::optional<protocol::admin::HealthDetail> m_health;
};

} // namespace ct::console::api
