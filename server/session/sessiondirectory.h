// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/session.h"

#include <QSet>

#include <memory>
#include <unordered_map>

namespace ct::server::session {

/// The sessions of one worker, and the rooms that wait for their hosts. A room exists on the wire
/// from its host's first connection on; until then there is only a reservation. A host's token is
/// good for one reservation, so that no token can bring a closed room back. Thread: its worker's.
class SessionDirectory
{
public:
    explicit SessionDirectory(SessionContext context) : m_context(std::move(context)) { }
    ~SessionDirectory();
    SessionDirectory(const SessionDirectory &) = delete;
    SessionDirectory &operator=(const SessionDirectory &) = delete;

    /// Makes a place for the room that `claims` (a host's) name. The quota's place has been taken
    /// by the caller and is given back when the room has ended or its host never came.
    void reserve(const auth::RoomClaims &claims);

    /// See Session::connect(); opens the session when it is the host's first connection.
    Result<Participant *> connect(
        const auth::RoomClaims &claims,
        const ClientDetails &details,
        const std::optional<Resume> &resume,
        Link &link);

    /// Asks the host of a room; fails at once when there is no such room.
    Status askToJoin(const QByteArray &room, const JoinRequest &request, Session::Decided decided);

    /// Ends the seats of whom has logged out, and the rooms that wait for them.
    void endSeats(const auth::Logout &logout);

    /// Nothing can be opened any more, reserved rooms neither.
    void closeAll(const QString &reason);
    void tick();

    struct Counts {
        int sessions = 0;
        int participants = 0;
        int connected = 0;
        /// By auth::identityOf().
        QSet<QString> usersSeated;
        QSet<QString> usersConnected;
    };
    Counts counts() const;
    /// The first of those that counts() counts, in the order of their ids, from behind `after`.
    QList<SessionFacts> facts(const QByteArray &after, int most) const;

    Result<SessionFacts> factsOf(const QByteArray &room) const;

    /// See Session::removeBanned().
    void enforceBans(const QString &reason);
    // NotFound when there is no such session.
    Status end(const QByteArray &room, const QString &reason);
    /// See Session::remove().
    Status remove(const QByteArray &room, const QByteArray &participant, const QString &reason);

private:
    struct Reservation {
        auth::RoomClaims claims;
        Instant deadline {};
    };
    struct Place {
        std::unique_ptr<Session> session;
        /// Whose quota it is counted in.
        QString owner;
    };

    Session *running(const QByteArray &room) const;
    Result<Session *> sessionFor(const auth::RoomClaims &claims);

    SessionContext m_context;
    std::map<QByteArray, Reservation> m_reserved;
    std::map<QByteArray, Place> m_sessions;
};

} // namespace ct::server::session
