// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/clients/sourcefolder.h"

#include <QCryptographicHash>
#include <QSaveFile>
#include <QSet>

#include <atomic>

namespace ct::server::clients {

/// A file of the cache.
struct StoredFile {
    QString path;
    /// In hexadecimal.
    QByteArray sha256;
    qint64 size = 0;
};

/// Copies of what is served, by digest, in a folder of the server's own: what was checked is what
/// goes out, whatever becomes of the file that it came from. Files come into being whole or not at
/// all. Thread: the collector's; blocks.
class PackageCache
{
public:
    /// Writes a file's bytes.
    using Write = std::function<Status(QIODevice &out)>;
    /// Whether a file that lies there is what it should be.
    using Check = std::function<Status(const QString &path)>;

    /// Once `isStopped` is true, what is under way ends with Unavailable. It outlives the cache.
    PackageCache(QString folder, const std::atomic<bool> &isStopped)
        : m_folder(std::move(folder)),
          m_isStopped(isStopped)
    { }

    /// A copy of a file as it is.
    Result<StoredFile> keep(const SourceFolder &from, const QString &name, qint64 most);
    /// What `write` makes under `name`, unless it is there already and passes `check`.
    Result<StoredFile> make(const QString &name, const Write &write, const Check &check);
    /// Removes all others.
    void keepOnly(const QSet<QString> &paths) const;

private:
    Result<StoredFile> present(const QString &path) const;
    Result<QByteArray> digestOf(const SourceFolder &from, const QString &name, qint64 most) const;
    Status copy(const SourceFolder &from, const QString &name, qint64 most, QIODevice &out) const;
    Status goOn() const;
    Status ensureFolder() const;

    const QString m_folder;
    const std::atomic<bool> &m_isStopped;
};

} // namespace ct::server::clients
