// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/entrance.h"
#include "tests/bench/envelope.h"
#include "tests/bench/link.h"

#include <map>

namespace ct::bench {

class Peer;

class PeerUser
{
public:
    virtual ~PeerUser() = default;
    virtual void peerReady(Peer &peer) = 0;
    /// An encrypted message, that is one of another peer.
    virtual void peerMessage(Peer &peer, const Envelope &envelope, std::int64_t at) = 0;
    virtual void peerReconnected(Peer &peer, std::int64_t nanoseconds) = 0;
    virtual void peerBroken(Peer &peer, const std::string &why) = 0;
};

/// A host or guest with its connection. As host it admits everybody.
class Peer : public LinkUser
{
public:
    Peer(Dialer &dialer, in_addr from, std::size_t index, PeerUser &user)
        : m_link(dialer, from, *this),
          m_index(index),
          m_user(user)
    { }

    std::size_t index() const { return m_index; }
    /// As the server calls it; known when ready.
    const std::string &id() const { return m_id; }
    bool isConnected() const { return m_isConnected; }

    void enter(Transport transport, const std::string &roomToken);
    void enterFloor(const std::string &id, const std::string &target);
    void send(std::string_view message) { m_link.send(message); }
    void cut();
    void reconnect();
    /// Says goodbye and disconnects; what is under way may be lost.
    void leave();

private:
    void linkReady() override;
    void linkUpgraded() override;
    void linkMessage(std::string_view message, std::int64_t at) override;
    void linkBroken(const std::string &why) override;
    void takePlain(const Envelope &envelope);
    void readyWhenSettled();

    Link m_link;
    std::size_t m_index;
    PeerUser &m_user;
    std::string m_id;
    bool m_isOnFloor = false;
    bool m_isConnected = false;
    /// When the present reconnection began; 0 when none is under way.
    std::int64_t m_reconnectsSince = 0;
};

} // namespace ct::bench
