// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/app.h"

#include "server/app/entrance.h"
#include "server/app/memorylimit.h"
#include "server/app/tokenkeys.h"
#include "server/auth/apikeylogin.h"
#include "server/config/sysexits.h"
#include "server/logging/qtmessages.h"
#include "server/net/descriptors.h"
#include "shared/base/version.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

namespace exitcode = config::exitcode;

constexpr QLatin1StringView endedLogins {"ended-logins"};

int exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Forbidden:
        return exitcode::noPermission;
    case ErrorCode::NotFound:
        return exitcode::noInput;
    case ErrorCode::Corrupt:
        return exitcode::dataError;
    case ErrorCode::InvalidInput:
        return exitcode::config;
    case ErrorCode::Conflict:
    case ErrorCode::Unavailable:
        return exitcode::unavailable;
    default:
        return exitcode::software;
    }
}

StartFailure failure(const Error &error)
{
    return {exitCodeOf(error), error.message};
}

} // namespace

App::App(const config::LoadedConfig &loaded, Reloader::Load loadAgain, licence::Issuer issuer)
    : m_config(loaded.config),
      m_issuer(std::move(issuer)),
      m_errors(loaded.errors),
      m_warnings(loaded.warnings),
      m_reloader(loaded, std::move(loadAgain)),
      m_service([this](const std::function<void()> &answered) {
          m_monitoring->gather([answered](const metrics::ServerFigures &) { answered(); });
      })
{
    if (loaded.given.contains(u"CT_TIME_ZONE"_s))
        m_infos = {u"Setting customized time zone >> %1"_s.arg(m_config.timeZone)};
    connect(&m_signals, &SignalWatcher::drainRequested, this, [this] { m_ending->goOn(); });
    connect(&m_signals, &SignalWatcher::stopRequested, this, [this] { m_ending->hurryOn(); });
    connect(&m_signals, &SignalWatcher::reopenRequested, this, [this] { m_writer->reopenAll(); });
    connect(&m_signals, &SignalWatcher::reloadRequested, this, [this] { reload({}); });
}

App::~App()
{
    m_front.reset();
    // What is under way holds replies, which the application has to outlive.
    m_admin.reset();
    m_administration.reset();
    if (m_store)
        m_store->settle();
    logging::installQtMessageHandler(nullptr);
}

std::optional<StartFailure> App::start()
{
    for (const auto step :
         {&App::openState,
          &App::openStore,
          &App::openLicence,
          &App::openKeys,
          &App::openTls,
          &App::openDoors}) {
        if (auto failed = (this->*step)())
            return failed;
    }
    addReloadParts();
    m_service.ready();
    return {};
}

std::optional<StartFailure> App::openState()
{
    auto state = StateFolder::open(m_config.stateDir);
    if (!state && state.error().code == ErrorCode::Unavailable)
        return StartFailure {exitcode::cannotCreate, state.error().message};
    if (!state)
        return failure(state.error());
    m_state = *std::move(state);
    m_writer = std::make_unique<logging::LogWriter>(m_config.logging.queue);
    m_log = std::make_unique<logging::ServerLog>(*m_writer, m_config.logging, m_clock);
    m_accessLog = std::make_unique<logging::AccessLog>(*m_writer, m_config.logging, m_clock);
    m_sessionLog = std::make_unique<logging::SessionLog>(*m_writer, m_config.logging, m_clock);
    logging::installQtMessageHandler(m_log.get());
    m_log->info(u"CodeTogether edge server %1"_s.arg(QLatin1StringView(productVersion)));
    saySettings();
    return {};
}

void App::saySettings()
{
    for (const QString &sentence : std::as_const(m_errors))
        m_log->error(sentence);
    for (const QString &sentence : std::as_const(m_warnings))
        m_log->warn(sentence);
    for (const QString &sentence : std::as_const(m_infos))
        m_log->info(sentence);
}

/// Whatever comes of it, the server starts.
std::optional<StartFailure> App::openLicence()
{
    m_licence = std::make_unique<LicenceDesk>(
        licence::Licensing::Services {
            m_issuer,
            m_clock,
            QTimeZone(m_config.timeZone.toUtf8()),
            licence::licencePlaces(m_config.licence, m_config.stateDir)},
        *m_log);
    m_licence->load(m_config.licence, m_licence->readFile());
    m_monitoring->setLicence([this] { return m_licence->figures(); });
    return {};
}

