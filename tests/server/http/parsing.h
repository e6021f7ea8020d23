// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/requestparser.h"

namespace ct::test {

/// What a parser made of one request, in a form that can be compared.
struct Parsed {
    server::http::ParseState state = server::http::ParseState::NeedMore;
    int status = 0;
    qsizetype head = 0;
    qsizetype body = 0;
    QByteArray decoded;
    bool operator==(const Parsed &) const = default;
};

/// Parses a request whose bytes arrive `piece` at a time, as a connection does: unconsumed bytes
/// are given again.
inline Parsed parseInPieces(QByteArrayView bytes, qsizetype piece, quint64 bodyLimit = 1'000'000)
{
    using server::http::ParseState;
    server::http::RequestParser parser {server::http::HeadLimits {}};
    Parsed parsed;
    qsizetype seen = 0;
    bool isInBody = false;
    do {
        seen = std::min(bytes.size(), seen + piece);
        if (!isInBody) {
            parsed.state = parser.parseHead(bytes.first(seen));
            isInBody = parsed.state == ParseState::HeadDone;
            parsed.head = parser.headSize();
            if (isInBody)
                parsed.state = parser.setBodyLimit(bodyLimit);
        }
        if (isInBody && parsed.state == ParseState::NeedMore) {
            qsizetype consumed = 0;
            const qsizetype from = parsed.head + parsed.body;
            parsed.state
                = parser.parseBody(bytes.sliced(from, seen - from), parsed.decoded, consumed);
            parsed.body += consumed;
        }
    } while (seen < bytes.size() && parsed.state == ParseState::NeedMore);
    if (parsed.state == ParseState::Refused)
        parsed.status = parser.refusal().status;
    return parsed;
}

} // namespace ct::test
