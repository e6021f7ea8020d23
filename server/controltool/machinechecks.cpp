// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/client.h"
#include "server/controltool/diagnosis.h"
#include "server/store/database.h"

#include <QDate>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStorageInfo>
#include <QTcpServer>
#include <QTimeZone>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

/// Less is filled within hours.
constexpr qint64 leastSpace = 64LL << 20;

struct Door {
    QString variable;
    quint16 port;
    QList<QHostAddress> addresses;
};

QList<Finding> checkDoor(const Door &door)
{
    for (const QHostAddress &address : door.addresses) {
        QTcpServer server;
        if (door.port == 0 || server.listen(address, door.port))
            continue;
        return {
            {u"port-taken"_s,
             door.variable,
             u"Port %1 can't be had at %2: %3"_s.arg(
                 QString::number(door.port), address.toString(), server.errorString())}};
    }
    return {};
}

/// A folder that has to be there, or that can be made.
QList<Finding> checkFolder(const QString &variable, const QString &folder)
{
    QString there = QDir::cleanPath(folder);
    while (!QFileInfo::exists(there) && !QFileInfo(there).isRoot())
        there = QFileInfo(there).path();
    const QFileInfo info(there);
    if (!info.isDir() || ::access(QFile::encodeName(there).constData(), W_OK | X_OK) != 0)
        return {
            {u"folder-unusable"_s,
             variable,
             u"%1 can't be written to, so %2 is of no use"_s.arg(there, folder)}};
    const QStorageInfo disk(there);
    if (disk.isValid() && disk.bytesAvailable() < leastSpace)
        return {
            {u"disk-full"_s,
             variable,
             u"Only %1 MiB are free for %2"_s.arg(
                 QString::number(disk.bytesAvailable() >> 20), folder)}};
    return {};
}

QList<Finding> checkDatabase(const QString &file)
{
    if (!QFileInfo::exists(file))
        return {};
    store::Database database(file);
    Status opened = database.open();
    if (opened) {
        if (const auto tables = database.select({u"schema_exists"_s}); !tables)
            opened = tables.error();
    }
    if (opened)
        return {};
    return {
        {u"database-unreachable"_s,
         u"CT_STATE_DIR"_s,
         u"The database can't be used: "_s + opened.error().message}};
}

/// Nothing tells the right time without a network, but a clock that shows less than it has shown
/// before is wrong, or was.
QList<Finding> checkClock(const config::ServerConfig &config)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QFile file(config.stateDir + u"/last-day"_s);
    const bool isThere = file.open(QIODevice::ReadOnly);
    const QDate seen = QDate::fromString(
        isThere ? QString::fromLatin1(file.readAll().trimmed()) : QString(), Qt::ISODate);
    const QDate today = now.toTimeZone(QTimeZone(config.timeZone.toUtf8())).date();
    if (!seen.isValid() || today >= seen)
        return {};
    return {
        {u"clock-off"_s,
         u"CT_TIME_ZONE"_s,
         u"The clock shows %1, but it has shown %2 before: set it right (or CT_TIME_ZONE, if days begin elsewhere)"_s
             .arg(today.toString(Qt::ISODate), seen.toString(Qt::ISODate))}};
}

QList<Finding> checkPackages(const clients::ClientsConfig &config)
{
    if (config.isOff || config.isOwnFolder)
        return {};
    const QFileInfo info(config.folder);
    const bool isReadable
        = info.isDir() && ::access(QFile::encodeName(config.folder).constData(), R_OK | X_OK) == 0;
    if (isReadable)
        return {};
    return {
        {u"packages-unreadable"_s,
         u"CT_CLIENTS_DIR"_s,
         u"The folder %1 with the packages for IDEs can't be read"_s.arg(config.folder)}};
}

} // namespace

QList<Finding> checkPorts(const config::ServerConfig &config)
{
    // The ports of a server that runs are its own, and whether one does is not for everybody to
    // see.
    const auto client = ControlClient::find(config.stateDir);
    if (client || client.error().code == ErrorCode::Forbidden)
        return {};
    QList<QHostAddress> addresses = config.net.bindAddresses;
    if (addresses.isEmpty())
        addresses = {QHostAddress(QHostAddress::Any)};
    QList<Finding> findings = checkDoor({u"CT_HTTP_PORT"_s, config.net.httpPort, addresses});
    if (config.net.httpsEnabled)
        findings += checkDoor({u"CT_HTTPS_PORT"_s, config.net.httpsPort, addresses});
    return findings
        + checkDoor(
               {u"CT_PRIVATE_PORT"_s,
                config.net.privatePort,
                {QHostAddress(QHostAddress::LocalHost)}});
}

QList<Finding> checkMachine(const config::ServerConfig &config)
{
    return checkFolder(u"CT_STATE_DIR"_s, config.stateDir)
        + checkFolder(u"CT_LOG_DIR"_s, config.logging.folder)
        + checkDatabase(config.stateDir + u"/edge.sqlite"_s) + checkClock(config)
        + checkPackages(config.clients);
}

} // namespace ct::server::controltool
