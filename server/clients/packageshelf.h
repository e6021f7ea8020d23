// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/clients/clientsconfig.h"
#include "shared/base/fileat.h"
#include "shared/base/result.h"

#include <QList>

#include <atomic>

namespace ct::server::clients {

/// Where a package lies in the packages' folder.
struct PackagePlace {
    /// vscode, intellij
    QString folder;
    QString file;

    QString path() const { return folder + QLatin1Char('/') + file; }
};

/// One that is on its way there, and has its part of the disk already.
struct ComingPackage {
    QString folder;
    qint64 size = 0;
    /// How much of it is written.
    qint64 arrived = 0;
};

/// What a package says of itself.
struct PackageTitle {
    QString title;
    QString version;
};

/// The folders that packages in one file lie in.
bool isPackageFolder(const QString &folder);
/// Whether the collector would look at a file of that name there.
bool isPackageName(const PackagePlace &place);

/// Puts packages into the packages' folder and takes them out, as an operator would by hand.
/// Blocks: for worker threads.
class PackageShelf
{
public:
    /// `cacheFolder` is where the collector's copies are. Once `isStopped` is true, a check ends
    /// with Unavailable; it outlives the shelf.
    PackageShelf(ClientsConfig config, QString cacheFolder, const std::atomic<bool> &isStopped)
        : m_config(std::move(config)),
          m_cacheFolder(std::move(cacheFolder)),
          m_isStopped(isStopped)
    { }

    /// Where a file may be written that is to be put at `place`: `temporaryName` in a folder that
    /// is on the same disk, that nobody serves and nobody else may write to. Conflict when there is
    /// a package already or the folder can't be written to, TooLarge when a disk has no room for it
    /// and its copies beside `others`.
    Result<FileAt> prepare(
        const PackagePlace &place,
        qint64 size,
        const QByteArray &temporaryName,
        const QList<ComingPackage> &others = {}) const;
    /// By the same rules as a file that the collector finds at `place`.
    Result<PackageTitle> check(
        const PackagePlace &place, const FileAt &file, const QByteArray &sha256) const;
    /// `file` is there under both names then. Conflict when there is a package already, or `file`
    /// is none.
    Status put(const PackagePlace &place, const FileAt &file) const;
    bool has(const PackagePlace &place) const;
    /// NotFound when there is none.
    Status remove(const PackagePlace &place) const;
    /// Removes what a former run has left of uploads.
    void tidy() const;

private:
    Result<Descriptor> root() const;
    Result<Descriptor> folder(const QString &name) const;
    Status ensureRoomFor(const ComingPackage &package, const QList<ComingPackage> &others) const;

    const ClientsConfig m_config;
    const QString m_cacheFolder;
    const std::atomic<bool> &m_isStopped;
};

} // namespace ct::server::clients
