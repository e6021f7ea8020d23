// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/requestparser.h"

#include <optional>

namespace ct::server::http {

/// Finds the end of a request's head in bytes that keep growing, and refuses what Beast would let
/// pass: bare LF or CR, folded lines, control characters, more bytes or fields than the limits.
/// Each byte is looked at once, and the first fault in the order of the bytes counts, so that the
/// pieces in which they arrive make no difference.
class HeadScanner
{
public:
    explicit HeadScanner(HeadLimits limits) : m_limits(limits) { }

    /// `bytes` begins where it began in the call before. HeadDone, NeedMore or Refused.
    ParseState scan(QByteArrayView bytes);

    /// The request line without its end, once it has been found.
    std::optional<QByteArrayView> requestLine(QByteArrayView bytes) const;
    /// Where the request line begins: behind an empty line that may stand before it.
    qsizetype begin() const { return m_begin; }
    /// Behind the head's last byte, after HeadDone.
    qsizetype end() const { return m_line; }
    const Refusal &refusal() const { return m_refusal; }

private:
    ParseState findBegin(QByteArrayView bytes);
    ParseState checkSize(qsizetype end);
    ParseState takeLine(QByteArrayView line);
    ParseState refuse(int status, const QByteArray &reason);

    HeadLimits m_limits;
    Refusal m_refusal;
    ParseState m_state = ParseState::NeedMore;
    bool m_hasBegun = false;
    qsizetype m_begin = 0;
    /// Beginning of the line that is being looked for; its bytes up to m_searched hold no LF.
    qsizetype m_line = 0;
    qsizetype m_searched = 0;
    /// The request line's length without CRLF; -1 before it is found.
    qsizetype m_requestLine = -1;
    int m_fields = 0;
};

} // namespace ct::server::http
