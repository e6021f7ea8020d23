// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/statefile.h"

#include "shared/base/descriptor.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

/// What may not be set: any right of group and others.
constexpr mode_t foreignRights = S_IRWXG | S_IRWXO;

Error systemError(const QString &path, const QString &attempt)
{
    const int cause = errno;
    return {
        cause == ENOENT ? ErrorCode::NotFound : ErrorCode::Unavailable,
        u"%1 cannot be %2: %3"_s.arg(path, attempt, qt_error_string(cause))};
}

/// An administrator writes for the user that the server runs as.
bool keepOwner(const Descriptor &file, const QString &path)
{
    struct stat facts { };
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0 || facts.st_uid == ::geteuid())
        return true;
    return ::fchown(file.number(), facts.st_uid, facts.st_gid) == 0;
}

bool writeAll(const Descriptor &file, const QByteArray &content)
{
    QFile device;
    return device.open(file.number(), QIODevice::WriteOnly | QIODevice::Unbuffered)
        && device.write(content) == content.size() && ::fsync(file.number()) == 0;
}

/// A rename lasts only once its folder is on the disk, too.
bool syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const Descriptor directory(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return directory.isOpen() && ::fsync(directory.number()) == 0;
}

} // namespace

Result<QByteArray> readPrivateFile(const QString &path, qsizetype limit)
{
    // Not blocking, in case somebody put a pipe there.
    const Descriptor descriptor(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts { };
    if (!descriptor.isOpen() || ::fstat(descriptor.number(), &facts) != 0)
        return systemError(path, u"read"_s);
    if (!S_ISREG(facts.st_mode))
        return Error {ErrorCode::Forbidden, u"%1 is not a regular file"_s.arg(path)};
    if ((facts.st_mode & foreignRights) != 0)
        return Error {
            ErrorCode::Forbidden,
            u"%1 holds secrets and others may read or change it: run chmod 600 %1"_s.arg(path)};
    if (facts.st_size > limit)
        return Error {ErrorCode::TooLarge, u"%1 is longer than %2 bytes"_s.arg(path).arg(limit)};
    QFile file;
    if (!file.open(descriptor.number(), QIODevice::ReadOnly))
        return Error {ErrorCode::Unavailable, file.errorString()};
    return file.read(limit);
}

Status writePrivateFile(const QString &path, const QByteArray &content)
{
    // Beside the file, as a rename does not cross file systems; mkostemp makes it 0600.
    QByteArray name = QFile::encodeName(path) + ".XXXXXX";
    const Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file.isOpen())
        return systemError(path, u"written"_s);
    if (!keepOwner(file, path) || !writeAll(file, content)
        || ::rename(name.constData(), QFile::encodeName(path).constData()) != 0) {
        Error error = systemError(path, u"written"_s);
        ::unlink(name.constData());
        return error;
    }
    if (!syncFolderOf(path))
        return systemError(path, u"made to last"_s);
    return {};
}

} // namespace ct::server::auth
