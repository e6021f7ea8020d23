// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/eventloop/lagstatistics.h"
#include "server/net/connectionledger.h"
#include "server/session/relaycounts.h"

#include <QString>

#include <vector>

namespace ct::server::front {

struct LoopFigures {
    /// As its thread is called.
    QString name;
    eventloop::LagFigures lag;
};

/// Participants' connections by what carries them.
struct LinkFigures {
    int polling = 0;
    int webSocket = 0;
    int rawSocket = 0;
};

/// The front in numbers, as of now.
struct FrontFigures {
    int sessions = 0;
    /// Seats, with a connection or without one at the moment.
    int participants = 0;
    int connectedParticipants = 0;
    /// Different people: see auth::identityOf().
    int usersConnected = 0;
    int usersSeated = 0;
    session::RelayCounts relayed;
    LinkFigures links;
    net::ConnectionLedger::Counts connections;
    /// Held for participants that have not proven receipt.
    qint64 replayBytes = 0;
    std::vector<LoopFigures> loops;
};

} // namespace ct::server::front
