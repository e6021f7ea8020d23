// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Only for the parsers' .cpp files: nobody else should pay for compiling Beast.
#include "server/http/chunkscanner.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <limits>

namespace ct::server::http {

namespace beast = boost::beast;

inline QByteArrayView viewOf(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Beast's parser, gathering fields and body bytes. It is only ever given whole elements (a head, a
/// chunk's head with its trailers, data): Beast 1.74 runs into assertions of its own when the end
/// of a chunked body arrives byte by byte, and lets lines pass that are not strict.
template<bool isRequest>
class Framer final : public beast::http::basic_parser<isRequest>
{
    using Base = beast::http::basic_parser<isRequest>;

public:
    Framer()
    {
        // Heads come here measured.
        Base::header_limit(std::numeric_limits<std::uint32_t>::max());
        // Not boost::none, which Beast 1.74 takes for zero when it compares.
        Base::body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    /// A whole head, no more.
    beast::error_code feedHead(QByteArrayView head)
    {
        beast::error_code error;
        const std::size_t used = put(head, error);
        if (!error && (used != sizeOf(head) || !Base::is_header_done()))
            error = beast::http::error::bad_field;
        return error;
    }

    /// As RequestParser::parseBody(). After Refused, `refusal` says why.
    ParseState feedBody(
        QByteArrayView bytes, QByteArray &out, qsizetype &consumed, Refusal &refusal)
    {
        m_out = &out;
        consumed = 0;
        ParseState outcome = Base::is_done() ? ParseState::BodyDone : ParseState::NeedMore;
        while (outcome == ParseState::NeedMore && consumed < bytes.size()) {
            const ChunkHead element = nextElement(bytes.sliced(consumed));
            if (element.state != ParseState::HeadDone) {
                refusal = element.refusal;
                return element.state;
            }
            outcome = feedElement(bytes.sliced(consumed, element.size), refusal);
            consumed += element.size;
        }
        return outcome;
    }

    int status() const { return m_status; }
    QList<Field> takeFields() { return std::move(m_fields); }

private:
    using Text = beast::string_view;
    using ErrorCode = beast::error_code;

    static std::size_t sizeOf(QByteArrayView bytes)
    {
        return static_cast<std::size_t>(bytes.size());
    }

    std::size_t put(QByteArrayView bytes, ErrorCode &error)
    {
        return Base::put(boost::asio::const_buffer(bytes.data(), sizeOf(bytes)), error);
    }

    /// How many of `bytes` Beast can take at once.
    ChunkHead nextElement(QByteArrayView bytes)
    {
        if (Base::chunked() && m_chunkLeft == 0)
            return scanChunkHead(bytes, !m_hasChunk);
        const std::uint64_t left = Base::chunked()
            ? m_chunkLeft
            : Base::content_length_remaining().value_or(std::numeric_limits<std::uint64_t>::max());
        const std::uint64_t size = std::min<std::uint64_t>(left, sizeOf(bytes));
        return {ParseState::HeadDone, static_cast<qsizetype>(size), {}};
    }

    ParseState feedElement(QByteArrayView element, Refusal &refusal)
    {
        ErrorCode error;
        const std::size_t used = put(element, error);
        if (error == beast::http::error::body_limit)
            refusal = {413, "The body is too long"};
        else if (error || used != sizeOf(element))
            refusal = {400, "The body is malformed"};
        else
            return Base::is_done() ? ParseState::BodyDone : ParseState::NeedMore;
        return ParseState::Refused;
    }

    void on_request_impl(beast::http::verb, Text, Text, int, ErrorCode &) override { }
    void on_response_impl(int status, Text, int, ErrorCode &) override { m_status = status; }

    void on_field_impl(beast::http::field, Text name, Text value, ErrorCode &) override
    {
        // Behind the head, these are trailers: read and dropped.
        if (!m_isHeadDone)
            m_fields.append({viewOf(name).toByteArray().toLower(), viewOf(value).toByteArray()});
    }

    void on_header_impl(ErrorCode &) override { m_isHeadDone = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, ErrorCode &) override { }

    std::size_t on_body_impl(Text body, ErrorCode &) override
    {
        m_out->append(viewOf(body));
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t size, Text, ErrorCode &) override
    {
        m_hasChunk = true;
        m_chunkLeft = size;
    }

    std::size_t on_chunk_body_impl(std::uint64_t, Text body, ErrorCode &) override
    {
        m_out->append(viewOf(body));
        m_chunkLeft -= body.size();
        return body.size();
    }

    void on_finish_impl(ErrorCode &) override { }

    QList<Field> m_fields;
    /// Valid during feedBody().
    QByteArray *m_out = nullptr;
    /// Of the present chunk, the bytes still to come.
    std::uint64_t m_chunkLeft = 0;
    int m_status = 0;
    bool m_isHeadDone = false;
    bool m_hasChunk = false;
};

} // namespace ct::server::http
