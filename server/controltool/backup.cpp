// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/backup.h"

#include "server/controltool/statelock.h"
#include "server/store/databasecopy.h"
#include "shared/base/version.h"
#include "shared/protocol/json.h"
#include "shared/protocol/jsonreader.h"
#include "shared/protocol/paths.h"

#include <QCryptographicHash>
#include <QDateTime>
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

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr QLatin1StringView database {"edge.sqlite"};
constexpr QLatin1StringView manifestName {"manifest.json"};
constexpr QLatin1StringView inState {"state/"};
constexpr QLatin1StringView inOutside {"outside/"};
constexpr qint64 longestManifest = 4LL * 1024 * 1024;

/// What belongs to one run, is written by others, or is made again.
bool isPassing(const QString &name)
{
    const QString first = name.section(u'/', 0, 0);
    return first == "log"_L1 || first == protocol::files::lock || first == protocol::files::ports
        || first == protocol::files::controlToken || first.contains(u"cache"_s)
        || first.startsWith(database) || first == "quickstart.out"_L1;
}

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

/// To the disk, with the rights of the original, and never over another file.
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

Status writeManifest(const BackupManifest &manifest, const QString &path)
{
    QJsonArray files;
    for (const BackupFile &file : manifest.files)
        files.append(QJsonObject {
            {"name"_L1, file.name},
            {"origin"_L1, file.origin},
            {"sha256"_L1, QString::fromLatin1(file.sha256)}});
    const QByteArray text = protocol::toBytes(
        {{"version"_L1, manifest.version}, {"madeAt"_L1, manifest.madeAt}, {"files"_L1, files}});
    QFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.write(text + '\n') == text.size() + 1 && file.flush()
        && ::fsync(file.handle()) == 0;
    if (isWritten)
        return {};
    return Error {
        ErrorCode::Unavailable, u"%1 can't be written: %2"_s.arg(path, file.errorString())};
}

/// The copies of a backup, one after the other.
class Copier
{
public:
    Copier(QString target, BackupManifest &manifest)
        : m_target(std::move(target)),
          m_manifest(manifest)
    { }

    Status add(const QString &from, const QString &name, const QString &origin)
    {
        const QString to = m_target + u'/' + name;
        if (Status copied
            = name == inState + database ? store::copyDatabase(from, to) : copyFile(from, to);
            !copied)
            return copied;
        const auto hash = hashOf(to);
        if (!hash)
            return hash.error();
        m_manifest.files.append({name, origin, *hash});
        return {};
    }

private:
    const QString m_target;
    BackupManifest &m_manifest;
};

