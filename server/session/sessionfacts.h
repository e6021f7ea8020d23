// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/user.h"
#include "shared/base/clock.h"

#include <QList>

namespace ct::server::session {

/// A participant, as whoever runs the server sees it.
struct ParticipantFacts {
    QByteArray id;
    auth::User user;
    bool isHost = false;
    /// Its seat waits for another connection otherwise.
    bool isConnected = false;
    QString client;
    QString address;
    /// What carries it: polling, websocket, raw; empty while nothing does.
    QString transport;
    WallTime since {};
};

struct SessionFacts {
    QByteArray id;
    WallTime since {};
    /// In the order of their coming; the host is the first.
    QList<ParticipantFacts> participants;
};

} // namespace ct::server::session
