// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/responseparser.h"

#include "server/http/fieldsyntax.h"
#include "server/http/framer.h"

#include <algorithm>
#include <array>

namespace ct::server::http {

namespace {

constexpr std::array<QByteArrayView, 8> connectionFields {
    "connection",
    "content-length",
    "date",
    "keep-alive",
    "server",
    "trailer",
    "transfer-encoding",
    "upgrade",
};
bool isOfConnection(const Field &field)
{
    return std::find(connectionFields.begin(), connectionFields.end(), field.name)
        != connectionFields.end();
}

} // namespace

class ResponseParser::Private
{
public:
    explicit Private(ResponseLimits limits) : m_limits(limits) { }

    State feed(QByteArrayView bytes);
    State finish();
    Response takeResponse();
    void reset() { *this = Private(m_limits); }

private:
    State parse();
    State parseHead();
    State parseBody();
    bool takeHead(QByteArrayView head);

    ResponseLimits m_limits;
    Framer<false> m_framer;
    Response m_response;
    /// What is not parsed yet: part of the head, or of a chunk's.
    QByteArray m_pending;
    /// Of a head whose end is looked for, the bytes that needn't be looked at again.
    qsizetype m_searched = 0;
    State m_state = State::NeedMore;
    bool m_hasHead = false;
};

ResponseParser::State ResponseParser::Private::feed(QByteArrayView bytes)
{
    if (bytes.isEmpty() || m_state == State::Failed)
        return m_state;
    if (m_state == State::Done)
        return m_state = State::Failed;
    m_pending.append(bytes);
    return m_state = parse();
}

ResponseParser::State ResponseParser::Private::parse()
{
    const State head = m_hasHead ? State::Done : parseHead();
    return head == State::Done ? parseBody() : head;
}

ResponseParser::State ResponseParser::Private::parseHead()
{
    static constexpr QByteArrayView headEnd = "\r\n\r\n";
    const qsizetype end = QByteArrayView(m_pending).indexOf(headEnd, m_searched);
    m_searched = std::max<qsizetype>(0, m_pending.size() - headEnd.size() + 1);
    const qsizetype size = end < 0 ? m_pending.size() : end + headEnd.size();
    if (size > m_limits.head)
        return State::Failed;
    if (end < 0)
        return State::NeedMore;
    if (!takeHead(QByteArrayView(m_pending).first(size)))
        return State::Failed;
    m_pending.remove(0, size);
    m_hasHead = true;
    return State::Done;
}

bool ResponseParser::Private::takeHead(QByteArrayView head)
{
    if (fieldBlockFault(head) || m_framer.feedHead(head))
        return false;
    m_response.status = m_framer.status();
    m_response.fields = m_framer.takeFields();
    m_framer.body_limit(m_limits.body);
    const bool isInterim = m_response.status < 200;
    const bool isWithinLimits = m_response.fields.size() <= m_limits.fields
        && m_framer.content_length().value_or(0) <= m_limits.body;
    m_response.fields.removeIf(isOfConnection);
    return !isInterim && isWithinLimits;
}

ResponseParser::State ResponseParser::Private::parseBody()
{
    qsizetype used = 0;
    Refusal refusal;
    const ParseState state = m_framer.feedBody(m_pending, m_response.body, used, refusal);
    m_pending.remove(0, used);
    if (state == ParseState::NeedMore)
        return State::NeedMore;
    // What is behind an answer belongs to none.
    return state == ParseState::BodyDone && m_pending.isEmpty() ? State::Done : State::Failed;
}

ResponseParser::State ResponseParser::Private::finish()
{
    if (m_state != State::NeedMore)
        return m_state;
    if (!m_hasHead || !m_framer.need_eof())
        return m_state = State::Failed;
    return m_state = State::Done;
}

Response ResponseParser::Private::takeResponse()
{
    return std::move(m_response);
}

ResponseParser::ResponseParser(ResponseLimits limits) : m_private(std::make_unique<Private>(limits))
{ }
ResponseParser::~ResponseParser() = default;
ResponseParser::ResponseParser(ResponseParser &&) noexcept = default;
ResponseParser &ResponseParser::operator=(ResponseParser &&) noexcept = default;

ResponseParser::State ResponseParser::feed(QByteArrayView bytes)
{
    return m_private->feed(bytes);
}

ResponseParser::State ResponseParser::finish()
{
    return m_private->finish();
}

Response ResponseParser::takeResponse()
{
    return m_private->takeResponse();
}

void ResponseParser::reset()
{
    m_private->reset();
}

} // namespace ct::server::http
