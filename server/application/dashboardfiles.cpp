// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The files that the dashboard and /logs hand out.
#include "server/application/answers.h"
#include "server/application/dashboard.h"
#include "server/application/pageassets.h"
#include "server/archive/targz.h"
#include "server/http/backendfields.h"
#include "server/logging/logfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

const QByteArray plainText = "text/plain; charset=utf-8"_ba;

/// The rows of the page. Reads a folder: not on the loop.
QByteArray logRows(const QString &folder)
{
    QByteArray rows;
    for (const logging::LogFileFacts &file : logging::logFiles(folder)) {
        const QByteArray name = htmlEscaped(file.name);
        rows += "<tr><td><a href=\"logs/" + name + "\">" + name + "</a></td><td class=\"number\">"
            + QByteArray::number(file.size) + "</td><td>"
            + file.changed.toUTC().toString(Qt::ISODate).toLatin1() + "</td></tr>\n";
    }
    return rows;
}

/// The front sends it, with ranges, and refuses what is no regular file in the folder itself.
void sendFile(const QString &folder, const QString &name, bool isDownload, compat::Reply &reply)
{
    const QByteArray as = isDownload ? "attachment" : "inline";
    reply.send(
        200,
        {{"Content-Type", plainText},
         {"Content-Disposition", as + "; filename=\"" + name.toLatin1() + '"'},
         {"X-Content-Type-Options", "nosniff"},
         {"Cache-Control", "no-store"},
         {http::backend::sendFile.toByteArray(), QDir(folder).filePath(name).toUtf8()}},
        {});
}

} // namespace

void Dashboard::addLogs(compat::HttpServer &server)
{
    server.route(
        compat::Method::Get,
        u"/logs"_s,
        m_door.guarded(
            u"/logs"_s,
            "dashboard/login",
            [this](const Visitor &, const compat::Call &, const compat::ReplyPtr &reply) {
                listLogs(reply);
            }));
    server.route(
        compat::Method::Get, u"/logs/"_s, [](const compat::Call &, const compat::ReplyPtr &reply) {
            reply->send(303, {{"Location", "../logs"}, {"Cache-Control", "no-store"}}, {});
        });
    server.route(
        compat::Method::Get,
        u"/logs/<arg>"_s,
        m_door.guarded(
            u"/logs"_s,
            "../dashboard/login",
            [this](const Visitor &, const compat::Call &call, const compat::ReplyPtr &reply) {
                sendLog(call.argument, *reply);
            }));
}

void Dashboard::listLogs(const compat::ReplyPtr &reply)
{
    m_offLoop.run<QByteArray>(
        [folder = m_services.logFolder] { return logRows(folder); },
        [reply](const QByteArray &rows) {
            QByteArray page = pageResource(u"dashboard/logs.html"_s);
            reply->send(
                200, pageHeaders("text/html; charset=utf-8"), page.replace("{{rows}}", rows));
        });
}

void Dashboard::sendLog(const QString &name, compat::Reply &reply) const
{
    if (!logging::isLogName(name))
        return answerText(reply, 404, "Not found");
    sendFile(m_services.logFolder, name, false, reply);
}

void Dashboard::addDownloads(compat::HttpServer &server)
{
    const auto handle
        = [this](const Visitor &, const compat::Call &call, const compat::ReplyPtr &reply) {
              static const QStringList logs {u"server.log"_s, u"sessions.log"_s, u"usage.log"_s};
              if (call.argument == u"metrics.tar.gz"_s)
                  return sendTables(reply);
              if (!logs.contains(call.argument))
                  return answerText(*reply, 404, "Not found");
              sendFile(m_services.logFolder, call.argument, true, *reply);
          };
    server.route(
        compat::Method::Get,
        u"/dashboard/api/download/<arg>"_s,
        m_door.guarded(u"/dashboard"_s, "../../login", handle));
}

void Dashboard::sendTables(const compat::ReplyPtr &reply)
{
    m_services.tables([this, reply](const Result<QList<QByteArray>> &tables) {
        if (!tables)
            return answerText(
                *reply, statusOf(tables.error().code), "The records can't be read now");
        const QList<archive::ArchiveEntry> entries {
            {u"session-metrics.csv"_s, tables->at(0)}, {u"download-metrics.csv"_s, tables->at(1)}};
        m_offLoop.run<Result<QByteArray>>(
            [entries, at = m_services.clock.wallNow()] { return archive::tarGz(entries, at); },
            [reply](const Result<QByteArray> &packed) {
                if (!packed)
                    return answerText(*reply, 500, "The archive can't be made");
                reply->send(
                    200,
                    {{"Content-Type", "application/gzip"},
                     {"Content-Disposition", "attachment; filename=\"metrics.tar.gz\""},
                     {"X-Content-Type-Options", "nosniff"},
                     {"Cache-Control", "no-store"}},
                    *packed);
            });
    });
}

} // namespace ct::server::application
