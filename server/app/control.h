// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/app/ending.h"
#include "server/app/licencedesk.h"
#include "server/app/monitoring.h"
#include "server/app/reloader.h"
#include "server/application/controlroutes.h"
#include "server/store/auditentry.h"
#include "shared/protocol/control.h"

namespace ct::server::app {

/// What the control is given by the composition root; all of it outlives it.
struct ControlServices {
    const Clock &clock;
    RandomSource &random;
    Monitoring &monitoring;
    const LicenceDesk &licence;
    Ending &ending;
    const config::ServerConfig &config;
    std::function<protocol::HealthStatus()> health;
    std::function<QString()> degraded;
    std::function<void(const Reloader::Finished &finished)> reload;
    std::function<void(const store::AuditEntry &entry)> audit;
    std::function<front::Ports()> ports;
};

/// What whoever runs the server can ask and tell it. Knows nothing of who may ask. Thread: main.
class Control final : public QObject
{
    Q_OBJECT

public:
    explicit Control(ControlServices services);

    /// To be served somewhere; they are good as long as this is.
    QList<application::ControlCommand> commands();

private:
    using Request = application::ControlRequest;
    using Answer = application::ControlCommand::Answer;

    void tellStatus(const Request &request, const Answer &answer);
    void list(const Request &request, const Answer &answer);
    void tellLicence(const Request &request, const Answer &answer);
    void reload(const Request &request, const Answer &answer);
    void drain(const Request &request, const Answer &answer);
    void stop(const Request &request, const Answer &answer);

    std::chrono::milliseconds uptime() const;
    void audit(const Request &request, const QString &kind) const;
    void tellSessions(std::chrono::seconds patience, const Answer &answer) const;

    const ControlServices m_services;
    const Instant m_started;
    const QString m_uid;
};

} // namespace ct::server::app
