// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/byterange.h"
#include "server/front/mailbox.h"
#include "server/front/streamsocket.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <memory>

namespace ct::server::front {

/// What becomes of a FileStream. Each call is the stream's last act in its turn, so that the
/// receiver may destroy it there.
class FileReceiver
{
public:
    virtual ~FileReceiver() = default;

    virtual void fileOpened(qint64 size) = 0;
    /// There is no such file, or none that may be served.
    virtual void fileRefused() = 0;
    /// The socket has been given more of it, perhaps the last.
    virtual void fileGiven() = 0;
    /// The file ended early or could not be read on; part of it may be sent already.
    virtual void fileBroken() = 0;
};

/// Sends one file, or a part of it, over a socket, with at most two chunks in memory. All of the
/// disk's work is done by a thread pool. Owner: the receiver's object. Thread: the socket's; the
/// destructor frees the descriptor, though not before a read under way is over.
class FileStream
{
public:
    static constexpr qint64 chunkSize = 256LL * 1024;

    /// `context` lives in the stream's thread and outlives it, as `readers` and `receiver` do.
    FileStream(QThreadPool &readers, QObject &context, FileReceiver &receiver);
    ~FileStream();
    FileStream(const FileStream &) = delete;
    FileStream &operator=(const FileStream &) = delete;

    /// Opens a regular file below one of `folders`, following no symbolic link beneath it; what it
    /// becomes comes by the receiver. Once only.
    void open(const QString &path, const QStringList &folders);
    /// What start() is to send; only when opened.
    void choose(ByteRange range);
    /// How many bytes have yet to be given to the socket.
    qint64 left() const { return m_range.length; }
    /// Begins to write to `socket`, which outlives the stream.
    void start(StreamSocket &socket);
    /// Reads on when the socket has room; call it whenever the socket has been given or has written
    /// something.
    void pump();

private:
    class File;

    void opened(std::shared_ptr<File> file);
    void arrived(const QByteArray &chunk);

    QThreadPool &m_readers;
    FileReceiver &m_receiver;
    std::shared_ptr<Mailbox<FileStream>> m_mailbox;
    std::shared_ptr<File> m_file;
    StreamSocket *m_socket = nullptr;
    ByteRange m_range;
    bool m_isReading = false;
};

} // namespace ct::server::front
