// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/logfile.h"

#include "server/logging/loggingconfig.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::logging {

namespace {

QByteArray rotated(const QByteArray &path, int number)
{
    return path + '.' + QByteArray::number(number);
}

void makeFolder(const QString &folder)
{
    QDir().mkpath(QFileInfo(folder).absolutePath());
    // Failing is seen when the file is opened.
    ::mkdir(QFile::encodeName(folder).constData(), 0750);
}

} // namespace

LogFile::LogFile(const LoggingConfig &config, const QString &name)
    : m_folder(config.folder),
      m_path(QFile::encodeName(QDir(config.folder).filePath(name))),
      m_rotateAt(config.rotateAt),
      m_keep(config.keep)
{ }

LogFile::~LogFile()
{
    close();
}

void LogFile::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

Error LogFile::failure(const QString &doing, int code) const
{
    return {
        ErrorCode::Unavailable,
        u"cannot "_s + doing + u' ' + QFile::decodeName(m_path) + u": "_s + qt_error_string(code)};
}

Status LogFile::open()
{
    // Without O_NONBLOCK a FIFO of that name would stop the writer until somebody reads it.
    static constexpr int flags
        = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    m_descriptor = ::open(m_path.constData(), flags, 0640);
    if (m_descriptor < 0 && errno == ENOENT) {
        makeFolder(m_folder);
        m_descriptor = ::open(m_path.constData(), flags, 0640);
    }
    if (m_descriptor < 0)
        return failure(u"open"_s, errno);
    struct stat facts = {};
    if (::fstat(m_descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        close();
        return Error {
            ErrorCode::Forbidden,
            QFile::decodeName(m_path) + u" is not a regular file; remove it"_s};
    }
    m_size = facts.st_size;
    return {};
}

Status LogFile::ensureOpen()
{
    if (m_descriptor < 0)
        return open();
    struct stat facts = {};
    // A removed file would take lines that nobody can read. A renamed one is somebody's rotation,
    // who will ask for a reopening; a shorter one is, too (copytruncate).
    if (::fstat(m_descriptor, &facts) != 0 || facts.st_nlink == 0) {
        close();
        return open();
    }
    m_size = facts.st_size;
    return {};
}

void LogFile::rotate()
{
    close();
    if (m_keep <= 0) {
        ::unlink(m_path.constData());
        return;
    }
    for (int number = m_keep - 1; number > 0; --number)
        ::rename(rotated(m_path, number).constData(), rotated(m_path, number + 1).constData());
    // Where renaming fails, lines go on into the old file: better too long than lost.
    ::rename(m_path.constData(), rotated(m_path, 1).constData());
}

Status LogFile::write(QByteArrayView lines)
{
    qsizetype done = 0;
    while (done < lines.size()) {
        const QByteArrayView rest = lines.sliced(done);
        const ssize_t taken = ::write(m_descriptor, rest.data(), static_cast<size_t>(rest.size()));
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken <= 0) {
            const int code = taken < 0 ? errno : EIO;
            if (done > 0 && ::ftruncate(m_descriptor, m_size) != 0)
                close();
            return failure(u"write"_s, code);
        }
        done += taken;
    }
    m_size += done;
    return {};
}

Status LogFile::append(QByteArrayView lines)
{
    if (Status opened = ensureOpen(); !opened)
        return opened;
    if (m_size > 0 && m_size + lines.size() > m_rotateAt) {
        rotate();
        if (Status opened = open(); !opened)
            return opened;
    }
    return write(lines);
}

} // namespace ct::server::logging
