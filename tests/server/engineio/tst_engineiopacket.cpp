// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/packet.h"

#include <QTest>

using namespace ct::server::engineio;

class TestEngineIoPacket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites();
    void writesTheDigitFirst();
    void refusesUnknownTypes_data();
    void refusesUnknownTypes();
};

void TestEngineIoPacket::readsWhatItWrites()
{
    for (int type = 0; type <= 6; ++type) {
        for (const QByteArray &data :
             {QByteArray(), QByteArray("probe"), QByteArray("\0\x1e\xff", 3)}) {
            const auto packet = decodePacket(encodePacket(static_cast<PacketType>(type), data));
            QVERIFY(packet);
            QCOMPARE(static_cast<int>(packet->type), type);
            QCOMPARE(packet->data, data);
            QVERIFY(!packet->binary);
            QVERIFY(!packet->oversized);
        }
    }
}

void TestEngineIoPacket::writesTheDigitFirst()
{
    QCOMPARE(encodePacket(PacketType::Open, "{}"), QByteArray("0{}"));
    QCOMPARE(encodePacket(PacketType::Ping), QByteArray("2"));
    QCOMPARE(encodePacket(PacketType::Pong, "probe"), QByteArray("3probe"));
    QCOMPARE(encodePacket(PacketType::Noop), QByteArray("6"));
}

void TestEngineIoPacket::refusesUnknownTypes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("seven") << QByteArray("7");
    QTest::newRow("slash") << QByteArray("/");
    QTest::newRow("letter") << QByteArray("message");
    QTest::newRow("base64 has no place in a WebSocket") << QByteArray("bYQ==");
    QTest::newRow("NUL") << QByteArray("\0", 1);
    QTest::newRow("high") << QByteArray("\xb4");
}

void TestEngineIoPacket::refusesUnknownTypes()
{
    QFETCH(QByteArray, text);
    const auto packet = decodePacket(text);
    QVERIFY(!packet);
    QCOMPARE(packet.error().code, ct::ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(TestEngineIoPacket)
#include "tst_engineiopacket.moc"
