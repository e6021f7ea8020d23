// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/serverprocess.h"

#include "server/config/spelling.h"
#include "shared/protocol/paths.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

constexpr qint64 longest = 1LL << 20;

/// What the kernel tells of a process, texts with a NUL behind each.
QList<QByteArray> textsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> texts = file.read(longest).split('\0');
    texts.removeLast();
    return texts;
}

/// The process that holds the lock of that file, as the kernel has it: a number that was written
/// down may be somebody else's by now. proc(5): "1: FLOCK ADVISORY WRITE pid major:minor:inode …".
QByteArray holderOf(const QString &lockFile)
{
    static constexpr qsizetype pid = 4;
    static constexpr qsizetype place = 5;
    struct stat found { };
    QFile locks(u"/proc/locks"_s);
    if (::stat(QFile::encodeName(lockFile).constData(), &found) != 0
        || !locks.open(QIODevice::ReadOnly))
        return {};
    const QByteArray inode = ':' + QByteArray::number(qulonglong(found.st_ino));
    const QList<QByteArray> lines = locks.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.value(place).endsWith(inode))
            return fields.at(pid);
    }
    return {};
}

} // namespace

std::optional<ServerProcess> serverProcess(const QString &stateFolder)
{
    const QByteArray holder = holderOf(stateFolder + u'/' + protocol::files::lock);
    if (holder.isEmpty())
        return std::nullopt;
    const QString folder = u"/proc/"_s + QString::fromLatin1(holder);
    // Its file may have been replaced since, and is called "… (deleted)" then.
    const QString program = QFileInfo(QFile::symLinkTarget(folder + u"/exe"_s)).fileName();
    if (program.section(u' ', 0, 0) != "codetogether-edge"_L1)
        return std::nullopt;
    ServerProcess process;
    for (const QByteArray &text : textsOf(folder + u"/cmdline"_s).mid(1))
        process.flags.append(QString::fromLocal8Bit(text));
    for (const QByteArray &text : textsOf(folder + u"/environ"_s)) {
        const QString name = QString::fromLocal8Bit(text.left(text.indexOf('=')));
        if (config::isOurName(name))
            process.environment.insert(
                name, QString::fromLocal8Bit(text.mid(text.indexOf('=') + 1)));
    }
    return process;
}

QProcessEnvironment with(const QProcessEnvironment &own, const ServerProcess &process)
{
    QProcessEnvironment environment = process.environment;
    environment.insert(own);
    return environment;
}

} // namespace ct::server::controltool
