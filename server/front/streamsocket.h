// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QTcpSocket>

#include <memory>

namespace ct::server::front {

/// What a StreamSocket tells whoever has it, never from within one of its own calls but abort().
/// None of these may destroy it at once.
class StreamEvents
{
public:
    virtual ~StreamEvents() = default;

    /// Something has arrived, perhaps the end.
    virtual void streamReadable() = 0;
    /// The system has taken some of what was kept for it.
    virtual void streamWritten() = 0;
    /// Nothing more arrives and nothing goes out any more.
    virtual void streamEnded() = 0;
};

/// The bytes of an upgraded connection, in the clear or not. Thread: the worker's.
class StreamSocket
{
public:
    virtual ~StreamSocket() = default;

    /// Takes over an accepted socket and what has arrived on it. `shared` is memory to read into,
    /// which all the worker's sockets use in turn; it and `events` outlive the socket.
    static std::unique_ptr<StreamSocket> of(
        std::unique_ptr<QTcpSocket> socket, StreamEvents &events, QByteArray &shared);

    /// Whether to tell of input. Not so in the beginning.
    virtual void setReading(bool isReading) = 0;
    /// What has arrived, or nothing. It lies in memory that the next one to read uses again.
    virtual QByteArrayView read() = 0;
    /// The rest of the last read(), in memory that lasts until the next one.
    virtual QByteArrayView keep(QByteArrayView rest) = 0;
    /// Throws away what has arrived; how much.
    virtual qint64 skip() = 0;
    /// There may be something to read.
    virtual bool hasInput() const = 0;
    /// Nothing more will arrive; to be asked once there is nothing to read.
    virtual bool hasEnded() const = 0;
    /// Nothing goes out any more, either: there is nothing left to wait for.
    virtual bool isOver() const = 0;

    /// Sends what the system takes at once or at flush(), and keeps the rest.
    virtual void write(QByteArrayView bytes) = 0;
    /// The same, and may share the memory instead of copying it.
    virtual void writeShared(const QByteArray &bytes) = 0;
    /// Whether the system has taken everything without streamWritten() telling of it.
    virtual bool flush() = 0;
    /// Bytes that the system has not taken yet.
    virtual qint64 pending() const = 0;
    /// Ends the output and leaves the peer to close its side; nothing may be pending.
    virtual void endOutput() = 0;
    /// Closes at once.
    virtual void abort() = 0;
};

} // namespace ct::server::front
