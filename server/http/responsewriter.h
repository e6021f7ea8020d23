// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/message.h"
#include "shared/base/clock.h"

#include <optional>

namespace ct::server::http {

/// What an answer's framing depends on besides the answer itself.
struct FrameOptions {
    /// Answers HEAD: the same head, no body.
    bool isHead = false;
    /// The client's, 10 or 11; the answer is HTTP/1.1 always.
    int version = 11;
    /// The connection stays open; in HTTP/1.0 only when the client asked for it.
    bool keepAlive = true;
    WallTime now;
    /// Set when the body is not in the answer but follows by other means: its length.
    std::optional<quint64> bodyFollows;
};

/// Head and body. Date, Content-Length and Connection are written here alone: fields of these
/// names, and others that belong to one connection, are left out; Server too. Thread: any.
QByteArray writeResponse(const Response &response, const FrameOptions &options);

/// The interim answer to `Expect: 100-continue`.
QByteArray writeContinue();

/// "Sun, 06 Nov 1994 08:49:37 GMT"
QByteArray httpDate(WallTime time);

} // namespace ct::server::http
