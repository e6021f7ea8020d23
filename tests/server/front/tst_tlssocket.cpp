// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/front/tlsrig.h"
#include "tests/server/net/selfmade.h"
#include "tests/server/net/traffickeys.h"

#include <QTest>

#include <array>
#include <csignal>
#include <memory>
#include <sys/socket.h>
#include <utility>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::front;
using namespace ct::test;

namespace {

/// More than the system takes at once.
QByteArray much()
{
    QByteArray bytes;
    for (int number = 0; bytes.size() < 4 * 1024 * 1024; ++number)
        bytes += QByteArray::number(number) + ' ';
    return bytes;
}

} // namespace

class TestTlsSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void shakesHandsAndTalks_data() { versions(); }
    void shakesHandsAndTalks();
    void readsWhatCameWithTheHandshake();
    void tellsOfNothingUntilItMay();
    void readsMoreThanThereIsRoomFor();
    void keepsARestBeyondTheNextRead();
    void goesOnElsewhere();
    void sendsWhatTheSystemRefusedAtFirst_data() { versions(); }
    void sendsWhatTheSystemRefusedAtFirst();
    void sendsOneRecordForOneWrite();
    void readsWhatCameBeforeTheEnd_data() { versions(); }
    void readsWhatCameBeforeTheEnd();
    void readsWhatCameBeforeAnEndWithoutAWord();
    void endsItsOutput_data() { versions(); }
    void endsItsOutput();
    void endsItsOutputOnceThereIsRoom();
    void saysWhyAHandshakeFailed();
    void endsWithWhoeverLeavesTheHandshake();
    void endsWithWhoeverSendsGarbage_data() { versions(); }
    void endsWithWhoeverSendsGarbage();
    void refusesRenegotiation();
    void endsWithWhoeverWantsNewKeysWithoutEnd();
    void losesNothingToNewKeysAmidItsOutput();
    void endsWithWhoeverLeavesAMessageUnfinished();
    void givesNoTicket();
    void forgetsWhatNobodyTakes();
    void skipsWithoutOpening();
    void skipsTheRestOfWhatIsOpened();
    void saysNothingAfterAnAbort_data();
    void saysNothingAfterAnAbort();

private:
    static void versions()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("1.2") << TLS1_2_VERSION;
        QTest::newRow("1.3") << TLS1_3_VERSION;
    }

    net::SslContext m_context;
};

void TestTlsSocket::initTestCase()
{
    // The client's OpenSSL writes without MSG_NOSIGNAL.
    std::signal(SIGPIPE, SIG_IGN);
    m_context = selfMadeContext();
}

void TestTlsSocket::shakesHandsAndTalks()
{
    QFETCH(int, version);
    TlsRig rig(m_context, version);
    QVERIFY(!rig.socket->isReady());
    rig.open();
    QVERIFY(rig.socket->fault().isEmpty());
    QCOMPARE(rig.peer->send("question"), 8);
    QTRY_COMPARE(rig.received, "question"_ba);
    rig.socket->write("answer");
    QTRY_COMPARE(rig.peer->receive(), "answer"_ba);
    QVERIFY(rig.socket->isDrained());
    QVERIFY(!rig.socket->hasInput());
    QVERIFY(!rig.socket->hasEnded());
    QCOMPARE(ERR_peek_error(), 0UL);
}

void TestTlsSocket::readsWhatCameWithTheHandshake()
{
    TlsRig rig(m_context);
    rig.socket->setReading(true);
    // The client's last step and its first words arrive at once.
    while (!rig.peer->shakesHands())
        QCoreApplication::processEvents();
    QCOMPARE(rig.peer->send("early"), 5);
    QTRY_COMPARE(rig.received, "early"_ba);
    QVERIFY(rig.calls <= 2);
}

void TestTlsSocket::tellsOfNothingUntilItMay()
{
    TlsRig rig(m_context);
    rig.open();
    rig.socket->setReading(false);
    rig.peer->send("early");
    QTest::qWait(20);
    QCOMPARE(rig.calls, 1);
    rig.socket->setReading(true);
    QTRY_COMPARE(rig.received, "early"_ba);
}

