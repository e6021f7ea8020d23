// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/stream.h"

#include <deque>
#include <functional>
#include <optional>

namespace ct::bench {

/// The head of an answer, and how long it is with the empty line.
struct HttpHead {
    int status = 0;
    std::size_t size = 0;
    std::size_t bodySize = 0;
    bool closes = false;
};
/// Nothing while it is not complete; a status of 0 when it is no answer of HTTP/1.1 or has no
/// Content-Length that can be read.
std::optional<HttpHead> readHead(std::string_view bytes);

struct HttpRequest {
    std::string method;
    /// With the URL's path before it and the query behind it.
    std::string target;
    /// Lines that end in \r\n.
    std::string headers;
    std::string body;
};

struct HttpAnswer {
    /// 0 when none came; `body` says why then.
    int status = 0;
    std::string body;
};

/// Requests to one server, one after the other over one connection, which is made anew when the
/// server has closed it between two requests.
class HttpClient : public StreamUser
{
public:
    using Done = std::function<void(const HttpAnswer &)>;

    HttpClient(Dialer &dialer, in_addr from) : m_dialer(dialer), m_from(from) { }
    ~HttpClient() override;
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    /// `done` may send the next request and may post the destruction of this client, but not
    /// destroy it.
    void send(HttpRequest request, Done done);

private:
    void opened() override { }
    std::size_t received(std::string_view bytes, std::int64_t at) override;
    void broken(const std::string &why) override;

    void startNext();
    void finish(const HttpAnswer &answer);
    void drop();

    struct Exchange {
        HttpRequest request;
        Done done;
    };
    Dialer &m_dialer;
    in_addr m_from;
    std::unique_ptr<Stream> m_stream;
    std::deque<Exchange> m_queue;
    bool m_isWaiting = false;
    /// The present request has been the connection's first, so that its end is no idle timeout.
    bool m_isFresh = false;
};

} // namespace ct::bench
