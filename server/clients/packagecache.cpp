// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/packagecache.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

namespace {

constexpr qint64 chunkSize = 256LL * 1024;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

Error cannotWrite(const QString &why)
{
    return {ErrorCode::Unavailable, u"no copy of it can be made: "_s + why};
}

} // namespace

Status PackageCache::goOn() const
{
    return m_isStopped ? Status(Error {ErrorCode::Unavailable, u"the server stops"_s}) : Status();
}

Result<QByteArray> PackageCache::digestOf(
    const SourceFolder &from, const QString &name, qint64 most) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Status read = from.read(name, most, [&](QByteArrayView bytes) {
        hash.addData(bytes);
        return goOn();
    });
    if (!read)
        return read.error();
    return hash.result().toHex();
}

Status PackageCache::copy(
    const SourceFolder &from, const QString &name, qint64 most, QIODevice &out) const
{
    return from.read(name, most, [&](QByteArrayView bytes) -> Status {
        if (out.write(bytes.data(), bytes.size()) != bytes.size())
            return cannotWrite(out.errorString());
        return goOn();
    });
}

Status PackageCache::ensureFolder() const
{
    if (QDir(m_folder).exists())
        return {};
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, ownerOnly))
        return cannotWrite(u"the folder %1 can't be made"_s.arg(m_folder));
    return {};
}

Result<StoredFile> PackageCache::present(const QString &path) const
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorCode::NotFound, file.errorString()};
    while (!file.atEnd()) {
        const QByteArray chunk = file.read(chunkSize);
        if (chunk.isEmpty())
            return Error {ErrorCode::Unavailable, file.errorString()};
        hash.addData(chunk);
        if (Status going = goOn(); !going)
            return going.error();
    }
    return StoredFile {path, hash.result().toHex(), file.size()};
}

Result<StoredFile> PackageCache::make(const QString &name, const Write &write, const Check &check)
{
    if (Status ready = ensureFolder(); !ready)
        return ready.error();
    const QString path = QDir(m_folder).filePath(name);
    if (QFile::exists(path) && check(path))
        return present(path);
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(out.errorString());
    if (Status written = write(out); !written)
        return written.error();
    if (!out.commit())
        return cannotWrite(out.errorString());
    return present(path);
}

Result<StoredFile> PackageCache::keep(const SourceFolder &from, const QString &name, qint64 most)
{
    const auto digest = digestOf(from, name, most);
    if (!digest)
        return digest.error();
    const auto isTheOne = [this, &digest](const QString &path) -> Status {
        const auto there = present(path);
        if (there && there->sha256 == *digest)
            return {};
        return Error {ErrorCode::Corrupt, u"the copy is damaged"_s};
    };
    auto stored = make(
        QString::fromLatin1(*digest),
        [&](QIODevice &out) { return copy(from, name, most, out); },
        isTheOne);
    if (stored && stored->sha256 != *digest)
        return Error {ErrorCode::Unavailable, u"it changes while it is read"_s};
    return stored;
}

void PackageCache::keepOnly(const QSet<QString> &paths) const
{
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        if (!paths.contains(folder.filePath(name)))
            QFile::remove(folder.filePath(name));
    }
}

} // namespace ct::server::clients
