// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/participantlink.h"
#include "server/front/websockettransport.h"

namespace ct::server::front {

/// The plain WebSocket transport at /websocket: one binary message each way is one message of the
/// protocol. A normal close frame is a goodbye; any other end is a broken connection, whose seat is
/// kept for a while. Owner: LinkTable. Thread: the worker that owns the room.
class RawLink final : public ParticipantLink, private WebSocketEvents
{
public:
    RawLink(
        LinkHandshake handshake, LinkContext &context, std::unique_ptr<WebSocketTransport> socket);
    ~RawLink() override;

    void readOn() override;
    QString transport() const override { return QStringLiteral("raw"); }
    Instant tick(Instant now) override;
    bool isOver() const override { return m_isOver; }
    bool isOwing() const override { return !m_isOver; }

private:
    // ParticipantLink
    void finishing(const QByteArray &reason) override;
    void abandoning(const QByteArray &reason) override;
    void flush() override;
    // WebSocketEvents
    void socketHeard(Instant now) override { noteAlive(now); }
    void socketText(const QByteArray &) override { }
    void socketBinary(QByteArray data) override;
    void socketOversized(bool isText, QByteArray beginning, quint64 length) override;
    void socketPong() override { pongReceived(); }
    void socketClosed(const QString &reason, bool isGoodbye) override;
    void socketDrained() override;
    bool socketMayRead() override { return mayReadOn(); }

    void over(websocket::CloseCode code, const QByteArray &reason);

    std::unique_ptr<WebSocketTransport> m_socket;
    QByteArray m_finishReason;
    Instant m_finishingSince {};
    bool m_isFinishing = false;
    bool m_isOver = false;
};

} // namespace ct::server::front
