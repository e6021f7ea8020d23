// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/frontconfig.h"
#include "server/front/plainsocket.h"
#include "server/front/tlssocket.h"
#include "server/front/websockettransport.h"
#include "server/websocket/framewriter.h"
#include "tests/server/net/selfmade.h"
#include "tests/server/websocket/clientframes.h"
#include "tests/support/fakeclock.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <array>
#include <memory>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ct::server::front;
using namespace ct::test;

namespace {

enum class Kind { Plain, Tls };

/// Both ends of a loopback connection that is ready, the server's attached to nothing.
class Connection final : private StreamEvents
{
public:
    explicit Connection(Kind kind)
    {
        QTcpServer listener;
        listener.listen(QHostAddress::LocalHost);
        auto tls = std::make_unique<QSslSocket>();
        tls->setPeerVerifyMode(QSslSocket::VerifyNone);
        tls->connectToHost(QHostAddress::LocalHost, listener.serverPort());
        if (!listener.waitForNewConnection(5000) || !tls->waitForConnected(5000))
            qFatal("no loopback");
        std::unique_ptr<QTcpSocket> accepted(listener.nextPendingConnection());
        ct::Descriptor descriptor(::dup(static_cast<int>(accepted->socketDescriptor())));
        accepted.reset();
        if (kind == Kind::Tls)
            shakeHands(*tls, std::move(descriptor));
        else
            server = std::make_unique<PlainSocket>(std::move(descriptor));
        client = std::move(tls);
    }

    std::unique_ptr<QTcpSocket> client;
    std::unique_ptr<StreamSocket> server;

private:
    void shakeHands(QSslSocket &tls, ct::Descriptor descriptor)
    {
        static const ct::server::net::SslContext context = selfMadeContext();
        StreamBuffers buffers;
        StreamEvents &events = *this;
        server = std::make_unique<TlsSocket>(std::move(descriptor), context);
        server->attach(events, buffers);
        tls.startClientEncryption();
        if (!QTest::qWaitFor([&] { return tls.isEncrypted() && server->isReady(); }))
            qFatal("no handshake");
        server->detach({});
    }
    void streamReadable() override { }
    void streamWritten() override { }
};

/// A WebSocket at one end of a loopback connection, its client's socket at the other, and turns of
/// a loop that the test makes itself. Each binary message takes a millisecond.
class Rig final : private WebSocketEvents
{
public:
    explicit Rig(Kind kind = Kind::Plain) : connection(kind), client(*connection.client)
    {
        transport = std::make_unique<WebSocketTransport>(
            std::move(connection.server),
            LedgerSlot {},
            QHostAddress(u"192.0.2.1"_s),
            QByteArray(),
            context);
        WebSocketEvents &events = *this;
        transport->listen(&events);
    }

    void send(const QByteArray &bytes)
    {
        client.write(bytes);
        while (client.bytesToWrite() > 0 && client.waitForBytesWritten(1000)) { }
    }
    /// One turn: what has arrived, then the leftovers.
    void turn()
    {
        QCoreApplication::processEvents();
        reads.run();
    }

    Connection connection;
    FakeClock clock;
    FrontConfig config;
    StreamBuffers buffers;
    FlushQueue flushes;
    ReadQueue reads {clock};
    QStringList warnings;
    TransportContext context {
        config,
        flushes,
        reads,
        [this](const QString &, const QString &said) { warnings.append(said); },
        buffers};
    QTcpSocket &client;
    std::unique_ptr<WebSocketTransport> transport;
    QByteArrayList messages;
    QString end;
    bool mayRead = true;
    QList<ct::Instant> heard;

private:
    void socketHeard(ct::Instant now) override { heard.append(now); }
    void socketText(const QByteArray &text) override { messages.append(text); }
    void socketBinary(QByteArray data) override
    {
        clock.advance(1ms);
        messages.append(data);
    }
    void socketOversized(bool, QByteArray, quint64) override { }
    void socketPong() override { }
    void socketClosed(const QString &reason, bool) override { end = reason; }
    void socketDrained() override { }
    bool socketMayRead() override { return mayRead; }
};

QByteArray numbered(int count, int from = 0)
{
    QByteArray bytes;
    for (int number = from; number < from + count; ++number)
        bytes += clientFrame(0x2, QByteArray::number(number));
    return bytes;
}

} // namespace

