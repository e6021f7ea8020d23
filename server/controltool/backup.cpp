// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/backup.h"

#include "server/controltool/backupfiles.h"
#include "server/store/databasecopy.h"
#include "shared/base/version.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

using backupnames::inState;

/// A log, which is rotated away, or what QSaveFile and TLS write to before they rename it.
bool isPassing(const QString &name)
{
    static const QRegularExpression form(uR"(\.(log(\.\d{1,4})?|[A-Za-z]{6}|new)\z)"_s);
    return form.match(name).hasMatch();
}

/// The copies of a backup, one after the other.
class Copier
{
public:
    explicit Copier(QString target)
        : m_target(std::move(target)),
          m_manifest {
              QLatin1StringView(productVersion),
              QDateTime::currentDateTimeUtc().toString(Qt::ISODate),
              {}}
    { }

    Status addDatabase(const QString &stateFolder)
    {
        const QString name = inState + QString(backupnames::database);
        if (Status copied
            = store::copyDatabase(stateFolder + u'/' + backupnames::database, placeOf(name));
            !copied)
            return copied;
        return enter({name});
    }

    /// One that is gone is none of the state any more.
    Status addOfState(const QString &stateFolder, const QString &file)
    {
        const QString from = stateFolder + u'/' + file;
        Status copied = add(from, {inState + file});
        if (copied || QFile::exists(from))
            return copied;
        if (!isPassing(file))
            m_vanished.append(from);
        return {};
    }

    Status add(const QString &from, const BackupFile &file)
    {
        if (Status copied = copyFile(from, placeOf(file.name)); !copied)
            return copied;
        return enter(file);
    }

    Result<BackupReport> finish() const
    {
        if (const Status written = writeManifest(m_manifest, m_target); !written)
            return written.error();
        return BackupReport {m_manifest.files.size(), m_vanished};
    }

private:
    QString placeOf(const QString &name) const { return m_target + u'/' + name; }

    Status enter(BackupFile file)
    {
        const auto hash = hashOf(placeOf(file.name));
        if (!hash)
            return hash.error();
        file.sha256 = *hash;
        m_manifest.files.append(file);
        return {};
    }

    const QString m_target;
    BackupManifest m_manifest;
    QStringList m_vanished;
};

} // namespace

BackupSource lookForBackup(const QString &stateFolder, const QStringList &outside)
{
    return {stateFolder, stateFiles(stateFolder), outside};
}

Result<BackupReport> backUp(const BackupSource &source, const QString &target)
{
    if (QFile::exists(target))
        return Error {ErrorCode::Conflict, u"%1 is there already: name a new folder"_s.arg(target)};
    if (const Status made = makeFolder(target + u"/state"_s); !made)
        return made.error();
    QFile::setPermissions(target, ownerOnly);
    Copier copier(target);
    if (const Status copied = copier.addDatabase(source.stateFolder); !copied)
        return copied.error();
    for (const QString &file : source.files) {
        if (const Status copied = copier.addOfState(source.stateFolder, file); !copied)
            return copied.error();
    }
    for (qsizetype number = 0; number < source.outside.size(); ++number) {
        const QString &origin = source.outside.at(number);
        const QString name = backupnames::inOutside + QString::number(number);
        if (const Status copied = copier.add(origin, {name, origin}); !copied)
            return copied.error();
    }
    return copier.finish();
}

} // namespace ct::server::controltool
