// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/message.h"

#include <memory>

namespace ct::server::http {

struct HeadLimits {
    qsizetype head = 16LL * 1024;
    int fields = 64;
    qsizetype target = 8LL * 1024;
};

/// Why a request is refused before anyone handles it: the status to answer with (400, 405, 408,
/// 413, 414, 417, 431, 501, 505) and a sentence for client and log. The connection closes after it.
struct Refusal {
    int status = 400;
    QByteArray reason;
};

/// What feeding the parser has led to.
enum class ParseState { NeedMore, HeadDone, BodyDone, Refused };

/// HTTP/1.1 request framing by Boost.Beast's basic parser, with the strictness on top that a front
/// needs: CRLF only, no obs-fold, one Host (required in 1.1), CL+TE, duplicate or malformed lengths
/// and any transfer coding but a single `chunked` refused, no control characters, origin form only
/// (absolute form is refused, `OPTIONS *` too). One request at a time: bytes behind it are not
/// consumed. Does no I/O and never allocates from a declared length. Thread: its owner's.
class RequestParser
{
public:
    explicit RequestParser(HeadLimits limits);
    ~RequestParser();
    RequestParser(RequestParser &&) noexcept;
    RequestParser &operator=(RequestParser &&) noexcept;

    /// Looks at `bytes` (all that has arrived since the request began; nothing is consumed until
    /// HeadDone) and parses the head once it is complete. `headSize()` then tells how many bytes it
    /// took. Leading empty lines (one CRLF, RFC 9112 2.2) count to the head.
    ParseState parseHead(QByteArrayView bytes);
    qsizetype headSize() const;
    /// Valid after HeadDone.
    const RequestHead &head() const;

    /// Sets the most body bytes (decoded) that this request's route admits; call after HeadDone,
    /// since until then none are. Refuses at once (413) when the declared length is over it;
    /// BodyDone when there is no body.
    ParseState setBodyLimit(quint64 limit);
    /// Takes body bytes from `bytes`, appends the decoded ones to `out`, sets `consumed`. Bytes not
    /// consumed are to be given again, with more behind them: at most 9 KiB, when trailers are
    /// long.
    ParseState parseBody(QByteArrayView bytes, QByteArray &out, qsizetype &consumed);

    /// Valid after Refused.
    const Refusal &refusal() const;
    /// Makes ready for the next request on the connection.
    void reset();

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ct::server::http