Q_DECLARE_METATYPE(Kind)

class TestWebSocketTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAFloodInShares_data() { kinds(); }
    void readsAFloodInShares();
    void tellsOnceWhenItHasHeard_data() { kinds(); }
    void tellsOnceWhenItHasHeard();
    void whatWasSaidBeforeTheEndCounts_data() { kinds(); }
    void whatWasSaidBeforeTheEndCounts();
    void waitsWhileItMayNotRead_data() { kinds(); }
    void waitsWhileItMayNotRead();
    void endsWhoeverSendsTooManyFrames_data();
    void endsWhoeverSendsTooManyFrames();
    void doesNotListenToWhoeverIsEnded_data() { kinds(); }
    void doesNotListenToWhoeverIsEnded();
    void keepsWhoeverSendsAsManyAsItMay_data() { kinds(); }
    void keepsWhoeverSendsAsManyAsItMay();
    void reportsAnEndBeforeAnybodyListened_data() { kinds(); }
    void reportsAnEndBeforeAnybodyListened();
    void sendsMessagesBehindTheirHeadings_data();
    void sendsMessagesBehindTheirHeadings();
    void saysItsLastWordsWhenNobodyOwnsIt_data() { kinds(); }
    void saysItsLastWordsWhenNobodyOwnsIt();
    void goesWhenThePeerHasGone_data() { kinds(); }
    void goesWhenThePeerHasGone();

private:
    static void kinds()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("plain") << Kind::Plain;
        QTest::newRow("TLS") << Kind::Tls;
    }
    static void inOrder(const Rig &rig, int count)
    {
        QCOMPARE(rig.messages.size(), count);
        for (int number = 0; number < count; ++number)
            QCOMPARE(rig.messages[number], QByteArray::number(number));
    }
};

void TestWebSocketTransport::readsAFloodInShares()
{
    static constexpr int count = 1000;
    QFETCH(Kind, kind);
    Rig rig(kind);
    rig.send(numbered(count));
    QTRY_VERIFY((rig.turn(), !rig.messages.isEmpty()));
    QVERIFY(rig.messages.size() < 100);
    qsizetype before = rig.messages.size();
    int turns = 0;
    for (; rig.messages.size() < count && turns < count; ++turns) {
        rig.turn();
        QVERIFY(rig.messages.size() - before < 100);
        before = rig.messages.size();
    }
    inOrder(rig, count);
    QVERIFY(rig.reads.isEmpty());
}

void TestWebSocketTransport::tellsOnceWhenItHasHeard()
{
    QFETCH(Kind, kind);
    Rig rig(kind);
    const QByteArray frames = numbered(4);
    rig.clock.advance(5s);
    rig.send(frames);
    QTRY_COMPARE((rig.turn(), rig.messages.size()), 4);
    // Behind what was read, of which each took a millisecond.
    QCOMPARE(rig.heard, QList<ct::Instant> {rig.clock.now()});
    // The beginning of a frame is nothing yet.
    rig.send(frames.first(3));
    for (int turns = 0; turns < 20; ++turns)
        rig.turn();
    QCOMPARE(rig.heard.size(), 1);
    rig.send(frames.sliced(3));
    QTRY_COMPARE((rig.turn(), rig.messages.size()), 8);
    QCOMPARE(rig.heard.last(), rig.clock.now());
}

void TestWebSocketTransport::whatWasSaidBeforeTheEndCounts()
{
    static constexpr int count = 500;
    QFETCH(Kind, kind);
    Rig rig(kind);
    rig.send(numbered(count));
    rig.client.disconnectFromHost();
    QTRY_VERIFY((rig.turn(), !rig.end.isEmpty()));
    inOrder(rig, count);
}

