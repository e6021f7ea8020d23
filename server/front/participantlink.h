// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/user.h"
#include "server/front/flushqueue.h"
#include "server/front/frontconfig.h"
#include "server/front/lookqueue.h"
#include "server/front/readqueue.h"
#include "server/session/sessiondirectory.h"

#include <QObject>

#include <deque>

namespace ct::server::front {

class LinkRegistry;

/// What a connection's first request says of the client, checked once.
struct LinkHandshake {
    /// Nothing when the client is to be refused, with `refusal` as the reason it is told.
    std::optional<auth::RoomClaims> claims;
    QString refusal;
    session::ClientDetails details;
};

/// What the links of one worker need; all of it outlives them. Thread: the worker's.
struct LinkContext {
    const FrontConfig &config;
    const Clock &clock;
    RandomSource &random;
    session::SessionDirectory &sessions;
    FlushQueue &flushQueue;
    ReadQueue &readQueue;
    LookQueue &looks;
    LinkRegistry &registry;
    /// Keeps transports that have lost their link and still say their last words.
    QObject *keeper = nullptr;
    /// What all outboxes together may hold.
    const session::BudgetShare &budget;
    /// How often receipt is to be proven, in bytes sent.
    qint64 proofEvery = 0;
    std::function<void(const QString &key, const QString &sentence)> warn;
    /// A client was refused its seat, for the audit.
    std::function<void(const LinkHandshake &handshake, const Error &error)> refused;
};

/// What every connection of a participant has in common, whatever carries it: the seat, the outbox
/// and the proofs of receipt. A ping is asked of the client now and then; its answer proves that
/// everything sent before that ping has arrived. Thread: the worker's.
class ParticipantLink : public session::Link, protected Flushable
{
public:
    ParticipantLink(LinkHandshake handshake, LinkContext &context);
    ~ParticipantLink() override;

    void outboxFilled() final { flushSoon(); }
    void finish(const QByteArray &reason) final;
    void abandon(const QByteArray &reason) final;

    /// Heartbeats and deadlines; says when to look again.
    virtual Instant tick(Instant now) = 0;
    /// Nothing more will happen: its owner may delete it.
    virtual bool isOver() const = 0;
    /// It still has to say something, its goodbye at least.
    virtual bool isOwing() const = 0;
    bool isSeated() const { return m_participant != nullptr; }

protected:
    /// Takes the seat that the handshake's token grants, or says why not.
    Status takeSeat(const std::optional<session::Resume> &resume);

    session::Participant *participant() const { return m_participant; }
    session::Outbox *outbox() const { return m_outbox.get(); }
    const LinkHandshake &handshake() const { return m_handshake; }
    LinkContext &context() const { return m_context; }

    void received(const QByteArray &message);
    void receivedOversized(const QByteArray &beginning, quint64 length);
    /// The connection is gone: the seat waits for another one.
    void reportBroken(const QString &reason);
    /// Another transport carries the connection from now on.
    void reportMoved();
    /// The client said goodbye.
    void reportDisconnected();

    /// See ParticipantEvents::mayReadOn().
    bool mayReadOn() const;

    /// A ping is due, and goes out as soon as there is something to carry it.
    void wantPing(Instant now);
    bool isPingWanted() const { return m_pingWanted.has_value(); }
    /// Notes that a ping goes out now.
    void pingSent(Instant now);
    /// A ping was answered.
    void pongReceived();
    /// The oldest ping without an answer, or that could not even go out, has waited for `limit`,
    /// and so it was at the last look: a starved loop gets the chance to read the answer first.
    bool isOverdue(Instant now, std::chrono::milliseconds limit);
    /// When the next ping or its being overdue may be due.
    Instant nextBeat(Instant now) const;
    /// Something has begun that tick() should know of.
    void lookSoon() { m_context.looks.add(*this, Instant::min()); }
    /// Something of the client has arrived or has been taken in by it: it is alive.
    void noteAlive(Instant now) { m_aliveAt = now; }
    void noteSent(qint64 bytes) { m_sentSinceProof += bytes; }
    bool needsProof() const;
    /// Memory is short, and the client may have received what is kept for it.
    bool owesProof() const;
    Instant lastPing() const { return m_lastPing; }

    /// The seat is lost for good: say what is left, then goodbye.
    virtual void finishing(const QByteArray &reason) = 0;
    /// Say goodbye at once.
    virtual void abandoning(const QByteArray &reason) = 0;

private:
    std::optional<Instant> oldestPing() const;

    struct SentPing {
        quint64 offset = 0;
        Instant at {};
    };

    const LinkHandshake m_handshake;
    LinkContext &m_context;
    session::Participant *m_participant = nullptr;
    std::shared_ptr<session::Outbox> m_outbox;
    std::deque<SentPing> m_pings;
    Instant m_lastPing;
    std::optional<Instant> m_pingWanted;
    Instant m_aliveAt {};
    qint64 m_sentSinceProof = 0;
    bool m_isSuspect = false;
};

} // namespace ct::server::front
