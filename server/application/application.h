// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/application/adminroutes.h"
#include "server/application/clientsroutes.h"
#include "server/application/dashboard.h"
#include "server/application/loginroutes.h"
#include "server/application/metricsroutes.h"
#include "server/application/sessionroutes.h"
#include "server/application/statusroutes.h"
#include "server/auth/revocationfile.h"

#include <QTimer>

namespace ct::server::application {

/// What the application is given by the composition root; all of it outlives the application.
struct ApplicationServices {
    auth::AuthConfig auth;
    QString owner;
    const Clock &clock;
    RandomSource &random;
    auth::TokenService &tokens;
    /// Keeps the logins that were ended.
    QString endedLoginsFile;
    session::SessionEvents &events;
    const session::SeatCounter &seats;
    std::function<void(const store::AuditEntry &entry)> audit;
    /// See StatusSource.
    std::function<QString()> degraded;
    std::function<void(const QString &key, const QString &sentence)> warn;
    MetricsParts metrics;
};

/// Everything that isn't a transport, on QtHttpServer: logins, sessions' REST calls, pages, health.
/// Made first; then the front, which needs its entrance; then serve(), which needs the front's
/// sessions. Thread: main, but for admit() and delivered().
class Application final : public QObject
{
    Q_OBJECT

public:
    explicit Application(ApplicationServices services);
    ~Application() override;

    /// Takes over one end of a socket pair. Thread: any.
    void admit(int descriptor);
    /// See Receipts. Thread: any.
    void delivered(const QByteArray &receipt, bool written);

    void serve(session::SessionGateway &sessions);
    /// New logins, limits and pages; the settings that it was given have changed.
    void apply(const auth::AuthConfig &auth, const QString &owner);
    /// What `services` refers to outlives the application.
    void showDashboard(DashboardServices services);
    /// The admin API; `api` outlives the application.
    void showAdmin(admin::Api &api, const std::function<QString()> &serverUrl)
    {
        addAdminRoutes(m_server, api, serverUrl);
    }
    auth::LoginThrottle &throttle() { return m_throttle; }
    protocol::HealthStatus health() const { return m_health; }
    /// Once; what `services` calls outlives the application.
    void showClients(ClientsServices services);
    void setHealth(protocol::HealthStatus health) { m_health = health; }
    /// Answers every poll that is held, so that the front can end.
    void releasePolls();

    const auth::LoginMethods &methods() const { return m_methods; }

private:
    void tick();
    void logOut(const auth::Logout &logout, const std::function<void()> &done);

    ApplicationServices m_services;
    protocol::HealthStatus m_health = protocol::HealthStatus::Starting;
    /// Before those that hold replies: they answer through it when they go.
    compat::HttpServer m_server;
    auth::LoginMethods m_methods;
    auth::LoginService m_logins;
    auth::LoginThrottle m_throttle;
    auth::JoinTickets m_tickets;
    Receipts m_receipts;
    auth::RevocationFile m_endedLogins;
    StatusSource m_status;
    LoginParts m_loginParts;
    std::unique_ptr<SessionParts> m_sessionParts;
    std::unique_ptr<Dashboard> m_dashboard;
    ClientsServices m_clients;
    QTimer m_timer;
};

} // namespace ct::server::application
