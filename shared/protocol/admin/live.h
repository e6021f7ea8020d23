// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// Somebody in a session.
struct LiveParticipant {
    QString id;
    QString name;
    /// May be empty.
    QString email;
    /// The login method.
    QString provider;
    bool host = false;
    /// False while the seat waits for another connection.
    bool connected = false;
    QString client;
    QString address;
    /// polling, websocket, raw; empty while there is no connection.
    QString transport;
    /// Since 1970.
    std::chrono::milliseconds sinceMs {0};

    bool operator==(const LiveParticipant &) const = default;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("id", self.id);
        fields("name", self.name);
        fields("email", self.email);
        fields("provider", self.provider);
        fields("host", self.host);
        fields("connected", self.connected);
        fields("client", self.client);
        fields("address", self.address);
        fields("transport", self.transport);
        fields("sinceMs", self.sinceMs);
    }
};

struct LiveSession {
    QString id;
    std::chrono::milliseconds sinceMs {0};
    /// In the order of their coming; the host is the first.
    QList<LiveParticipant> participants;

    bool operator==(const LiveSession &) const = default;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("id", self.id);
        fields("sinceMs", self.sinceMs);
        fields("participants", self.participants);
    }
};

/// GET /sessions
struct LiveSessions {
    /// By their ids.
    QList<LiveSession> sessions;
    /// What to send as `after` for those that follow; missing when there are none.
    std::optional<QString> next {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("sessions", self.sessions);
        fields("next", self.next);
    }
};

} // namespace ct::protocol::admin
