// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// Somebody who may not join.
struct Ban {
    QString id;
    /// Which one it is about; empty: every session of the server.
    QString session;
    /// account, address
    QString by;
    /// The address, or who it is in words.
    QString who;
    QString createdBy;
    /// Since 1970.
    std::chrono::milliseconds createdMs {0};
    /// Missing: until its session ends.
    std::optional<std::chrono::milliseconds> untilMs {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("id", self.id);
        fields("session", self.session);
        fields("by", self.by);
        fields("who", self.who);
        fields("createdBy", self.createdBy);
        fields("createdMs", self.createdMs);
        fields("untilMs", self.untilMs);
    }
};

/// GET /bans
struct Bans {
    /// The newest first.
    QList<Ban> bans;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("bans", self.bans);
    }
};

/// POST /sessions/{session}/bans: also removes whoever it is about. The answer is the Ban.
struct NewBan {
    /// Somebody in the session.
    QString participant;
    /// account, address
    QString by;
    /// For how long, and then from every session; missing: from this one, until it ends.
    std::optional<qint64> minutes {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("participant", self.participant);
        fields("by", self.by);
        fields("minutes", self.minutes);
    }
};

} // namespace ct::protocol::admin
