// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/filestream.h"

#include "shared/base/descriptor.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace ct::server::front {

namespace {

/// The folder that `path` lies below; empty when there is none.
QString folderOf(const QString &path, const QStringList &folders)
{
    if (!QDir::isAbsolutePath(path) || path.contains(u'\0') || QDir::cleanPath(path) != path)
        return {};
    for (const QString &folder : folders) {
        QString beginning = QDir::cleanPath(folder);
        if (!beginning.endsWith(u'/'))
            beginning += u'/';
        const bool isBelow = path.size() > beginning.size() && path.startsWith(beginning);
        if (QDir::isAbsolutePath(beginning) && isBelow)
            return beginning;
    }
    return {};
}

/// Opens step by step, since O_NOFOLLOW speaks of the last name only. The folder itself is the
/// operator's word and may be reached by links.
Descriptor openBelow(const QString &folder, const QString &relative)
{
    static constexpr int way = O_PATH | O_DIRECTORY | O_CLOEXEC;
    // Without O_NONBLOCK, a FIFO would hold the thread for ever.
    static constexpr int target = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    Descriptor at(::open(QFile::encodeName(folder).constData(), way));
    QStringList names = relative.split(u'/');
    const QString last = names.takeLast();
    for (const QString &name : std::as_const(names)) {
        if (at.isOpen())
            at = Descriptor(
                ::openat(at.number(), QFile::encodeName(name).constData(), way | O_NOFOLLOW));
    }
    if (!at.isOpen())
        return at;
    return Descriptor(::openat(at.number(), QFile::encodeName(last).constData(), target));
}

} // namespace

/// An open regular file. Shared with the reads under way.
class FileStream::File
{
public:
    /// Null when it may not be served.
    static std::shared_ptr<File> open(const QString &path, const QStringList &folders)
    {
        const QString folder = folderOf(path, folders);
        if (folder.isEmpty())
            return nullptr;
        Descriptor descriptor = openBelow(folder, path.sliced(folder.size()));
        struct stat facts = {};
        if (!descriptor.isOpen() || ::fstat(descriptor.number(), &facts) != 0
            || !S_ISREG(facts.st_mode))
            return nullptr;
        return std::make_shared<File>(std::move(descriptor), qint64(facts.st_size));
    }

    File(Descriptor descriptor, qint64 size) : m_descriptor(std::move(descriptor)), m_size(size) { }

    qint64 size() const { return m_size; }

    /// Empty when there is not as much.
    QByteArray read(ByteRange range) const
    {
        QByteArray chunk(static_cast<qsizetype>(range.length), Qt::Uninitialized);
        qint64 done = 0;
        while (done < range.length) {
            const ssize_t got = ::pread(
                m_descriptor.number(),
                chunk.data() + done,
                static_cast<std::size_t>(range.length - done),
                range.first + done);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return {};
            done += got;
        }
        return chunk;
    }

private:
    const Descriptor m_descriptor;
    /// As it was when opened.
    const qint64 m_size;
};

FileStream::FileStream(QThreadPool &readers, QObject &context, FileReceiver &receiver)
    : m_readers(readers),
      m_receiver(receiver),
      m_mailbox(std::make_shared<Mailbox<FileStream>>(*this, context))
{ }

FileStream::~FileStream()
{
    m_mailbox->close();
}

void FileStream::open(const QString &path, const QStringList &folders)
{
    m_readers.start([mailbox = m_mailbox, path, folders] {
        Mailbox<FileStream>::deliver(
            mailbox,
            [file = File::open(path, folders)](FileStream &stream) { stream.opened(file); });
    });
}

void FileStream::opened(std::shared_ptr<File> file)
{
    if (!file)
        return m_receiver.fileRefused();
    m_file = std::move(file);
    m_range = {0, m_file->size()};
    m_receiver.fileOpened(m_file->size());
}

void FileStream::choose(ByteRange range)
{
    m_range = range;
}

void FileStream::start(StreamSocket &socket)
{
    m_socket = &socket;
    pump();
}

void FileStream::pump()
{
    if (m_isReading || !m_socket || m_range.length == 0 || m_socket->pending() >= chunkSize)
        return;
    m_isReading = true;
    const ByteRange next {m_range.first, std::min(m_range.length, chunkSize)};
    m_readers.start([mailbox = m_mailbox, file = m_file, next] {
        Mailbox<FileStream>::deliver(
            mailbox, [chunk = file->read(next)](FileStream &stream) { stream.arrived(chunk); });
    });
}

void FileStream::arrived(const QByteArray &chunk)
{
    m_isReading = false;
    m_range.first += chunk.size();
    m_range.length -= chunk.size();
    if (chunk.isEmpty())
        return m_receiver.fileBroken();
    m_socket->write(chunk);
    m_receiver.fileGiven();
}

} // namespace ct::server::front
