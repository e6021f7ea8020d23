// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/clients/collector.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <vector>

namespace ct::server::clients {

/// What the clients area has to offer at present: has the packages' folder looked at now and then,
/// on a thread of its own, and says in the log what came of it, each thing once. Thread: main.
class ClientsArea final : public QObject
{
    Q_OBJECT

public:
    using Say = std::function<void(const QString &sentence)>;

    /// `clock` outlives the area. `cacheFolder` is nobody else's.
    ClientsArea(
        const ClientsConfig &config,
        const QString &cacheFolder,
        const Clock &clock,
        Say info,
        Say warn);
    /// Ends the look that is under way.
    ~ClientsArea() override;

    void apply(const ClientsConfig &config);
    const ClientsConfig &config() const { return m_config; }
    const QString &cacheFolder() const { return m_cacheFolder; }
    using Looked = std::function<void(const Collector::Look &look, const ClientsConfig &config)>;
    /// Has the folder looked at after this, and tells what came of it by which settings: there may
    /// be others when its turn comes. `whole`, if it is not empty,
    /// is the path of a file that nobody writes to any more, however new it is.
    void lookNow(const QString &whole, Looked done);
    /// Null when there is no such area (CT_NOCLIENTS).
    std::shared_ptr<const Catalog> catalog() const { return m_config.isOff ? nullptr : m_catalog; }

Q_SIGNALS:
    void looked();

private:
    void look();
    void settle(const ClientsConfig &config, const Collector::Look &look);
    void take(const Collector::Look &look);
    void sayNew(const Catalog &catalog) const;

    ClientsConfig m_config;
    const QString m_cacheFolder;
    const Say m_info;
    const Say m_warn;
    std::shared_ptr<const Catalog> m_catalog;
    QStringList m_warnings;
    QTimer m_timer;
    bool m_isLooking = false;
    /// Of the next look.
    QSet<QString> m_whole;
    std::vector<Looked> m_waiting;
    /// Who waits for the look that is under way.
    std::vector<Looked> m_served;
    Collector m_collector;
    QThreadPool m_thread;
};

} // namespace ct::server::clients
