// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/address.h"
#include "tests/bench/reactor.h"

#include <memory>
#include <string>
#include <string_view>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace ct::bench {

class StreamUser
{
public:
    virtual ~StreamUser() = default;
    virtual void opened() = 0;
    /// Gives how many bytes are done with; the rest comes again, with more. `at` is when they
    /// were read.
    virtual std::size_t received(std::string_view bytes, std::int64_t at) = 0;
    /// The end of the connection, from the other side. The stream may be retired in it.
    virtual void broken(const std::string &why) = 0;
};

/// What all connections to one server have in common. TLS without verification, since certificates
/// of servers under test are their own.
class Dialer
{
public:
    Dialer(Reactor &reactor, Address address);
    ~Dialer();
    Dialer(const Dialer &) = delete;
    Dialer &operator=(const Dialer &) = delete;

    Reactor &reactor() const { return m_reactor; }
    const Address &address() const { return m_address; }
    SSL_CTX *tls() const { return m_tls; }

private:
    Reactor &m_reactor;
    Address m_address;
    SSL_CTX *m_tls = nullptr;
};

/// One TCP connection, with TLS where the server's URL says so. What is written goes out at the end
/// of the turn, together. Must be given to Reactor::retire() when it is no longer wanted.
class Stream : public Pollable
{
public:
    /// Starts to connect from that client address. `user` must outlive the stream or call close().
    Stream(Dialer &dialer, in_addr from, StreamUser &user);
    ~Stream() override;

    void write(std::string_view bytes);
    /// For those who build right in the outgoing bytes; markWritten() follows.
    std::string &outgoing() { return m_outgoing; }
    void markWritten();
    std::size_t unsent() const { return m_outgoing.size() - m_sent; }
    /// Without a further call to the user; with a reset when `isAbrupt`.
    enum class Manner { Orderly, Abrupt };
    void close(Manner manner = Manner::Orderly);

    void ready(std::uint32_t events) override;
    void flush() override;

private:
    void startTls();
    void shakeHands();
    void readAll();
    void take(std::string_view bytes);
    long readSome(char *into, std::size_t room);
    long writeSome();
    void want(std::uint32_t events);
    void fail(const std::string &why);

    Dialer &m_dialer;
    StreamUser *m_user;
    SSL *m_ssl = nullptr;
    int m_socket = -1;
    enum class State { Connecting, Handshake, Open, Closed } m_state = State::Connecting;
    std::uint32_t m_events = 0;
    bool m_isMarked = false;
    /// Received but not done with by the user.
    std::string m_rest;
    std::string m_outgoing;
    std::size_t m_sent = 0;
};

} // namespace ct::bench
