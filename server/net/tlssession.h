// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/sslcontext.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

struct ssl_st;

namespace ct::server::net {

/// The server's side of one TLS connection, without a socket: sealed bytes go in and come out.
/// `sealed` is what has arrived, and loses what a call has taken in; a call appends what has to be
/// sent to `out`. Thread: any, one at a time.
class TlsSession
{
public:
    enum class State {
        Handshake,
        Open,
        /// The peer has said that nothing follows. It can still be written to.
        Ended,
        /// Nothing can be read or written any more; see fault().
        Failed
    };

    explicit TlsSession(const SslContext &context);
    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    State state() const { return m_state; }
    /// What OpenSSL says of a failure.
    const QString &fault() const { return m_fault; }

    /// Goes on with the handshake.
    void shakeHands(QByteArrayView &sealed, QByteArray &out);
    /// What it opens of `sealed` lies in `plain`, whose size is the most it reads.
    QByteArrayView read(QByteArrayView &sealed, QByteArray &plain, QByteArray &out);
    /// There is something to read() without further input.
    bool hasRest() const { return m_hasRest; }
    /// Seals all of it.
    void write(QByteArrayView plain, QByteArray &out);
    /// Tells the peer that nothing follows; nothing can be written after that.
    void end(QByteArray &out);

private:
    class Turn;
    struct Wire;
    struct Closer {
        void operator()(ssl_st *session) const;
    };

    void note(int outcome);
    void fail(const QString &fault);

    /// What the present call reads from and writes to.
    std::unique_ptr<Wire> m_wire;
    std::unique_ptr<ssl_st, Closer> m_ssl;
    QString m_fault;
    State m_state = State::Handshake;
    bool m_hasRest = false;
    bool m_hasSaidEnd = false;
};

} // namespace ct::server::net
