// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demoserver.h"

#include "shared/base/version.h"
#include "shared/protocol/control.h"

using namespace Qt::StringLiterals;

namespace ct::console::demo {

namespace {

namespace wire = protocol::admin;

protocol::KeyFigures figuresOf(const wire::Overview &overview)
{
    QHash<QString, qint64> values;
    for (const wire::Metric &metric : overview.metrics)
        values.insert(metric.name, metric.value);
    return {
        values.value(u"usersOnline"_s),
        values.value(u"sessionsActive"_s),
        values.value(u"sessionConnections"_s),
        std::chrono::microseconds(values.value(u"serverLag"_s)),
        values.value(u"sessionsHosted"_s),
        values.value(u"clientDownloads"_s)};
}

protocol::LicenceSummary summaryOf(const wire::LicenceDetail &licence)
{
    protocol::LicenceSummary summary {licence.state};
    summary.licensee = licence.texts.licensee;
    summary.maxConnections = licence.texts.maxConnections;
    summary.expiration = licence.texts.expiration;
    summary.daysLeft = licence.daysLeft;
    summary.seatsUsed = licence.seatsUsed;
    summary.seatsLimit = licence.limit;
    return summary;
}

} // namespace

DemoServer::DemoServer(
    DemoTable &table, const DemoLive &live, const DemoAdministration &administration)
    : m_live(live),
      m_administration(administration)
{
    table.bind("getServer", [this](const DemoCall &) { return tell(); });
    table.bind("listProcesses", [this](const DemoCall &) { return processes(); });
    for (const QByteArrayView id : {"drainServer", "stopServer"}) {
        table.bind(id, [](const DemoCall &) {
            return problemAnswer(
                403,
                u"This is not allowed"_s,
                u"This is for codetogether-ctl on the server's machine"_s);
        });
    }
    // As a server says to whoever asks for its WebSocket in another way: then one asks again and
    // again instead.
    table.bind("watchEvents", [](const DemoCall &) {
        return problemAnswer(
            400, u"This is a WebSocket"_s, u"Send Connection: Upgrade and Upgrade: websocket"_s);
    });
}

DemoAnswer DemoServer::tell() const
{
    const wire::HealthDetail health = m_live.health();
    protocol::ServerStatus status;
    status.health = {
        protocol::HealthStatus::Ok, QString::fromLatin1(productVersion), health.uptimeSeconds, {}};
    status.pid = health.pid;
    status.figures = figuresOf(m_live.overview());
    status.licence = summaryOf(m_administration.licence());
    return objectAnswer(toJson(status));
}

DemoAnswer DemoServer::processes() const
{
    const wire::HealthDetail health = m_live.health();
    const protocol::ServerProcess process {
        u"demo"_s,
        u"/usr/bin/codetogether-edge"_s,
        u"codetogether-edge --hostname 127.0.0.1 --port 3001"_s,
        1,
        health.pid,
        u"/var/log/codetogether-edge/server.log"_s,
        health.uptimeSeconds};
    return objectAnswer(toJson(protocol::ServerProcesses {{process}}));
}

} // namespace ct::console::demo