std::optional<StartFailure> App::openStore()
{
    store::StoreConfig config = m_config.store;
    config.file = m_state->file(u"edge.sqlite"_s);
    m_store = std::make_unique<store::Store>(
        config, m_clock, m_random, [this](const QString &say) { m_log->warn(say); });
    if (const Status started = m_store->start(); !started)
        return failure(started.error());
    m_metricsDesk = std::make_unique<MetricsDesk>(m_config.metrics, m_reloader.inForce());
    m_metricsDesk->load(*m_store);
    m_monitoring
        = std::make_unique<Monitoring>(m_config.metrics, m_clock, m_random, *m_log, *m_store);
    m_monitoring->begin(m_state->file(u"totals.json"_s));
    m_audit
        = std::make_unique<AuditDesk>(m_config, AuditDesk::Services {*m_store, m_clock, *m_log});
    m_monitoring->setAuditFeed([this] { return m_audit->figures(); });
    m_recorder = std::make_unique<SessionRecorder>(*m_sessionLog, *m_log);
    m_ledger = std::make_unique<store::SessionLedger>(*m_store);
    std::vector<session::SessionEvents *> receivers = m_monitoring->events();
    receivers.insert(receivers.end(), {m_recorder.get(), m_ledger.get(), &m_feed});
    m_events = std::make_unique<EventFan>(std::move(receivers));
    return {};
}

void App::audit(store::AuditEntry entry)
{
    entry.at = m_clock.wallNow();
    store::Record record;
    record.audit = std::move(entry);
    m_store->append(std::move(record));
}

void App::openAdministration()
{
    m_administration = std::make_unique<Administration>(AdministrationServices {
        m_config.credentials,
        m_config.auth,
        m_config.logging,
        [this] { return m_reloader.inForce().config.serverUrl; },
        m_config.store.usageInterval,
        m_clock,
        m_random,
        *m_store,
        *m_writer,
        *m_log,
        *m_licence,
        m_licence->seats(),
        [this](const std::function<void(const LiveNumbers &)> &done) {
            m_monitoring->gather([done](const metrics::ServerFigures &figures) {
                done(
                    {figures.front.usersConnected,
                     figures.front.usersSeated,
                     figures.front.sessions,
                     figures.front.connectedParticipants});
            });
        },
        [this] { return m_front ? m_front->ports().https : quint16(0); },
        [this] {
            return degraded();
        }});
    m_administration->start();
    m_application->showDashboard(m_administration->dashboard());
}

QString App::clientsCache() const
{
    return m_state->file(u"clients-cache"_s);
}

void App::openClients()
{
    m_clients = std::make_unique<ClientsDesk>(
        ClientsDesk::Services {m_clock, m_random, *m_log, *m_monitoring, *m_store},
        m_config.clients,
        clientsCache());
    m_application->showClients(m_clients->services());
}

QString App::degraded() const
{
    QStringList causes;
    for (const auto &fault : {m_store->fault(), m_writer->fault()}) {
        if (fault)
            causes.append(fault->message);
    }
    causes += m_audit->faults();
    return causes.join(u"; "_s);
}

std::optional<StartFailure> App::openKeys()
{
    auto keys = tokenKeys(m_config, m_random);
    if (!keys)
        return failure(keys.error());
    const auth::TokenLifetimes lifetimes {
        .login = m_config.auth.loginTokenLifetime,
        .renewed = m_config.auth.renewedLoginLifetime,
        .room = m_config.auth.roomTokenLifetime,
        .endedLogins = m_config.auth.endedLogins};
    m_tokens = std::make_unique<auth::TokenService>(*std::move(keys), lifetimes, m_clock, m_random);
    m_tokens->setApiKeys(auth::apiKeyDigests(m_config.auth));
    const Status restored
        = auth::RevocationFile::load(m_state->file(endedLogins), m_tokens->revocations());
    if (!restored)
        return failure(restored.error());
    return {};
}

std::optional<StartFailure> App::openTls()
{
    const auto source = tlsSource(m_config);
    if (!source)
        return failure(source.error());
    auto tls = net::TlsContext::open(*source, m_clock);
    if (!tls)
        return failure(tls.error());
    m_tls = *std::move(tls);
    for (const QString &warning : m_tls->facts().warnings)
        m_log->warn(warning);
    return {};
}

front::FrontServices App::frontServices()
{
    return {
        m_config.net,
        m_config.front,
        m_config.session,
        m_config.auth.longPolls,
        m_config.auth.longPollsPerAddress,
        m_config.auth.longPoll,
        m_clock,
        m_random,
        *m_tokens,
        *m_tls,
        *m_accessLog,
        *m_log,
        *m_events,
        m_licence->seats(),
        *m_entrance,
        {m_config.logging.folder, m_config.logging.accessFolder, clientsCache()}};
}

