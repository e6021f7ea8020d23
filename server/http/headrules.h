// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/requestparser.h"

#include <optional>

namespace ct::server::http {

// What a head's parts may say, beyond their syntax. Each gives the refusal, or nothing when all is
// well.

/// Reads method, target and version into `head`.
std::optional<Refusal> readRequestLine(
    QByteArrayView line, const HeadLimits &limits, RequestHead &head);

/// Checks Host, Content-Length, Transfer-Encoding, Expect and Connection among `head.fields`, and
/// sets what they decide: contentLength, chunked, expectContinue, keepAlive.
std::optional<Refusal> applyFraming(RequestHead &head);

} // namespace ct::server::http
