// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A whole HTTP request, for its body: chunked or by its length.
#include "server/http/requestparser.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/targets.h"

#include <optional>

namespace ct::fuzz {

namespace {

using namespace server::http;

/// As parseBody() promises, but for the piece that came last.
constexpr qsizetype mostHeldBack = 9LL * 1024;

struct Read {
    ParseState state = ParseState::NeedMore;
    int status = 0;
    qsizetype head = 0;
    qsizetype body = 0;
    QByteArray decoded;
    bool isChunked = false;
    quint64 declared = 0;
};

/// Feeds a request as a connection does: bytes not consumed are given again.
class Reading
{
public:
    Reading(QByteArrayView input, quint64 limit) : m_input(input), m_limit(limit) { }

    Read run(Cut cut)
    {
        PieceLengths lengths(m_input, cut);
        for (qsizetype piece = lengths.next(); piece > 0; piece = lengths.next()) {
            m_seen += piece;
            if (!step(piece))
                break;
        }
        if (m_read.state == ParseState::Refused)
            m_read.status = m_parser.refusal().status;
        return m_read;
    }

private:
    bool step(qsizetype piece)
    {
        if (m_read.head == 0) {
            m_read.state = m_parser.parseHead(m_input.first(m_seen));
            if (m_read.state != ParseState::HeadDone)
                return m_read.state == ParseState::NeedMore;
            m_read.head = m_parser.headSize();
            m_read.isChunked = m_parser.head().chunked;
            m_read.declared = m_parser.head().contentLength;
            m_read.state = m_parser.setBodyLimit(m_limit);
        }
        if (m_read.state == ParseState::NeedMore)
            takeBody(piece);
        return m_read.state == ParseState::NeedMore;
    }

    void takeBody(qsizetype piece)
    {
        const qsizetype from = m_read.head + m_read.body;
        const QByteArrayView arrived = m_input.sliced(from, m_seen - from);
        const std::vector<char> exact(arrived.begin(), arrived.end());
        qsizetype consumed = 0;
        m_read.state = m_parser.parseBody(
            QByteArrayView(exact.data(), arrived.size()), m_read.decoded, consumed);
        check(consumed >= 0 && consumed <= arrived.size(), "it consumes what there is");
        m_read.body += consumed;
        if (m_read.state == ParseState::NeedMore)
            check(arrived.size() - consumed <= mostHeldBack + piece, "little is held back");
    }

    QByteArrayView m_input;
    quint64 m_limit;
    RequestParser m_parser {HeadLimits {}};
    qsizetype m_seen = 0;
    Read m_read;
};

void checkSame(const Read &one, const Read &other)
{
    check(one.state == other.state, "pieces make no difference to the outcome");
    check(one.status == other.status, "pieces make no difference to the refusal");
    check(one.decoded == other.decoded, "pieces make no difference to the body");
    const bool isEnd = one.state == ParseState::BodyDone;
    check(!isEnd || one.body == other.body, "pieces make no difference to the end");
}

/// As simple a reader of chunks as can be, which checks nothing.
std::optional<QByteArray> withoutChunks(QByteArrayView body)
{
    QByteArray decoded;
    while (true) {
        const qsizetype lineEnd = body.indexOf("\r\n");
        if (lineEnd < 0)
            return std::nullopt;
        const QByteArrayView line = body.first(lineEnd);
        const qsizetype digits = line.contains(';') ? line.indexOf(';') : lineEnd;
        bool isNumber = false;
        const quint64 size = line.first(digits).trimmed().toULongLong(&isNumber, 16);
        const qsizetype from = lineEnd + 2;
        if (!isNumber || size > static_cast<quint64>(body.size() - from))
            return std::nullopt;
        if (size == 0)
            return decoded;
        decoded.append(body.sliced(from, static_cast<qsizetype>(size)));
        body = body.sliced(std::min(body.size(), from + static_cast<qsizetype>(size) + 2));
    }
}

void checkDone(QByteArrayView input, const Read &read)
{
    const QByteArrayView body = input.sliced(read.head, read.body);
    if (read.isChunked)
        check(withoutChunks(body) == read.decoded, "chunks hold what was decoded");
    else
        check(body == read.decoded, "a body of known length is as it stands");
    if (!read.isChunked)
        check(static_cast<quint64>(body.size()) == read.declared, "the length is the declared one");
}

} // namespace

void body(QByteArrayView input)
{
    for (const quint64 limit : {quint64 {1} << 20U, quint64 {24}}) {
        const Read whole = Reading(input, limit).run(Cut::Whole);
        checkSame(whole, Reading(input, limit).run(Cut::Chosen));
        checkSame(whole, Reading(input, limit).run(Cut::Bytes));
        check(static_cast<quint64>(whole.decoded.size()) <= limit, "a body is within its limit");
        if (whole.state == ParseState::BodyDone)
            checkDone(input, whole);
    }
}

} // namespace ct::fuzz