std::optional<StartFailure> App::fitLimits()
{
    const auto connections = net::raiseDescriptorLimit();
    if (!connections)
        return failure(connections.error());
    m_mostConnections = *connections;
    if (net::fitConnections(m_config.net, *connections))
        m_log->warn(
            u"The system's limit of open files (ulimit -n, LimitNOFILE) carries %1 connections only, so CT_MAX_CONNECTIONS is lowered to that"_s
                .arg(*connections));
    static constexpr qint64 mebibyte = 1 << 20;
    m_memory = memoryLimit();
    if (m_memory && fitReplay(m_config.session, *m_memory))
        m_log->warn(
            u"The server may have %1 MiB of memory only, so CT_REPLAY_TOTAL is lowered to %2 MiB"_s
                .arg(*m_memory / mebibyte)
                .arg(m_config.session.replayTotal / mebibyte));
    return {};
}

std::optional<StartFailure> App::openDoors()
{
    if (auto failed = fitLimits())
        return failed;
    m_application = std::make_unique<application::Application>(application::ApplicationServices {
        m_config.auth,
        m_config.owner,
        m_clock,
        m_random,
        *m_tokens,
        m_state->file(endedLogins),
        *m_events,
        m_licence->seats(),
        [this](const store::AuditEntry &entry) {
            m_log->warnLimited(u"login-locked"_s, entry.detail);
            audit(entry);
        },
        [this] { return degraded(); },
        [this](const QString &key, const QString &sentence) { m_log->warnLimited(key, sentence); },
        {m_config.metrics, [this](const auto &done) {
             m_monitoring->scrape(done);
         }}});
    openAdministration();
    openClients();
    m_entrance = std::make_unique<Entrance>(*m_application);
    m_front = std::make_unique<front::Front>(frontServices());
    m_application->serve(*m_front);
    if (const Status opened = openAdmin(); !opened)
        return failure(opened.error());
    if (const Status opened = m_front->start(); !opened)
        return failure(opened.error());
    m_monitoring->watch(*m_front);
    m_application->setHealth(protocol::HealthStatus::Ok);
    sayLogins();
    sayReady();
    m_administration->announce();
    audit({{}, u"server.started"_s, {}, {}, {}, QLatin1StringView(productVersion)});
    // Whoever waits for the ports may look at the log next.
    m_log->flush();
    if (const Status written = m_state->writePorts(m_front->ports()); !written)
        return failure(written.error());
    return {};
}

Ending::Services App::endingServices()
{
    return {
        m_clock,
        *m_log,
        [this] { return m_reloader.inForce().config.drain; },
        [this] { m_application->setHealth(protocol::HealthStatus::Draining); },
        [this](const std::function<void(int sessions)> &answer) {
            m_front->gather(
                [answer](const front::FrontFigures &figures) { answer(figures.sessions); });
        },
        [this](const QString &reason) { m_front->beginStop(reason); },
        [this] { m_application->releasePolls(); },
        [this] { return m_front->remaining(); },
        [this] { m_front->beginFarewell(); },
        [this](const std::function<void()> &done) {
            deliver(done);
        }};
}

void App::sayLogins()
{
    if (m_config.auth.simpleLoginByDefault)
        m_log->warn(
            u"Simple login is on, because nothing else is set and the server is bound to this "
            u"machine only: "
            "anybody here can log in under any name. OCT_ACTIVATE_SIMPLE_LOGIN=false switches it off."_s);
    else if (m_config.auth.simpleLogin)
        m_log->warn(
            u"Simple login is on (OCT_ACTIVATE_SIMPLE_LOGIN): anybody who reaches this server can log in under any name."_s);
}

void App::sayReady()
{
    const front::Ports ports = m_front->ports();
    m_log->info(
        u"CodeTogether On-Premises services now available on port %1 (HTTP) and %2 (SSL)"_s.arg(
            QString::number(ports.http), QString::number(ports.https)));
}

void App::deliver(const std::function<void()> &done)
{
    m_admin->api().close();
    audit({{}, u"server.stopped"_s});
    m_store->flush();
    m_audit->hurry(m_ending.get(), done);
}

void App::leave()
{
    m_front->stop();
    m_monitoring->stop();
    m_store->flush();
    m_log->info(u"Stopped"_s);
    m_log->flush();
    QCoreApplication::exit(0);
}

} // namespace ct::server::app
