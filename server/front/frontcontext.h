// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/tokenservice.h"
#include "server/front/applicationdoor.h"
#include "server/front/frontconfig.h"
#include "server/front/linkregistry.h"
#include "server/front/policies.h"
#include "server/front/requestquota.h"
#include "server/front/routetable.h"
#include "server/front/uploadtable.h"
#include "server/logging/accesslog.h"
#include "server/logging/serverlog.h"
#include "server/net/connectionledger.h"
#include "server/net/netconfig.h"
#include "server/net/ratelimiter.h"
#include "server/net/tls.h"
#include "server/session/banlist.h"
#include "server/session/memorybudget.h"
#include "server/session/roomquota.h"
#include "server/session/seatcounter.h"
#include "server/session/sessionconfig.h"
#include "server/session/sessionevents.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"

#include <QStringList>
#include <QThreadPool>

#include <atomic>
#include <vector>

namespace ct::server::front {

class Worker;

/// What the front is given by the composition root. All of it outlives the front and may be used
/// from any thread. Of the settings these are the first ones; see Front::apply().
struct FrontServices {
    const net::NetConfig &net;
    const FrontConfig &front;
    const session::SessionConfig &session;
    /// How many waiting answers of the application there may be at once, in all and per address.
    int longPolls = 0;
    int longPollsPerAddress = 0;
    /// How long the longest of them is held.
    std::chrono::seconds longPoll {};
    const Clock &clock;
    RandomSource &random;
    const auth::TokenService &tokens;
    net::TlsContext &tls;
    logging::AccessLog &accessLog;
    logging::ServerLog &log;
    session::SessionEvents &events;
    session::SeatCounter &seats;
    ApplicationDoor &application;
    /// Where the files lie that the application may have sent; empty: none is.
    QStringList fileFolders;
};

/// What the workers share among themselves. Owner: Front. Thread: any.
struct FrontContext {
    explicit FrontContext(const FrontServices &given);

    const FrontServices &services;
    /// What every thread begins with.
    const Policies firstPolicies;
    const RouteTable routes;
    LinkRegistry registry;
    net::ConnectionLedger ledger;
    net::SharedRateLimiter requestRate;
    net::SharedRateLimiter refusalRate;
    RequestQuota waitingRequests;
    session::MemoryBudget memory;
    session::RoomQuota quota;
    session::BanList bans;
    UploadTable uploads;
    /// Opens, reads and writes files, so that no loop waits for a disk.
    QThreadPool fileReaders;
    /// Writes uploads. Who waits for a disk here holds up nobody who reads.
    QThreadPool fileWriters;
    /// Set once, before the workers run.
    std::vector<Worker *> workers;
    /// The server is about to stop: those that are in are served on, nobody else is.
    std::atomic<bool> isDraining = false;

    /// Limits that all threads share. Thread: any.
    void apply(const Policies &policies);
    /// The worker that a room lives on.
    Worker *ownerOf(const QByteArray &room) const;
    /// The worker that a connection was dealt to.
    Worker &workerOf(net::ConnectionId id) const;
    /// Closes connections that have to make room.
    void evict(const std::vector<net::ConnectionId> &connections) const;
};

} // namespace ct::server::front
