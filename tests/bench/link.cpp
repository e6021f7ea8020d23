// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/link.h"

#include "tests/bench/base64.h"
#include "tests/bench/jsontext.h"

#include <utility>

namespace ct::bench {
namespace {

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

} // namespace

void Link::open(Transport transport, std::string headers)
{
    m_transport = transport;
    m_headers = std::move(headers);
    m_isOnSocket = transport == Transport::WebSocket || transport == Transport::Floor;
    if (m_isOnSocket) {
        openSocket({});
        return;
    }
    m_polling = std::make_shared<PollingClient>(m_dialer, m_from, *this);
    m_polling->open(m_headers);
}

void Link::send(std::string_view message)
{
    if (m_isOnSocket && !m_isHolding) {
        if (!m_socket)
            return;
        const std::string place = nameSpace(",");
        m_socket->sendText(
            place.empty() ? R"(451-["message",{"_placeholder":true,"num":0}])"
                          : "451-" + place + R"(["message",{"_placeholder":true,"num":0}])");
        m_socket->sendBinary(message);
        return;
    }
    sendPacket("451-" + nameSpace(",") + R"(["message",{"_placeholder":true,"num":0}])");
    if (m_isHolding) {
        m_held.push_back({true, std::string(message)});
    } else if (m_polling) {
        std::string packet = "b";
        appendBase64(packet, message);
        m_polling->send(std::move(packet));
    }
}

void Link::reconnect()
{
    m_transport = Transport::WebSocket;
    m_isOnSocket = true;
    m_expectsAttachment = false;
    openSocket({});
}

void Link::openSocket(const std::string &sid)
{
    m_socket = std::make_shared<WebSocketClient>(m_dialer, m_from, *this);
    if (m_transport == Transport::Floor) {
        m_socket->open(m_headers, {});
        return;
    }
    std::string target = m_dialer.address().path + "/socket.io/?EIO=4&transport=websocket";
    if (!sid.empty())
        target += "&sid=" + sid;
    m_socket->open(target, m_headers);
}

void Link::socketOpened()
{
    if (m_transport == Transport::Floor)
        m_user->linkReady();
    else if (!m_isOnSocket)
        m_socket->sendText("2probe");
}

void Link::socketText(std::string_view text)
{
    if (text == "3probe") {
        m_isHolding = true;
        m_polling->pause();
        return;
    }
    takePacket(text);
}

void Link::socketBinary(std::string_view bytes, std::int64_t at)
{
    takeAttachment(bytes, at);
}

void Link::socketBroken(const std::string &why)
{
    fail("WebSocket: " + why);
}

void Link::pollingPacket(std::string_view packet, std::int64_t at)
{
    if (startsWith(packet, "b"))
        takeAttachment(fromBase64(packet.substr(1)), at);
    else
        takePacket(packet);
}

void Link::pollingPaused()
{
    m_dialer.reactor().post([old = std::move(m_polling)] {});
    m_isOnSocket = true;
    m_isHolding = false;
    m_socket->sendText("5");
    for (const Held &held : std::exchange(m_held, {})) {
        if (held.isBinary)
            m_socket->sendBinary(held.bytes);
        else
            m_socket->sendText(held.bytes);
    }
    m_user->linkUpgraded();
}

void Link::pollingBroken(const std::string &why)
{
    fail(why);
}

void Link::takePacket(std::string_view packet)
{
    if (packet == "2") {
        sendPacket("3");
    } else if (startsWith(packet, "0")) {
        sendConnect();
        if (m_transport == Transport::Upgrade)
            openSocket(jsonText(packet.substr(1), "sid"));
    } else if (startsWith(packet, "4")) {
        takeSocketIo(packet);
    } else if (packet == "1") {
        fail("closed by the server's packet");
    }
}

void Link::takeSocketIo(std::string_view packet)
{
    if (startsWith(packet, "451-")) {
        takeEventHeader(packet);
    } else if (startsWith(packet, "40")) {
        m_pid = jsonText(packet.substr(std::min(packet.find('{'), packet.size())), "pid");
        m_user->linkReady();
    } else if (startsWith(packet, "41") || startsWith(packet, "44")) {
        fail("disconnected by the server: " + std::string(packet.substr(0, 200)));
    }
}

void Link::takeEventHeader(std::string_view packet)
{
    m_expectsAttachment = true;
    m_nextOffset.clear();
    constexpr std::string_view beforeOffset = "},\"";
    const std::size_t at = packet.rfind(beforeOffset);
    if (m_pid.empty() || at == std::string_view::npos)
        return;
    const std::size_t start = at + beforeOffset.size();
    m_nextOffset = packet.substr(start, packet.find('"', start) - start);
}

void Link::takeAttachment(std::string_view bytes, std::int64_t at)
{
    if (!std::exchange(m_expectsAttachment, false)) {
        fail("an attachment without a header");
        return;
    }
    if (!m_nextOffset.empty())
        m_offset = m_nextOffset;
    m_user->linkMessage(bytes, at);
}

void Link::sendPacket(std::string packet)
{
    if (m_isHolding)
        m_held.push_back({false, std::move(packet)});
    else if (m_isOnSocket && m_socket)
        m_socket->sendText(packet);
    else if (m_polling)
        m_polling->send(std::move(packet));
}

void Link::sendConnect()
{
    std::string packet = "40" + nameSpace(",");
    if (!m_pid.empty())
        packet += jsonObject({"pid", m_pid, "offset", m_offset});
    sendPacket(std::move(packet));
}

void Link::shut(Stream::Manner manner)
{
    if (m_socket) {
        m_socket->shut(manner);
        m_dialer.reactor().post([old = std::move(m_socket)] {});
    }
    if (m_polling) {
        m_polling->shut();
        m_dialer.reactor().post([old = std::move(m_polling)] {});
    }
}

void Link::fail(const std::string &why)
{
    shut(Stream::Manner::Orderly);
    m_user->linkBroken(why);
}

std::string Link::nameSpace(const char *end) const
{
    return m_dialer.address().path.empty() ? std::string() : m_dialer.address().path + end;
}

} // namespace ct::bench
