// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/httpclient.h"

#include <vector>

namespace ct::bench {

class PollingUser
{
public:
    virtual ~PollingUser() = default;
    /// A packet as it stands; binary ones begin with `b` and are in base64.
    virtual void pollingPacket(std::string_view packet, std::int64_t at) = 0;
    virtual void pollingPaused() = 0;
    virtual void pollingBroken(const std::string &why) = 0;
};

/// Engine.IO's long polling: one connection for GETs, one for POSTs. Must be destroyed outside of
/// its own calls: after shut(), which ends them.
class PollingClient
{
public:
    PollingClient(Dialer &dialer, in_addr from, PollingUser &user);

    /// The handshake, and polling from then on; `headers` go with every request.
    void open(std::string headers);
    /// Packets wait for the POST before them and then go together.
    void send(std::string packet);
    /// Ends polling when what is under way is done; pollingPaused() follows.
    void pause();
    /// Without a further call to the user.
    void shut() { m_user = nullptr; }

private:
    void poll();
    void taken(const HttpAnswer &answer);
    void post();
    void posted(const HttpAnswer &answer);
    void checkPaused();
    void fail(const std::string &what, const HttpAnswer &answer);
    std::string target() const;

    Dialer &m_dialer;
    PollingUser *m_user;
    HttpClient m_getter;
    HttpClient m_poster;
    std::string m_headers;
    std::string m_sid;
    bool m_isPolling = false;
    bool m_isPosting = false;
    bool m_isPausing = false;
    std::vector<std::string> m_queue;
};

} // namespace ct::bench
