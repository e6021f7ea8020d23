// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/websocket/handshake.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::websocket;

class TestHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersTheSampleOfTheStandard();
    void saysNothingOfItself();
    void readsHeaderLists_data();
    void readsHeaderLists();
    void refusesBadRequests_data();
    void refusesBadRequests();
};

namespace {

UpgradeRequest sample()
{
    return {"GET"_ba, "Upgrade"_ba, "websocket"_ba, "dGhlIHNhbXBsZSBub25jZQ=="_ba, "13"_ba};
}

} // namespace

void TestHandshake::answersTheSampleOfTheStandard()
{
    const auto answer = handshakeAnswer(sample());
    QVERIFY(answer);
    QVERIFY(answer->startsWith("HTTP/1.1 101 Switching Protocols\r\n"));
    QVERIFY(answer->contains("\r\nUpgrade: websocket\r\n"));
    QVERIFY(answer->contains("\r\nConnection: Upgrade\r\n"));
    QVERIFY(answer->contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    QVERIFY(answer->endsWith("\r\n\r\n"));
    QCOMPARE(answer->count("\r\n\r\n"), 1);
}

void TestHandshake::saysNothingOfItself()
{
    const QByteArray answer = handshakeAnswer(sample()).operator*().toLower();
    for (const char *name :
         {"server:",
          "x-powered-by",
          "via:",
          "codetogether",
          "qt",
          "sec-websocket-protocol",
          "extensions"})
        QVERIFY2(!answer.contains(name), name);
}

void TestHandshake::readsHeaderLists_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<QByteArray>("upgrade");
    QTest::addColumn<bool>("wanted");
    QTest::newRow("plain") << "Upgrade"_ba
                           << "websocket"_ba << true;
    QTest::newRow("case") << "uPGRADE"_ba
                          << "WebSocket"_ba << true;
    QTest::newRow("a browser's list") << "keep-alive, Upgrade"_ba
                                      << "websocket"_ba << true;
    QTest::newRow("tight list") << "upgrade,keep-alive"_ba
                                << "h2c,websocket"_ba << true;
    QTest::newRow("blanks and empty items") << " ,\tUpgrade ,,"_ba
                                            << " websocket "_ba << true;
    QTest::newRow("no upgrade field") << "Upgrade"_ba
                                      << ""_ba << false;
    QTest::newRow("no connection field") << ""_ba
                                         << "websocket"_ba << false;
    QTest::newRow("other protocol") << "Upgrade"_ba
                                    << "h2c"_ba << false;
    QTest::newRow("keep-alive only") << "keep-alive"_ba
                                     << "websocket"_ba << false;
    QTest::newRow("part of a word") << "Upgraded"_ba
                                    << "websocket"_ba << false;
    QTest::newRow("longer protocol") << "Upgrade"_ba
                                     << "websockets"_ba << false;
    QTest::newRow("no list by blanks") << "keep-alive Upgrade"_ba
                                       << "websocket"_ba << false;
}

void TestHandshake::readsHeaderLists()
{
    QFETCH(QByteArray, connection);
    QFETCH(QByteArray, upgrade);
    QFETCH(bool, wanted);
    UpgradeRequest request = sample();
    request.headerConnection = connection;
    request.headerUpgrade = upgrade;
    QCOMPARE(wantsWebSocket(request), wanted);
    QCOMPARE(handshakeAnswer(request).has_value(), wanted);
}

void TestHandshake::refusesBadRequests_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("version");
    const QByteArray key = sample().key;
    QTest::newRow("POST") << "POST"_ba << key << "13"_ba;
    QTest::newRow("get in small letters") << "get"_ba << key << "13"_ba;
    QTest::newRow("no key") << "GET"_ba
                            << ""_ba
                            << "13"_ba;
    QTest::newRow("short key") << "GET"_ba
                               << "dGhlIHNhbXBsZQ=="_ba
                               << "13"_ba;
    QTest::newRow("long key") << "GET"_ba
                              << "dGhlIHNhbXBsZSBub25jZSE="_ba
                              << "13"_ba;
    QTest::newRow("much too long key") << "GET"_ba << QByteArray(100'000, 'a') << "13"_ba;
    QTest::newRow("no base64") << "GET"_ba
                               << "dGhlIHNhbXBsZSBub25j*Q=="_ba
                               << "13"_ba;
    QTest::newRow("two keys") << "GET"_ba << key + ", " + key << "13"_ba;
    QTest::newRow("line break in key") << "GET"_ba
                                       << "dGhlIHNhbXBs\r\nSBub25jZQ=="_ba
                                       << "13"_ba;
    QTest::newRow("no version") << "GET"_ba << key << ""_ba;
    QTest::newRow("version 8") << "GET"_ba << key << "8"_ba;
    QTest::newRow("version 0") << "GET"_ba << key << "0"_ba;
    QTest::newRow("two versions") << "GET"_ba << key << "13, 8"_ba;
    QTest::newRow("version with a sign") << "GET"_ba << key << "+13"_ba;
}

void TestHandshake::refusesBadRequests()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, version);
    UpgradeRequest request = sample();
    request.method = method;
    request.key = key;
    request.version = version;
    const auto answer = handshakeAnswer(request);
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().code), int(ErrorCode::InvalidInput));
    QVERIFY(!answer.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
