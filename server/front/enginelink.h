// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/engineio/packet.h"
#include "server/front/httpmarks.h"
#include "server/front/participantlink.h"
#include "server/front/waitingrequest.h"
#include "server/front/websockettransport.h"
#include "server/socketio/assembler.h"

#include <vector>

namespace ct::server::front {

/// One Engine.IO 4 session with Socket.IO 5 on it: long polling, WebSocket, and the upgrade from
/// the one to the other, with one namespace, the one that the client connects to first.
/// Owner: LinkTable. Thread: the worker that owns the room.
class EngineLink final : public ParticipantLink, private WebSocketEvents, private Reader
{
public:
    EngineLink(QByteArray sid, LinkHandshake handshake, LinkContext &context);
    ~EngineLink() override;

    const QByteArray &sid() const { return m_sid; }
    /// Opened without a valid token, only to say why.
    bool isRefused() const { return !handshake().claims; }
    /// On a WebSocket; else it polls.
    bool isOnSocket() const { return m_socket != nullptr; }

    /// The first polling GET: the open packet is the answer.
    void openPolling(const ResponseHandle &response);
    /// A WebSocket without a session: the open packet is its first frame.
    void openSocket(std::unique_ptr<WebSocketTransport> socket);
    /// A long poll. A second one at the same time ends the session, as the protocol has it. The
    /// same one once more is answered once more; `mark` is its `t`.
    void poll(const ResponseHandle &response, const QByteArray &mark);
    /// The connection of a waiting poll is gone; what comes goes into the next one.
    void pollAborted(const ResponseHandle &response);
    /// A POST's packets; `outcome` is a failure when its body was malformed behind them. They are
    /// worked off in shares of the loop's time, and a second POST meanwhile ends the session, as
    /// the protocol has it. The same one once more is only answered.
    void post(
        std::vector<engineio::Packet> packets,
        const Status &outcome,
        const ResponseHandle &response,
        const PostMark &mark);
    /// A slow client is in the midst of taking in a poll's answer, or of posting.
    void progressed();
    /// A WebSocket that wants to take over from polling.
    void probe(std::unique_ptr<WebSocketTransport> socket);

    void readOn() override;
    QString transport() const override
    {
        return isOnSocket() ? QStringLiteral("websocket") : QStringLiteral("polling");
    }
    Instant tick(Instant now) override;
    bool isOver() const override { return m_phase == Phase::Over; }
    bool isOwing() const override
    {
        return m_phase == Phase::Connected || m_phase == Phase::Finishing;
    }

private:
    enum class Phase { Opening, Connected, Finishing, Said, Over };
    class Probe;

    // ParticipantLink
    void finishing(const QByteArray &reason) override;
    void abandoning(const QByteArray &reason) override;
    void flush() override;
    // Reader
    void takeShare() override;
    // WebSocketEvents
    void socketHeard(Instant now) override { noteAlive(now); }
    void socketText(const QByteArray &text) override;
    void socketBinary(QByteArray data) override;
    void socketOversized(bool isText, QByteArray beginning, quint64 length) override;
    void socketPong() override { }
    void socketClosed(const QString &reason, bool isGoodbye) override;
    void socketDrained() override;
    bool socketMayRead() override { return mayReadOn(); }

    QByteArray openPacket(bool mayUpgrade) const;
    void take(engineio::Packet packet);
    void handle(const Result<std::optional<socketio::Event>> &event);
    void connectTo(const socketio::ConnectEvent &event);
    void refuse(QByteArrayView nameSpace, const Error &error);
    void refuseNameSpace(QByteArrayView nameSpace);
    void message(const socketio::MessageEvent &event);
    void control(const QByteArray &packet);
    void takePosted(ReadQueue::Share &share);
    void endPost();
    void acceptPost();
    void flushSocket();
    void flushPolling();
    bool hasOutput() const;
    void sayGoodbye();
    void answerPoll(const QByteArray &payload);
    void sendAnswer(const QByteArray &payload);
    void pollAgain(const ResponseHandle &response);
    void postAgain(const ResponseHandle &response);
    void releasePoll();
    void switchTo(std::unique_ptr<WebSocketTransport> socket);
    void dropProbe();
    /// The connection can't go on; the seat waits.
    void breakOff(const QString &reason);
    void over();
    bool tickDeadlines(Instant now);
    void heartbeat(Instant now);
    Instant nextLook(Instant now) const;

    const QByteArray m_sid;
    Phase m_phase = Phase::Opening;
    socketio::Assembler m_assembler;
    QByteArray m_nameSpace;
    socketio::MessageHeader m_header;
    /// Packets of the transport itself, to go out before anything of the outbox.
    std::vector<QByteArray> m_controls;
    WaitingRequest m_poll;
    PolledAnswer m_polled;
    FormerMarks m_formerPolls;
    /// A POST that is answered once it is worked off and the session's brake lets go.
    WaitingRequest m_heldPost;
    PostMark m_postMark;
    int m_postRepeats = 0;
    FormerMarks m_formerPosts;
    /// What is not worked off yet of it, the next one last, and how its body ended.
    std::vector<engineio::Packet> m_posted;
    Status m_postOutcome;
    std::unique_ptr<WebSocketTransport> m_socket;
    std::unique_ptr<Probe> m_probe;
    /// Dropped, and kept until the next tick because its call may be under way.
    std::unique_ptr<Probe> m_formerProbe;
    Instant m_since;
};

} // namespace ct::server::front
