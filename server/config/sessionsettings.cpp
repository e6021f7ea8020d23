// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"

namespace ct::server::config {

namespace {

using session::SessionConfig;

constexpr qint64 kib = 1 << 10;
constexpr qint64 mib = 1 << 20;
constexpr qint64 gib = 1 << 30;
constexpr qint64 hour = 3'600;
constexpr qint64 month = 31LL * 24 * hour;
constexpr int million = 1'000'000;

constexpr auto times = std::to_array<Row<SessionConfig, std::chrono::seconds>>({
    {"CT_SEAT_GRACE",
     &SessionConfig::seatGrace,
     "How long a seat is kept over a broken connection",
     1,
     hour},
    {"CT_SESSION_RESERVATION",
     &SessionConfig::reservation,
     "Time for a host or an admitted guest to connect",
     1,
     hour},
    {"CT_SESSION_JOIN_TIMEOUT",
     &SessionConfig::joinTimeout,
     "Time for a host to answer who wants to join",
     1,
     hour},
    {"CT_SESSION_REQUEST_TIMEOUT",
     &SessionConfig::requestTimeout,
     "Time for a participant to answer another's request",
     1,
     hour},
    {"CT_SESSION_EMPTY",
     &SessionConfig::emptyTimeout,
     "A session that nobody has joined ends after this; 0: never",
     0,
     month},
    {"CT_SESSION_DESERTED",
     &SessionConfig::deserted,
     "A session ends this long after its last guest left; 0: never",
     0,
     month},
    {"CT_SESSION_INACTIVITY",
     &SessionConfig::inactivity,
     "A session ends after this long without a message; 0: never",
     0,
     month},
    {"CT_SESSION_MAX_DURATION",
     &SessionConfig::maxDuration,
     "A session ends at this age; 0: never",
     0,
     month},
});

constexpr auto counts = std::to_array<Row<SessionConfig, int>>({
    {"CT_SESSION_PARTICIPANTS",
     &SessionConfig::participantsPerRoom,
     "Host and guests of a session together; 0: no limit",
     0,
     million},
    {"CT_SESSION_ROOMS", &SessionConfig::rooms, "Sessions at once", 1, million},
    {"CT_SESSION_ROOMS_PER_USER",
     &SessionConfig::roomsPerUser,
     "Sessions that one user hosts at once",
     1,
     million},
    {"CT_SESSION_JOIN_REQUESTS",
     &SessionConfig::joinRequestsPerRoom,
     "People waiting to be admitted to one session",
     1,
     million},
    {"CT_SESSION_JOIN_REQUESTS_PER_LOGIN",
     &SessionConfig::joinRequestsPerLogin,
     "The same, of one login",
     1,
     million},
    {"CT_SESSION_REQUESTS",
     &SessionConfig::requestsPerParticipant,
     "Unanswered requests of one participant",
     1,
     million},
    {"CT_SESSION_MESSAGES_PER_SECOND",
     &SessionConfig::messagesPerSecond,
     "Messages of one participant in a second; 0: no limit",
     0,
     million},
    {"CT_SESSION_MESSAGE_BURST",
     &SessionConfig::messageBurst,
     "Messages of one participant before that rate counts",
     1,
     million},
});

/// Outboxes are made with it.
constexpr auto fixedSizes = std::to_array<Row<SessionConfig, qint64>>({
    {"CT_REPLAY_PER_PARTICIPANT",
     &SessionConfig::replayPerParticipant,
     "Messages kept for one participant until it has them",
     128 * kib,
     4 * gib},
});

constexpr auto sizes = std::to_array<Row<SessionConfig, qint64>>({
    {"CT_REPLAY_TOTAL",
     &SessionConfig::replayTotal,
     "The same as CT_REPLAY_PER_PARTICIPANT, of all participants together",
     mib,
     1024 * gib},
    {"CT_PROOF_EVERY",
     &SessionConfig::proofEvery,
     "Bytes sent before a participant is asked whether it has them",
     4 * kib,
     64 * mib},
});

} // namespace

QList<Setting> sessionSettings()
{
    return reloadable(
               settingsOf(&ServerConfig::session, times)
               + settingsOf(&ServerConfig::session, counts)
               + settingsOf(&ServerConfig::session, sizes))
        + settingsOf(&ServerConfig::session, fixedSizes);
}

} // namespace ct::server::config