Result<BackupManifest> readManifest(const QString &backup)
{
    QFile file(backup + u'/' + manifestName);
    if (!file.open(QIODevice::ReadOnly))
        return Error {
            ErrorCode::NotFound,
            u"%1 holds no backup: %2 can't be read"_s.arg(backup, manifestName)};
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

/// Where a file of the backup goes; empty when that may not be.
QString placeOf(const BackupFile &file, const QString &stateFolder)
{
    if (QDir::cleanPath(file.name) != file.name || file.name.contains(u".."_s))
        return {};
    if (file.name.startsWith(inState))
        return stateFolder + u'/' + file.name.sliced(inState.size());
    const bool isPlaced = file.name.startsWith(inOutside) && QDir::isAbsolutePath(file.origin)
        && QDir::cleanPath(file.origin) == file.origin;
    return isPlaced ? file.origin : QString();
}

Status check(
    const BackupManifest &manifest,
    const QString &backup,
    const QString &stateFolder,
    const MayPlace &mayPlace)
{
    for (const BackupFile &file : manifest.files) {
        const QString place = placeOf(file, stateFolder);
        if (place.isEmpty())
            return Error {
                ErrorCode::Corrupt, u"The backup names a file that has no place: "_s + file.name};
        const bool isForeign = !file.name.startsWith(inState) && !QFile::exists(place);
        if (isForeign && !mayPlace(place))
            return Error {
                ErrorCode::Forbidden,
                u"The backup would write %1, beyond the folders of state and settings: --outside lets it, if it is yours"_s
                    .arg(place)};
        const auto hash = hashOf(backup + u'/' + file.name);
        if (!hash)
            return hash.error();
        if (*hash != file.sha256)
            return Error {
                ErrorCode::Corrupt, u"%1 of the backup has been changed"_s.arg(file.name)};
    }
    return {};
}

/// The files of a backup on their way back, one after the other.
class Returner
{
public:
    Returner(QString backup, QString stateFolder)
        : m_backup(std::move(backup)),
          m_stateFolder(std::move(stateFolder))
    { }

    Status bring(const BackupFile &file)
    {
        const QString place = placeOf(file, m_stateFolder);
        if (QFile::exists(place)) {
            m_kept.append(place);
            return {};
        }
        // Not for the server's eyes only, as what copyFile() makes.
        if (!file.name.startsWith(inState))
            QDir().mkpath(QFileInfo(place).path());
        if (Status copied = copyFile(m_backup + u'/' + file.name, place); !copied)
            return copied;
        m_brought.append(place);
        // However the backup was kept meanwhile, keys are among its files.
        if (file.name.startsWith(inState) && !takeOver(place))
            return Error {
                ErrorCode::Unavailable, u"%1 can't be kept from others' eyes"_s.arg(place)};
        return {};
    }

    void undo() const
    {
        for (const QString &place : m_brought)
            QFile::remove(place);
    }

    RestoreReport report() const { return {static_cast<int>(m_brought.size()), m_kept}; }

private:
    /// The file, and the folders in the state folder that it lies in. Root may restore for the
    /// service, whose own user then has to read it.
    bool takeOver(const QString &place) const
    {
        if (!QFile::setPermissions(place, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
            || !giveToOwner(place))
            return false;
        for (QString folder = QFileInfo(place).path(); folder.size() > m_stateFolder.size();
             folder = QFileInfo(folder).path()) {
            if (!QFile::setPermissions(folder, ownerOnly) || !giveToOwner(folder))
                return false;
        }
        return true;
    }

    bool giveToOwner(const QString &path) const
    {
        const QFileInfo owned(m_stateFolder);
        return ::geteuid() != 0
            || ::lchown(QFile::encodeName(path).constData(), owned.ownerId(), owned.groupId()) == 0;
    }

    const QString m_backup;
    const QString m_stateFolder;
    QStringList m_brought;
    QStringList m_kept;
};

} // namespace

Result<BackupManifest> backUp(
    const QString &stateFolder, const QStringList &outside, const QString &target)
{
    if (QFile::exists(target))
        return Error {ErrorCode::Conflict, u"%1 is there already: name a new folder"_s.arg(target)};
    if (Status made = makeFolder(target + u"/state"_s); !made)
        return made.error();
    QFile::setPermissions(target, ownerOnly);
    BackupManifest manifest {
        QLatin1StringView(productVersion),
        QDateTime::currentDateTimeUtc().toString(Qt::ISODate),
        {}};
    Copier copier(target, manifest);
    if (Status copied
        = copier.add(stateFolder + u'/' + database, inState + QString(database), QString());
        !copied)
        return copied.error();
    for (const QString &name : stateFiles(stateFolder)) {
        if (Status copied = copier.add(stateFolder + u'/' + name, inState + name, QString());
            !copied)
            return copied.error();
    }
    for (qsizetype number = 0; number < outside.size(); ++number) {
        const QString &origin = outside.at(number);
        if (Status copied = copier.add(origin, inOutside + QString::number(number), origin);
            !copied)
            return copied.error();
    }
    if (Status written = writeManifest(manifest, target + u'/' + manifestName); !written)
        return written.error();
    return manifest;
}

Result<RestoreReport> restore(
    const QString &backup, const QString &stateFolder, const MayPlace &mayPlace)
{
    const auto manifest = readManifest(backup);
    if (!manifest)
        return manifest.error();
    if (const Status good = check(*manifest, backup, stateFolder, mayPlace); !good)
        return good.error();
    if (Status made = QFile::exists(stateFolder) ? Status() : makeFolder(stateFolder); !made)
        return made.error();
    const auto lock = lockState(stateFolder);
    if (!lock)
        return lock.error();
    if (QFile::exists(stateFolder + u'/' + database) || !stateFiles(stateFolder).isEmpty())
        return Error {
            ErrorCode::Conflict,
            u"The folder %1 holds a state already: move it away first"_s.arg(stateFolder)};
    Returner returner(backup, stateFolder);
    for (const BackupFile &file : manifest->files) {
        if (Status returned = returner.bring(file); !returned) {
            returner.undo();
            return returned.error();
        }
    }
    return returner.report();
}

} // namespace ct::server::controltool
