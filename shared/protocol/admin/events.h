// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/admin/live.h"
#include "shared/protocol/admin/status.h"
#include "shared/protocol/audit.h"

/// GET /events, a WebSocket: each text message is one Event. First comes a snapshot, in parts, or
/// `resumed`; then what changes.
namespace ct::protocol::admin {

/// What the query's `topics` may name, commas between them; without it all.
namespace topics {
inline constexpr QLatin1StringView sessions {"sessions"};
inline constexpr QLatin1StringView overview {"overview"};
inline constexpr QLatin1StringView health {"health"};
inline constexpr QLatin1StringView audit {"audit"};
inline constexpr QLatin1StringView settings {"settings"};
} // namespace topics

/// What an Event is, and which of its fields it has.
namespace eventtypes {
/// part, last, sessions; the first part has overview and health, too, and voids what was before.
inline constexpr QLatin1StringView snapshot {"snapshot"};
/// What follows the number that the query's `after` had is going to come, nothing is missing.
inline constexpr QLatin1StringView resumed {"resumed"};
/// Too much has happened for this watcher: a snapshot follows. reason
inline constexpr QLatin1StringView resync {"resync"};
/// session
inline constexpr QLatin1StringView sessionStarted {"sessionStarted"};
/// sessionId, reason
inline constexpr QLatin1StringView sessionEnded {"sessionEnded"};
/// sessionId, participant
inline constexpr QLatin1StringView participantJoined {"participantJoined"};
/// sessionId, participant as it is now
inline constexpr QLatin1StringView participantChanged {"participantChanged"};
/// sessionId, participantId, reason
inline constexpr QLatin1StringView participantLeft {"participantLeft"};
/// overview
inline constexpr QLatin1StringView overview {"overview"};
/// health
inline constexpr QLatin1StringView health {"health"};
/// audit: an entry that was written
inline constexpr QLatin1StringView audit {"audit"};
/// subject: credentials, licence, configuration, certificate, metrics, tokens, packages, lockouts,
/// bans
inline constexpr QLatin1StringView changed {"changed"};
} // namespace eventtypes

/// With what the server closes the WebSocket when the sign-in has ended or the token counts no
/// more.
inline constexpr int closedSignedOut = 4401;

struct Event {
    /// Ever growing, over restarts, too; a part of a snapshot has that of the last event in it.
    /// To be sent as `after` when the connection was lost, unless that was amid a snapshot.
    qint64 sequence = 0;
    std::chrono::milliseconds atMs {0};
    /// One of eventtypes; unknown ones are to be passed over.
    QString type;
    /// From 0.
    std::optional<qint64> part {};
    std::optional<bool> last {};
    std::optional<QList<LiveSession>> sessions {};
    std::optional<Overview> overview {};
    std::optional<HealthDetail> health {};
    std::optional<LiveSession> session {};
    std::optional<QString> sessionId {};
    std::optional<LiveParticipant> participant {};
    std::optional<QString> participantId {};
    std::optional<QString> reason {};
    std::optional<AuditItem> audit {};
    std::optional<QString> subject {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("sequence", self.sequence);
        fields("atMs", self.atMs);
        fields("type", self.type);
        fields("part", self.part);
        fields("last", self.last);
        fields("sessions", self.sessions);
        fields("overview", self.overview);
        fields("health", self.health);
        fields("session", self.session);
        fields("sessionId", self.sessionId);
        fields("participant", self.participant);
        fields("participantId", self.participantId);
        fields("reason", self.reason);
        fields("audit", self.audit);
        fields("subject", self.subject);
    }
};

} // namespace ct::protocol::admin
