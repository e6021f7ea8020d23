// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/control.h"

#include "shared/protocol/jsonarray.h"
#include "shared/protocol/jsonreader.h"

using namespace Qt::StringLiterals;

namespace ct::protocol {

QJsonObject toJson(const KeyFigures &figures)
{
    return {
        {"usersOnline"_L1, figures.usersOnline},
        {"sessionsActive"_L1, figures.sessionsActive},
        {"sessionConnections"_L1, figures.sessionConnections},
        {"serverLagMicroseconds"_L1, qint64 {figures.serverLag.count()}},
        {"sessionsHosted"_L1, figures.sessionsHosted},
        {"clientDownloads"_L1, figures.clientDownloads}};
}

template<>
Result<KeyFigures> fromJson<KeyFigures>(const QJsonObject &object)
{
    JsonReader reader(object);
    KeyFigures figures;
    figures.usersOnline = reader.integer("usersOnline"_L1);
    figures.sessionsActive = reader.integer("sessionsActive"_L1);
    figures.sessionConnections = reader.integer("sessionConnections"_L1);
    figures.serverLag = std::chrono::microseconds(reader.integer("serverLagMicroseconds"_L1));
    figures.sessionsHosted = reader.integer("sessionsHosted"_L1);
    figures.clientDownloads = reader.integer("clientDownloads"_L1);
    return reader.finish(figures);
}

QJsonObject toJson(const LicenceSummary &licence)
{
    QJsonObject object {
        {"state"_L1, licence.state},
        {"licensee"_L1, licence.licensee},
        {"maxConnections"_L1, licence.maxConnections},
        {"expiration"_L1, licence.expiration},
        {"locator"_L1, licence.locator},
        {"fault"_L1, licence.fault},
        {"clockSetBack"_L1, licence.clockSetBack},
        {"seatsUsed"_L1, licence.seatsUsed},
        {"seatsLimit"_L1, licence.seatsLimit}};
    if (licence.daysLeft)
        object.insert("daysLeft"_L1, *licence.daysLeft);
    return object;
}

template<>
Result<LicenceSummary> fromJson<LicenceSummary>(const QJsonObject &object)
{
    JsonReader reader(object);
    LicenceSummary licence;
    licence.state = reader.text("state"_L1);
    licence.licensee = reader.text("licensee"_L1);
    licence.maxConnections = reader.text("maxConnections"_L1);
    licence.expiration = reader.text("expiration"_L1);
    licence.locator = reader.text("locator"_L1);
    licence.daysLeft = reader.optionalInteger("daysLeft"_L1);
    licence.fault = reader.text("fault"_L1);
    licence.clockSetBack = reader.boolean("clockSetBack"_L1);
    licence.seatsUsed = reader.integer("seatsUsed"_L1);
    licence.seatsLimit = reader.integer("seatsLimit"_L1);
    return reader.finish(licence);
}

QJsonObject toJson(const ServerStatus &status)
{
    return {
        {"health"_L1, toJson(status.health)},
        {"pid"_L1, status.pid},
        {"figures"_L1, toJson(status.figures)},
        {"licence"_L1, toJson(status.licence)}};
}

template<>
Result<ServerStatus> fromJson<ServerStatus>(const QJsonObject &object)
{
    JsonReader reader(object);
    ServerStatus status;
    status.health = reader.message<Health>("health"_L1);
    status.pid = reader.integer("pid"_L1);
    status.figures = reader.message<KeyFigures>("figures"_L1);
    status.licence = reader.message<LicenceSummary>("licence"_L1);
    return reader.finish(status);
}

QJsonObject toJson(const ServerProcess &process)
{
    return {
        {"uid"_L1, process.uid},
        {"command"_L1, process.command},
        {"script"_L1, process.script},
        {"supervisorPid"_L1, process.supervisorPid},
        {"pid"_L1, process.pid},
        {"logFile"_L1, process.logFile},
        {"uptimeMilliseconds"_L1, qint64 {process.uptime.count()}}};
}

template<>
Result<ServerProcess> fromJson<ServerProcess>(const QJsonObject &object)
{
    JsonReader reader(object);
    ServerProcess process;
    process.uid = reader.text("uid"_L1);
    process.command = reader.text("command"_L1);
    process.script = reader.text("script"_L1);
    process.supervisorPid = reader.integer("supervisorPid"_L1);
    process.pid = reader.integer("pid"_L1);
    process.logFile = reader.text("logFile"_L1);
    process.uptime = std::chrono::milliseconds(reader.integer("uptimeMilliseconds"_L1));
    return reader.finish(process);
}

QJsonObject toJson(const ServerProcesses &list)
{
    return {{"processes"_L1, toArray(list.processes)}};
}

template<>
Result<ServerProcesses> fromJson<ServerProcesses>(const QJsonObject &object)
{
    JsonReader reader(object);
    const ServerProcesses list {reader.messages<ServerProcess>("processes"_L1)};
    return reader.finish(list);
}

QJsonObject toJson(const ReloadAnswer &answer)
{
    return {
        {"done"_L1, answer.done},
        {"summary"_L1, answer.summary},
        {"renewed"_L1, QJsonArray::fromStringList(answer.renewed)},
        {"changed"_L1, QJsonArray::fromStringList(answer.changed)},
        {"needRestart"_L1, QJsonArray::fromStringList(answer.needRestart)},
        {"errors"_L1, QJsonArray::fromStringList(answer.errors)},
        {"warnings"_L1, QJsonArray::fromStringList(answer.warnings)}};
}

template<>
Result<ReloadAnswer> fromJson<ReloadAnswer>(const QJsonObject &object)
{
    JsonReader reader(object);
    ReloadAnswer answer;
    answer.done = reader.boolean("done"_L1);
    answer.summary = reader.text("summary"_L1);
    answer.renewed = reader.texts("renewed"_L1);
    answer.changed = reader.texts("changed"_L1);
    answer.needRestart = reader.texts("needRestart"_L1);
    answer.errors = reader.texts("errors"_L1);
    answer.warnings = reader.texts("warnings"_L1);
    return reader.finish(answer);
}

QJsonObject toJson(const EndingAnswer &answer)
{
    return {
        {"sessions"_L1, answer.sessions}, {"patienceSeconds"_L1, qint64 {answer.patience.count()}}};
}

template<>
Result<EndingAnswer> fromJson<EndingAnswer>(const QJsonObject &object)
{
    JsonReader reader(object);
    EndingAnswer answer;
    answer.sessions = reader.integer("sessions"_L1);
    answer.patience = std::chrono::seconds(reader.integer("patienceSeconds"_L1));
    return reader.finish(answer);
}

} // namespace ct::protocol
