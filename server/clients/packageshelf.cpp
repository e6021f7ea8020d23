// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/packageshelf.h"

#include "server/clients/intellijplugin.h"
#include "server/clients/manifest.h"
#include "server/clients/vsix.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

namespace {

constexpr auto vscode = "vscode"_L1;
constexpr auto intellij = "intellij"_L1;
/// Not one that the collector looks at.
constexpr auto uploadsName = ".uploads"_L1;
constexpr mode_t folderMode = 0755;
constexpr mode_t privateMode = 0700;
constexpr mode_t fileMode = 0644;

QString why(int error)
{
    return QString::fromStdString(std::generic_category().message(error));
}

Error cannotWrite(const QString &folder, int error)
{
    const bool isFull = error == ENOSPC || error == EDQUOT;
    return {
        isFull ? ErrorCode::TooLarge : ErrorCode::Conflict,
        u"The packages' folder %1 can't be written to: %2"_s.arg(folder, why(error))};
}

/// Below an open folder, following no link; made when there is none.
Descriptor folderIn(const Descriptor &in, const QString &name, mode_t mode)
{
    const QByteArray encoded = QFile::encodeName(name);
    static constexpr int way = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    Descriptor folder(::openat(in.number(), encoded.constData(), way));
    if (folder.isOpen() || errno != ENOENT)
        return folder;
    if (::mkdirat(in.number(), encoded.constData(), mode) != 0 && errno != EEXIST)
        return Descriptor();
    return Descriptor(::openat(in.number(), encoded.constData(), way));
}

/// Nobody else may change what lies there.
bool isOurs(const Descriptor &folder)
{
    struct stat facts = {};
    return ::fstat(folder.number(), &facts) == 0 && facts.st_uid == ::geteuid()
        && (facts.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

bool isThere(const Descriptor &folder, const QString &name)
{
    struct stat facts = {};
    return ::fstatat(
               folder.number(), QFile::encodeName(name).constData(), &facts, AT_SYMLINK_NOFOLLOW)
        == 0;
}

bool hasRoom(const Descriptor &folder, qint64 size)
{
    struct statvfs facts = {};
    if (::fstatvfs(folder.number(), &facts) != 0)
        return true;
    return facts.f_bavail > static_cast<quint64>(size) / facts.f_frsize;
}

Error isTaken(const PackagePlace &place)
{
    return {
        ErrorCode::Conflict,
        u"There is a file %1 already: remove it first, or give this one another name"_s.arg(
            place.path())};
}

/// Not every file system has hard links.
int linkNew(const QByteArray &from, const Descriptor &folder, const QByteArray &name)
{
    if (::linkat(AT_FDCWD, from.constData(), folder.number(), name.constData(), 0) == 0)
        return 0;
    if (errno == EEXIST || errno == ENOENT || errno == ENOSPC || errno == EDQUOT)
        return errno;
    const int done = ::renameat2(
        AT_FDCWD, from.constData(), folder.number(), name.constData(), RENAME_NOREPLACE);
    return done == 0 ? 0 : errno;
}

} // namespace

bool isPackageFolder(const QString &folder)
{
    return folder == vscode || folder == intellij;
}

bool isPackageName(const PackagePlace &place)
{
    return isServableName(place.file)
        && place.file.endsWith(place.folder == vscode ? ".vsix"_L1 : ".zip"_L1);
}

Result<Descriptor> PackageShelf::root() const
{
    if (m_config.isOwnFolder)
        QDir().mkpath(m_config.folder);
    Descriptor root(
        ::open(QFile::encodeName(m_config.folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root.isOpen())
        return cannotWrite(m_config.folder, errno);
    return root;
}

Result<Descriptor> PackageShelf::folder(const QString &name) const
{
    const auto in = root();
    if (!in)
        return in.error();
    Descriptor folder = folderIn(*in, name, folderMode);
    if (!folder.isOpen())
        return cannotWrite(m_config.folder + u'/' + name, errno);
    return folder;
}

Result<QString> PackageShelf::prepare(
    const PackagePlace &place, qint64 size, const QString &temporaryName) const
{
    const auto there = folder(place.folder);
    if (!there)
        return there.error();
    if (isThere(*there, place.file))
        return isTaken(place);
    if (::faccessat(there->number(), ".", W_OK, AT_EACCESS) != 0)
        return cannotWrite(m_config.folder + u'/' + place.folder, errno);
    const auto in = root();
    if (!in)
        return in.error();
    if (!hasRoom(*in, size))
        return cannotWrite(m_config.folder, ENOSPC);
    const Descriptor uploads = folderIn(*in, uploadsName, privateMode);
    if (!uploads.isOpen())
        return cannotWrite(m_config.folder, errno);
    if (!isOurs(uploads))
        return cannotWrite(m_config.folder + u'/' + uploadsName, EPERM);
    return QString(m_config.folder + u'/' + uploadsName + u'/' + temporaryName);
}

Result<PackageTitle> PackageShelf::check(
    const PackagePlace &place, const QString &file, const QByteArray &sha256) const
{
    if (!m_config.manifestKey.isEmpty()) {
        const auto source = SourceFolder::open(m_config.folder);
        if (!source)
            return source.error();
        const auto manifest = Manifest::read(*source, m_config.manifestKey);
        if (!manifest || !manifest->names(place.path(), sha256))
            return Error {
                ErrorCode::Forbidden,
                u"The packages' signed list (SHA256SUMS, CT_CLIENTS_KEY) does not name %1 with "
                "what it holds"_s.arg(place.path())};
    }
    const archive::ZipLimits limits {
        m_config.zipEntries, m_config.zipUnpacked, m_config.zipRatio, &m_isStopped};
    if (place.folder == vscode) {
        const auto facts = readVsix(file, limits);
        if (!facts)
            return facts.error();
        return PackageTitle {facts->title, facts->version};
    }
    const auto facts = readPlugin(file, limits);
    if (!facts)
        return facts.error();
    return PackageTitle {facts->title, facts->version};
}

Status PackageShelf::put(const PackagePlace &place, const QString &file) const
{
    const auto there = folder(place.folder);
    if (!there)
        return there.error();
    const QByteArray from = QFile::encodeName(file);
    ::chmod(from.constData(), fileMode);
    const int fault = linkNew(from, *there, QFile::encodeName(place.file));
    if (fault == EEXIST)
        return isTaken(place);
    if (fault != 0)
        return cannotWrite(m_config.folder + u'/' + place.folder, fault);
    ::fsync(there->number());
    return {};
}

bool PackageShelf::has(const PackagePlace &place) const
{
    const auto there = folder(place.folder);
    return there && isThere(*there, place.file);
}

Status PackageShelf::remove(const PackagePlace &place) const
{
    const auto there = folder(place.folder);
    if (!there)
        return there.error();
    if (::unlinkat(there->number(), QFile::encodeName(place.file).constData(), 0) != 0) {
        if (errno == ENOENT)
            return Error {ErrorCode::NotFound, u"There is no such package"_s};
        return cannotWrite(m_config.folder + u'/' + place.folder, errno);
    }
    ::fsync(there->number());
    return {};
}

void PackageShelf::tidy() const
{
    const QDir uploads(m_config.folder + u'/' + uploadsName);
    if (QFileInfo(uploads.path()).isSymLink())
        return;
    for (const QString &name : uploads.entryList(QDir::Files | QDir::Hidden))
        QFile::remove(uploads.filePath(name));
}

} // namespace ct::server::clients
