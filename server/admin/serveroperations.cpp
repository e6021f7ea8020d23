// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/serveroperations.h"

#include "server/admin/answers.h"
#include "shared/base/version.h"

#include <QCoreApplication>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

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

ServerOperations::ServerOperations(OperationTable &table, ServerServices services)
    : m_services(std::move(services)),
      m_started(m_services.clock.now()),
      m_uid(QString::fromLatin1(randomId(m_services.random, uidLength)))
{
    table.bind("getServer", [this](const Call &, const Done &done) { tell(done); });
    table.bind("listProcesses", [this](const Call &, const Done &done) { done(processes()); });
    table.bind("drainServer", [this](const Call &call, const Done &done) { drain(call, done); });
    table.bind("stopServer", [this](const Call &call, const Done &done) { stop(call, done); });
}

std::chrono::milliseconds ServerOperations::uptime() const
{
    return std::chrono::floor<std::chrono::milliseconds>(m_services.clock.now() - m_started);
}

void ServerOperations::tell(const Done &done) const
{
    m_services.gather([this, done](const metrics::ServerFigures &figures) {
        protocol::ServerStatus status;
        status.health
            = {m_services.health(),
               QString::fromLatin1(productVersion),
               std::chrono::floor<std::chrono::seconds>(uptime()),
               m_services.degraded()};
        status.pid = QCoreApplication::applicationPid();
        status.figures = keyFigures(figures);
        status.licence = m_services.licence();
        done(jsonAnswer(toJson(status)));
    });
}

/// As the supervisor of the original lists what it runs.
Answer ServerOperations::processes() const
{
    const protocol::ServerProcess process {
        m_uid,
        QCoreApplication::applicationFilePath(),
        u"codetogether-edge --hostname 127.0.0.1 --port %1"_s.arg(m_services.privatePort()),
        ::getppid(),
        QCoreApplication::applicationPid(),
        m_services.logFile,
        uptime()};
    return jsonAnswer(toJson(protocol::ServerProcesses {{process}}));
}

void ServerOperations::tellSessions(std::chrono::seconds patience, const Done &done) const
{
    m_services.gather([patience, done](const metrics::ServerFigures &figures) {
        done(jsonAnswer(toJson(protocol::EndingAnswer {figures.front.sessions, patience})));
    });
}

void ServerOperations::drain(const Call &call, const Done &done) const
{
    m_services.ledger.note(m_services.ledger.entry(call, u"admin.server.drain"_s, u"server"_s));
    m_services.drain();
    tellSessions(m_services.patience(), done);
}

void ServerOperations::stop(const Call &call, const Done &done) const
{
    m_services.ledger.note(m_services.ledger.entry(call, u"admin.server.stop"_s, u"server"_s));
    tellSessions({}, done);
    m_services.stop();
}

} // namespace ct::server::admin
