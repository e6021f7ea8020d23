// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/packageshelf.h"

#include "server/clients/diskroom.h"
#include "server/clients/intellijplugin.h"
#include "server/clients/manifest.h"
#include "server/clients/vsix.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
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

/// How it is reached is the operator's word.
Descriptor openedAt(const QString &path)
{
    return Descriptor(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

constexpr int folderWay = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

/// Below an open folder, following no link.
Descriptor presentFolderIn(const Descriptor &in, const QString &name)
{
    return Descriptor(::openat(in.number(), QFile::encodeName(name).constData(), folderWay));
}

/// The same, made when there is none.
Descriptor folderIn(const Descriptor &in, const QString &name, mode_t mode)
{
    Descriptor folder = presentFolderIn(in, name);
    if (folder.isOpen() || errno != ENOENT)
        return folder;
    if (::mkdirat(in.number(), QFile::encodeName(name).constData(), mode) != 0 && errno != EEXIST)
        return Descriptor();
    return presentFolderIn(in, name);
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

Error isTaken(const PackagePlace &place)
{
    return {
        ErrorCode::Conflict,
        u"There is a file %1 already: remove it first, or give this one another name"_s.arg(
            place.path())};
}

/// Nothing for what is no file, or a link to one.
Descriptor fileIn(const FileAt &file)
{
    // Nobody is waited for, should it be a pipe.
    static constexpr int way = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    Descriptor opened(::openat(file.folder->number(), file.name.constData(), way));
    struct stat facts = {};
    if (!opened.isOpen() || ::fstat(opened.number(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return Descriptor();
    return opened;
}

bool isThatFile(const Descriptor &file, const Descriptor &folder, const QByteArray &name)
{
    struct stat facts = {};
    struct stat there = {};
    return ::fstat(file.number(), &facts) == 0
        && ::fstatat(folder.number(), name.constData(), &there, AT_SYMLINK_NOFOLLOW) == 0
        && facts.st_dev == there.st_dev && facts.st_ino == there.st_ino;
}

/// Not every file system has hard links.
int linkNew(const FileAt &file, const Descriptor &folder, const QByteArray &name)
{
    const int from = file.folder->number();
    if (::linkat(from, file.name.constData(), folder.number(), name.constData(), 0) == 0)
        return 0;
    if (errno == EEXIST || errno == ENOENT || errno == ENOSPC || errno == EDQUOT)
        return errno;
    const int done = ::renameat2(
        from, file.name.constData(), folder.number(), name.constData(), RENAME_NOREPLACE);
    return done == 0 ? 0 : errno;
}

Error isNoFile()
{
    return {ErrorCode::Conflict, u"What was uploaded is not there any more: send it again"_s};
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
    Descriptor root = openedAt(m_config.folder);
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

Status PackageShelf::ensureRoomFor(
    const ComingPackage &package, const QList<ComingPackage> &others) const
{
    QList<DiskNeed> needs;
    for (const ComingPackage &one : QList<ComingPackage> {package} + others) {
        // The collector's copy, and where an extension is made to know this server's address, that.
        const qint64 copies = one.folder == vscode && !m_config.serverUrl.isEmpty() ? 2 : 1;
        needs.append({m_config.folder, std::max<qint64>(0, one.size - one.arrived)});
        needs.append({m_cacheFolder, copies * one.size});
    }
    const QString takers
        = others.isEmpty() ? u"the package takes"_s : u"this and the packages on their way take"_s;
    return ensureRoom(needs, m_config.reserve, takers);
}

Result<FileAt> PackageShelf::prepare(
    const PackagePlace &place,
    qint64 size,
    const QByteArray &temporaryName,
    const QList<ComingPackage> &others) const
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
    if (Status room = ensureRoomFor({place.folder, size}, others); !room)
        return room.error();
    Descriptor uploads = folderIn(*in, uploadsName, privateMode);
    if (!uploads.isOpen())
        return cannotWrite(m_config.folder, errno);
    if (!isOurs(uploads))
        return cannotWrite(m_config.folder + u'/' + uploadsName, EPERM);
    return FileAt {std::make_shared<const Descriptor>(std::move(uploads)), temporaryName};
}

Result<PackageTitle> PackageShelf::check(
    const PackagePlace &place, const FileAt &file, const QByteArray &sha256) const
{
    const Descriptor opened = fileIn(file);
    if (!opened.isOpen())
        return isNoFile();
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
    // By the descriptor, whatever bears its name meanwhile.
    const QString path = u"/proc/self/fd/%1"_s.arg(opened.number());
    if (place.folder == vscode) {
        const auto facts = readVsix(path, limits);
        if (!facts)
            return facts.error();
        return PackageTitle {facts->title, facts->version};
    }
    const auto facts = readPlugin(path, limits);
    if (!facts)
        return facts.error();
    return PackageTitle {facts->title, facts->version};
}

Status PackageShelf::put(const PackagePlace &place, const FileAt &file) const
{
    const auto there = folder(place.folder);
    if (!there)
        return there.error();
    const Descriptor opened = fileIn(file);
    if (!opened.isOpen())
        return isNoFile();
    ::fchmod(opened.number(), fileMode);
    const QByteArray name = QFile::encodeName(place.file);
    const int fault = linkNew(file, *there, name);
    if (fault == EEXIST)
        return isTaken(place);
    if (fault != 0)
        return cannotWrite(m_config.folder + u'/' + place.folder, fault);
    if (!isThatFile(opened, *there, name)) {
        ::unlinkat(there->number(), name.constData(), 0);
        return isNoFile();
    }
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
    const Descriptor in = openedAt(m_config.folder);
    const Descriptor uploads = in.isOpen() ? presentFolderIn(in, uploadsName) : Descriptor();
    if (!uploads.isOpen() || !isOurs(uploads))
        return;
    // The folder that is open, whatever bears its name meanwhile.
    const QDir there(u"/proc/self/fd/%1"_s.arg(uploads.number()));
    const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    for (const QString &name : there.entryList(all))
        ::unlinkat(uploads.number(), QFile::encodeName(name).constData(), 0);
}

} // namespace ct::server::clients
