// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/peer.h"
#include "tests/bench/tally.h"
#include "tests/bench/verifier.h"

namespace ct::bench {

struct RoomPlan {
    Transport transport = Transport::WebSocket;
    std::size_t peers = 5;
    std::size_t size = 1024;
    Kind kind = Kind::Broadcast;
    /// Only the host sends, since guests are being cut off.
    bool isHostOnly = false;
};

class Room;

class RoomUser
{
public:
    virtual ~RoomUser() = default;
    virtual void roomReady(Room &room) = 0;
    /// All that was sent has been delivered.
    virtual void roomQuiet(Room &room) = 0;
    virtual void roomFailed(const std::string &why) = 0;
};

/// A session with its people, who send each other numbered messages and check what comes.
class Room : public PeerUser
{
public:
    Room(Dialer &dialer, const RoomPlan &plan, std::size_t number, RoomUser &user, Tally &tally);

    /// Logs in, creates the room, lets the guests join; roomReady() or roomFailed() follows.
    void assemble();
    /// The same without a login.
    void assemble(const std::string &loginToken);
    /// So many messages of the next sender, at once.
    void send(std::size_t messages);
    bool isQuiet() const { return m_outstanding == 0; }
    std::size_t outstanding() const { return m_outstanding; }
    /// Whoever comes next in turn: a guest that is cut off and comes back after `pause`. False when
    /// none is connected.
    bool cutSomeone(std::chrono::milliseconds pause);
    bool isWhole() const;
    Faults settle();
    void leave();

private:
    void peerReady(Peer &peer) override;
    void peerMessage(Peer &peer, const Envelope &envelope, std::int64_t at) override;
    void peerReconnected(Peer &peer, std::int64_t nanoseconds) override;
    void peerBroken(Peer &peer, const std::string &why) override;

    void assembleOnFloor();
    void joinNext();
    void entered(const std::string &roomToken);
    void makeTemplates();
    std::vector<std::string> othersThan(std::size_t index) const;
    void sendBroadcast(std::size_t sender);
    void sendTo(Kind kind, std::size_t sender, std::size_t receiver);
    void answer(Peer &peer, const Envelope &envelope, const Stamp &asked);
    bool isGenuine(const Peer &receiver, const Envelope &envelope, const Stamp &stamp) const;
    void note(const Delivery &delivery);
    std::uint64_t &sequence(Kind kind, std::size_t sender, std::size_t receiver);

    Dialer &m_dialer;
    RoomPlan m_plan;
    std::size_t m_number;
    RoomUser &m_user;
    Tally &m_tally;
    in_addr m_from;
    std::shared_ptr<Entrance> m_entrance;
    std::string m_loginToken;
    std::string m_roomId;
    std::vector<std::unique_ptr<Peer>> m_peers;
    std::size_t m_ready = 0;
    std::int64_t m_joinBegan = 0;
    bool m_isLeaving = false;

    std::vector<Template> m_templates;
    std::vector<std::uint64_t> m_sequences;
    Verifier m_verifier;
    std::size_t m_outstanding = 0;
    std::size_t m_nextSender = 0;
    std::size_t m_nextCut = 0;
};

} // namespace ct::bench
