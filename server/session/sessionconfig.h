// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace ct::server::session {

/// Rules of sessions (rooms on the wire) and of their participants. Zero means "no limit" where
/// it says so.
struct SessionConfig {
    /// How long a seat outlives its broken connection. Clients give up after 30 s.
    std::chrono::seconds seatGrace {45};
    /// How long a created room waits for its host, and an admitted guest's seat for its connection.
    std::chrono::seconds reservation {300};
    /// A host's time to answer a join request.
    std::chrono::seconds joinTimeout {300};
    /// A relayed request's time to be answered.
    std::chrono::seconds requestTimeout {30};
    /// Room ends when nobody has joined for this long after its creation; 0: never.
    std::chrono::seconds emptyTimeout {std::chrono::minutes(90)};
    /// Room ends this long after its last guest left; 0: never.
    std::chrono::seconds deserted {std::chrono::minutes(45)};
    /// Room ends after this long without a message of anybody; 0: never.
    std::chrono::seconds inactivity {std::chrono::minutes(90)};
    /// Room ends at this age; 0: never.
    std::chrono::seconds maxDuration {0};
    /// Guests and host together; 0: no limit.
    int participantsPerRoom = 51;
    /// Rooms in all, rooms a user may host at once, join requests waiting per room.
    int rooms = 10'000;
    int roomsPerUser = 20;
    int joinRequestsPerRoom = 64;
    /// Of them, those of one login.
    int joinRequestsPerLogin = 4;
    /// Requests under way per participant.
    int requestsPerParticipant = 1'024;
    /// Unproven and unsent messages kept per participant, in bytes; at least twice the message
    /// limit.
    qint64 replayPerParticipant = 16LL * 1024 * 1024;
    /// The same over all participants of the server.
    qint64 replayTotal = 256LL * 1024 * 1024;
    /// A participant's messages: steady rate and burst; 0: no limit.
    int messagesPerSecond = 20'000;
    int messageBurst = 40'000;
    /// How often receipt is asked for by an extra ping, in bytes sent.
    qint64 proofEvery = 64LL * 1024;
};

} // namespace ct::server::session
