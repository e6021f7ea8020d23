// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/serverprocess.h"

#include "server/config/spelling.h"
#include "shared/protocol/json.h"
#include "shared/protocol/paths.h"

#include <QFile>
#include <QFileInfo>

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

/// As ports.json has it, which a server that was killed leaves behind.
qint64 processOf(const QString &stateFolder)
{
    QFile file(stateFolder + u'/' + protocol::files::ports);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto ports = protocol::objectFromBytes(file.read(longest));
    return ports ? ports->value("pid"_L1).toInteger() : 0;
}

} // namespace

std::optional<ServerProcess> serverProcess(const QString &stateFolder)
{
    const QString folder = u"/proc/%1"_s.arg(processOf(stateFolder));
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
