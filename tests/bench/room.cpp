// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/room.h"

#include "tests/bench/msgpack.h"

#include <algorithm>

namespace ct::bench {
namespace {

/// Request ids start where the clients' encoder takes five bytes for them.
constexpr std::uint32_t firstId = 100'000;

std::string rawId(std::uint64_t sequence)
{
    return Packer().wideNumber(firstId + static_cast<std::uint32_t>(sequence)).take();
}

} // namespace

Room::Room(Dialer &dialer, const RoomPlan &plan, std::size_t number, RoomUser &user, Tally &tally)
    : m_dialer(dialer),
      m_plan(plan),
      m_number(number),
      m_user(user),
      m_tally(tally),
      m_from(clientAddress(dialer.address(), number)),
      m_sequences(plan.peers * plan.peers * kinds),
      m_verifier(plan.peers)
{ }

void Room::assemble()
{
    if (m_plan.transport == Transport::Floor) {
        assembleOnFloor();
        return;
    }
    m_entrance = std::make_shared<Entrance>(
        m_dialer, m_from, [this](const std::string &why) { m_user.roomFailed(why); });
    m_entrance->logIn(
        "bench " + std::to_string(m_number),
        [this](const std::string &token, const std::string &) { assemble(token); });
}

void Room::assemble(const std::string &loginToken)
{
    m_loginToken = loginToken;
    m_joinBegan = steadyNow();
    if (!m_entrance)
        m_entrance = std::make_shared<Entrance>(
            m_dialer, m_from, [this](const std::string &why) { m_user.roomFailed(why); });
    m_entrance->create(m_loginToken, [this](const std::string &room, const std::string &roomToken) {
        m_roomId = room;
        entered(roomToken);
    });
}

void Room::assembleOnFloor()
{
    constexpr std::size_t idLength = 24;
    const KeyLayout layout = keyLayout(idLength);
    for (std::size_t i = 0; i < m_plan.peers; ++i) {
        m_peers.push_back(std::make_unique<Peer>(m_dialer, m_from, i, *this));
        m_peers.back()->enterFloor(
            base64Like(idLength, m_number * 1'000 + i + 1),
            "/floor?room=" + std::to_string(m_number) + "&member=" + std::to_string(i) + "&prefix="
                + std::to_string(layout.prefix) + "&entry=" + std::to_string(layout.entry));
    }
}

void Room::joinNext()
{
    if (m_peers.size() > 1)
        m_joinBegan = steadyNow();
    m_entrance->join(
        m_loginToken, m_roomId, [this](const std::string &roomToken, const std::string &) {
            entered(roomToken);
        });
}

void Room::entered(const std::string &roomToken)
{
    m_peers.push_back(std::make_unique<Peer>(m_dialer, m_from, m_peers.size(), *this));
    m_peers.back()->enter(m_plan.transport, roomToken);
}

void Room::peerReady(Peer &peer)
{
    ++m_ready;
    // The first guest's join is counted from the room's creation.
    if (peer.index() > 0)
        m_tally.joinTimes.add(steadyNow() - m_joinBegan);
    if (m_ready < m_plan.peers) {
        if (m_plan.transport != Transport::Floor)
            joinNext();
        return;
    }
    m_dialer.reactor().post([old = std::move(m_entrance)] {});
    makeTemplates();
    m_user.roomReady(*this);
}

void Room::makeTemplates()
{
    for (std::size_t i = 0; i < m_plan.peers; ++i) {
        const std::string &origin = m_peers[i]->id();
        const std::string &next = m_peers[(i + 1) % m_plan.peers]->id();
        if (m_plan.kind == Kind::Broadcast)
            m_templates.push_back(broadcast(origin, othersThan(i), m_plan.size));
        else if (m_plan.kind == Kind::Notification)
            m_templates.push_back(notification(origin, next, m_plan.size));
        else
            m_templates.push_back(request(origin, next, m_plan.size));
    }
}

std::vector<std::string> Room::othersThan(std::size_t index) const
{
    std::vector<std::string> ids;
    for (const auto &peer : m_peers) {
        if (peer->index() != index)
            ids.push_back(peer->id());
    }
    return ids;
}

void Room::send(std::size_t messages)
{
    const std::size_t sender = m_nextSender;
    if (!m_plan.isHostOnly)
        m_nextSender = (m_nextSender + 1) % m_plan.peers;
    for (std::size_t i = 0; i < messages; ++i) {
        if (m_plan.kind == Kind::Broadcast)
            sendBroadcast(sender);
        else
            sendTo(m_plan.kind, sender, (sender + 1) % m_plan.peers);
    }
}

void Room::sendBroadcast(std::size_t sender)
{
    const std::uint64_t number = sequence(Kind::Broadcast, sender, sender)++;
    for (std::size_t i = 0; i < m_plan.peers; ++i) {
        if (i != sender)
            note({Kind::Broadcast, sender, i, number});
    }
    const auto from = static_cast<std::uint32_t>(sender);
    m_templates[sender].stamp({Kind::Broadcast, from, from, number, steadyNow()});
    m_peers[sender]->send(m_templates[sender].bytes);
}

void Room::sendTo(Kind kind, std::size_t sender, std::size_t receiver)
{
    const std::uint64_t number = sequence(kind, sender, receiver)++;
    note({kind, sender, receiver, number});
    Template &message = m_templates[sender];
    if (kind == Kind::Request)
        message.setId(firstId + static_cast<std::uint32_t>(number));
    message.stamp(
        {kind,
         static_cast<std::uint32_t>(sender),
         static_cast<std::uint32_t>(receiver),
         number,
         steadyNow()});
    m_peers[sender]->send(message.bytes);
}

void Room::answer(Peer &peer, const Envelope &envelope, const Stamp &asked)
{
    const auto sender = static_cast<std::uint32_t>(peer.index());
    const std::uint64_t number = sequence(Kind::Response, sender, asked.sender)++;
    note({Kind::Response, sender, asked.sender, number});
    Template message = response(envelope.rawId, m_peers[asked.sender]->id(), m_plan.size);
    message.stamp({Kind::Response, sender, asked.sender, number, steadyNow()});
    peer.send(message.bytes);
}

void Room::peerMessage(Peer &peer, const Envelope &envelope, std::int64_t at)
{
    const auto stamp = readPayload(envelope.content);
    if (!stamp || !isGenuine(peer, envelope, *stamp)) {
        m_verifier.damaged();
        return;
    }
    m_verifier.delivered({stamp->kind, stamp->sender, peer.index(), stamp->sequence});
    ++m_tally.delivered;
    m_tally.bytes += envelope.content.size();
    m_tally.delays.add(at - stamp->sentAt);
    if (stamp->kind == Kind::Request)
        answer(peer, envelope, *stamp);
    if (m_outstanding > 0 && --m_outstanding == 0)
        m_user.roomQuiet(*this);
}

bool Room::isGenuine(const Peer &receiver, const Envelope &envelope, const Stamp &stamp) const
{
    constexpr std::array<std::string_view, kinds> names {
        "broadcast", "notification", "request", "response"};
    if (stamp.sender >= m_peers.size()
        || envelope.kind != names.at(static_cast<std::size_t>(stamp.kind)))
        return false;
    if (envelope.keys != 1 || envelope.keyTarget != receiver.id())
        return false;
    if (stamp.kind != Kind::Broadcast && stamp.receiver != receiver.index())
        return false;
    if (stamp.kind == Kind::Response)
        return envelope.rawId == rawId(stamp.sequence);
    return envelope.origin == m_peers[stamp.sender]->id();
}

void Room::note(const Delivery &delivery)
{
    m_verifier.sent(delivery);
    ++m_outstanding;
}

std::uint64_t &Room::sequence(Kind kind, std::size_t sender, std::size_t receiver)
{
    const std::size_t pair = sender * m_plan.peers + receiver;
    return m_sequences[static_cast<std::size_t>(kind) * m_plan.peers * m_plan.peers + pair];
}

bool Room::cutSomeone(std::chrono::milliseconds pause)
{
    for (std::size_t i = 1; i < m_plan.peers; ++i) {
        m_nextCut = m_nextCut % (m_plan.peers - 1) + 1;
        Peer &peer = *m_peers[m_nextCut];
        if (!peer.isConnected())
            continue;
        peer.cut();
        m_dialer.reactor().after(pause, [&peer] { peer.reconnect(); });
        return true;
    }
    return false;
}

bool Room::isWhole() const
{
    return std::all_of(
        m_peers.begin(), m_peers.end(), [](const auto &peer) { return peer->isConnected(); });
}

Faults Room::settle()
{
    m_outstanding = 0;
    return m_verifier.settle();
}

void Room::leave()
{
    m_isLeaving = true;
    for (auto peer = m_peers.rbegin(); peer != m_peers.rend(); ++peer)
        (*peer)->leave();
}

void Room::peerReconnected(Peer &, std::int64_t nanoseconds)
{
    ++m_tally.reconnects;
    m_tally.reconnectTimes.add(nanoseconds);
}

void Room::peerBroken(Peer &, const std::string &why)
{
    if (m_isLeaving)
        return;
    m_verifier.broken();
    m_user.roomFailed(why);
}

} // namespace ct::bench
