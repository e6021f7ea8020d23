// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/qtmessages.h"

#include "server/logging/serverlog.h"

#include <QLoggingCategory>

#include <cstring>
#include <shared_mutex>

namespace ct::server::logging {

namespace {

// The only process-wide state: Qt calls a plain function, which has nowhere else to find the log.
struct Target {
    std::shared_mutex mutex;
    ServerLog *log = nullptr;
    QtMessageHandler before = nullptr;
};

Target &target()
{
    static Target only;
    return only;
}

Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return Level::Debug;
    case QtInfoMsg:
        return Level::Info;
    case QtWarningMsg:
        return Level::Warn;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return Level::Error;
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // A message made while writing one would wait for itself.
    static thread_local bool isWriting = false;
    if (isWriting)
        return;
    isWriting = true;
    {
        const std::shared_lock lock(target().mutex);
        const bool isOrdinary = !context.category || std::strcmp(context.category, "default") == 0;
        const QString source = QString::fromUtf8(isOrdinary ? "root" : context.category);
        if (ServerLog *log = target().log) {
            log->write(levelOf(type), message, source);
            // Qt ends the process next.
            if (type == QtFatalMsg)
                log->flush();
        }
    }
    isWriting = false;
}

} // namespace

void installQtMessageHandler(ServerLog *log)
{
    const std::unique_lock lock(target().mutex);
    if (log && !target().log)
        target().before = qInstallMessageHandler(&handle);
    else if (!log && target().log)
        qInstallMessageHandler(target().before);
    target().log = log;
}

} // namespace ct::server::logging
