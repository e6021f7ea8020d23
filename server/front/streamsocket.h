// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace ct::server::front {

/// What a StreamSocket tells whoever has it, never from within one of its own calls.
/// None of these may destroy it at once.
class StreamEvents
{
public:
    virtual ~StreamEvents() = default;

    /// Something has arrived, perhaps the end; or the connection has become ready.
    virtual void streamReadable() = 0;
    /// The system has taken some of what was kept for it.
    virtual void streamWritten() = 0;
};

/// Memory that all of a worker's sockets use in turn, each within one of its calls, but for what
/// read() returns. Thread: the worker's.
struct StreamBuffers {
    static constexpr qsizetype readAtOnce = 64LL * 1024;
    /// With the beginning of a record that a session has already, no more than `input` takes.
    static constexpr qsizetype sealedAtOnce = 48LL * 1024;

    QByteArray input = QByteArray(readAtOnce, Qt::Uninitialized);
    /// What TLS has yet to open.
    QByteArray sealed = QByteArray(sealedAtOnce, Qt::Uninitialized);
    /// What TLS has sealed.
    QByteArray output;
};

/// The bytes of a client's connection, in the clear or by TLS. Thread: that of attach(), until
/// detach().
class StreamSocket
{
public:
    virtual ~StreamSocket() = default;

    /// Says who hears of it and where it reads to; both outlive it, or its detach(). Reading is
    /// off.
    virtual void attach(StreamEvents &events, StreamBuffers &buffers) = 0;
    /// Makes it nobody's, for attach() in any thread. `unread` was read, and is read again.
    virtual void detach(const QByteArray &unread) = 0;

    /// Bytes can go both ways: TLS is agreed upon, if there is any. Told by streamReadable().
    virtual bool isReady() const = 0;
    /// Why TLS has failed; empty when it has not.
    virtual QString fault() const = 0;

    /// Whether to tell of input. A connection that is not ready tells of that in any case.
    virtual void setReading(bool isReading) = 0;
    /// What has arrived, or nothing. It lies in memory that the next one to read uses again.
    virtual QByteArrayView read() = 0;
    /// The rest of the last read(), in memory that lasts until the next one.
    virtual QByteArrayView keep(QByteArrayView rest) = 0;
    /// Throws away what has arrived; how much. What follows can only be skipped, too.
    virtual qint64 skip() = 0;
    /// There may be something to read.
    virtual bool hasInput() const = 0;
    /// Nothing more will arrive; to be asked once there is nothing to read.
    virtual bool hasEnded() const = 0;
    /// Nothing goes out any more, either: there is nothing left to wait for.
    virtual bool isOver() const = 0;

    /// Sends what the system takes at once, and keeps the rest. Only when ready.
    virtual void write(QByteArrayView bytes) = 0;
    /// The system has taken everything, so that streamWritten() tells nothing before the next.
    virtual bool isDrained() const = 0;
    /// Bytes that the system has not taken yet.
    virtual qint64 pending() const = 0;
    /// Ends the output and leaves the peer to close its side; nothing may be pending.
    virtual void endOutput() = 0;
    /// Closes at once.
    virtual void abort() = 0;
};

} // namespace ct::server::front
