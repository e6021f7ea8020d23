// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/compat/httpserver.h"

#include <QTcpSocket>
#include <QTest>

#include <array>
#include <memory>
#include <sys/socket.h>
#include <thread>

using namespace ct::server::compat;
using namespace Qt::StringLiterals;

namespace {

/// The other end of a socket pair that the server serves.
class Peer
{
public:
    explicit Peer(HttpServer &server)
    {
        std::array<int, 2> pair {};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair.data()) != 0)
            qFatal("no socket pair");
        server.admit(pair[1]);
        m_socket.setSocketDescriptor(pair[0]);
    }
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
};

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesAHandedOverSocketPair();
    void keepsTheConnectionForTheNextRequest();
    void answersLater();
    void answersInternalErrorWhenTheHandlerForgets();
    void givesTheArgumentAndTheHeaders();
    void endsOnItsThreadWhoeverWasLast();
    void saysNothingOnceItHasGone();
    void isNotThereForWhoeverComesLater();
};

void TestHttpServer::servesAHandedOverSocketPair()
{
    HttpServer server;
    server.route(Method::Get, u"/hello"_s, [](const Call &, const ReplyPtr &reply) {
        reply->send(200, {{"Content-Type", "text/plain"}}, "hi there");
    });
    Peer peer(server);
    peer.socket().write("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray got;
    QTRY_VERIFY((got += peer.socket().readAll()).endsWith("hi there"));
    QVERIFY(got.startsWith("HTTP/1.1 200"));
    QVERIFY(got.toLower().contains("content-length: 8\r\n"));
}

void TestHttpServer::keepsTheConnectionForTheNextRequest()
{
    HttpServer server;
    int calls = 0;
    server.route(Method::Post, u"/count"_s, [&calls](const Call &call, const ReplyPtr &reply) {
        ++calls;
        reply->send(201, {}, call.body);
    });
    Peer peer(server);
    for (int round = 1; round <= 3; ++round) {
        const QByteArray body = "body" + QByteArray::number(round);
        peer.socket().write("POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n" + body);
        QByteArray got;
        QTRY_VERIFY((got += peer.socket().readAll()).endsWith(body));
        QCOMPARE(calls, round);
    }
}

void TestHttpServer::answersLater()
{
    HttpServer server;
    ReplyPtr kept;
    server.route(
        Method::Get, u"/wait"_s, [&kept](const Call &, const ReplyPtr &reply) { kept = reply; });
    Peer peer(server);
    peer.socket().write("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(kept);
    QCOMPARE(peer.socket().bytesAvailable(), 0);
    kept->send(204, {}, {});
    QByteArray got;
    QTRY_VERIFY((got += peer.socket().readAll()).contains("\r\n\r\n"));
    QVERIFY(got.startsWith("HTTP/1.1 204"));
}

void TestHttpServer::answersInternalErrorWhenTheHandlerForgets()
{
    HttpServer server;
    server.route(Method::Get, u"/forget"_s, [](const Call &, const ReplyPtr &) {});
    Peer peer(server);
    peer.socket().write("GET /forget HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray got;
    QTRY_VERIFY((got += peer.socket().readAll()).contains("\r\n\r\n"));
    QVERIFY(got.startsWith("HTTP/1.1 500"));
}

void TestHttpServer::givesTheArgumentAndTheHeaders()
{
    HttpServer server;
    Call seen;
    server.route(Method::Post, u"/poll/<arg>"_s, [&seen](const Call &call, const ReplyPtr &reply) {
        seen = call;
        reply->send(200, {}, "x");
    });
    Peer peer(server);
    peer.socket().write("POST /poll/abc123?useCookie=true HTTP/1.1\r\nHost: x\r\nX-Ct-Client: "
                        "10.0.0.1\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(seen.argument, u"abc123"_s);
    QCOMPARE(seen.header("x-ct-client"), "10.0.0.1");
    QCOMPARE(seen.query.queryItemValue(u"useCookie"_s), u"true"_s);
}

void TestHttpServer::endsOnItsThreadWhoeverWasLast()
{
    HttpServer server;
    ReplyPtr kept;
    server.routeRest([&kept](const Call &, const ReplyPtr &reply) { kept = reply; });
    Peer peer(server);
    peer.socket().write("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(kept);
    std::thread([last = std::move(kept)]() mutable { last.reset(); }).join();
    QByteArray got;
    QTRY_VERIFY((got += peer.socket().readAll()).contains("\r\n\r\n"));
    QVERIFY(got.startsWith("HTTP/1.1 500"));
}

void TestHttpServer::saysNothingOnceItHasGone()
{
    auto server = std::make_unique<HttpServer>();
    ReplyPtr kept;
    server->routeRest([&kept](const Call &, const ReplyPtr &reply) { kept = reply; });
    Peer peer(*server);
    peer.socket().write("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(kept);
    server.reset();
    // Nobody is there to say it.
    kept->send(200, {}, "too late");
    kept.reset();
    QTRY_COMPARE(peer.socket().state(), QTcpSocket::UnconnectedState);
    QVERIFY(!peer.socket().readAll().contains("too late"));
}

void TestHttpServer::isNotThereForWhoeverComesLater()
{
    auto server = std::make_unique<HttpServer>();
    QList<ReplyPtr> kept;
    server->routeRest([&kept](const Call &, const ReplyPtr &reply) { kept.append(reply); });
    Peer one(*server);
    Peer other(*server);
    for (Peer *peer : {&one, &other})
        peer->socket().write("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(kept.size(), 2);
    // One is let go while the server stands and never comes to it, one when it has gone.
    std::thread([last = kept.takeFirst()]() mutable { last.reset(); }).join();
    server.reset();
    std::thread([last = kept.takeFirst()]() mutable { last.reset(); }).join();
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
