// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/eventfeed.h"
#include "server/app/admindesk.h"
#include "server/app/administration.h"
#include "server/app/auditdesk.h"
#include "server/app/clientsdesk.h"
#include "server/app/eventfan.h"
#include "server/app/licencedesk.h"
#include "server/app/memorytidier.h"
#include "server/app/metricsdesk.h"
#include "server/app/monitoring.h"
#include "server/app/reloader.h"
#include "server/app/servicenotifier.h"
#include "server/app/sessionrecorder.h"
#include "server/app/signalwatcher.h"
#include "server/app/statefolder.h"
#include "server/application/application.h"
#include "server/auth/tokenservice.h"
#include "server/front/front.h"
#include "server/logging/accesslog.h"
#include "server/logging/logwriter.h"
#include "server/logging/serverlog.h"
#include "server/logging/sessionlog.h"
#include "server/net/tls.h"
#include "server/store/sessionledger.h"

#include <memory>
#include <optional>

namespace ct::server::app {

class Entrance;

/// Why the server did not start: a sysexits code and a sentence that names what to change.
struct StartFailure {
    int exitCode = 0;
    QString sentence;
};

/// The composition root: builds every part of the server, in the order of its members, owns them,
/// and stops them in reverse. Reading it shows the whole program. Thread: main.
class App final : public QObject
{
    Q_OBJECT

public:
    /// `loadAgain` is for reloads; `issuer`: whose licences count, and what goes without one.
    App(const config::LoadedConfig &loaded, Reloader::Load loadAgain, licence::Issuer issuer);
    ~App() override;

    /// Says what failed, or nothing once the server is ready.
    std::optional<StartFailure> start();

    /// Reads settings, certificate and keys again, opens the log files anew, and says in the log
    /// what came of it; no session is touched. `finished` may be empty.
    void reload(const Reloader::Finished &finished);

private:
    std::optional<StartFailure> openState();
    void saySettings();
    std::optional<StartFailure> openStore();
    std::optional<StartFailure> openLicence();
    void openAdministration();
    void openClients();
    QString clientsCache() const;
    std::optional<StartFailure> openKeys();
    std::optional<StartFailure> openTls();
    std::optional<StartFailure> fitLimits();
    std::optional<StartFailure> openDoors();
    front::FrontServices frontServices();
    Result<net::TlsSource> tlsSource(const config::ServerConfig &config) const;
    void addReloadParts();
    void endSeats(const QList<QByteArray> &withdrawnKeys);
    void sayReloaded(const ReloadReport &report);
    void audit(store::AuditEntry entry);
    QString degraded() const;
    Ending::Services endingServices();
    Status openAdmin();
    void sayReady();
    void sayLogins();
    void deliver(const std::function<void()> &done);
    void leave();

    /// As it was at the start, within what the system gives; what reloads change is the rooms' own.
    config::ServerConfig m_config;
    const licence::Issuer m_issuer;
    /// What the system lets the process have; of memory, where it tells.
    int m_mostConnections = 0;
    std::optional<qint64> m_memory;
    /// What is to be said of the settings at the start, as lines of the log.
    QStringList m_errors;
    QStringList m_warnings;
    QStringList m_infos;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<StateFolder> m_state;
    std::unique_ptr<logging::LogWriter> m_writer;
    std::unique_ptr<logging::ServerLog> m_log;
    std::unique_ptr<logging::AccessLog> m_accessLog;
    std::unique_ptr<logging::SessionLog> m_sessionLog;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<SessionRecorder> m_recorder;
    std::unique_ptr<MetricsDesk> m_metricsDesk;
    std::unique_ptr<Monitoring> m_monitoring;
    std::unique_ptr<AuditDesk> m_audit;
    std::unique_ptr<store::SessionLedger> m_ledger;
    admin::EventFeed m_feed;
    std::unique_ptr<EventFan> m_events;
    std::unique_ptr<LicenceDesk> m_licence;
    std::unique_ptr<Administration> m_administration;
    std::unique_ptr<ClientsDesk> m_clients;
    std::unique_ptr<auth::TokenService> m_tokens;
    std::unique_ptr<net::TlsContext> m_tls;
    std::unique_ptr<application::Application> m_application;
    std::unique_ptr<Entrance> m_entrance;
    std::unique_ptr<front::Front> m_front;
    std::unique_ptr<Ending> m_ending;
    std::unique_ptr<AdminDesk> m_admin;
    /// After all that it hands settings to, as its thread uses them.
    Reloader m_reloader;
    MemoryTidier m_tidier;
    ServiceNotifier m_service;
    SignalWatcher m_signals;
};

} // namespace ct::server::app
