// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/httpclient.h"

#include <span>

namespace ct::bench {

class WebSocketUser
{
public:
    virtual ~WebSocketUser() = default;
    virtual void socketOpened() = 0;
    virtual void socketText(std::string_view text) = 0;
    virtual void socketBinary(std::string_view bytes, std::int64_t at) = 0;
    virtual void socketBroken(const std::string &why) = 0;
};

/// RFC 6455 from the client's side, as far as a well-behaved server needs it. Must be destroyed
/// outside of its own calls: after shut(), which ends them.
class WebSocketClient : public StreamUser
{
public:
    WebSocketClient(Dialer &dialer, in_addr from, WebSocketUser &user);
    ~WebSocketClient() override;
    WebSocketClient(const WebSocketClient &) = delete;
    WebSocketClient &operator=(const WebSocketClient &) = delete;

    /// Once. `headers` are lines that end in \r\n.
    void open(const std::string &target, const std::string &headers);
    void sendText(std::string_view text) { sendFrame(0x1, text); }
    void sendBinary(std::string_view bytes) { sendFrame(0x2, bytes); }
    /// Ends it, without a further call to the user.
    void shut(Stream::Manner manner);

private:
    void opened() override { }
    std::size_t received(std::string_view bytes, std::int64_t at) override;
    void broken(const std::string &why) override;

    std::size_t readAnswer(std::string_view bytes);
    /// Size of the frame at the begin; 0 while it is not complete.
    std::size_t readFrame(std::string_view bytes, std::int64_t at);
    void takeFrame(unsigned first, std::string_view payload, std::int64_t at);
    void takeMessage(unsigned opcode, std::string_view payload, std::int64_t at);
    void sendFrame(unsigned opcode, std::string_view payload);
    void fail(const std::string &why);

    Dialer &m_dialer;
    WebSocketUser *m_user;
    std::unique_ptr<Stream> m_stream;
    bool m_isOpen = false;
    std::uint64_t m_mask;
    /// Of a message in fragments.
    unsigned m_opcode = 0;
    std::string m_fragments;
};

} // namespace ct::bench
