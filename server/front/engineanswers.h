// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/message.h"

#include <chrono>

namespace ct::server::front {

/// Engine.IO's own error codes, as its clients know them.
enum class EngineFault {
    UnknownTransport = 0,
    UnknownSession = 1,
    BadMethod = 2,
    BadRequest = 3,
    UnsupportedVersion = 5
};

/// 400 with `{"code","message"}`.
http::Response engineError(EngineFault fault);
/// 200 with a polling GET's payload.
http::Response pollAnswer(const QByteArray &payload);
/// 200 `ok`, the answer to a polling POST.
http::Response postAccepted();

/// Length of a Socket.IO connection's id.
inline constexpr int connectionIdLength = 20;
inline constexpr std::chrono::seconds probeTimeout {10};
/// A client's time to take in the last words.
inline constexpr std::chrono::seconds goodbyeTimeout {10};

} // namespace ct::server::front
