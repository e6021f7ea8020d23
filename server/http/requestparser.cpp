// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requestparser.h"

#include "server/http/framer.h"
#include "server/http/headrules.h"
#include "server/http/headscanner.h"

namespace ct::server::http {

namespace {

QByteArray reasonOf(const beast::error_code &error)
{
    if (error == beast::http::error::bad_content_length)
        return "The Content-Length is not one number, or not alone";
    if (error == beast::http::error::bad_transfer_encoding)
        return "The Transfer-Encoding is not valid, or not alone";
    return "A header field is malformed";
}

} // namespace

class RequestParser::Private
{
public:
    explicit Private(HeadLimits limits) : m_limits(limits), m_scanner(limits) { }

    ParseState parseHead(QByteArrayView bytes);
    ParseState setBodyLimit(quint64 limit);
    ParseState parseBody(QByteArrayView bytes, QByteArray &out, qsizetype &consumed);
    void reset() { *this = Private(m_limits); }

    qsizetype headSize() const { return m_isHeadDone ? m_scanner.end() : 0; }
    const RequestHead &head() const { return m_head; }
    const Refusal &refusal() const { return m_refusal; }

private:
    ParseState readHead(QByteArrayView bytes);
    bool isFramedAsBeastSays() const;
    ParseState refuse(const Refusal &refusal);

    HeadLimits m_limits;
    HeadScanner m_scanner;
    Framer<true> m_framer;
    RequestHead m_head;
    Refusal m_refusal;
    bool m_hasRequestLine = false;
    bool m_isHeadDone = false;
    bool m_isRefused = false;
    /// Until one is set, no body is admitted.
    quint64 m_bodyLimit = 0;
};

ParseState RequestParser::Private::parseHead(QByteArrayView bytes)
{
    if (m_isRefused || m_isHeadDone)
        return m_isRefused ? ParseState::Refused : ParseState::HeadDone;
    const ParseState state = m_scanner.scan(bytes);
    const auto line = m_scanner.requestLine(bytes);
    // Its faults come first, because its bytes do.
    if (line && !m_hasRequestLine) {
        m_hasRequestLine = true;
        if (const auto refusal = readRequestLine(*line, m_limits, m_head))
            return refuse(*refusal);
    }
    if (state == ParseState::Refused)
        return refuse(m_scanner.refusal());
    return state == ParseState::HeadDone ? readHead(bytes) : state;
}

ParseState RequestParser::Private::readHead(QByteArrayView bytes)
{
    const auto head = bytes.sliced(m_scanner.begin(), m_scanner.end() - m_scanner.begin());
    if (const auto error = m_framer.feedHead(head))
        return refuse({400, reasonOf(error)});
    m_head.fields = m_framer.takeFields();
    if (const auto refusal = applyFraming(m_head))
        return refuse(*refusal);
    if (!isFramedAsBeastSays())
        return refuse({400, "The head is ambiguous"});
    m_framer.body_limit(m_bodyLimit);
    m_isHeadDone = true;
    return ParseState::HeadDone;
}

/// Two readers of the same head, one result.
bool RequestParser::Private::isFramedAsBeastSays() const
{
    return m_framer.chunked() == m_head.chunked
        && m_framer.content_length().value_or(0) == m_head.contentLength;
}

ParseState RequestParser::Private::setBodyLimit(quint64 limit)
{
    if (m_isRefused || !m_isHeadDone)
        return m_isRefused ? ParseState::Refused : ParseState::NeedMore;
    m_bodyLimit = limit;
    m_framer.body_limit(limit);
    if (m_head.contentLength > limit)
        return refuse({413, "The body is too long"});
    return m_framer.is_done() ? ParseState::BodyDone : ParseState::NeedMore;
}

ParseState RequestParser::Private::parseBody(
    QByteArrayView bytes, QByteArray &out, qsizetype &consumed)
{
    consumed = 0;
    if (m_isRefused || !m_isHeadDone)
        return m_isRefused ? ParseState::Refused : ParseState::NeedMore;
    if (m_head.contentLength > m_bodyLimit)
        return refuse({413, "The body is too long"});
    const ParseState state = m_framer.feedBody(bytes, out, consumed, m_refusal);
    m_isRefused = state == ParseState::Refused;
    return state;
}

ParseState RequestParser::Private::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    m_isRefused = true;
    return ParseState::Refused;
}

RequestParser::RequestParser(HeadLimits limits) : m_private(std::make_unique<Private>(limits))
{ }
RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser &&) noexcept = default;
RequestParser &RequestParser::operator=(RequestParser &&) noexcept = default;

ParseState RequestParser::parseHead(QByteArrayView bytes)
{
    return m_private->parseHead(bytes);
}

qsizetype RequestParser::headSize() const
{
    return m_private->headSize();
}

const RequestHead &RequestParser::head() const
{
    return m_private->head();
}

ParseState RequestParser::setBodyLimit(quint64 limit)
{
    return m_private->setBodyLimit(limit);
}

ParseState RequestParser::parseBody(QByteArrayView bytes, QByteArray &out, qsizetype &consumed)
{
    return m_private->parseBody(bytes, out, consumed);
}

const Refusal &RequestParser::refusal() const
{
    return m_private->refusal();
}

void RequestParser::reset()
{
    m_private->reset();
}

} // namespace ct::server::http
