// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/stream.h"

#include <array>
#include <cerrno>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace ct::bench {
namespace {

constexpr std::size_t readSize = 256 * std::size_t(1024);

std::string systemError(int code)
{
    return std::generic_category().message(code);
}

int openSocket(in_addr from)
{
    const int handle = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (from.s_addr != 0) {
        // Lets the port be chosen at connect(), where it need not be free for all destinations.
        setsockopt(handle, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
        sockaddr_in local {};
        local.sin_family = AF_INET;
        local.sin_addr = from;
        bind(handle, reinterpret_cast<const sockaddr *>(&local), sizeof local);
    }
    return handle;
}

} // namespace

Dialer::Dialer(Reactor &reactor, Address address)
    : m_reactor(reactor),
      m_address(std::move(address))
{
    if (!m_address.isTls)
        return;
    m_tls = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_mode(
        m_tls,
        SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER
            | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_verify(m_tls, SSL_VERIFY_NONE, nullptr);
}

Dialer::~Dialer()
{
    SSL_CTX_free(m_tls);
}

Stream::Stream(Dialer &dialer, in_addr from, StreamUser &user)
    : m_dialer(dialer),
      m_user(&user),
      m_socket(openSocket(from)),
      m_events(EPOLLOUT)
{
    const sockaddr_in &to = dialer.address().resolved;
    const int result = connect(m_socket, reinterpret_cast<const sockaddr *>(&to), sizeof to);
    if (m_socket < 0 || (result < 0 && errno != EINPROGRESS)) {
        // Never in the constructor: the user does not have the stream yet.
        dialer.reactor().flushLater(*this);
        m_isMarked = true;
        return;
    }
    dialer.reactor().watch(m_socket, *this, m_events);
}

Stream::~Stream()
{
    close();
}

void Stream::write(std::string_view bytes)
{
    m_outgoing += bytes;
    markWritten();
}

void Stream::markWritten()
{
    if (std::exchange(m_isMarked, true))
        return;
    m_dialer.reactor().flushLater(*this);
}

void Stream::close(Manner manner)
{
    m_user = nullptr;
    m_state = State::Closed;
    if (m_socket < 0)
        return;
    if (manner == Manner::Abrupt) {
        const linger hard {1, 0};
        setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    }
    SSL_free(std::exchange(m_ssl, nullptr));
    m_dialer.reactor().forget(m_socket);
    ::close(std::exchange(m_socket, -1));
}

void Stream::ready(std::uint32_t events)
{
    if (m_state == State::Connecting) {
        int error = 0;
        socklen_t size = sizeof error;
        getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0) {
            fail(systemError(error));
            return;
        }
        startTls();
    }
    if (m_state == State::Handshake)
        shakeHands();
    if (m_state == State::Open && (events & ~unsigned(EPOLLOUT)) != 0)
        readAll();
    if (m_state == State::Open && (events & EPOLLOUT) != 0)
        flush();
}

void Stream::startTls()
{
    if (m_dialer.tls() == nullptr) {
        m_state = State::Open;
        want(EPOLLIN);
        markWritten();
        m_user->opened();
        return;
    }
    m_state = State::Handshake;
    m_ssl = SSL_new(m_dialer.tls());
    SSL_set_fd(m_ssl, m_socket);
}

void Stream::shakeHands()
{
    ERR_clear_error();
    const int result = SSL_connect(m_ssl);
    if (result == 1) {
        m_state = State::Open;
        want(EPOLLIN);
        markWritten();
        m_user->opened();
        return;
    }
    const int error = SSL_get_error(m_ssl, result);
    if (error == SSL_ERROR_WANT_READ)
        want(EPOLLIN);
    else if (error == SSL_ERROR_WANT_WRITE)
        want(EPOLLOUT);
    else
        fail("TLS handshake failed");
}

void Stream::readAll()
{
    // Shared by all streams: none holds on to it over a turn.
    static std::array<char, readSize> buffer;
    for (;;) {
        const long count = readSome(buffer.data(), buffer.size());
        if (count > 0)
            take({buffer.data(), static_cast<std::size_t>(count)});
        else if (count == 0)
            fail("closed by the server");
        else if (errno != EAGAIN)
            fail(systemError(errno));
        const bool isMoreLikely
            = count == static_cast<long>(buffer.size()) || (m_ssl != nullptr && count > 0);
        if (m_state != State::Open || !isMoreLikely)
            return;
    }
}

void Stream::take(std::string_view bytes)
{
    const std::int64_t at = steadyNow();
    if (m_rest.empty()) {
        const std::size_t done = m_user->received(bytes, at);
        if (done < bytes.size() && m_state == State::Open)
            m_rest.assign(bytes.substr(done));
        return;
    }
    // Moved out, since the user may close this stream on the way.
    std::string all = std::move(m_rest);
    all += bytes;
    m_rest.clear();
    const std::size_t done = m_user->received(all, at);
    if (done < all.size() && m_state == State::Open)
        m_rest.assign(all, done);
}

long Stream::readSome(char *into, std::size_t room)
{
    if (m_ssl == nullptr)
        return recv(m_socket, into, room, 0);
    // What is left of another stream's failure would be taken for this one's.
    ERR_clear_error();
    const int count = SSL_read(m_ssl, into, static_cast<int>(room));
    if (count > 0)
        return count;
    const int error = SSL_get_error(m_ssl, count);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
        errno = EAGAIN;
        return -1;
    }
    return 0;
}

long Stream::writeSome()
{
    const char *from = m_outgoing.data() + m_sent;
    if (m_ssl == nullptr)
        return send(m_socket, from, unsent(), MSG_NOSIGNAL);
    ERR_clear_error();
    const int count = SSL_write(m_ssl, from, static_cast<int>(unsent()));
    if (count <= 0)
        errno = SSL_get_error(m_ssl, count) == SSL_ERROR_WANT_WRITE ? EAGAIN : EPIPE;
    return count;
}

void Stream::flush()
{
    m_isMarked = false;
    if (m_socket < 0 || m_state == State::Connecting) {
        if (m_socket < 0 && m_state != State::Closed)
            fail("no socket to be had");
        return;
    }
    while (m_state == State::Open && unsent() > 0) {
        const long count = writeSome();
        if (count <= 0) {
            // What else is wrong with it shows when it is read.
            want(errno == EAGAIN ? EPOLLIN | EPOLLOUT : EPOLLIN);
            return;
        }
        m_sent += static_cast<std::size_t>(count);
    }
    if (m_state != State::Open)
        return;
    m_outgoing.clear();
    m_sent = 0;
    want(EPOLLIN);
}

void Stream::want(std::uint32_t events)
{
    if (m_socket < 0 || m_events == events)
        return;
    m_events = events;
    m_dialer.reactor().change(m_socket, *this, events);
}

void Stream::fail(const std::string &why)
{
    StreamUser *user = m_user;
    close();
    if (user != nullptr)
        user->broken(why);
}

} // namespace ct::bench