void TestWebSocketTransport::waitsWhileItMayNotRead()
{
    QFETCH(Kind, kind);
    Rig rig(kind);
    rig.mayRead = false;
    rig.send(numbered(3));
    rig.client.disconnectFromHost();
    QTest::qWait(50);
    rig.turn();
    QVERIFY(rig.messages.isEmpty());
    QVERIFY(rig.reads.isEmpty());
    rig.mayRead = true;
    rig.reads.retryHeld();
    rig.turn();
    inOrder(rig, 3);
    QTRY_VERIFY((rig.turn(), !rig.end.isEmpty()));
}

void TestWebSocketTransport::endsWhoeverSendsTooManyFrames_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("fragments") << clientFrame(0x2, "x", false) << clientFrame(0x0, "x", false);
    QTest::newRow("empty fragments") << clientFrame(0x2, "x", false) << clientFrame(0x0, "", false);
    QTest::newRow("pings") << QByteArray() << clientFrame(0x9, "are you there");
    QTest::newRow("pongs") << QByteArray() << clientFrame(0xA, "");
    QTest::newRow("texts") << QByteArray() << clientFrame(0x1, "6");
}

void TestWebSocketTransport::endsWhoeverSendsTooManyFrames()
{
    QFETCH(QByteArray, beginning);
    QFETCH(QByteArray, frame);
    Rig rig;
    rig.config.framesPerSecond = 500;
    rig.send(beginning + frame.repeated(1100));
    QTRY_VERIFY((rig.turn(), !rig.end.isEmpty()));
    QVERIFY(rig.end.contains(u"CT_FRAMES_PER_SECOND"_s));
    QCOMPARE(rig.warnings.size(), 1);
    QVERIFY(rig.warnings.first().contains(u"192.0.2.1"_s));
    // It is looked at now and then only.
    QVERIFY(rig.messages.size() < 1050);
    QVERIFY(rig.transport->isClosing());
}

void TestWebSocketTransport::doesNotListenToWhoeverIsEnded()
{
    static constexpr qint64 tooMuch = 64LL * 1024 * 1024;
    QFETCH(Kind, kind);
    Rig rig(kind);
    // A descriptor of its own, which does not mind that the server has ended its side.
    const int descriptor = ::dup(static_cast<int>(rig.client.socketDescriptor()));
    rig.transport->close(ct::server::websocket::CloseCode::PolicyViolation, "enough");
    const QByteArray piece(64 * 1024, '*');
    qint64 taken = 0;
    for (int turn = 0; turn < 2000 && taken < tooMuch; ++turn) {
        const auto sent = ::send(
            descriptor,
            piece.constData(),
            static_cast<std::size_t>(piece.size()),
            MSG_DONTWAIT | MSG_NOSIGNAL);
        taken += qMax<qint64>(0, sent);
        rig.turn();
    }
    ::close(descriptor);
    QVERIFY(taken > 0);
    QVERIFY(taken < tooMuch);
    QVERIFY(rig.reads.isEmpty());
}

void TestWebSocketTransport::keepsWhoeverSendsAsManyAsItMay()
{
    QFETCH(Kind, kind);
    Rig rig(kind);
    rig.config.framesPerSecond = 500;
    for (int second = 0; second < 5; ++second) {
        rig.send(clientFrame(0x1, "6").repeated(500));
        QTRY_COMPARE((rig.turn(), rig.messages.size()), 500 * (second + 1));
        rig.clock.advance(1s);
    }
    QVERIFY(rig.end.isEmpty());
}

