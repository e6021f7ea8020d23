// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/user.h"
#include "server/relay/servermessages.h"
#include "server/session/link.h"
#include "server/session/outbox.h"
#include "server/session/seatcounter.h"
#include "shared/base/clock.h"

#include <memory>
#include <optional>

namespace ct::server::session {

class Participant;

/// What the handshake of a connection says about the client.
struct ClientDetails {
    QByteArray publicKey;
    QString client;
    QList<QByteArray> compression;
    /// The real client's address, for logs and the audit.
    QString address;
};

/// What a participant's session does with what the link brings. Implemented by Session.
class ParticipantEvents
{
public:
    virtual ~ParticipantEvents() = default;

    virtual void received(Participant &from, const QByteArray &message) = 0;
    /// A message over the limit was thrown away but for its beginning.
    virtual void receivedOversized(Participant &from, const QByteArray &beginning, quint64 length)
        = 0;
    /// The connection is gone; the seat is kept for a while.
    virtual void connectionBroken(Participant &who, const QString &reason) = 0;
    /// Another transport carries the connection from now on.
    virtual void moved(Participant &who) = 0;
    /// The client said goodbye.
    virtual void disconnected(Participant &who) = 0;
    /// Receipt of some of what waits for the participant has been proven.
    virtual void relieved(Participant &who) = 0;
    /// More than half of what some participant may have waiting is used.
    virtual void filledUp() = 0;
    /// Whether the link should go on reading. While a receiver has a lot to take in, its senders
    /// wait for a moment, so that a burst does not cost a seat.
    virtual bool mayReadOn(const Participant &who) = 0;
};

/// One member of a session: its seat, its outbox and, while there is one, its connection.
/// Owner: Session. Thread: the session's worker.
class Participant
{
public:
    struct Identity {
        QByteArray id;
        auth::User user;
        bool host = false;
        ClientDetails details;
        /// The login it came by.
        QByteArray login {};
        /// When it took its seat.
        WallTime since {};
    };

    Participant(
        Identity identity,
        QByteArray recoveryId,
        std::shared_ptr<Outbox> outbox,
        ParticipantEvents &events);
    Participant(const Participant &) = delete;
    Participant &operator=(const Participant &) = delete;
    ~Participant();

    const QByteArray &id() const { return m_identity.id; }
    bool isHost() const { return m_identity.host; }
    const Identity &identity() const { return m_identity; }
    relay::PeerDescription description() const;
    /// Private to client and server: who has it may resume (Socket.IO's `pid`).
    const QByteArray &recoveryId() const { return m_recoveryId; }

    /// What it is counted as; given back when the seat ends.
    void hold(HeldSeat seat) { m_seat = std::move(seat); }
    void attach(Link &link);
    Link *link() const { return m_link; }
    /// Shared with the link, see Outbox.
    const std::shared_ptr<Outbox> &outbox() const { return m_outbox; }
    /// Since when no connection is there; nothing while there is one.
    std::optional<Instant> brokenSince() const { return m_brokenSince; }
    void setBroken(Instant now);

    /// Queues a message; `source` as in Outbox::append().
    void deliver(relay::Outgoing message, const SharedCharge &source = {});

    /// Takes one message from the participant's allowance; false when it is used up.
    bool takeMessageAllowance(Instant now, int perSecond, int burst);

    // For the link.
    ParticipantEvents &events() const { return m_events; }

    /// Ends the seat: the link says what is left and closes.
    void finish(const QByteArray &reason);

private:
    const Identity m_identity;
    const QByteArray m_recoveryId;
    const std::shared_ptr<Outbox> m_outbox;
    ParticipantEvents &m_events;
    HeldSeat m_seat;
    Link *m_link = nullptr;
    std::optional<Instant> m_brokenSince;
    double m_allowance = -1;
    Instant m_allowanceAt {};
};

} // namespace ct::server::session
