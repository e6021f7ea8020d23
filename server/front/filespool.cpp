// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/filespool.h"

#include <QCryptographicHash>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace ct::server::front {

using Outcome = Spooled::Outcome;

namespace {

Outcome failure()
{
    return errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? Outcome::Full : Outcome::Failed;
}

} // namespace

/// A file that comes into being. Used by one thread of the pool at a time, but for its place.
class FileSpool::File
{
public:
    explicit File(FileAt place) : m_place(std::move(place)) { }

    const FileAt &place() const { return m_place; }
    /// It is ours to remove.
    bool isMade() const { return m_isMade; }
    QByteArray sha256() const { return m_hash.result().toHex(); }
    qint64 size() const { return m_size; }

    Outcome write(const QByteArray &bytes)
    {
        if (!m_descriptor.isOpen()) {
            m_descriptor = Descriptor(::openat(
                m_place.folder->number(),
                m_place.name.constData(),
                O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                S_IRUSR | S_IWUSR));
            if (!m_descriptor.isOpen())
                return failure();
            m_isMade = true;
        }
        qsizetype done = 0;
        while (done < bytes.size()) {
            const ssize_t put = ::write(
                m_descriptor.number(),
                bytes.constData() + done,
                static_cast<std::size_t>(bytes.size() - done));
            if (put < 0 && errno == EINTR)
                continue;
            if (put < 0)
                return failure();
            done += put;
        }
        m_hash.addData(bytes);
        m_size += bytes.size();
        return Outcome::Whole;
    }

    /// It survives the end of power.
    Outcome close()
    {
        const Outcome outcome = ::fsync(m_descriptor.number()) == 0 ? Outcome::Whole : failure();
        m_descriptor = Descriptor();
        return outcome;
    }

private:
    const FileAt m_place;
    Descriptor m_descriptor;
    QCryptographicHash m_hash {QCryptographicHash::Sha256};
    qint64 m_size = 0;
    bool m_isMade = false;
};

FileSpool::FileSpool(QThreadPool &writers, QObject &context, SpoolReceiver &receiver)
    : m_writers(writers),
      m_receiver(receiver),
      m_mailbox(std::make_shared<Mailbox<FileSpool>>(*this, context))
{ }

FileSpool::~FileSpool()
{
    m_mailbox->close();
}

void FileSpool::open(const FileAt &place)
{
    // Its removal waits for the last write, which holds on to it, too.
    m_file = std::shared_ptr<File>(new File(place), [&writers = m_writers](const File *file) {
        if (file->isMade())
            writers.start([place = file->place()] {
                ::unlinkat(place.folder->number(), place.name.constData(), 0);
            });
        delete file;
    });
}

void FileSpool::write(const QByteArray &bytes)
{
    if (m_outcome == Outcome::Whole)
        m_waiting += bytes;
    pump();
}

void FileSpool::finish()
{
    m_isLast = true;
    pump();
}

void FileSpool::pump()
{
    if (m_isWriting || (m_waiting.isEmpty() && !m_isLast))
        return;
    m_isWriting = true;
    const bool isLast = m_isLast;
    m_writers.start([mailbox = m_mailbox,
                     file = m_file,
                     bytes = std::exchange(m_waiting, {}),
                     before = m_outcome,
                     isLast] {
        Outcome outcome = before == Outcome::Whole ? file->write(bytes) : before;
        if (isLast && outcome == Outcome::Whole)
            outcome = file->close();
        Mailbox<FileSpool>::deliver(
            mailbox, [outcome, isLast](FileSpool &spool) { spool.written(outcome, isLast); });
    });
}

void FileSpool::written(Outcome outcome, bool wasLast)
{
    m_isWriting = false;
    if (m_outcome == Outcome::Whole)
        m_outcome = outcome;
    if (m_outcome != Outcome::Whole)
        m_waiting.clear();
    if (wasLast) {
        const bool isWhole = m_outcome == Outcome::Whole;
        return m_receiver.spoolEnded(
            {m_outcome,
             isWhole ? m_file->sha256() : QByteArray(),
             isWhole ? m_file->size() : 0,
             isWhole ? m_file : nullptr});
    }
    pump();
    if (hasRoom())
        m_receiver.spoolHasRoom();
}

} // namespace ct::server::front