void TestWebSocketTransport::reportsAnEndBeforeAnybodyListened()
{
    QFETCH(Kind, kind);
    Rig rig;
    Connection connection(kind);
    WebSocketTransport early(
        std::move(connection.server), LedgerSlot {}, QHostAddress(), QByteArray(), rig.context);
    connection.client->abort();
    QTest::qWait(50);
    class Ear final : public WebSocketEvents
    {
    public:
        void socketHeard(ct::Instant) override { }
        void socketText(const QByteArray &) override { }
        void socketBinary(QByteArray) override { }
        void socketOversized(bool, QByteArray, quint64) override { }
        void socketPong() override { }
        void socketClosed(const QString &, bool) override { ++ends; }
        void socketDrained() override { }
        int ends = 0;
    } ear;
    early.listen(&ear);
    QCOMPARE(ear.ends, 0);
    QTRY_COMPARE((rig.turn(), ear.ends), 1);
}

void TestWebSocketTransport::sendsMessagesBehindTheirHeadings_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<qsizetype>("size");
    // From 64 KiB on a part is not gathered.
    for (const qsizetype size : {qsizetype {1}, qsizetype {1000}, qsizetype {65'536}}) {
        QTest::addRow("plain, %lld", static_cast<long long>(size)) << Kind::Plain << size;
        QTest::addRow("TLS, %lld", static_cast<long long>(size)) << Kind::Tls << size;
    }
}

void TestWebSocketTransport::sendsMessagesBehindTheirHeadings()
{
    QFETCH(Kind, kind);
    QFETCH(qsizetype, size);
    Rig rig(kind);
    const QByteArray large(size, 'x');
    const std::array<QByteArrayView, 3> parts {"before", large, "behind"};
    QByteArray wanted;
    for (int number = 0; number < 3; ++number) {
        const QByteArray heading = "heading " + QByteArray::number(number);
        rig.transport->sendBinary(heading, parts);
        ct::server::websocket::appendFrame(wanted, ct::server::websocket::Opcode::Text, heading);
        ct::server::websocket::appendFrameOf(wanted, ct::server::websocket::Opcode::Binary, parts);
    }
    rig.transport->sendNow();
    QByteArray received;
    QTRY_COMPARE((rig.turn(), received += rig.client.readAll(), received.size()), wanted.size());
    QVERIFY(received == wanted);
}

void TestWebSocketTransport::saysItsLastWordsWhenNobodyOwnsIt()
{
    QFETCH(Kind, kind);
    static constexpr qsizetype much = 12LL * 1024 * 1024;
    Rig rig(kind);
    QObject keeper;
    // More than the system takes at once.
    const QByteArray message(much, 'x');
    const std::array<QByteArrayView, 1> parts {message};
    rig.transport->sendBinary(parts);
    WebSocketTransport::retire(
        std::move(rig.transport), ct::server::websocket::CloseCode::Normal, {}, &keeper);
    QVERIFY(!keeper.children().isEmpty());
    QByteArray received;
    QTRY_VERIFY((rig.turn(), received += rig.client.readAll(), received.size() > much));
    // It waits for its peer to close, too.
    QTRY_COMPARE((rig.turn(), rig.client.state()), QAbstractSocket::UnconnectedState);
    received += rig.client.readAll();
    static const QByteArray closeFrame("\x88\x02\x03\xe8", 4);
    QVERIFY(received.endsWith(closeFrame));
    QCOMPARE(received.count('x'), much);
    QTRY_VERIFY((rig.turn(), keeper.children().isEmpty()));
}

void TestWebSocketTransport::goesWhenThePeerHasGone()
{
    QFETCH(Kind, kind);
    static constexpr qsizetype much = 12LL * 1024 * 1024;
    Rig rig(kind);
    QObject keeper;
    const QByteArray message(much, 'x');
    const std::array<QByteArrayView, 1> parts {message};
    rig.transport->sendBinary(parts);
    rig.transport->sendNow();
    QVERIFY(rig.transport->pending() > 0);
    rig.client.abort();
    QTRY_VERIFY((rig.turn(), !rig.end.isEmpty()));
    WebSocketTransport::retire(
        std::move(rig.transport), ct::server::websocket::CloseCode::Normal, {}, &keeper);
    QTRY_VERIFY((rig.turn(), keeper.children().isEmpty()));
}

QTEST_GUILESS_MAIN(TestWebSocketTransport)
#include "tst_websockettransport.moc"
