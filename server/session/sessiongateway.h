// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/user.h"
#include "server/session/banlist.h"
#include "server/session/session.h"

#include <QObject>

namespace ct::server::session {

/// The application's way to the sessions, which live on the front's workers. Answers come on the
/// thread of `context`, which outlives the front. Implemented by the front.
class SessionGateway
{
public:
    SessionGateway() = default;
    virtual ~SessionGateway() = default;
    SessionGateway(const SessionGateway &) = delete;
    SessionGateway &operator=(const SessionGateway &) = delete;

    /// Makes a place for a room; `answer` comes once its host's token will be honoured.
    virtual void reserve(
        const auth::RoomClaims &claims, QObject *context, std::function<void(Status)> answer)
        = 0;

    /// Asks a room's host. `started` comes first: whether there is such a room. If so, `decided`
    /// follows, once.
    virtual void askToJoin(
        const QByteArray &room,
        const JoinRequest &request,
        QObject *context,
        std::function<void(Status)> started,
        std::function<void(const JoinDecision &)> decided)
        = 0;

    /// Ends, soon, the seats of whom has logged out or whose key was withdrawn.
    virtual void endSeats(const auth::Logout &logout) = 0;

    using Facts = QList<SessionFacts>;
    /// A part of the sessions, in the order of their ids.
    struct Page {
        /// Behind this id.
        QByteArray after;
        int most = 0;
    };
    /// Those of the page that run now, and one more where others follow.
    virtual void describe(
        const Page &page, QObject *context, std::function<void(const Facts &)> answer)
        = 0;
    /// One of them; NotFound when there is no such session.
    virtual void describeOne(
        const QByteArray &room,
        QObject *context,
        std::function<void(const Result<SessionFacts> &)> answer)
        = 0;
    /// Who is kept out, asked whenever somebody comes. Thread: any.
    virtual BanList &bans() = 0;
    /// Takes out, soon, the guests whom a ban keeps out; `reason` is for the logs.
    virtual void enforceBans(const QString &reason) = 0;
    /// Ends one for everybody; `reason` is for the logs.
    virtual void end(
        const QByteArray &room,
        const QString &reason,
        QObject *context,
        std::function<void(Status)> answer)
        = 0;
    struct Seat {
        QByteArray room;
        QByteArray participant;
    };
    /// See Session::remove().
    virtual void remove(
        const Seat &seat,
        const QString &reason,
        QObject *context,
        std::function<void(Status)> answer)
        = 0;
};

} // namespace ct::server::session
