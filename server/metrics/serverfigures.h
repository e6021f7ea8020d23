// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/frontfigures.h"
#include "server/licence/licencejudge.h"
#include "server/metrics/downloads.h"
#include "server/metrics/processfigures.h"
#include "server/metrics/sessiontally.h"

#include <limits>

namespace ct::server::metrics {

/// What became of the packets and connections for StatsD.
struct StatsdFigures {
    quint64 sent = 0;
    quint64 failed = 0;
};

/// What became of the records for the database.
struct StoreFigures {
    quint64 waiting = 0;
    quint64 written = 0;
    /// Found no room while the disk failed, or were refused by the database.
    quint64 dropped = 0;
    /// Tries that the disk failed.
    quint64 failures = 0;
};

/// How it goes with one receiver of the audit; all 0 where there is none.
struct ReceiverFigures {
    quint64 waiting = 0;
    quint64 delivered = 0;
    /// Tries in vain.
    quint64 failures = 0;
};

struct AuditFeedFigures {
    ReceiverFigures syslog;
    ReceiverFigures webhook;
};

struct LicenceFigures {
    licence::LicenceState state = licence::LicenceState::None;
    int seatsUsed = 0;
    /// 0: no limit.
    int seatsLimit = 0;
    /// The end of its last day, in seconds since 1970; not a number when there is none.
    double expires = std::numeric_limits<double>::quiet_NaN();
    double secondsLeft = std::numeric_limits<double>::quiet_NaN();
    bool isClockSetBack = false;
};

/// The whole server in numbers, gathered once and shown in any form: /metrics, StatsD, pages.
struct ServerFigures {
    front::FrontFigures front;
    eventloop::LagFigures mainLag;
    SessionSums sessions;
    /// Before this start; sessions.hosted comes on top.
    quint64 hostedBefore = 0;
    /// Those before this start included.
    Downloads downloads;
    quint64 downloadsBefore = 0;
    StoreFigures store;
    StatsdFigures statsd;
    AuditFeedFigures auditFeed;
    LicenceFigures licence;
    ProcessFigures process;

    quint64 hostedInAll() const { return hostedBefore + sessions.hosted; }
    /// Mean over the loops of how late they were in the last ten seconds, in seconds.
    double meanLag() const;
};

} // namespace ct::server::metrics
