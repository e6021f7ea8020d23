// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/httpclient.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace ct::bench {
namespace {

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    return result;
}

template<typename Number>
bool readNumber(std::string_view text, Number &number)
{
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

/// False when the line can't be dealt with.
bool readField(const std::string &line, HttpHead &head)
{
    const std::size_t colon = line.find(':');
    const std::size_t start = line.find_first_not_of(' ', colon + 1);
    if (colon == std::string::npos || start == std::string::npos)
        return true;
    const std::string_view name = std::string_view(line).substr(0, colon);
    const std::string_view value = std::string_view(line).substr(start);
    if (name == "content-length")
        return readNumber(value, head.bodySize);
    if (name == "connection" && value == "close")
        head.closes = true;
    return name != "transfer-encoding";
}

} // namespace

std::optional<HttpHead> readHead(std::string_view bytes)
{
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return std::nullopt;
    HttpHead head;
    head.size = end + 4;
    const std::string lines = lowered(bytes.substr(0, end + 2));
    if (lines.rfind("http/1.1 ", 0) != 0
        || !readNumber(std::string_view(lines).substr(9, 3), head.status))
        return HttpHead {};
    for (std::size_t at = lines.find("\r\n") + 2; at < lines.size();) {
        const std::size_t next = lines.find("\r\n", at);
        if (!readField(lines.substr(at, next - at), head))
            return HttpHead {};
        at = next + 2;
    }
    return head;
}

HttpClient::~HttpClient()
{
    drop();
}

void HttpClient::send(HttpRequest request, Done done)
{
    m_queue.push_back({std::move(request), std::move(done)});
    if (!m_isWaiting)
        startNext();
}

void HttpClient::startNext()
{
    if (m_queue.empty())
        return;
    m_isWaiting = true;
    m_isFresh = !m_stream;
    if (!m_stream)
        m_stream = std::make_unique<Stream>(m_dialer, m_from, *this);
    const HttpRequest &request = m_queue.front().request;
    const Address &server = m_dialer.address();
    std::string head = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: " + server.host
        + ':' + std::to_string(server.port) + "\r\n" + request.headers;
    if (request.method != "GET")
        head += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    m_stream->write(head + "\r\n" + request.body);
}

std::size_t HttpClient::received(std::string_view bytes, std::int64_t)
{
    const auto head = readHead(bytes);
    if (!head || (head->status != 0 && bytes.size() < head->size + head->bodySize))
        return 0;
    if (head->status == 0 || !m_isWaiting) {
        drop();
        finish({0, "not an answer of HTTP/1.1 with a length"});
        return bytes.size();
    }
    if (head->closes)
        drop();
    const HttpAnswer answer {head->status, std::string(bytes.substr(head->size, head->bodySize))};
    finish(answer);
    return head->size + head->bodySize;
}

void HttpClient::broken(const std::string &why)
{
    drop();
    if (!m_isWaiting)
        return;
    if (m_isFresh)
        finish({0, why});
    else
        startNext();
}

void HttpClient::finish(const HttpAnswer &answer)
{
    m_isWaiting = false;
    if (m_queue.empty())
        return;
    const Exchange exchange = std::move(m_queue.front());
    m_queue.pop_front();
    exchange.done(answer);
    if (!m_isWaiting)
        startNext();
}

void HttpClient::drop()
{
    if (!m_stream)
        return;
    m_stream->close();
    m_dialer.reactor().retire(std::move(m_stream));
}

} // namespace ct::bench
