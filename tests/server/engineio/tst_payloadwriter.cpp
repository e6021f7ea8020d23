// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/payload.h"
#include "tests/server/engineio/goldenpayloads.h"

#include <QTest>

using namespace ct::server::engineio;

class TestPayloadWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatTheClientsParserWrites_data();
    void writesWhatTheClientsParserWrites();
    void isEmptyAfterTaking();
    void isReadBackByTheReader();
};

void TestPayloadWriter::writesWhatTheClientsParserWrites_data()
{
    QTest::addColumn<qsizetype>("index");
    const auto all = golden::payloads();
    QVERIFY(all.size() >= 7);
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name.constData()) << static_cast<qsizetype>(i);
}

void TestPayloadWriter::writesWhatTheClientsParserWrites()
{
    QFETCH(qsizetype, index);
    const auto payload = golden::payloads().at(static_cast<std::size_t>(index));
    PayloadWriter writer;
    for (const Packet &packet : payload.packets) {
        if (packet.binary)
            writer.appendBinary(packet.data);
        else
            writer.appendText(encodePacket(packet.type, packet.data));
    }
    QCOMPARE(writer.size(), payload.body.size());
    QCOMPARE(writer.take(), payload.body);
}

void TestPayloadWriter::isEmptyAfterTaking()
{
    PayloadWriter writer;
    QVERIFY(writer.isEmpty());
    QCOMPARE(writer.take(), QByteArray());
    writer.appendText("2");
    QVERIFY(!writer.isEmpty());
    QCOMPARE(writer.take(), QByteArray("2"));
    QVERIFY(writer.isEmpty());
    writer.appendBinary({});
    writer.appendText("6");
    QCOMPARE(
        writer.take(),
        QByteArray("b\x1e"
                   "6"));
}

void TestPayloadWriter::isReadBackByTheReader()
{
    PayloadWriter writer;
    writer.appendText("451-[]");
    writer.appendBinary(QByteArray(100'000, '\x1e'));
    std::vector<Packet> packets;
    PayloadReader reader({}, [&](Packet &&packet) { packets.push_back(std::move(packet)); });
    QVERIFY(reader.feed(writer.take()));
    QVERIFY(reader.finish());
    QCOMPARE(packets.size(), 2U);
    QCOMPARE(packets[0].data, QByteArray("51-[]"));
    QCOMPARE(packets[1].data, QByteArray(100'000, '\x1e'));
}

QTEST_GUILESS_MAIN(TestPayloadWriter)
#include "tst_payloadwriter.moc"
