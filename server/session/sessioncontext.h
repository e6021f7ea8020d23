// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/banlist.h"
#include "server/session/memorybudget.h"
#include "server/session/relaycounts.h"
#include "server/session/seatcounter.h"
#include "server/session/sessionconfig.h"
#include "server/session/sessionevents.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"

#include <QString>

#include <functional>

namespace ct::server::session {

class RoomQuota;

/// What the sessions of one worker need from outside; all of it outlives them.
struct SessionContext {
    const SessionConfig &config;
    const Clock &clock;
    RandomSource &random;
    SessionEvents &events;
    BudgetShare &budget;
    RoomQuota &quota;
    RelayCounts &counts;
    SeatCounter &seats;
    BanList &bans;
    /// A rate-limited line in the server's log: a key for the cause, and the sentence.
    std::function<void(const QString &key, const QString &sentence)> warn;
};

} // namespace ct::server::session
