// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the admin API is given.
#include "server/app/app.h"
#include "server/app/entrance.h"

namespace ct::server::app {

/// How the server is told to end, by signals, and all else that administrators tell it.
Status App::openAdmin()
{
    m_ending = std::make_unique<Ending>(endingServices());
    connect(m_ending.get(), &Ending::begun, &m_service, &ServiceNotifier::stopping);
    connect(m_ending.get(), &Ending::ended, this, &App::leave);
    const auto token = m_state->makeControlToken(m_random);
    if (!token)
        return token.error();
    m_admin = std::make_unique<AdminDesk>(AdminServices {
        m_administration->gate(),
        m_administration->pageSessions(),
        m_config.credentials,
        *token,
        {m_clock,
         *m_store,
         [this] { return m_application->health(); },
         [this] { return m_writer->fault(); },
         [this] { return m_tls->facts(); },
         [this]() -> const licence::LicenceStatus & { return m_licence->status(); },
         [this](const auto &done) { m_monitoring->gather(done); },
         [this] { return m_audit->health(); },
         [this] {
             return qint64 {m_reloader.inForce().config.session.rooms};
         }},
        m_random,
        *m_front,
        m_feed,
        [this](const credentials::Pair &pair, const admin::Caller &caller, const auto &done) {
            m_administration->setCredentials(
                pair, {caller.name, caller.address}, [done](const auto &origin) {
                    done(origin ? Status() : Status(origin.error()));
                });
        },
        m_licence->licensing(),
        [this] { return licence::isGiven(m_reloader.inForce().config.licence); },
        [this] { return m_licence->seats().used(); },
        [this]() -> const config::LoadedConfig & { return m_reloader.inForce(); },
        [this](const auto &done) {
            reload([done](const ReloadReport &report) { done(answerOf(report)); });
        },
        m_config.logging.folder,
        m_clients->area(),
        [this](const QByteArray &id, const FileAt &file, qint64 size) {
            m_front->uploads().expect(id, {file, size});
        },
        [this](const QByteArray &id) { m_front->uploads().forget(id); },
        [this](const QByteArray &id) { return m_front->uploads().arrived(id); },
        [this] { return degraded(); },
        [this] { return m_licence->summary(); },
        [this] { return m_front->ports().privateHttp; },
        *m_ending,
        *m_metricsDesk,
        *m_monitoring,
        m_application->throttle()});
    m_entrance->setWatched(&m_admin->events());
    m_application->showAdmin(
        m_admin->api(), [this] { return m_reloader.inForce().config.serverUrl; });
    return {};
}

} // namespace ct::server::app
