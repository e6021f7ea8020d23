// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/headscanner.h"

#include "server/http/fieldsyntax.h"

#include <algorithm>

namespace ct::server::http {

namespace {

// Method, version, spaces and line end: the request line's part that isn't the target.
constexpr qsizetype aroundTarget = 32;

} // namespace

ParseState HeadScanner::scan(QByteArrayView bytes)
{
    if (m_state == ParseState::NeedMore && !m_hasBegun)
        m_state = findBegin(bytes);
    while (m_state == ParseState::NeedMore && m_hasBegun) {
        const qsizetype lineEnd = bytes.indexOf('\n', m_searched);
        m_searched = lineEnd < 0 ? bytes.size() : lineEnd + 1;
        m_state = checkSize(m_searched);
        if (m_state != ParseState::NeedMore || lineEnd < 0)
            break;
        m_state = takeLine(bytes.sliced(m_line, lineEnd - m_line));
        m_line = m_searched;
    }
    return m_state;
}

std::optional<QByteArrayView> HeadScanner::requestLine(QByteArrayView bytes) const
{
    if (m_requestLine < 0)
        return std::nullopt;
    return bytes.sliced(m_begin, m_requestLine);
}

ParseState HeadScanner::findBegin(QByteArrayView bytes)
{
    const bool isAfterEmptyLine = bytes.startsWith("\r\n");
    const QByteArrayView rest = isAfterEmptyLine ? bytes.sliced(2) : bytes;
    if (rest.isEmpty() || (rest == "\r" && !isAfterEmptyLine))
        return ParseState::NeedMore;
    // A TLS hello, say, would else be waited for until its deadline.
    if (!isToken(rest.first(1)))
        return refuse(400, "This is not an HTTP request");
    m_hasBegun = true;
    m_begin = isAfterEmptyLine ? 2 : 0;
    m_line = m_begin;
    m_searched = m_begin;
    return ParseState::NeedMore;
}

ParseState HeadScanner::checkSize(qsizetype end)
{
    const qsizetype longestLine = m_begin + m_limits.target + aroundTarget;
    const bool isInRequestLine = m_requestLine < 0 && longestLine <= m_limits.head;
    if (isInRequestLine && end > longestLine)
        return refuse(414, "The target is too long");
    if (end > m_limits.head)
        return refuse(431, "The head is too long");
    return ParseState::NeedMore;
}

ParseState HeadScanner::takeLine(QByteArrayView line)
{
    const bool isRequestLine = m_requestLine < 0;
    if (const auto fault = isRequestLine ? lineFault(line) : fieldLineFault(line))
        return refuse(400, *fault);
    if (isRequestLine) {
        m_requestLine = line.size() - 1;
        return ParseState::NeedMore;
    }
    if (line.size() == 1)
        return ParseState::HeadDone;
    if (++m_fields > m_limits.fields)
        return refuse(431, "There are too many header fields");
    return ParseState::NeedMore;
}

ParseState HeadScanner::refuse(int status, const QByteArray &reason)
{
    m_refusal = {status, reason};
    return ParseState::Refused;
}

} // namespace ct::server::http
