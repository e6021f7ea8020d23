// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/streamsocket.h"
#include "shared/base/descriptor.h"

#include <QSocketNotifier>

#include <memory>
#include <utility>

namespace ct::server::front {

/// A connection in the clear, straight on its descriptor: reads into memory that all share, writes
/// what the system takes and keeps only what it refuses. Thread: see StreamSocket.
class PlainSocket final : public StreamSocket
{
public:
    /// Of an accepted connection.
    explicit PlainSocket(Descriptor descriptor) : m_descriptor(std::move(descriptor)) { }

    void attach(StreamEvents &events, StreamBuffers &buffers) override
    {
        attachTo(events, buffers.input);
    }
    /// As attach(), with `memory` to read into.
    void attachTo(StreamEvents &events, QByteArray &memory);
    void detach(const QByteArray &unread) override;

    bool isReady() const override { return true; }
    QString fault() const override { return {}; }
    void setReading(bool isReading) override;
    QByteArrayView read() override;
    QByteArrayView keep(QByteArrayView rest) override;
    qint64 skip() override;
    bool hasInput() const override { return m_mayHaveInput || !m_arrived.isEmpty(); }
    bool hasEnded() const override { return m_hasEnded; }
    bool isOver() const override { return m_isBroken || (m_hasEnded && m_kept.isEmpty()); }

    void write(QByteArrayView bytes) override;
    bool isDrained() const override { return m_kept.isEmpty() && !m_isBroken; }
    qint64 pending() const override { return m_kept.size(); }
    void endOutput() override;
    void abort() override;

    /// Nothing can be written any more.
    bool isBroken() const { return m_isBroken; }
    /// Nothing goes out any more, and whoever reads will find the end.
    void breakOff();

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
    void watchWriting();

    Descriptor m_descriptor;
    /// While attached, these three.
    StreamEvents *m_events = nullptr;
    QByteArray *m_shared = nullptr;
    std::unique_ptr<Notifier> m_reading;
    /// There once the system has refused something.
    std::unique_ptr<Notifier> m_writing;
    /// Read before it was detached.
    QByteArray m_arrived;
    /// What keep() has to keep.
    QByteArray m_rest;
    /// What the system has not taken.
    QByteArray m_kept;
    bool m_isRestShared = false;
    bool m_mayHaveInput = false;
    bool m_hasEnded = false;
    bool m_isBroken = false;
};

} // namespace ct::server::front
