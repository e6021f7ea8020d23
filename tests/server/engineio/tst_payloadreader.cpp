// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/payload.h"
#include "tests/server/engineio/goldenpayloads.h"

#include <QTest>

using namespace ct;
using namespace ct::server::engineio;

namespace {

struct Reading {
    std::vector<Packet> packets;
    Status status;
};

constexpr PayloadLimits smallLimits {.packet = 100, .keptOfOversized = 10, .packets = 20};

/// Feeds the body in pieces of that length.
Reading read(const QByteArray &body, PayloadLimits limits = {}, qsizetype piece = 1 << 20)
{
    Reading reading;
    PayloadReader reader(
        limits, [&](Packet &&packet) { reading.packets.push_back(std::move(packet)); });
    for (qsizetype at = 0; at < body.size(); at += piece)
        reading.status
            = reader.feed(QByteArrayView(body).sliced(at, std::min(piece, body.size() - at)));
    reading.status = reader.finish();
    return reading;
}

QByteArray joined(const QList<QByteArray> &packets)
{
    return packets.join('\x1e');
}

bool isSame(const Packet &one, const Packet &other)
{
    return one.type == other.type && one.binary == other.binary && one.data == other.data
        && one.oversized == other.oversized && one.fullLength == other.fullLength;
}

bool isSame(const std::vector<Packet> &one, const std::vector<Packet> &other)
{
    return std::equal(
        one.begin(), one.end(), other.begin(), other.end(), [](const Packet &a, const Packet &b) {
            return isSame(a, b);
        });
}

} // namespace

class TestPayloadReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheClientsPayloads_data();
    void readsTheClientsPayloads();
    void givesTheSameForEveryCut();
    void keepsTheBeginningOfAnOversizedPacket_data();
    void keepsTheBeginningOfAnOversizedPacket();
    void takesAPacketOfExactlyTheLimit();
    void goesOnAfterAnOversizedPacket();
    void refusesMalformedBodies_data();
    void refusesMalformedBodies();
    void handsOnWhatCameBeforeAFault();
    void looksAtNothingBehindTheLimit();
    void remembersItsFailure();
    void limitsTheNumberOfPackets();
    void readsThousandsOfPackets();
    void readsALongAttachmentFedByteByByte();
};

void TestPayloadReader::readsTheClientsPayloads_data()
{
    QTest::addColumn<qsizetype>("index");
    const auto all = golden::payloads();
    QVERIFY(all.size() >= 7);
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name.constData()) << static_cast<qsizetype>(i);
}

void TestPayloadReader::readsTheClientsPayloads()
{
    QFETCH(qsizetype, index);
    const auto payload = golden::payloads().at(static_cast<std::size_t>(index));
    for (const qsizetype piece : {1, 2, 3, 7, 1000}) {
        const Reading reading = read(payload.body, {}, piece);
        QVERIFY(reading.status);
        QVERIFY(isSame(reading.packets, payload.packets));
    }
}

void TestPayloadReader::givesTheSameForEveryCut()
{
    const QByteArray long1 = QByteArray(150, 'x').toBase64();
    const QByteArray body = joined(
        {"40",
         "b" + QByteArray("abcd").toBase64(),
         "4" + QByteArray(300, 'y'),
         "b" + long1,
         "b",
         "3probe",
         "4\xc3\xa4"});
    const Reading whole = read(body, smallLimits);
    QVERIFY(whole.status);
    QCOMPARE(whole.packets.size(), 7U);
    for (qsizetype piece = 1; piece < 12; ++piece)
        QVERIFY(isSame(read(body, smallLimits, piece).packets, whole.packets));
}

void TestPayloadReader::keepsTheBeginningOfAnOversizedPacket_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("binary");
    QTest::addColumn<qsizetype>("length");
    for (const qsizetype length : {101, 102, 103, 500, 200'000}) {
        const QByteArray data(length, 'z');
        QTest::addRow("text %lld", static_cast<long long>(length))
            << QByteArray('4' + data) << false << length;
        QTest::addRow("binary %lld", static_cast<long long>(length))
            << QByteArray('b' + data.toBase64()) << true << length;
    }
}

void TestPayloadReader::keepsTheBeginningOfAnOversizedPacket()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, binary);
    QFETCH(qsizetype, length);
    for (const qsizetype piece : {1, 1000, 1'000'000}) {
        const Reading reading = read(body, smallLimits, piece);
        QVERIFY(reading.status);
        QCOMPARE(reading.packets.size(), 1U);
        const Packet &packet = reading.packets.front();
        QVERIFY(packet.oversized);
        QCOMPARE(packet.binary, binary);
        QCOMPARE(packet.data, QByteArray(10, 'z'));
        const qint64 surplus = static_cast<qint64>(packet.fullLength) - length;
        QVERIFY(surplus >= 0 && surplus <= (binary ? 2 : 0));
    }
}

void TestPayloadReader::takesAPacketOfExactlyTheLimit()
{
    const QByteArray data(100, 'z');
    const Reading reading = read(joined({'4' + data, 'b' + data.toBase64()}), smallLimits);
    QCOMPARE(reading.packets.size(), 2U);
    for (const Packet &packet : reading.packets) {
        QVERIFY(!packet.oversized);
        QCOMPARE(packet.data, data);
    }
}

