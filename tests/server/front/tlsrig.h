// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/tlssocket.h"
#include "tests/server/net/tlspeer.h"

#include <QTest>

#include <array>
#include <memory>
#include <sys/socket.h>

namespace ct::test {

/// The server's end of a connection; its peer is a client of OpenSSL's.
class TlsRig final : private server::front::StreamEvents
{
public:
    explicit TlsRig(const server::net::SslContext &context, int version = TLS1_3_VERSION)
    {
        std::array<int, 2> ends {};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) != 0)
            qFatal("no pair of sockets");
        peer = std::make_unique<TlsPeer>(Descriptor(ends[0]), version);
        socket = std::make_unique<server::front::TlsSocket>(Descriptor(ends[1]), context);
        attach();
    }

    void attach()
    {
        StreamEvents &events = *this;
        socket->attach(events, buffers);
    }
    /// Both sides have agreed, and the server reads.
    void open()
    {
        QTRY_VERIFY(peer->shakesHands());
        QTRY_VERIFY(socket->isReady());
        QCOMPARE(calls, 1);
        socket->setReading(true);
    }
    void sendRaw(const QByteArray &bytes) const
    {
        const auto sent
            = ::send(peer->number(), bytes.constData(), static_cast<std::size_t>(bytes.size()), 0);
        QCOMPARE(sent, bytes.size());
    }

    server::front::StreamBuffers buffers;
    std::unique_ptr<TlsPeer> peer;
    std::unique_ptr<server::front::TlsSocket> socket;
    QByteArray received;
    int written = 0;
    int calls = 0;
    bool readsAll = true;

private:
    void streamReadable() override
    {
        ++calls;
        if (!readsAll)
            socket->setReading(false);
        while (readsAll && socket->hasInput())
            received += socket->read();
    }
    void streamWritten() override { ++written; }
};

} // namespace ct::test
