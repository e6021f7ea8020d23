// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/message.h"
#include "server/net/connectionledger.h"

namespace ct::server::front {

class Worker;

/// The right to answer one request: on any thread, at any time, once. Holds no pointer to the
/// connection, so that it may outlive it; an answer for a connection that has gone is dropped.
struct ResponseHandle {
    Worker *worker = nullptr;
    net::ConnectionId connection {};
    quint64 request = 0;

    explicit operator bool() const { return worker != nullptr; }
    bool operator==(const ResponseHandle &) const = default;
    /// Sends the answer on the connection's worker. Thread: any worker.
    void send(http::Response response) const;
};

} // namespace ct::server::front
