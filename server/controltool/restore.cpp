// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/restore.h"

#include "server/controltool/backupfiles.h"
#include "server/controltool/statelock.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

/// Where a file of the backup goes; empty when that may not be.
QString placeOf(const BackupFile &file, const QString &stateFolder)
{
    if (QDir::cleanPath(file.name) != file.name || file.name.contains(u".."_s))
        return {};
    if (file.name.startsWith(backupnames::inState))
        return stateFolder + u'/' + file.name.sliced(backupnames::inState.size());
    const bool isPlaced = file.name.startsWith(backupnames::inOutside)
        && QDir::isAbsolutePath(file.origin) && QDir::cleanPath(file.origin) == file.origin;
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
        const bool isForeign = !file.name.startsWith(backupnames::inState) && !QFile::exists(place);
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
        if (!file.name.startsWith(backupnames::inState))
            QDir().mkpath(QFileInfo(place).path());
        if (Status copied = copyFile(m_backup + u'/' + file.name, place); !copied)
            return copied;
        m_brought.append(place);
        // However the backup was kept meanwhile, keys are among its files.
        if (file.name.startsWith(backupnames::inState) && !takeOver(place))
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
    if (QFile::exists(stateFolder + u'/' + backupnames::database)
        || !stateFiles(stateFolder).isEmpty())
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
