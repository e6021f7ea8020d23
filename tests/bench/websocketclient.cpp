// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/websocketclient.h"

#include <cstring>
#include <utility>

namespace ct::bench {
namespace {

constexpr unsigned finalBit = 0x80;
constexpr unsigned controlBit = 0x08;

/// `target` may not overlap with `from`.
void maskInto(char *target, std::string_view from, std::uint32_t mask)
{
    const std::uint64_t wide = std::uint64_t(mask) << 32U | mask;
    std::size_t i = 0;
    for (; i + sizeof wide <= from.size(); i += sizeof wide) {
        std::uint64_t word = 0;
        std::memcpy(&word, from.data() + i, sizeof word);
        word ^= wide;
        std::memcpy(target + i, &word, sizeof word);
    }
    for (; i < from.size(); ++i)
        target[i] = static_cast<char>(from[i] ^ static_cast<char>(mask >> (8 * (i % 4))));
}

void appendLength(std::string &bytes, std::size_t size)
{
    const int extra = size < 126 ? 0 : size < 65536 ? 2 : 8;
    const unsigned small = extra == 0 ? unsigned(size) : extra == 2 ? 126 : 127;
    bytes.push_back(static_cast<char>(0x80U | small));
    for (int shift = 8 * (extra - 1); shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(std::uint64_t(size) >> unsigned(shift)));
}

std::string closeText(std::string_view payload)
{
    if (payload.size() < 2)
        return "no code";
    const unsigned code
        = static_cast<unsigned char>(payload[0]) * 256U + static_cast<unsigned char>(payload[1]);
    return std::to_string(code) + ' ' + std::string(payload.substr(2));
}

} // namespace

WebSocketClient::WebSocketClient(Dialer &dialer, in_addr from, WebSocketUser &user)
    : m_dialer(dialer),
      m_user(&user),
      m_stream(std::make_unique<Stream>(dialer, from, *this)),
      m_mask(static_cast<std::uint64_t>(steadyNow()) | 1U)
{ }

WebSocketClient::~WebSocketClient()
{
    shut(Stream::Manner::Orderly);
}

void WebSocketClient::open(const std::string &target, const std::string &headers)
{
    const Address &server = m_dialer.address();
    m_stream->write(
        "GET " + target + " HTTP/1.1\r\nHost: " + server.host + ':' + std::to_string(server.port)
        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + headers + "\r\n");
}

void WebSocketClient::shut(Stream::Manner manner)
{
    m_user = nullptr;
    if (!m_stream)
        return;
    m_stream->close(manner);
    m_dialer.reactor().retire(std::move(m_stream));
}

std::size_t WebSocketClient::received(std::string_view bytes, std::int64_t at)
{
    std::size_t done = 0;
    if (!m_isOpen) {
        done = readAnswer(bytes);
        if (done == 0 || !m_isOpen)
            return done;
    }
    while (m_user != nullptr) {
        const std::size_t size = readFrame(bytes.substr(done), at);
        if (size == 0)
            break;
        done += size;
    }
    return done;
}

std::size_t WebSocketClient::readAnswer(std::string_view bytes)
{
    const auto head = readHead(bytes);
    if (!head)
        return 0;
    if (head->status != 101) {
        fail(
            "upgrade answered with " + std::to_string(head->status) + ' '
            + std::string(bytes.substr(head->size, 200)));
        return bytes.size();
    }
    m_isOpen = true;
    m_user->socketOpened();
    return head->size;
}

std::size_t WebSocketClient::readFrame(std::string_view bytes, std::int64_t at)
{
    if (bytes.size() < 2)
        return 0;
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned char>(bytes[i]);
    };
    const unsigned small = byte(1);
    const std::size_t extra = small < 126 ? 0 : small == 126 ? 2 : 8;
    if (bytes.size() < 2 + extra)
        return 0;
    std::uint64_t size = extra == 0 ? small : 0;
    for (std::size_t i = 0; i < extra; ++i)
        size = size << 8U | byte(2 + i);
    if (small > 127 || (byte(0) & 0x70U) != 0) {
        fail("a frame with a mask or reserved bits");
        return bytes.size();
    }
    if (bytes.size() - 2 - extra < size)
        return 0;
    takeFrame(byte(0), bytes.substr(2 + extra, size), at);
    return 2 + extra + size;
}

void WebSocketClient::takeFrame(unsigned first, std::string_view payload, std::int64_t at)
{
    const unsigned opcode = first & 0x0fU;
    if ((opcode & controlBit) != 0) {
        if (opcode == 0x9)
            sendFrame(0xa, payload);
        else if (opcode == 0x8)
            fail("closed by the server with " + closeText(payload));
        return;
    }
    const bool isFinal = (first & finalBit) != 0;
    if (isFinal && m_opcode == 0) {
        takeMessage(opcode, payload, at);
        return;
    }
    if (opcode != 0)
        m_opcode = opcode;
    m_fragments += payload;
    if (isFinal)
        takeMessage(std::exchange(m_opcode, 0), std::exchange(m_fragments, {}), at);
}

void WebSocketClient::takeMessage(unsigned opcode, std::string_view payload, std::int64_t at)
{
    if (opcode == 0x1)
        m_user->socketText(payload);
    else if (opcode == 0x2)
        m_user->socketBinary(payload, at);
    else
        fail("a frame of unknown type");
}

void WebSocketClient::sendFrame(unsigned opcode, std::string_view payload)
{
    if (!m_stream)
        return;
    m_mask = m_mask * 0x5851f42d4c957f2dULL + 0x14057b7ef767814fULL;
    const auto mask = static_cast<std::uint32_t>(m_mask >> 32U);
    std::string &bytes = m_stream->outgoing();
    bytes.push_back(static_cast<char>(finalBit | opcode));
    appendLength(bytes, payload.size());
    const std::size_t at = bytes.size();
    bytes.resize(at + sizeof mask + payload.size());
    std::memcpy(bytes.data() + at, &mask, sizeof mask);
    maskInto(bytes.data() + at + sizeof mask, payload, mask);
    m_stream->markWritten();
}

void WebSocketClient::broken(const std::string &why)
{
    fail(why);
}

void WebSocketClient::fail(const std::string &why)
{
    WebSocketUser *user = m_user;
    shut(Stream::Manner::Orderly);
    if (user != nullptr)
        user->socketBroken(why);
}

} // namespace ct::bench
