// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/backupfiles.h"

#include "shared/protocol/json.h"
#include "shared/protocol/jsonreader.h"
#include "shared/protocol/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::protocol {

template<>
Result<server::controltool::BackupFile> fromJson<server::controltool::BackupFile>(
    const QJsonObject &object)
{
    JsonReader reader(object);
    server::controltool::BackupFile file;
    file.name = reader.text("name"_L1);
    file.origin = reader.text("origin"_L1);
    file.sha256 = reader.bytes("sha256"_L1);
    return reader.finish(file);
}

} // namespace ct::protocol

namespace ct::server::controltool {

namespace {

constexpr qint64 longestManifest = 4LL * 1024 * 1024;

/// What belongs to one run, is written by others, or is made again.
bool isPassing(const QString &name)
{
    const QString first = name.section(u'/', 0, 0);
    return first == "log"_L1 || first == protocol::files::lock
        || first.startsWith(protocol::files::ports) || first == protocol::files::controlToken
        || first.contains(u"cache"_s) || first.startsWith(backupnames::database)
        || first == "quickstart.out"_L1;
}

} // namespace

QStringList stateFiles(const QString &folder)
{
    QStringList names;
    const QDir top(folder);
    QDirIterator files(
        folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (const QString name = top.relativeFilePath(files.next()); !isPassing(name))
            names.append(name);
    }
    names.sort();
    return names;
}

Result<QByteArray> hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error {ErrorCode::NotFound, u"%1 can't be read: %2"_s.arg(path, file.errorString())};
    return hash.result().toHex();
}

Status makeFolder(const QString &path)
{
    if (QDir().mkpath(path) && QFile::setPermissions(path, ownerOnly))
        return {};
    return Error {ErrorCode::Unavailable, u"The folder %1 can't be made"_s.arg(path)};
}

Status copyFile(const QString &from, const QString &to)
{
    if (Status made = QFileInfo(to).dir().exists() ? Status() : makeFolder(QFileInfo(to).path());
        !made)
        return made;
    QFile source(from);
    if (!source.copy(to))
        return Error {
            ErrorCode::Unavailable,
            u"%1 can't be copied to %2: %3"_s.arg(from, to, source.errorString())};
    QFile copy(to);
    if (!copy.open(QIODevice::ReadOnly) || ::fsync(copy.handle()) != 0)
        return Error {ErrorCode::Unavailable, u"%1 can't be brought to the disk"_s.arg(to)};
    return {};
}

Status writeManifest(const BackupManifest &manifest, const QString &backup)
{
    QJsonArray files;
    for (const BackupFile &file : manifest.files)
        files.append(QJsonObject {
            {"name"_L1, file.name},
            {"origin"_L1, file.origin},
            {"sha256"_L1, QString::fromLatin1(file.sha256)}});
    const QByteArray text = protocol::toBytes(
        {{"version"_L1, manifest.version}, {"madeAt"_L1, manifest.madeAt}, {"files"_L1, files}});
    QFile file(backup + u'/' + backupnames::manifest);
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.write(text + '\n') == text.size() + 1 && file.flush()
        && ::fsync(file.handle()) == 0;
    if (isWritten)
        return {};
    return Error {
        ErrorCode::Unavailable,
        u"%1 can't be written: %2"_s.arg(file.fileName(), file.errorString())};
}

Result<BackupManifest> readManifest(const QString &backup)
{
    QFile file(backup + u'/' + backupnames::manifest);
    if (!file.open(QIODevice::ReadOnly))
        return Error {
            ErrorCode::NotFound,
            u"%1 holds no backup: %2 can't be read"_s.arg(backup, backupnames::manifest)};
    const auto object = protocol::objectFromBytes(file.read(longestManifest));
    if (!object)
        return Error {ErrorCode::Corrupt, u"%1 is damaged"_s.arg(file.fileName())};
    protocol::JsonReader reader(*object);
    BackupManifest manifest;
    manifest.version = reader.text("version"_L1);
    manifest.madeAt = reader.text("madeAt"_L1);
    manifest.files = reader.messages<BackupFile>("files"_L1);
    return reader.finish(manifest);
}

} // namespace ct::server::controltool
