// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QtGlobal>

#include <chrono>

namespace ct::server::front {

/// What the front decides on its own: transports, paths, origins.
struct FrontConfig {
    /// Longest message; polling bodies may be 4/3 of it.
    qint64 message = 8LL * 1024 * 1024;
    /// A longer message is thrown away while it is read; beyond this the connection ends.
    qint64 hardLimit = 64LL * 1024 * 1024;
    /// Frames of one WebSocket: more than twice a participant's messages, which have two each;
    /// 0: no limit.
    int framesPerSecond = 50'000;
    /// JSON bodies.
    qint64 jsonBody = 64LL * 1024;
    /// CT_PATH_PREFIX: "" or "/oct"; requests with and without it are both served.
    QByteArray pathPrefix;
    /// OCT_CORS_ALLOWED_ORIGINS; empty: any origin, but no credentials.
    QList<QByteArray> allowedOrigins;
    std::chrono::milliseconds pingInterval {25'000};
    std::chrono::milliseconds pingTimeout {20'000};
    /// A client's time from the Engine.IO open to the Socket.IO connect.
    std::chrono::seconds connectTimeout {10};
    /// How long browsers are to come over HTTPS only, once they have been here so; 0: not said.
    std::chrono::seconds hsts {std::chrono::hours(24 * 365)};
    /// Batches of the clients' POSTs, said in the open packet.
    qint64 maxPayload = 1'000'000;
    /// A polling answer's size from which on further packets wait for the next one.
    qint64 pollBatch = 1'000'000;
};

} // namespace ct::server::front
