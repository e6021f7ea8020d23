// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/logfiles.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::logging {

namespace {

constexpr qint64 longestPart = 256LL * 1024;

/// The last ones of `bytes` that are no more than `most`.
void takeLast(LogPart &part, QByteArrayView bytes, qsizetype most)
{
    qsizetype begin = bytes.size();
    for (qsizetype lines = 0; begin > 0 && lines < most; ++lines)
        begin = bytes.first(begin - 1).lastIndexOf('\n') + 1;
    part.from += begin;
    for (const QByteArray &line : bytes.sliced(begin).toByteArray().split('\n'))
        part.lines.append(QString::fromUtf8(line));
    part.lines.removeLast();
}

/// The first ones of `bytes`; what follows them is for another time.
void takeFirst(LogPart &part, QByteArrayView bytes, qsizetype most)
{
    qsizetype at = 0;
    while (at < bytes.size() && part.lines.size() < most) {
        const qsizetype end = bytes.indexOf('\n', at);
        part.lines.append(QString::fromUtf8(bytes.sliced(at, end - at)));
        at = end + 1;
    }
    part.next = part.from + at;
}

} // namespace

bool isLogName(const QString &name)
{
    static const QRegularExpression form(uR"(\A[A-Za-z0-9][A-Za-z0-9_-]*\.log(\.\d{1,4})?\z)"_s);
    return form.match(name).hasMatch();
}

QList<LogFileFacts> logFiles(const QString &folder)
{
    QList<LogFileFacts> files;
    const QDir::Filters what = QDir::Files | QDir::NoSymLinks;
    for (const QFileInfo &file : QDir(folder).entryInfoList(what, QDir::Name)) {
        if (isLogName(file.fileName()))
            files.append({file.fileName(), file.size(), file.lastModified()});
    }
    return files;
}

Result<LogPart> readLog(const QString &path, std::optional<qint64> from, qsizetype most)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || QFileInfo(path).isSymLink())
        return Error {ErrorCode::NotFound, u"There is no such log"_s};
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorCode::Unavailable, u"The log can't be read: "_s + file.errorString()};
    const qint64 size = file.size();
    LogPart part;
    part.from = from ? (*from > size ? 0 : *from) : std::max<qint64>(0, size - longestPart);
    file.seek(part.from);
    const QByteArray read = file.read(longestPart);
    QByteArrayView bytes = read;
    if (!from && part.from > 0) {
        // It begins amidst a line.
        const qsizetype rest = bytes.indexOf('\n') + 1;
        bytes = bytes.sliced(rest);
        part.from += rest;
    }
    // What has no end yet is for another time.
    bytes = bytes.first(bytes.lastIndexOf('\n') + 1);
    part.next = part.from + bytes.size();
    if (from)
        takeFirst(part, bytes, most);
    else if (!bytes.isEmpty())
        takeLast(part, bytes, most);
    return part;
}

} // namespace ct::server::logging
