// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/httpclient.h"

namespace ct::bench {

/// The REST calls on the way into a room. Must outlive what is under way or be destroyed by post().
class Entrance
{
public:
    using Done = std::function<void(const std::string &first, const std::string &second)>;
    using Failed = std::function<void(const std::string &why)>;

    Entrance(Dialer &dialer, in_addr from, Failed failed)
        : m_dialer(dialer),
          m_http(dialer, from),
          m_failed(std::move(failed))
    { }

    /// By the simple login; gives the login token.
    void logIn(const std::string &user, Done done);
    /// Gives the room's id and the host's room token.
    void create(const std::string &loginToken, Done done);
    /// Waits for the host; gives the room token.
    void join(const std::string &loginToken, const std::string &room, Done done);

private:
    void call(
        const std::string &path,
        const std::string &headers,
        std::string body,
        std::function<void(const std::string &)> done);
    void pollJoin(const std::string &loginToken, const std::string &pollToken, const Done &done);

    Dialer &m_dialer;
    HttpClient m_http;
    Failed m_failed;
};

} // namespace ct::bench
