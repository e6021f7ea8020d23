// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/eventring.h"
#include "server/admin/request.h"
#include "shared/base/clock.h"

namespace ct::server::admin {

/// The way to a watcher's WebSocket.
struct WatchLine {
    std::function<void(const QList<QByteArray> &texts)> send;
    std::function<void(int code, const QByteArray &reason)> close;
};

/// Somebody who watches, and how far it has been told.
struct Watcher {
    QByteArray ticket;
    Caller who;
    Topics topics = allTopics;
    /// When it was let in.
    Instant since {};
    /// Empty until its WebSocket is open.
    std::optional<WatchLine> line {};
    /// The number of the last event that it has or needs no more.
    qint64 told = 0;
    /// It can go on from there.
    bool isResuming = false;
    /// It has not taken in yet what it was sent, or something is being gathered for it.
    bool isBusy = false;
    /// It is being told all: the next part, the session that it begins behind, and what is to be
    /// said before it.
    bool isInSnapshot = false;
    qint64 part = 0;
    QByteArray after {};
    QList<QByteArray> before {};
};

/// What `topics` of a query names, all without it; an error when there is no such topic.
Result<Topics> topicsOf(const Call &call);

} // namespace ct::server::admin
