// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/fileoperations.h"

#include "server/admin/answers.h"
#include "server/admin/paging.h"
#include "server/http/backendfields.h"
#include "server/logging/logfiles.h"
#include "shared/protocol/admin/logs.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;

constexpr int mostLines = 1'000;

Answer noSuchLog()
{
    return problemAnswer({ErrorCode::NotFound, u"There is no such log"_s});
}

wire::LogFiles filesOf(const QList<logging::LogFileFacts> &files)
{
    wire::LogFiles list;
    for (const logging::LogFileFacts &file : files)
        list.files.append(
            {file.name, file.size, std::chrono::milliseconds(file.changed.toMSecsSinceEpoch())});
    return list;
}

/// The front sends it, with ranges, and refuses what is no regular file in the folder itself.
Answer fileAnswer(const QString &path)
{
    const QByteArray name = QFileInfo(path).fileName().toLatin1();
    return {
        200,
        {{"Content-Type", "text/plain; charset=utf-8"},
         {"Content-Disposition", "attachment; filename=\"" + name + '"'},
         {"X-Content-Type-Options", "nosniff"},
         {"Cache-Control", "no-store"},
         {http::backend::sendFile.toByteArray(), path.toUtf8()}}};
}

} // namespace

FileOperations::FileOperations(OperationTable &table, QString logFolder)
    : m_logFolder(std::move(logFolder))
{
    table.bind("listLogs", [this](const Call &, const Done &done) { listLogs(done); });
    table.bind("readLog", [this](const Call &call, const Done &done) { readLog(call, done); });
    table.bind("downloadLog", [this](const Call &call, const Done &done) { sendLog(call, done); });
}

QString FileOperations::pathOf(const QString &log) const
{
    return QDir(m_logFolder).filePath(log);
}

void FileOperations::listLogs(const Done &done)
{
    m_offLoop.run<QList<logging::LogFileFacts>>(
        [folder = m_logFolder] { return logging::logFiles(folder); },
        [done](const QList<logging::LogFileFacts> &files) { done(answerOf(filesOf(files))); });
}

void FileOperations::readLog(const Call &call, const Done &done)
{
    const QString log = call.arguments.constFirst();
    if (!logging::isLogName(log))
        return done(noSuchLog());
    const auto most = pageSize(call, mostLines);
    const auto from = numberOf(call, u"from"_s, -1);
    if (!most || !from)
        return done(problemAnswer(most ? from.error() : most.error()));
    const auto begin = *from < 0 ? std::nullopt : std::optional(*from);
    m_offLoop.run<Result<logging::LogPart>>(
        [path = pathOf(log), begin, most = *most] { return logging::readLog(path, begin, most); },
        [done](const Result<logging::LogPart> &part) {
            if (!part)
                return done(problemAnswer(part.error()));
            done(answerOf(wire::LogLines {part->lines, part->from, part->next}));
        });
}

void FileOperations::sendLog(const Call &call, const Done &done)
{
    const QString log = call.arguments.constFirst();
    if (!logging::isLogName(log))
        return done(noSuchLog());
    m_offLoop.run<bool>(
        [path = pathOf(log)] { return QFileInfo(path).isFile() && !QFileInfo(path).isSymLink(); },
        [path = pathOf(log), done](const bool &isThere) {
            done(isThere ? fileAnswer(path) : noSuchLog());
        });
}

} // namespace ct::server::admin
