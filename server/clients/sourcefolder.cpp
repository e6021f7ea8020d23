// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/sourcefolder.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

namespace {

constexpr qsizetype chunkSize = 256LL * 1024;

Error failure()
{
    return {
        errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Unavailable,
        QString::fromStdString(std::generic_category().message(errno))};
}

FileStamp stampOf(const struct stat &facts)
{
    const std::chrono::nanoseconds changed = std::chrono::seconds(facts.st_mtim.tv_sec)
        + std::chrono::nanoseconds(facts.st_mtim.tv_nsec);
    return {facts.st_size, changed, facts.st_ino};
}

std::optional<FileStamp> stampOf(const Descriptor &file)
{
    struct stat facts = {};
    if (::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return {};
    return stampOf(facts);
}

/// Empty at the end.
Result<QByteArray> nextChunk(const Descriptor &file)
{
    QByteArray chunk(chunkSize, Qt::Uninitialized);
    while (true) {
        const ssize_t got
            = ::read(file.number(), chunk.data(), static_cast<std::size_t>(chunkSize));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure();
        chunk.truncate(got);
        return chunk;
    }
}

} // namespace

bool isServableName(const QString &name)
{
    static const QRegularExpression form(uR"(\A[A-Za-z0-9][A-Za-z0-9._+-]{0,127}\z)"_s);
    return form.match(name).hasMatch();
}

Result<SourceFolder> SourceFolder::open(const QString &path)
{
    Descriptor folder(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen())
        return failure();
    return SourceFolder(std::move(folder));
}

Result<SourceFolder> SourceFolder::folder(const QString &name) const
{
    Descriptor folder(::openat(
        m_folder.number(),
        QFile::encodeName(name).constData(),
        O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!folder.isOpen())
        return failure();
    return SourceFolder(std::move(folder));
}

QStringList SourceFolder::names(int most) const
{
    // By its descriptor, so that it is the folder that was opened, whatever its path leads to now.
    QDirIterator found(
        u"/proc/self/fd/%1"_s.arg(m_folder.number()),
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    QStringList names;
    while (found.hasNext() && names.size() < most) {
        found.next();
        names.append(found.fileName());
    }
    names.sort();
    return names;
}

std::optional<FileStamp> SourceFolder::stamp(const QString &name) const
{
    struct stat facts = {};
    const QByteArray encoded = QFile::encodeName(name);
    if (::fstatat(m_folder.number(), encoded.constData(), &facts, AT_SYMLINK_NOFOLLOW) != 0
        || !S_ISREG(facts.st_mode))
        return {};
    return stampOf(facts);
}

Status SourceFolder::read(const QString &name, qint64 most, const Chunk &chunk) const
{
    // Without O_NONBLOCK, a FIFO would hold the thread for ever.
    const Descriptor file(::openat(
        m_folder.number(),
        QFile::encodeName(name).constData(),
        O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen())
        return failure();
    const auto before = stampOf(file);
    if (!before)
        return Error {ErrorCode::InvalidInput, u"it is no regular file"_s};
    qint64 done = 0;
    while (true) {
        const auto bytes = nextChunk(file);
        if (!bytes)
            return bytes.error();
        if (bytes->isEmpty())
            break;
        done += bytes->size();
        if (done > most)
            return Error {ErrorCode::TooLarge, u"it is bigger than %1 bytes"_s.arg(most)};
        if (Status taken = chunk(*bytes); !taken)
            return taken;
    }
    if (stampOf(file) != before || done != before->size)
        return Error {ErrorCode::Unavailable, u"it changes while it is read"_s};
    return {};
}

Result<QByteArray> SourceFolder::content(const QString &name, qint64 most) const
{
    QByteArray content;
    const Status outcome = read(name, most, [&content](QByteArrayView bytes) {
        content.append(bytes);
        return Status();
    });
    if (!outcome)
        return outcome.error();
    return content;
}

} // namespace ct::server::clients
