// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/notedports.h"

#include "shared/base/descriptor.h"
#include "shared/protocol/json.h"
#include "shared/protocol/paths.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

constexpr qint64 longestFile = 4'096;

Error unreadable(const QString &path, int cause)
{
    const QString why
        = cause == ELOOP ? u"it is a link or no file at all"_s : qt_error_string(cause);
    return {
        cause == ENOENT || cause == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Forbidden,
        u"%1 can't be read: %2"_s.arg(path, why)};
}

} // namespace

Result<QByteArray> contentOfNote(const QString &path)
{
    const Descriptor note(::open(
        QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!note.isOpen())
        return unreadable(path, errno);
    struct stat found { };
    if (::fstat(note.number(), &found) != 0)
        return unreadable(path, errno);
    if (!S_ISREG(found.st_mode))
        return unreadable(path, ELOOP);
    QByteArray content(longestFile, Qt::Uninitialized);
    const ssize_t length
        = ::read(note.number(), content.data(), static_cast<std::size_t>(content.size()));
    if (length < 0)
        return unreadable(path, errno);
    content.truncate(length);
    return content;
}

Result<NotedPorts> notedPorts(const QString &stateFolder)
{
    const QString path = stateFolder + u'/' + protocol::files::ports;
    const auto text = contentOfNote(path);
    if (!text)
        return text.error();
    const auto object = protocol::objectFromBytes(*text);
    if (!object)
        return Error {ErrorCode::NotFound, u"%1 holds no ports"_s.arg(path)};
    return NotedPorts {
        static_cast<quint16>(object->value("private"_L1).toInt()),
        object->value("pid"_L1).toInteger()};
}

} // namespace ct::server::controltool
