// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/mailbox.h"
#include "shared/base/fileat.h"

#include <QThreadPool>

#include <memory>

namespace ct::server::front {

/// What has come of a body that was to be written to a file.
struct Spooled {
    enum class Outcome {
        Whole,
        /// It did not fit: the disk, or a quota.
        Full,
        Failed,
        /// It was longer than it was said to be.
        TooLong,
    };

    Outcome outcome = Outcome::Whole;
    /// In hexadecimal, of a whole one.
    QByteArray sha256 {};
    qint64 size = 0;
    /// Removes the file with its last copy: whoever wants it links it elsewhere before.
    std::shared_ptr<void> file {};
};

/// What becomes of a FileSpool. Each call is the spool's last act in its turn, so that the receiver
/// may destroy it there.
class SpoolReceiver
{
public:
    virtual ~SpoolReceiver() = default;

    virtual void spoolHasRoom() = 0;
    virtual void spoolEnded(const Spooled &spooled) = 0;
};

/// Writes a body to a new file (0600), with a digest, as it arrives. All of the disk's work is done
/// by a thread pool, a chunk at a time; what cannot be written is taken all the same and thrown
/// away, so that whoever sends it gets to its answer. Owner: the receiver's object. Thread: its;
/// the destructor has the file removed, unless it was given away.
class FileSpool
{
public:
    /// So much waits for the disk at the most.
    static constexpr qsizetype mostWaiting = 512LL * 1024;

    /// `context` lives in the spool's thread and outlives it, as `writers` and `receiver` do.
    FileSpool(QThreadPool &writers, QObject &context, SpoolReceiver &receiver);
    ~FileSpool();
    FileSpool(const FileSpool &) = delete;
    FileSpool &operator=(const FileSpool &) = delete;

    /// Nothing may be there by that name. Once only, and first.
    void open(const FileAt &place);
    /// Whether write() should be called; spoolHasRoom() tells when it may be again.
    bool hasRoom() const { return m_waiting.size() < mostWaiting; }
    void write(const QByteArray &bytes);
    /// All has been written that there is; spoolEnded() follows.
    void finish();

private:
    class File;

    void pump();
    void written(Spooled::Outcome outcome, bool wasLast);

    QThreadPool &m_writers;
    SpoolReceiver &m_receiver;
    std::shared_ptr<Mailbox<FileSpool>> m_mailbox;
    std::shared_ptr<File> m_file;
    QByteArray m_waiting;
    Spooled::Outcome m_outcome = Spooled::Outcome::Whole;
    bool m_isWriting = false;
    bool m_isLast = false;
};

} // namespace ct::server::front