void TestPayloadReader::goesOnAfterAnOversizedPacket()
{
    // What is thrown away is not looked at either.
    const QByteArray big = 'b' + QByteArray(300, 'z').toBase64() + "!!!";
    const Reading reading = read(joined({"4before", big, "bYWZ0ZXI=", big, "4end"}), smallLimits);
    QVERIFY(reading.status);
    QCOMPARE(reading.packets.size(), 5U);
    QCOMPARE(reading.packets[0].data, QByteArray("before"));
    QVERIFY(reading.packets[1].oversized);
    QCOMPARE(reading.packets[2].data, QByteArray("after"));
    QVERIFY(!reading.packets[2].oversized);
    QCOMPARE(reading.packets[2].fullLength, 0U);
    QVERIFY(reading.packets[3].oversized);
    QCOMPARE(reading.packets[4].data, QByteArray("end"));
}

void TestPayloadReader::refusesMalformedBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty body") << QByteArray();
    QTest::newRow("a separator alone") << QByteArray("\x1e");
    QTest::newRow("empty packet at the beginning") << QByteArray("\x1e"
                                                                 "40");
    QTest::newRow("empty packet at the end") << QByteArray("40\x1e");
    QTest::newRow("empty packet in the middle") << joined({"40", "", "41"});
    QTest::newRow("unknown type") << joined({"40", "x"});
    QTest::newRow("type 7") << QByteArray("7");
    QTest::newRow("capital B") << QByteArray("BYQ==");
    QTest::newRow("bad character in base64") << QByteArray("bY*==");
    QTest::newRow("lone character of base64") << QByteArray("bYWJjY");
    QTest::newRow("the URL alphabet") << QByteArray("bYW-_");
    QTest::newRow("data after padding") << QByteArray("bYQ==YWJj");
}

void TestPayloadReader::refusesMalformedBodies()
{
    QFETCH(QByteArray, body);
    for (const qsizetype piece : {1, 2, 3, 100}) {
        const Reading reading = read(body, {}, piece);
        QVERIFY(!reading.status);
        QCOMPARE(reading.status.error().code, ErrorCode::InvalidInput);
    }
}

void TestPayloadReader::handsOnWhatCameBeforeAFault()
{
    const Reading reading = read(joined({"40", "bYQ==", "x", "41"}));
    QVERIFY(!reading.status);
    QCOMPARE(reading.packets.size(), 2U);
}

// Else it would depend on where the body is cut whether a fault in the part thrown away is seen.
void TestPayloadReader::looksAtNothingBehindTheLimit()
{
    const PayloadLimits limits {.packet = 30, .keptOfOversized = 10, .packets = 9};
    const QByteArray body = joined({'b' + QByteArray(30, 'a').toBase64() + "YQQQ" + "%%%%", "40"});
    for (const qsizetype piece : {1, 5, 43, 1'000}) {
        const Reading reading = read(body, limits, piece);
        QVERIFY(reading.status);
        QCOMPARE(reading.packets.size(), 2U);
        QVERIFY(reading.packets.front().oversized);
        QCOMPARE(reading.packets.front().data, QByteArray(10, 'a'));
    }
    // Below the limit a fault is one.
    QVERIFY(!read(joined({'b' + QByteArray(27, 'a').toBase64() + "%%%%"}), limits).status);
}

void TestPayloadReader::remembersItsFailure()
{
    int packets = 0;
    PayloadReader reader({}, [&](Packet &&) { ++packets; });
    QVERIFY(!reader.feed("x"));
    QVERIFY(!reader.feed("\x1e"
                         "40\x1e"
                         "41\x1e"));
    QVERIFY(!reader.finish());
    QCOMPARE(packets, 0);
}

void TestPayloadReader::limitsTheNumberOfPackets()
{
    QList<QByteArray> packets(20, "3");
    QVERIFY(read(joined(packets), smallLimits).status);
    packets.append("3");
    const Reading reading = read(joined(packets), smallLimits);
    QVERIFY(!reading.status);
    QCOMPARE(reading.status.error().code, ErrorCode::TooMany);
    QCOMPARE(reading.packets.size(), 20U);
}

void TestPayloadReader::readsThousandsOfPackets()
{
    QList<QByteArray> packets;
    for (int i = 0; i < 5'000; ++i)
        packets.append(
            i % 2 ? "b" + QByteArray::number(i).toBase64() : "4" + QByteArray::number(i));
    const Reading reading = read(joined(packets), {.packets = 5'000}, 1'000);
    QVERIFY(reading.status);
    QCOMPARE(reading.packets.size(), 5'000U);
    for (int i = 0; i < 5'000; ++i)
        QCOMPARE(reading.packets[static_cast<std::size_t>(i)].data, QByteArray::number(i));
}

void TestPayloadReader::readsALongAttachmentFedByteByByte()
{
    QByteArray data;
    for (int i = 0; i < 300'001; ++i)
        data.append(static_cast<char>(i * 7));
    const Reading reading = read('b' + data.toBase64(), {}, 1);
    QVERIFY(reading.status);
    QCOMPARE(reading.packets.size(), 1U);
    QCOMPARE(reading.packets.front().data, data);
}

QTEST_GUILESS_MAIN(TestPayloadReader)
#include "tst_payloadreader.moc"
