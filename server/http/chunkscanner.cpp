// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/chunkscanner.h"

#include "server/http/fieldsyntax.h"

#include <algorithm>

namespace ct::server::http {

namespace {

// Extensions mean nothing here, trailers neither; nobody sends long ones.
constexpr qsizetype longestLine = 256;
constexpr qsizetype longestTrailers = 8LL * 1024;
constexpr qsizetype mostDigits = 16;

ChunkHead refused(int status, const QByteArray &reason)
{
    return {ParseState::Refused, 0, {status, reason}};
}

ChunkHead malformed()
{
    return refused(400, "A chunk of the body is malformed");
}

qsizetype countDigits(QByteArrayView line)
{
    const auto end = std::find_if_not(line.begin(), line.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    return end - line.begin();
}

bool isLast(QByteArrayView digits)
{
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c == '0'; });
}

/// `from` is where the trailers begin, behind the last chunk's line.
ChunkHead scanTrailers(QByteArrayView bytes, qsizetype from)
{
    const qsizetype found = bytes.indexOf("\r\n\r\n", from - 2);
    const qsizetype end = found < 0 ? bytes.size() : found + 4;
    if (end - from > longestTrailers)
        return refused(431, "The trailers are too long");
    if (found < 0)
        return {};
    if (const auto fault = fieldBlockFault(bytes.sliced(from, end - from)))
        return refused(400, *fault);
    return {ParseState::HeadDone, end, {}};
}

} // namespace

ChunkHead scanChunkHead(QByteArrayView bytes, bool isFirst)
{
    const qsizetype begin = isFirst ? 0 : 2;
    if (!QByteArrayView("\r\n").startsWith(bytes.first(std::min(begin, bytes.size()))))
        return malformed();
    if (bytes.size() <= begin)
        return {};
    const qsizetype lineEnd = bytes.indexOf('\n', begin);
    if ((lineEnd < 0 ? bytes.size() : lineEnd + 1) - begin > longestLine)
        return malformed();
    if (lineEnd < 0)
        return {};
    const QByteArrayView line = bytes.sliced(begin, lineEnd - begin);
    const qsizetype digits = countDigits(line);
    if (digits == 0 || digits > mostDigits || lineFault(line))
        return malformed();
    if (isLast(line.first(digits)))
        return scanTrailers(bytes, lineEnd + 1);
    return {ParseState::HeadDone, lineEnd + 1, {}};
}

} // namespace ct::server::http
