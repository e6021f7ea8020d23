// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

/// The log files as people look at them. Thread: any; blocks on files.
namespace ct::server::logging {

struct LogFileFacts {
    QString name;
    qint64 size = 0;
    QDateTime changed;
};

/// As our log files are called, rotated ones included; nothing that leads anywhere else.
bool isLogName(const QString &name);
/// Those of the folder, by name.
QList<LogFileFacts> logFiles(const QString &folder);

/// Some whole lines of a log.
struct LogPart {
    QStringList lines;
    /// Where the first line begins, and where what comes later will: bytes from the file's
    /// beginning.
    qint64 from = 0;
    qint64 next = 0;
};

/// The lines from `from` on, or the last ones, `most` of them and 256 KiB at the most. A file that
/// is shorter than `from` has been rotated: its beginning follows. NotFound when there is none.
Result<LogPart> readLog(const QString &path, std::optional<qint64> from, qsizetype most);

} // namespace ct::server::logging
