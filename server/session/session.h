// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/congestionbrake.h"
#include "server/session/messagerules.h"
#include "server/session/sessionfacts.h"

#include <QStringList>

#include <map>

namespace ct::server::session {

/// What a connection that resumes says of the former one (Socket.IO's connection state recovery).
struct Resume {
    QByteArray recoveryId;
    quint64 offset = 0;
};

/// Who asks to join.
struct JoinRequest {
    relay::JoiningUser user;
    /// The login that asks.
    QByteArray login;
    QString address {};
};

/// How a request to join has ended.
struct JoinDecision {
    enum class Outcome { Accepted, Rejected, TimedOut, Full };

    Outcome outcome = Outcome::Rejected;
    // Only when accepted:
    QByteArray participant;
    QByteArray instance;
    QString workspaceName;
    QStringList workspaceFolders;
    relay::PeerDescription host;
};

/// One live session (room on the wire): its seats and who may take them, its host's decisions, its
/// time limits. It ends when its host leaves; `hasEnded()` then, and its owner throws it away.
/// Owner: SessionDirectory. Thread: its worker's. No sockets, no storage.
class Session final : private ParticipantEvents, private ServerMessages
{
public:
    using Decided = std::function<void(const JoinDecision &)>;

    /// Opens the session for the host that `claims` names; its seat is taken by connect().
    Session(const auth::RoomClaims &claims, const SessionContext &context);
    ~Session() override;
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const QByteArray &id() const { return m_id; }
    const QByteArray &instance() const { return m_instance; }
    bool hasEnded() const { return m_ended; }
    const Roster &roster() const { return m_roster; }
    SessionFacts facts() const;

    /// Puts the bearer of a valid room token into its seat: a new one that was granted to it, or
    /// the one it has. On success `link` is attached, and everything that waits for it will follow.
    Result<Participant *> connect(
        const auth::RoomClaims &claims,
        const ClientDetails &details,
        const std::optional<Resume> &resuming,
        Link &link);

    /// Asks the host; `decided` is called once, later or at once.
    void askToJoin(const JoinRequest &request, Decided decided);

    /// Ends the seats of whom has logged out or whose key was withdrawn, taken, granted or asked
    /// for.
    void endSeats(const auth::Logout &logout);

    /// Takes a guest out for good; the others are told. Conflict for the host, with whom the whole
    /// session would end.
    Status remove(const QByteArray &participant, const QString &reason);
    /// Takes out the guests whom a ban keeps out.
    void removeBanned(const QString &reason);
    /// Ends the session for everybody, in the protocol's way.
    void close(const QString &reason);
    /// Whether tick() has anything to do: at once where something is under way, else now and then.
    bool isDue(Instant now) const { return m_ended || now >= m_lookAt; }
    void tick(Instant now);

private:
    struct PendingJoin {
        Decided decided;
        JoinRequest request;
        Instant deadline {};
    };
    /// A seat that may be taken.
    struct Grant {
        QByteArray login;
        auth::User user;
        Instant deadline {};
    };

    // ParticipantEvents
    void received(Participant &from, const QByteArray &message) override;
    void receivedOversized(Participant &from, const QByteArray &beginning, quint64 length) override;
    void connectionBroken(Participant &who, const QString &reason) override;
    void moved(Participant &who) override;
    void disconnected(Participant &who) override;
    void relieved(Participant &who) override;
    void filledUp() override
    {
        m_isCrowded = true;
        m_lookAt = {};
    }
    bool mayReadOn(const Participant &who) override;
    // ServerMessages
    void answered(Participant &from, const relay::Envelope &answer) override;
    void leaveRequested(Participant &from) override;

    Result<Participant *> resume(
        Participant &who,
        const ClientDetails &details,
        const std::optional<Resume> &resuming,
        Link &link);
    Participant &seat(const auth::RoomClaims &claims, const ClientDetails &details);
    bool allow(Participant &from);
    void leave(Participant &who, const QString &reason);
    void tellOthers(const Participant &about, const relay::Outgoing &message);
    void closeOverfull();
    /// Throws out whoever has more waiting than may be.
    void closeTooSlow(Participant &who, const QString &reason);
    /// While the server's budget is exceeded: throws out whoever holds most, and more than a fair
    /// part.
    void shed();
    void decide(const PendingJoin &join, const JoinDecision &decision);
    JoinDecision admit(const PendingJoin &join, const relay::JoinAnswer &answer);
    bool hasPlaceFor(const JoinRequest &request) const;
    void endJoins(const auth::Logout &logout);
    void expireJoins(Instant now);
    void expireSeats(Instant now);
    /// Something may be due at any time.
    bool isBusy() const;
    /// Why the session has to end now; empty while it need not.
    QString overdue(Instant now) const;
    void record(SessionEvent::Kind kind, const Participant &who, const QString &reason = {}) const;

    const QByteArray m_id;
    const QByteArray m_instance;
    const SessionContext &m_context;
    Roster m_roster;
    MessageRules m_rules;
    /// Seats granted and not yet taken.
    std::map<QByteArray, Grant> m_granted;
    std::map<QByteArray, PendingJoin> m_joins;
    quint64 m_nextJoin = 1;
    /// Participants that have left; kept until the next tick, since their calls may be under way.
    std::vector<std::unique_ptr<Participant>> m_gone;
    Instant m_opened;
    WallTime m_since;
    Instant m_lastMessage;
    Instant m_lastCompany;
    CongestionBrake m_brake;
    /// When tick() has to be called next.
    Instant m_lookAt {};
    bool m_isCrowded = false;
    bool m_hadGuests = false;
    bool m_ended = false;
};

} // namespace ct::server::session
