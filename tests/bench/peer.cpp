// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/peer.h"

#include <utility>

namespace ct::bench {

void Peer::enter(Transport transport, const std::string &roomToken)
{
    // As long as the key of a real client: RSA with 4,096 bits in SPKI form.
    static const std::string publicKey = base64Like(736, 42);
    m_link.open(
        transport,
        "x-oct-jwt: " + roomToken + "\r\nx-oct-public-key: " + publicKey
            + "\r\nx-oct-client: OCT_CODE_bench@1.0\r\nx-oct-compression: gzip,none\r\n");
}

void Peer::enterFloor(const std::string &id, const std::string &target)
{
    m_isOnFloor = true;
    m_id = id;
    m_link.open(Transport::Floor, target);
}

void Peer::cut()
{
    m_isConnected = false;
    m_link.cut();
}

void Peer::reconnect()
{
    m_reconnectsSince = steadyNow();
    m_link.reconnect();
}

void Peer::leave()
{
    if (!m_isConnected || m_isOnFloor)
        return;
    m_link.send(roomLeave());
    m_link.sendDisconnect();
}

void Peer::linkReady()
{
    if (m_isOnFloor) {
        m_isConnected = true;
        m_user.peerReady(*this);
    } else if (m_reconnectsSince != 0) {
        m_isConnected = true;
        m_user.peerReconnected(*this, steadyNow() - std::exchange(m_reconnectsSince, 0));
    }
    // Else peer/info follows, which has the id.
}

void Peer::linkUpgraded()
{
    readyWhenSettled();
}

// Whoever is to upgrade is not there before: a lost probe must not pass for a polling client.
void Peer::readyWhenSettled()
{
    if (m_id.empty() || m_isConnected || !m_link.isSettled())
        return;
    m_isConnected = true;
    m_user.peerReady(*this);
}

void Peer::linkMessage(std::string_view message, std::int64_t at)
{
    Envelope envelope;
    if (!readEnvelope(message, envelope)) {
        m_user.peerBroken(*this, "a message that is no envelope");
        return;
    }
    if (envelope.isEncrypted)
        m_user.peerMessage(*this, envelope, at);
    else
        takePlain(envelope);
}

void Peer::takePlain(const Envelope &envelope)
{
    if (envelope.method == "peer/join") {
        m_link.send(joinAnswer(envelope.rawId));
    } else if (envelope.method == "peer/info" && !m_isConnected) {
        m_id = envelope.parameterId;
        readyWhenSettled();
    } else if (envelope.method == "room/closed" || envelope.kind == "response-error") {
        m_user.peerBroken(
            *this, std::string(envelope.method.empty() ? envelope.kind : envelope.method));
    }
}

void Peer::linkBroken(const std::string &why)
{
    m_isConnected = false;
    m_user.peerBroken(*this, why);
}

} // namespace ct::bench
