// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/opensslhandles.h"
#include "shared/base/descriptor.h"

#include <QByteArray>

#include <sys/socket.h>
#include <utility>

namespace ct::test {

/// A TLS client on a descriptor that does not block, taken step by step; can do what it should not.
class TlsPeer
{
public:
    explicit TlsPeer(Descriptor descriptor, int version = TLS1_3_VERSION)
        : m_descriptor(std::move(descriptor)),
          m_context(SSL_CTX_new(TLS_client_method()))
    {
        SSL_CTX_set_min_proto_version(m_context.get(), version);
        SSL_CTX_set_max_proto_version(m_context.get(), version);
        m_ssl.reset(SSL_new(m_context.get()));
        SSL_set_fd(m_ssl.get(), m_descriptor.number());
        SSL_set_connect_state(m_ssl.get());
        SSL_set_mode(
            m_ssl.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    }

    SSL *ssl() { return m_ssl.get(); }
    int number() const { return m_descriptor.number(); }
    /// One step; whether it is done.
    bool shakesHands()
    {
        ERR_clear_error();
        return SSL_do_handshake(m_ssl.get()) == 1;
    }
    /// How much of it has gone out.
    int send(const QByteArray &bytes)
    {
        ERR_clear_error();
        return SSL_write(m_ssl.get(), bytes.constData(), static_cast<int>(bytes.size()));
    }
    /// All that it has found so far, without waiting.
    const QByteArray &receive()
    {
        static constexpr int most = 16 * 1024;
        QByteArray bytes(most, Qt::Uninitialized);
        int got = 0;
        ERR_clear_error();
        while ((got = SSL_read(m_ssl.get(), bytes.data(), most)) > 0)
            m_heard += bytes.first(got);
        m_lastError = SSL_get_error(m_ssl.get(), got);
        return m_heard;
    }
    /// The server has said that nothing follows.
    bool isAtEnd()
    {
        receive();
        return m_lastError == SSL_ERROR_ZERO_RETURN;
    }
    void sayEnd() { SSL_shutdown(m_ssl.get()); }
    /// Without a word.
    void leave()
    {
        m_ssl.reset();
        m_descriptor = Descriptor();
    }

private:
    using Session = std::unique_ptr<SSL, server::net::OpensslDeleter<&SSL_free>>;

    Descriptor m_descriptor;
    server::net::ContextHandle m_context;
    Session m_ssl;
    QByteArray m_heard;
    int m_lastError = 0;
};

} // namespace ct::test
