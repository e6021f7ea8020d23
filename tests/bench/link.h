// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/pollingclient.h"
#include "tests/bench/websocketclient.h"

namespace ct::bench {

enum class Transport {
    WebSocket,
    Polling,
    /// Polling at first, as the real clients do it.
    Upgrade,
    /// A bare WebSocket to the floor.
    Floor,
};

class LinkUser
{
public:
    virtual ~LinkUser() = default;
    virtual void linkReady() = 0;
    /// The transports have changed; only of Transport::Upgrade, before or after linkReady().
    virtual void linkUpgraded() = 0;
    virtual void linkMessage(std::string_view message, std::int64_t at) = 0;
    virtual void linkBroken(const std::string &why) = 0;
};

/// Engine.IO and Socket.IO of one client: messages over whichever transport.
class Link : public WebSocketUser, public PollingUser
{
public:
    Link(Dialer &dialer, in_addr from, LinkUser &user)
        : m_dialer(dialer),
          m_from(from),
          m_user(&user)
    { }
    ~Link() override { shut(Stream::Manner::Orderly); }
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    /// `headers` prove who we are; of the floor they are the target.
    void open(Transport transport, std::string headers);
    void send(std::string_view message);
    /// No change of transports is still to come.
    bool isSettled() const { return m_isOnSocket || m_transport != Transport::Upgrade; }
    void sendDisconnect() { sendPacket("41" + nameSpace(",")); }
    /// Breaks the connection off as a dead network would, with a reset.
    void cut() { shut(Stream::Manner::Abrupt); }
    /// After cut(): connects again over WebSocket and asks for what was missed.
    void reconnect();

private:
    void socketOpened() override;
    void socketText(std::string_view text) override;
    void socketBinary(std::string_view bytes, std::int64_t at) override;
    void socketBroken(const std::string &why) override;
    void pollingPacket(std::string_view packet, std::int64_t at) override;
    void pollingPaused() override;
    void pollingBroken(const std::string &why) override;

    void openSocket(const std::string &sid);
    void takePacket(std::string_view packet);
    void takeSocketIo(std::string_view packet);
    void takeEventHeader(std::string_view packet);
    void takeAttachment(std::string_view bytes, std::int64_t at);
    void sendPacket(std::string packet);
    void sendConnect();
    void shut(Stream::Manner manner);
    void fail(const std::string &why);
    std::string nameSpace(const char *end) const;

    Dialer &m_dialer;
    in_addr m_from;
    LinkUser *m_user;
    Transport m_transport = Transport::WebSocket;
    std::string m_headers;
    // Shared only with the end of the turn in which they are given up.
    std::shared_ptr<WebSocketClient> m_socket;
    std::shared_ptr<PollingClient> m_polling;
    /// The WebSocket is the one to send by.
    bool m_isOnSocket = false;
    bool m_expectsAttachment = false;
    /// While the transports change: packets in the order in which they were sent.
    bool m_isHolding = false;
    struct Held {
        bool isBinary;
        std::string bytes;
    };
    std::vector<Held> m_held;
    // Of connection state recovery, when the server offers it.
    std::string m_pid;
    std::string m_offset;
    std::string m_nextOffset;
};

} // namespace ct::bench
