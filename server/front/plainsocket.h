// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/streamsocket.h"
#include "shared/base/descriptor.h"

#include <QSocketNotifier>

#include <memory>

namespace ct::server::front {

/// A connection in the clear, straight on its descriptor: reads into memory that all share, writes
/// what the system takes and keeps only what it refuses. Thread: the worker's.
class PlainSocket final : public StreamSocket
{
public:
    /// `arrived` has been read of it already. The descriptor does not block.
    PlainSocket(
        Descriptor descriptor, QByteArray arrived, StreamEvents &events, QByteArray &shared);

    /// Takes the connection out of a socket; null, with the socket as it was, when it still has
    /// something to write, or when there is no descriptor to be had.
    static std::unique_ptr<PlainSocket> take(
        QTcpSocket &socket, StreamEvents &events, QByteArray &shared);

    void setReading(bool isReading) override;
    QByteArrayView read() override;
    QByteArrayView keep(QByteArrayView rest) override;
    qint64 skip() override;
    bool hasInput() const override { return m_mayHaveInput || !m_arrived.isEmpty(); }
    bool hasEnded() const override { return m_hasEnded; }
    bool isOver() const override { return m_isBroken || (m_hasEnded && m_kept.isEmpty()); }

    void write(QByteArrayView bytes) override;
    void writeShared(const QByteArray &bytes) override { write(bytes); }
    bool flush() override { return m_kept.isEmpty() && !m_isBroken; }
    qint64 pending() const override { return m_kept.size(); }
    void endOutput() override;
    void abort() override;

private:
    /// Calls a function without the detour over a signal.
    class Notifier final : public QSocketNotifier
    {
    public:
        using Call = void (PlainSocket::*)();
        Notifier(int descriptor, Type type, PlainSocket &owner, Call call);

    protected:
        bool event(QEvent *event) override;

    private:
        PlainSocket &m_owner;
        const Call m_call;
    };

    void readable();
    void writable();
    qsizetype send(QByteArrayView bytes);
    void receivedNothing(bool isEnd);
    void fail();

    StreamEvents &m_events;
    QByteArray &m_shared;
    Descriptor m_descriptor;
    Notifier m_reading;
    /// There once the system has refused something.
    std::unique_ptr<Notifier> m_writing;
    /// Read before this was made.
    QByteArray m_arrived;
    /// What keep() has to keep.
    QByteArray m_rest;
    /// What the system has not taken.
    QByteArray m_kept;
    bool m_isRestShared = false;
    bool m_mayHaveInput = false;
    bool m_hasEnded = false;
    /// Nothing can be written any more.
    bool m_isBroken = false;
};

} // namespace ct::server::front
