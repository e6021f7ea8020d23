// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/app/monitoring.h"
#include "server/application/clientsroutes.h"
#include "server/clients/clientsarea.h"
#include "server/store/store.h"

namespace ct::server::app {

/// The clients area with its log lines, and the count of its downloads in figures and database.
/// Thread: main.
class ClientsDesk final : public QObject
{
    Q_OBJECT

public:
    /// What is given outlives it.
    struct Services {
        const Clock &clock;
        RandomSource &random;
        logging::ServerLog &log;
        Monitoring &monitoring;
        store::Store &store;
    };

    ClientsDesk(
        const Services &services, const clients::ClientsConfig &config, const QString &cacheFolder);

    void apply(const clients::ClientsConfig &config) { m_area.apply(config); }
    application::ClientsServices services();
    clients::ClientsArea &area() { return m_area; }

private:
    void count(metrics::Ide ide, const QString &path, const QString &address);

    const Services m_services;
    clients::ClientsArea m_area;
    /// Tells this run's downloads from others': a record may be written twice.
    const QString m_boot;
    qint64 m_sequence = 0;
};

} // namespace ct::server::app
