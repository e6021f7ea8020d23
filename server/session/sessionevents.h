// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QByteArray>
#include <QString>

#include <cstddef>

namespace ct::server::session {

/// Why somebody was not let in, in one word; `None` for events that are no refusals.
enum class Refusal {
    None,
    BadToken,
    TooOften,
    Draining,
    NoRoom,
    TooManySessions,
    Busy,
    Rejected,
    TimedOut,
    Full,
    NoSeat
};
inline constexpr std::size_t refusalCount = static_cast<std::size_t>(Refusal::NoSeat) + 1;

/// Something that an operator wants to read later: sessions.log now, store and metrics later.
struct SessionEvent {
    enum class Kind {
        Created,
        Joined,
        Broken,
        Resumed,
        /// Another transport carries the participant from now on.
        Moved,
        Left,
        Ended,
        Refused
    };

    Kind kind = Kind::Created;
    WallTime at {};
    QByteArray session;
    QByteArray participant;
    bool host = false;
    QString user;
    QString email;
    QString authProvider;
    QString address;
    QString client;
    /// What carries it; empty while nothing does.
    QString transport;
    /// When it took its seat.
    WallTime since {};
    /// When the session began.
    WallTime begun {};
    /// Why, for Broken, Left, Ended and Refused; a sentence without secrets.
    QString reason;
    /// Only for Refused.
    Refusal refusal = Refusal::None;
};

/// Where session events go. Thread: called from any worker and from the application's thread;
/// implementations must not block.
class SessionEvents
{
public:
    SessionEvents() = default;
    virtual ~SessionEvents() = default;
    SessionEvents(const SessionEvents &) = delete;
    SessionEvents &operator=(const SessionEvents &) = delete;

    virtual void record(const SessionEvent &event) = 0;
};

} // namespace ct::server::session
