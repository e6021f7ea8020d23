// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/metrics/metricsconfig.h"
#include "server/metrics/serverfigures.h"
#include "server/metrics/statsdlines.h"

#include <QAbstractSocket>
#include <QHostInfo>
#include <QObject>

#include <functional>
#include <memory>

namespace ct::server::metrics {

/// Sends figures to StatsD over UDP or TCP. Nothing here waits: names are resolved in Qt's own
/// threads, and what a server that reads slowly doesn't take is dropped. The host is resolved anew
/// after every failure, and now and then without one. What StatsD can't be told of a counter goes
/// along with the next flush. Thread: the one it lives in, which needs an event loop.
class StatsdSender final : public QObject
{
    Q_OBJECT

public:
    /// `said` gets a sentence when StatsD can be reached, or no longer, and not again until that
    /// changes.
    enum class News { Good, Bad };
    using Said = std::function<void(News news, const QString &sentence)>;

    StatsdSender(MetricsConfig config, Said said);
    ~StatsdSender() override;

    /// Sends them, or keeps them for when the connection stands.
    void send(const ServerFigures &figures);
    /// The same as if all that counters have was told before: for a try.
    void sendSample(const ServerFigures &figures);
    const StatsdFigures &figures() const { return m_figures; }

private:
    enum class State { Unknown, Reached, Failing };

    void resolve();
    void resolved(const QHostInfo &info);
    void connectSocket(const QHostAddress &address);
    void connected();
    void flush();
    bool write(const QList<QByteArray> &lines);
    void failed(const QString &why);
    void dropSocket();
    QString target() const;

    const MetricsConfig m_config;
    const Said m_said;
    std::unique_ptr<QAbstractSocket> m_socket;
    int m_lookup = -1;
    int m_flushesSinceLookup = 0;
    bool m_isConnecting = false;
    /// The present socket has taken a flush already, and nothing came back since.
    bool m_isProven = false;
    State m_state = State::Unknown;
    std::unique_ptr<ServerFigures> m_pending;
    StatsdSums m_told;
    StatsdFigures m_figures;
};

} // namespace ct::server::metrics
