// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/plainsocket.h"
#include "server/net/tlssession.h"

namespace ct::server::front {

/// A connection by TLS: a PlainSocket for the sealed bytes and a session that opens and seals them.
/// It shakes hands on its own once attached. Thread: see StreamSocket.
class TlsSocket final : public StreamSocket, private StreamEvents
{
public:
    /// Of an accepted connection.
    TlsSocket(Descriptor descriptor, const net::SslContext &context)
        : m_socket(std::move(descriptor)),
          m_session(context)
    { }

    void attach(StreamEvents &events, StreamBuffers &buffers) override;
    void detach(const QByteArray &unread) override;

    bool isReady() const override;
    QString fault() const override { return m_session.fault(); }

    void setReading(bool isReading) override;
    QByteArrayView read() override;
    QByteArrayView keep(QByteArrayView rest) override;
    qint64 skip() override;
    bool hasInput() const override;
    bool hasEnded() const override
    {
        return m_hasEnded || m_session.state() == net::TlsSession::State::Failed;
    }
    bool isOver() const override;

    void write(QByteArrayView bytes) override;
    bool isDrained() const override;
    qint64 pending() const override { return m_socket.pending(); }
    void endOutput() override;
    void abort() override;

private:
    void streamReadable() override;
    void streamWritten() override;

    bool isShakingHands() const;
    void fetch();
    void settle();
    void answer();
    void send();
    void end();

    PlainSocket m_socket;
    net::TlsSession m_session;
    /// While attached, these two.
    StreamEvents *m_events = nullptr;
    StreamBuffers *m_buffers = nullptr;
    /// Has arrived and is not opened yet; in m_socket's memory.
    QByteArrayView m_sealed;
    /// Read before it was detached.
    QByteArray m_arrived;
    /// What keep() has to keep.
    QByteArray m_rest;
    /// Bytes of TLS's own answers that may still be pending.
    qint64 m_answered = 0;
    bool m_isRestShared = false;
    bool m_isReading = false;
    bool m_hasEnded = false;
    /// Something was skipped, so that nothing behind it can be opened.
    bool m_isDeaf = false;
    /// The last words are said, though perhaps not taken.
    bool m_isEnding = false;
};

} // namespace ct::server::front
