// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/control.h"

#include "shared/base/version.h"
#include "shared/protocol/paths.h"

#include <QCoreApplication>

#include <cmath>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

namespace paths = protocol::paths;
using application::ControlCommand;
using compat::Method;

/// As long as the original's.
constexpr int uidLength = 4;

protocol::KeyFigures keyFigures(const metrics::ServerFigures &figures)
{
    const std::chrono::duration<double> lag(figures.meanLag());
    return {
        figures.front.usersConnected,
        figures.front.sessions,
        figures.front.connectedParticipants,
        std::chrono::round<std::chrono::microseconds>(lag),
        static_cast<qint64>(figures.hostedInAll()),
        static_cast<qint64>(figures.downloads.total())};
}

} // namespace

Control::Control(ControlServices services)
    : m_services(std::move(services)),
      m_started(m_services.clock.now()),
      m_uid(QString::fromLatin1(randomId(m_services.random, uidLength)))
{ }

QList<ControlCommand> Control::commands()
{
    const auto command = [this](Method method, QLatin1StringView path, auto member) {
        return application::controlCommand(method, path, this, member);
    };
    return {
        command(Method::Get, paths::controlStatus, &Control::tellStatus),
        command(Method::Get, paths::controlList, &Control::list),
        command(Method::Get, paths::controlLicence, &Control::tellLicence),
        command(Method::Post, paths::controlReload, &Control::reload),
        command(Method::Post, paths::controlDrain, &Control::drain),
        command(Method::Post, paths::controlStop, &Control::stop)};
}

std::chrono::milliseconds Control::uptime() const
{
    return std::chrono::floor<std::chrono::milliseconds>(m_services.clock.now() - m_started);
}

void Control::tellStatus(const Request & /*request*/, const Answer &answer)
{
    m_services.monitoring.gather([this, answer](const metrics::ServerFigures &figures) {
        protocol::ServerStatus status;
        status.health
            = {m_services.health(),
               QString::fromLatin1(productVersion),
               std::chrono::floor<std::chrono::seconds>(uptime()),
               m_services.degraded()};
        status.pid = QCoreApplication::applicationPid();
        status.figures = keyFigures(figures);
        status.licence = m_services.licence.summary();
        answer(toJson(status));
    });
}

/// As the supervisor of the original lists what it runs.
void Control::list(const Request & /*request*/, const Answer &answer)
{
    const protocol::ServerProcess process {
        m_uid,
        QCoreApplication::applicationFilePath(),
        u"codetogether-edge --hostname 127.0.0.1 --port %1"_s.arg(m_services.ports().privateHttp),
        ::getppid(),
        QCoreApplication::applicationPid(),
        m_services.config.logging.folder + u"/server.log"_s,
        uptime()};
    answer(toJson(protocol::ServerProcesses {{process}}));
}

void Control::tellLicence(const Request & /*request*/, const Answer &answer)
{
    answer(toJson(m_services.licence.summary()));
}

void Control::audit(const Request &request, const QString &kind) const
{
    m_services.audit({{}, kind, request.actor, {}, u"server"_s, {}});
}

void Control::reload(const Request &request, const Answer &answer)
{
    audit(request, u"control.reload"_s);
    m_services.reload([answer](const ReloadReport &report) { answer(toJson(answerOf(report))); });
}

void Control::tellSessions(std::chrono::seconds patience, const Answer &answer) const
{
    m_services.monitoring.gather([patience, answer](const metrics::ServerFigures &figures) {
        answer(toJson(protocol::EndingAnswer {figures.front.sessions, patience}));
    });
}

void Control::drain(const Request &request, const Answer &answer)
{
    audit(request, u"control.drain"_s);
    m_services.ending.drain();
    tellSessions(m_services.ending.patience(), answer);
}

void Control::stop(const Request &request, const Answer &answer)
{
    audit(request, u"control.stop"_s);
    tellSessions({}, answer);
    m_services.ending.stop();
}

} // namespace ct::server::app