void TestTlsSocket::readsMoreThanThereIsRoomFor()
{
    const QByteArray bytes = much().first(100'000);
    TlsRig rig(m_context);
    rig.buffers.input = QByteArray(1000, Qt::Uninitialized);
    rig.buffers.sealed = QByteArray(5000, Qt::Uninitialized);
    rig.open();
    qsizetype sent = 0;
    const auto goesOn = [&] {
        if (sent < bytes.size())
            sent += std::max(0, rig.peer->send(bytes.sliced(sent)));
        return rig.received.size() == bytes.size();
    };
    QTRY_VERIFY(goesOn());
    QVERIFY(rig.received == bytes);
}

void TestTlsSocket::keepsARestBeyondTheNextRead()
{
    TlsRig rig(m_context);
    rig.open();
    rig.readsAll = false;
    rig.peer->send("done, rest");
    QTRY_COMPARE(rig.calls, 2);
    QByteArrayView rest = rig.socket->keep(rig.socket->read().sliced(6));
    // As another connection's input does.
    rig.buffers.input.fill('*');
    rig.buffers.sealed.fill('*');
    QCOMPARE(rest, QByteArrayView("rest"));
    rest = rig.socket->keep(rest.sliced(1));
    QCOMPARE(rest, QByteArrayView("est"));
}

void TestTlsSocket::goesOnElsewhere()
{
    const QByteArray bytes = much().first(100'000);
    TlsRig rig(m_context);
    // Some is opened, some not.
    rig.buffers.input = QByteArray(1000, Qt::Uninitialized);
    rig.open();
    rig.readsAll = false;
    QVERIFY(rig.peer->send(bytes.first(16'000)) == 16'000);
    QVERIFY(rig.peer->send(bytes.sliced(16'000, 16'000)) == 16'000);
    QTRY_COMPARE(rig.calls, 2);
    const QByteArray first = rig.socket->read().toByteArray();
    QCOMPARE(first, bytes.first(1000));
    rig.socket->detach(first.sliced(100));
    rig.buffers.sealed.fill('*');
    rig.buffers.input.fill('*');
    rig.attach();
    while (rig.socket->hasInput())
        rig.received += rig.socket->read();
    QVERIFY(rig.received == bytes.sliced(100, 31'900));
    rig.readsAll = true;
    rig.socket->setReading(true);
    rig.peer->send("more");
    QTRY_VERIFY(rig.received.endsWith("more"));
    rig.socket->write("answer");
    QTRY_COMPARE(rig.peer->receive(), "answer"_ba);
}

void TestTlsSocket::sendsWhatTheSystemRefusedAtFirst()
{
    QFETCH(int, version);
    const QByteArray bytes = much();
    TlsRig rig(m_context, version);
    rig.open();
    rig.socket->write(bytes);
    rig.socket->write("the last words");
    QVERIFY(rig.socket->pending() > 0);
    QVERIFY(!rig.socket->isDrained());
    QTRY_COMPARE(rig.peer->receive().size(), bytes.size() + 14);
    QVERIFY(rig.peer->receive() == bytes + "the last words");
    QTRY_VERIFY(rig.socket->isDrained());
    QVERIFY(rig.written > 1);
}

void TestTlsSocket::sendsOneRecordForOneWrite()
{
    static constexpr int header = 5;
    static constexpr int tagAndType = 17;
    TlsRig rig(m_context);
    rig.open();
    rig.socket->write(QByteArray(1000, 'x'));
    QByteArray sealed(100'000, Qt::Uninitialized);
    const auto got = ::recv(
        rig.peer->number(), sealed.data(), static_cast<std::size_t>(sealed.size()), MSG_DONTWAIT);
    QCOMPARE(got, 1000 + header + tagAndType);
}

void TestTlsSocket::readsWhatCameBeforeTheEnd()
{
    QFETCH(int, version);
    TlsRig rig(m_context, version);
    rig.open();
    rig.peer->send("said before the end comes");
    rig.peer->sayEnd();
    QTRY_VERIFY(rig.socket->hasEnded());
    QCOMPARE(rig.received, "said before the end comes"_ba);
    QVERIFY(rig.socket->isOver());
    QVERIFY(!rig.socket->hasInput());
    // The end is told once, and its output still goes out.
    const int calls = rig.calls;
    rig.sendRaw("more");
    rig.socket->setReading(true);
    QTest::qWait(20);
    QCOMPARE(rig.calls, calls);
    rig.socket->write("answer");
    QTRY_COMPARE(rig.peer->receive(), "answer"_ba);
}

void TestTlsSocket::readsWhatCameBeforeAnEndWithoutAWord()
{
    TlsRig rig(m_context);
    rig.open();
    rig.peer->send("said before it leaves");
    rig.peer->leave();
    QTRY_VERIFY(rig.socket->hasEnded());
    QCOMPARE(rig.received, "said before it leaves"_ba);
    QVERIFY(rig.socket->isOver());
    rig.socket->write("to nobody");
    QVERIFY(!rig.socket->isDrained());
    QCOMPARE(rig.socket->pending(), 0);
}

void TestTlsSocket::endsItsOutput()
{
    QFETCH(int, version);
    TlsRig rig(m_context, version);
    rig.open();
    rig.socket->write("goodbye");
    rig.socket->endOutput();
    rig.socket->endOutput();
    rig.socket->write("unsaid");
    QTRY_VERIFY(rig.peer->isAtEnd());
    QCOMPARE(rig.peer->receive(), "goodbye"_ba);
    rig.peer->send("one more thing");
    QTRY_COMPARE(rig.received, "one more thing"_ba);
    QVERIFY(!rig.socket->isOver());
    rig.peer->leave();
    QTRY_VERIFY(rig.socket->isOver());
}

void TestTlsSocket::endsItsOutputOnceThereIsRoom()
{
    const QByteArray bytes = much();
    TlsRig rig(m_context);
    rig.open();
    rig.socket->write(bytes);
    QVERIFY(rig.socket->pending() > 0);
    rig.socket->endOutput();
    QTRY_VERIFY(rig.peer->isAtEnd());
    QVERIFY(rig.peer->receive() == bytes);
    char byte = 0;
    QTRY_COMPARE(::recv(rig.peer->number(), &byte, 1, MSG_DONTWAIT), 0);
}

void TestTlsSocket::saysWhyAHandshakeFailed()
{
    TlsRig rig(m_context);
    rig.sendRaw("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(rig.calls, 1);
    QVERIFY(rig.socket->hasEnded());
    QVERIFY(rig.socket->isOver());
    QVERIFY(!rig.socket->isReady());
    QCOMPARE(rig.socket->fault(), u"http request"_s);
    rig.socket->write("unsaid");
    QCOMPARE(rig.socket->pending(), 0);
    QCOMPARE(ERR_peek_error(), 0UL);
}

void TestTlsSocket::endsWithWhoeverLeavesTheHandshake()
{
    TlsRig rig(m_context);
    QVERIFY(!rig.peer->shakesHands());
    QTest::qWait(20);
    QCOMPARE(rig.calls, 0);
    rig.peer->leave();
    QTRY_COMPARE(rig.calls, 1);
    QVERIFY(rig.socket->isOver());
    QVERIFY(!rig.socket->isReady());
    QVERIFY(rig.socket->fault().isEmpty());
}

void TestTlsSocket::endsWithWhoeverSendsGarbage()
{
    QFETCH(int, version);
    TlsRig rig(m_context, version);
    rig.open();
    rig.peer->send("good");
    rig.sendRaw(QByteArray("\x17\x03\x03\x00\x20", 5) + QByteArray(32, '*'));
    QTRY_VERIFY(rig.socket->hasEnded());
    QCOMPARE(rig.received, "good"_ba);
    QVERIFY(rig.socket->isOver());
    QVERIFY(!rig.socket->isDrained());
    QVERIFY(!rig.socket->fault().isEmpty());
    // The alert tells the client.
    rig.peer->receive();
    QCOMPARE(SSL_get_shutdown(rig.peer->ssl()) & SSL_RECEIVED_SHUTDOWN, SSL_RECEIVED_SHUTDOWN);
    rig.socket->write("unsaid");
    rig.socket->endOutput();
    QCOMPARE(rig.socket->pending(), 0);
}

void TestTlsSocket::refusesRenegotiation()
{
    TlsRig rig(m_context, TLS1_2_VERSION);
    rig.open();
    QCOMPARE(SSL_renegotiate(rig.peer->ssl()), 1);
    // The server says no by a warning, which OpenSSL's client takes for the end.
    int reason = 0;
    const auto isRefused = [&] {
        if (reason == 0 && !rig.peer->shakesHands())
            reason = ERR_GET_REASON(ERR_peek_error());
        return reason != 0;
    };
    QTRY_VERIFY(isRefused());
    ERR_clear_error();
    QCOMPARE(reason, SSL_R_NO_RENEGOTIATION);
    QVERIFY(rig.received.isEmpty());
}

void TestTlsSocket::endsWithWhoeverWantsNewKeysWithoutEnd()
{
    static constexpr int tooMany = 200'000;
    TlsRig rig(m_context);
    rig.open();
    int asked = 0;
    for (; asked < tooMany && !rig.socket->isOver(); ++asked) {
        SSL_key_update(rig.peer->ssl(), SSL_KEY_UPDATE_REQUESTED);
        // Its answers are not read.
        static_cast<void>(rig.peer->shakesHands());
        QCoreApplication::processEvents();
    }
    QVERIFY(rig.socket->isOver());
    QVERIFY(asked < tooMany);
    QCOMPARE(rig.socket->pending(), 0);
}

void TestTlsSocket::losesNothingToNewKeysAmidItsOutput()
{
    const QByteArray bytes = much();
    TlsRig rig(m_context);
    rig.open();
    rig.socket->write(bytes);
    QVERIFY(rig.socket->pending() > 0);
    QCOMPARE(SSL_key_update(rig.peer->ssl(), SSL_KEY_UPDATE_REQUESTED), 1);
    QCOMPARE(rig.peer->send("by new keys"), 11);
    QTRY_COMPARE(rig.received, "by new keys"_ba);
    rig.socket->write("the last words");
    QTRY_COMPARE(rig.peer->receive().size(), bytes.size() + 14);
    QVERIFY(rig.peer->receive() == bytes + "the last words");
    QTRY_VERIFY(rig.socket->isDrained());
}

void TestTlsSocket::endsWithWhoeverLeavesAMessageUnfinished()
{
    TlsRig rig(m_context);
    test::TrafficKeys keys(rig.peer->ssl());
    rig.open();
    // Only the head of the message that new keys are wanted by.
    rig.sendRaw(keys.sealFirst(QByteArray("\x18\x00\x00\x01", 4), test::RecordType::Handshake));
    QTRY_COMPARE(rig.calls, 2);
    QVERIFY(!rig.socket->hasEnded());
    QVERIFY(rig.socket->fault().isEmpty());
    // OpenSSL would have to read on before it takes this.
    rig.socket->write("lost");
    QVERIFY(!rig.socket->isDrained());
    QCOMPARE(rig.socket->pending(), 0);
    QVERIFY(!rig.socket->fault().isEmpty());
    QTRY_VERIFY(rig.socket->hasEnded() && rig.socket->isOver());
    QVERIFY(rig.peer->receive().isEmpty());
    char byte = 0;
    QTRY_COMPARE(::recv(rig.peer->number(), &byte, 1, MSG_DONTWAIT), 0);
}

void TestTlsSocket::givesNoTicket()
{
    TlsRig rig(m_context);
    rig.open();
    rig.socket->write("x");
    QTRY_COMPARE(rig.peer->receive(), "x"_ba);
    QCOMPARE(SSL_SESSION_has_ticket(SSL_get0_session(rig.peer->ssl())), 0);
    QCOMPARE(SSL_SESSION_is_resumable(SSL_get0_session(rig.peer->ssl())), 0);
}

void TestTlsSocket::forgetsWhatNobodyTakes()
{
    TlsRig rig(m_context);
    rig.open();
    rig.socket->write(much());
    QVERIFY(rig.socket->pending() > 0);
    rig.peer->leave();
    QTRY_VERIFY(rig.socket->hasEnded());
    QTRY_COMPARE(rig.socket->pending(), 0);
    QVERIFY(rig.socket->isOver());
    QVERIFY(!rig.socket->isDrained());
}

void TestTlsSocket::skipsWithoutOpening()
{
    TlsRig rig(m_context);
    rig.open();
    rig.readsAll = false;
    rig.peer->send("unheard");
    QTRY_COMPARE(rig.calls, 2);
    QVERIFY(rig.socket->skip() > 7);
    QVERIFY(!rig.socket->hasInput());
    rig.peer->leave();
    QTRY_VERIFY(rig.socket->skip() == 0 && rig.socket->hasEnded());
    QVERIFY(rig.socket->isOver());
}

void TestTlsSocket::skipsTheRestOfWhatIsOpened()
{
    TlsRig rig(m_context);
    rig.buffers.input = QByteArray(4, Qt::Uninitialized);
    rig.open();
    rig.readsAll = false;
    rig.peer->send("half heard");
    QTRY_COMPARE(rig.calls, 2);
    QCOMPARE(rig.socket->read(), QByteArrayView("half"));
    QVERIFY(rig.socket->hasInput());
    rig.socket->skip();
    QVERIFY(!rig.socket->hasInput());
    QVERIFY(rig.socket->read().isEmpty());
    QVERIFY(!rig.socket->hasEnded());
}

void TestTlsSocket::saysNothingAfterAnAbort_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("in the handshake") << false;
    QTest::newRow("after it") << true;
}

void TestTlsSocket::saysNothingAfterAnAbort()
{
    QFETCH(bool, isOpen);
    TlsRig rig(m_context);
    if (isOpen)
        rig.open();
    static_cast<void>(rig.peer->shakesHands());
    rig.peer->send("unheard");
    rig.socket->write(much());
    const int calls = rig.calls;
    rig.socket->abort();
    QVERIFY(rig.socket->isOver());
    QVERIFY(rig.socket->hasEnded());
    QVERIFY(!rig.socket->hasInput());
    QCOMPARE(rig.socket->pending(), 0);
    rig.socket->write("to nobody");
    rig.socket->endOutput();
    rig.socket->setReading(true);
    QCOMPARE(rig.socket->skip(), 0);
    QTest::qWait(20);
    QCOMPARE(rig.calls, calls);
    QCOMPARE(rig.written, 0);
}

QTEST_GUILESS_MAIN(TestTlsSocket)
#include "tst_tlssocket.moc"
