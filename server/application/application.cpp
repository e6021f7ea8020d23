// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/application.h"

#include "server/application/pageroutes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

constexpr std::chrono::milliseconds tickEvery {250};

} // namespace

Application::Application(ApplicationServices services)
    : m_services(std::move(services)),
      m_methods(auth::makeLoginMethods(m_services.auth, m_services.random)),
      m_logins(m_services.auth, m_services.tokens, m_services.clock, m_services.random),
      m_throttle(m_services.auth, m_services.clock),
      m_tickets(m_services.auth, m_services.clock, m_services.random),
      m_endedLogins(m_services.endedLoginsFile, m_services.tokens.revocations(), m_services.clock),
      m_status {
          m_services.owner,
          m_services.clock,
          m_services.clock.now(),
          [this] { return m_health; },
          m_services.degraded},
      m_loginParts {
          m_services.auth,
          m_services.tokens,
          m_methods,
          m_logins,
          m_throttle,
          m_receipts,
          [this](const auth::Logout &logout, const std::function<void()> &done) {
              logOut(logout, done);
          },
          m_services.audit,
          m_services.warn}
{
    connect(&m_timer, &QTimer::timeout, this, &Application::tick);
    m_timer.start(tickEvery);
    addStatusRoutes(m_server, m_status);
    addPageRoutes(m_server, m_methods);
    addLoginRoutes(m_server, m_loginParts);
    addMetricsRoutes(m_server, m_services.metrics);
}

Application::~Application()
{
    releasePolls();
    // What other threads have posted holds replies, too.
    QCoreApplication::removePostedEvents(this);
}

void Application::apply(const auth::AuthConfig &auth, const QString &owner)
{
    m_services.auth = auth;
    m_status.owner = owner;
    m_methods = auth::makeLoginMethods(auth, m_services.random);
    m_logins.apply(auth);
    m_throttle.apply(auth);
    m_tickets.apply(auth);
}

void Application::serve(session::SessionGateway &sessions)
{
    m_sessionParts = std::make_unique<SessionParts>(SessionParts {
        m_services.tokens,
        m_methods,
        m_tickets,
        sessions,
        m_services.events,
        m_services.seats,
        m_services.clock,
        m_services.random,
        [this] { return m_health == protocol::HealthStatus::Draining; },
        this});
    addSessionRoutes(m_server, *m_sessionParts);
}

void Application::showDashboard(DashboardServices services)
{
    m_dashboard = std::make_unique<Dashboard>(m_server, std::move(services));
}

void Application::showClients(ClientsServices services)
{
    m_clients = std::move(services);
    addClientsRoutes(m_server, m_clients, m_receipts);
}

void Application::admit(int descriptor)
{
    QMetaObject::invokeMethod(
        this, [this, descriptor] { m_server.admit(descriptor); }, Qt::QueuedConnection);
}

void Application::delivered(const QByteArray &receipt, bool written)
{
    QMetaObject::invokeMethod(
        this,
        [this, receipt, written] { m_receipts.report(receipt, written); },
        Qt::QueuedConnection);
}

void Application::releasePolls()
{
    m_logins.releasePolls();
    m_tickets.releasePolls();
}

void Application::logOut(const auth::Logout &logout, const std::function<void()> &done)
{
    m_services.tokens.revoke(logout);
    if (m_sessionParts)
        m_sessionParts->sessions.endSeats(logout);
    m_endedLogins.save([this, done](const Status &saved) {
        if (!saved)
            m_services.audit(
                {{},
                 u"logout.unsaved"_s,
                 {},
                 {},
                 {},
                 u"A logout will be forgotten when the server stops: "_s + saved.error().message});
        done();
    });
}

void Application::tick()
{
    m_logins.tick();
    m_tickets.tick();
    m_throttle.tidy();
}

} // namespace ct::server::application
