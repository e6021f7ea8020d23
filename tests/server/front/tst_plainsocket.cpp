// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/plainsocket.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

using namespace ct;
using namespace ct::server::front;

namespace {

/// Both ends of a loopback connection: the client's a bare descriptor, the server's one, too,
/// until take().
class Rig final : private StreamEvents
{
public:
    Rig()
    {
        QTcpServer listener;
        listener.listen(QHostAddress::LocalHost);
        QTcpSocket connecting;
        connecting.connectToHost(QHostAddress::LocalHost, listener.serverPort());
        if (!listener.waitForNewConnection(5000) || !connecting.waitForConnected(5000))
            qFatal("no loopback");
        client = Descriptor(::dup(static_cast<int>(connecting.socketDescriptor())));
        connecting.abort();
        const std::unique_ptr<QTcpSocket> ours(listener.nextPendingConnection());
        accepted = Descriptor(::dup(static_cast<int>(ours->socketDescriptor())));
    }

    void take()
    {
        socket = std::make_unique<PlainSocket>(std::move(accepted));
        attach();
    }
    void attach()
    {
        StreamEvents &events = *this;
        socket->attach(events, buffers);
    }
    void send(const QByteArray &bytes) const
    {
        const auto sent
            = ::send(client.number(), bytes.constData(), static_cast<std::size_t>(bytes.size()), 0);
        QCOMPARE(sent, bytes.size());
    }
    /// All that the client has found so far, without waiting.
    const QByteArray &receive()
    {
        QByteArray bytes(4 * 1024 * 1024, Qt::Uninitialized);
        const auto got = ::recv(
            client.number(), bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT);
        isAtEnd = isAtEnd || got == 0;
        heard += bytes.first(std::max<qsizetype>(0, got));
        return heard;
    }
    /// The client goes with a reset.
    void reset()
    {
        const linger now {1, 0};
        ::setsockopt(client.number(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        client = Descriptor();
    }

    StreamBuffers buffers {QByteArray(16, Qt::Uninitialized), {}, {}};
    Descriptor client;
    Descriptor accepted;
    std::unique_ptr<PlainSocket> socket;
    QByteArray received;
    QByteArray heard;
    int written = 0;
    bool readsAll = true;
    bool isAtEnd = false;
    int calls = 0;

private:
    void streamReadable() override
    {
        ++calls;
        socket->setReading(readsAll);
        while (readsAll && socket->hasInput())
            received += socket->read();
    }
    void streamWritten() override { ++written; }
};

/// More than the system takes at once.
QByteArray much()
{
    QByteArray bytes;
    for (int number = 0; bytes.size() < 12 * 1024 * 1024; ++number)
        bytes += QByteArray::number(number) + ' ';
    return bytes;
}

} // namespace

class TestPlainSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOnElsewhere();
    void writesOnElsewhere();
    void tellsOfNothingUntilItMay();
    void readsOnlyAsMuchAsThereIsRoom();
    void keepsARestBeyondTheNextRead();
    void readsWhatCameBeforeTheEnd();
    void readsWhatCameBeforeAReset();
    void sendsWhatTheSystemRefusedAtFirst();
    void forgetsWhatNobodyTakes();
    void endsItsOutputAndReadsOn();
    void saysNothingAfterAnAbort();
};

void TestPlainSocket::readsOnElsewhere()
{
    Rig rig;
    rig.take();
    rig.readsAll = false;
    rig.send("head, more");
    rig.socket->setReading(true);
    QTRY_COMPARE(rig.calls, 1);
    const QByteArrayView read = rig.socket->read();
    rig.socket->detach(read.sliced(6).toByteArray());
    rig.send(", and still more");
    QTest::qWait(20);
    QCOMPARE(rig.calls, 1);
    rig.readsAll = true;
    rig.attach();
    QVERIFY(rig.socket->hasInput());
    QCOMPARE(rig.socket->read(), QByteArrayView("more"));
    rig.socket->setReading(true);
    QTRY_COMPARE(rig.received, QByteArray(", and still more"));
    rig.socket->write("answer");
    QTRY_COMPARE(rig.receive(), QByteArray("answer"));
}

void TestPlainSocket::writesOnElsewhere()
{
    const QByteArray bytes = much();
    Rig rig;
    rig.take();
    rig.socket->write(bytes);
    QVERIFY(rig.socket->pending() > 0);
    rig.socket->detach({});
    rig.socket->write("the last words");
    QTest::qWait(20);
    QCOMPARE(rig.written, 0);
    rig.attach();
    QTRY_VERIFY(rig.receive().size() >= bytes.size() + 14);
    QVERIFY(rig.heard == bytes + "the last words");
    QTRY_VERIFY(rig.socket->isDrained());
}

void TestPlainSocket::tellsOfNothingUntilItMay()
{
    Rig rig;
    rig.take();
    rig.send("early");
    QTest::qWait(20);
    QCOMPARE(rig.calls, 0);
    rig.socket->setReading(true);
    QTRY_COMPARE(rig.received, QByteArray("early"));
    rig.socket->setReading(false);
    rig.send("later");
    QTest::qWait(20);
    QCOMPARE(rig.calls, 1);
    rig.socket->setReading(true);
    QTRY_COMPARE(rig.received, QByteArray("earlylater"));
}

void TestPlainSocket::readsOnlyAsMuchAsThereIsRoom()
{
    Rig rig;
    rig.take();
    rig.readsAll = false;
    rig.send("sixteen bytes are read at once");
    rig.socket->setReading(true);
    QTRY_COMPARE(rig.calls, 1);
    QCOMPARE(rig.socket->read(), QByteArrayView("sixteen bytes ar"));
    QVERIFY(rig.socket->hasInput());
    QCOMPARE(rig.socket->read(), QByteArrayView("e read at once"));
    QVERIFY(!rig.socket->hasInput());
    QVERIFY(rig.socket->read().isEmpty());
    QVERIFY(!rig.socket->hasEnded());
}

void TestPlainSocket::keepsARestBeyondTheNextRead()
{
    Rig rig;
    rig.take();
    rig.readsAll = false;
    rig.send("done, rest");
    rig.socket->setReading(true);
    QTRY_COMPARE(rig.calls, 1);
    QByteArrayView rest = rig.socket->keep(rig.socket->read().sliced(6));
    // As another connection's input does.
    rig.buffers.input.fill('*');
    QCOMPARE(rest, QByteArrayView("rest"));
    rest = rig.socket->keep(rest.sliced(1));
    QCOMPARE(rest, QByteArrayView("est"));
}

void TestPlainSocket::readsWhatCameBeforeTheEnd()
{
    Rig rig;
    rig.take();
    rig.send("said before the end comes");
    ::shutdown(rig.client.number(), SHUT_WR);
    rig.socket->setReading(true);
    QTRY_VERIFY(rig.socket->hasEnded());
    QCOMPARE(rig.received, QByteArray("said before the end comes"));
    QVERIFY(rig.socket->isOver());
    // Nothing is left to throw away, either.
    QCOMPARE(rig.socket->skip(), 0);
    QVERIFY(!rig.socket->hasInput());
    // The end is told once, and its output still goes out.
    const int calls = rig.calls;
    rig.socket->setReading(true);
    QTest::qWait(20);
    QCOMPARE(rig.calls, calls);
    rig.socket->write("answer");
    QTRY_COMPARE(rig.receive(), QByteArray("answer"));
}

void TestPlainSocket::readsWhatCameBeforeAReset()
{
    Rig rig;
    rig.take();
    rig.send("said before the reset");
    rig.reset();
    rig.socket->setReading(true);
    QTRY_VERIFY(rig.socket->hasEnded());
    QCOMPARE(rig.received, QByteArray("said before the reset"));
    rig.socket->write("to nobody");
    QCOMPARE(rig.socket->pending(), 0);
    QVERIFY(rig.socket->isOver());
    QVERIFY(!rig.socket->isDrained());
}

void TestPlainSocket::sendsWhatTheSystemRefusedAtFirst()
{
    const QByteArray bytes = much();
    Rig rig;
    rig.take();
    rig.socket->write(bytes);
    rig.socket->write("the last words");
    QVERIFY(rig.socket->pending() > 0);
    QVERIFY(rig.socket->pending() < bytes.size() + 14);
    QVERIFY(!rig.socket->isDrained());
    QTRY_VERIFY(rig.receive().size() >= bytes.size() + 14);
    QVERIFY(rig.heard == bytes + "the last words");
    QTRY_COMPARE(rig.socket->pending(), 0);
    QVERIFY(rig.written > 1);
    QVERIFY(rig.socket->isDrained());
    // Nothing is left to be told of.
    QCoreApplication::processEvents();
    const int written = rig.written;
    QTest::qWait(20);
    QCOMPARE(rig.written, written);
}

void TestPlainSocket::forgetsWhatNobodyTakes()
{
    Rig rig;
    rig.take();
    rig.socket->setReading(true);
    rig.socket->write(much());
    QVERIFY(rig.socket->pending() > 0);
    rig.reset();
    QTRY_VERIFY(rig.socket->hasEnded());
    QTRY_COMPARE(rig.socket->pending(), 0);
    QVERIFY(rig.socket->isOver());
    QVERIFY(rig.written > 0);
}

void TestPlainSocket::endsItsOutputAndReadsOn()
{
    Rig rig;
    rig.take();
    rig.socket->setReading(true);
    rig.socket->write("goodbye");
    rig.socket->endOutput();
    QTRY_COMPARE(rig.receive(), QByteArray("goodbye"));
    QTRY_VERIFY((rig.receive(), rig.isAtEnd));
    rig.send("one more thing");
    QTRY_COMPARE(rig.received, QByteArray("one more thing"));
    QVERIFY(!rig.socket->isOver());
    rig.client = Descriptor();
    QTRY_VERIFY(rig.socket->isOver());
}

void TestPlainSocket::saysNothingAfterAnAbort()
{
    Rig rig;
    rig.take();
    rig.socket->setReading(true);
    rig.socket->write(much());
    rig.send("unheard");
    rig.socket->abort();
    QVERIFY(rig.socket->isOver());
    QVERIFY(rig.socket->hasEnded());
    QVERIFY(!rig.socket->hasInput());
    QCOMPARE(rig.socket->pending(), 0);
    rig.socket->write("to nobody");
    rig.socket->endOutput();
    QCOMPARE(rig.socket->skip(), 0);
    QTest::qWait(20);
    QCOMPARE(rig.calls, 0);
    QCOMPARE(rig.written, 0);
    QTRY_VERIFY((rig.receive(), rig.isAtEnd || errno == ECONNRESET));
}

QTEST_GUILESS_MAIN(TestPlainSocket)
#include "tst_plainsocket.moc"
