// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/socketio/packet.h"
#include "tests/server/socketio/goldenpackets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::socketio;

class TestSocketIoPacket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheClientsPackets_data();
    void readsTheClientsPackets();
    void readsEveryPart_data();
    void readsEveryPart();
    void refusesMalformedPackets_data();
    void refusesMalformedPackets();
    void limitsTheJson();
    void readsWhatAClientSaysOnConnecting();
    void refusesAConnectThatIsNoObject_data();
    void refusesAConnectThatIsNoObject();
    void writesPacketsOfTheServer();
    void writesTheHeadersOfMessages();
    void escapesWhatJsonNeeds_data();
    void escapesWhatJsonNeeds();
};

void TestSocketIoPacket::readsTheClientsPackets_data()
{
    QTest::addColumn<qsizetype>("index");
    const auto all = golden::packets();
    QVERIFY(all.size() >= 20);
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name.constData()) << i;
}

void TestSocketIoPacket::readsTheClientsPackets()
{
    QFETCH(qsizetype, index);
    const auto expected = golden::packets().at(index);
    const auto packet = decodePacket(expected.text);
    QVERIFY(packet);
    QCOMPARE(static_cast<char>('0' + static_cast<int>(packet->type)), expected.text.front());
    QCOMPARE(packet->attachments, static_cast<int>(expected.attachments.size()));
    QCOMPARE(packet->nameSpace, expected.nameSpace);
    QCOMPARE(packet->id, expected.id);
    QVERIFY(packet->payload.isEmpty() || expected.text.endsWith(packet->payload));
    QVERIFY(
        packet->payload.isEmpty() || packet->payload.startsWith('[')
        || packet->payload.startsWith('{'));
}

void TestSocketIoPacket::readsEveryPart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("attachments");
    QTest::addColumn<QByteArray>("nameSpace");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QByteArray>("payload");
    const QByteArray root = "/";
    QTest::newRow("type alone") << QByteArray("2") << 0 << root << -1LL << QByteArray();
    QTest::newRow("namespace to the end")
        << QByteArray("0/a/b") << 0 << QByteArray("/a/b") << -1LL << QByteArray();
    QTest::newRow("root with a query")
        << QByteArray("0/?a=1,") << 0 << root << -1LL << QByteArray();
    QTest::newRow("query to the end")
        << QByteArray("0/a?b") << 0 << QByteArray("/a") << -1LL << QByteArray();
    QTest::newRow("everything") << QByteArray("58-/a?x=1,77[1]") << 8 << QByteArray("/a") << 77LL
                                << QByteArray("[1]");
    QTest::newRow("id of 16 digits")
        << QByteArray("39999999999999999[]") << 0 << root << 9999999999999999LL << QByteArray("[]");
    QTest::newRow("id alone") << QByteArray("35") << 0 << root << 5LL << QByteArray();
    QTest::newRow("comma within JSON")
        << QByteArray(R"(2["/a",1])") << 0 << root << -1LL << QByteArray(R"(["/a",1])");
    QTest::newRow("namespace of 512")
        << QByteArray("0/" + QByteArray(511, 'n') + ",") << 0
        << QByteArray("/" + QByteArray(511, 'n')) << -1LL << QByteArray();
    QTest::newRow("letters of every width") << QByteArray("0/gr\xc3\xb6\xc3\x9f"
                                                          "e,")
                                            << 0
                                            << QByteArray("/gr\xc3\xb6\xc3\x9f"
                                                          "e")
                                            << -1LL << QByteArray();
}

void TestSocketIoPacket::readsEveryPart()
{
    QFETCH(QByteArray, text);
    QFETCH(int, attachments);
    QFETCH(QByteArray, nameSpace);
    QFETCH(qint64, id);
    QFETCH(QByteArray, payload);
    const auto packet = decodePacket(text);
    QVERIFY(packet);
    QCOMPARE(packet->attachments, attachments);
    QCOMPARE(packet->nameSpace, nameSpace);
    QCOMPARE(
        packet->id, id < 0 ? std::optional<quint64>() : std::optional(static_cast<quint64>(id)));
    QCOMPARE(packet->payload, payload);
}

void TestSocketIoPacket::refusesMalformedPackets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    for (const char *text :
         {"7",
          "9[]",
          "/",
          "x",
          "[]",
          "-1",
          " 2[]",
          "5",
          "5-[]",
          "5[]",
          "51",
          "51[]",
          "5x-[]",
          "5-1-[]",
          "50-[]",
          "500-[]",
          "6-[]",
          "60-1[]",
          "59-[]",
          "510-[]",
          "599999-[]",
          "599999999999999999999-[]",
          "51 -[]",
          "5+1-[]",
          "51.0-[]",
          "51e0-[]",
          "5/a,1-[]",
          "312345678901234567[]",
          "399999999999999999999999[]",
          "0/a\nb,",
          "0/a\x7f,",
          "0/a\x1e,"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("NUL in the namespace") << QByteArray("0/a\0,", 5);
    QTest::newRow("namespace of 513") << QByteArray("0/" + QByteArray(512, 'n') + ",");
    QTest::newRow("namespace of 1 MB") << QByteArray("0/" + QByteArray(1'000'000, 'n') + ",");
    QTest::newRow("namespace of 1 MB without an end")
        << QByteArray("0/" + QByteArray(1'000'000, 'n'));
    QTest::newRow("query of 1 MB") << QByteArray("0/a?" + QByteArray(1'000'000, 'q') + ",");
    QTest::newRow("count of 1 MB") << QByteArray("5" + QByteArray(1'000'000, '1') + "-[]");
    QTest::newRow("id of 1 MB") << QByteArray("2" + QByteArray(1'000'000, '1') + "[]");
}

void TestSocketIoPacket::refusesMalformedPackets()
{
    QFETCH(QByteArray, text);
    const auto packet = decodePacket(text);
    QVERIFY(!packet);
    QCOMPARE(packet.error().code, ErrorCode::InvalidInput);
}

void TestSocketIoPacket::limitsTheJson()
{
    const QByteArray longest(16LL * 1024, 'x');
    QVERIFY(decodePacket(QByteArray("2" + longest)));
    const auto packet = decodePacket(QByteArray("2" + longest + "x"));
    QVERIFY(!packet);
    QCOMPARE(packet.error().code, ErrorCode::TooLarge);
}

void TestSocketIoPacket::readsWhatAClientSaysOnConnecting()
{
    const auto nothing = parseConnect({});
    QVERIFY(nothing);
    QCOMPARE(nothing->pid, QByteArray());
    const auto resume = parseConnect(R"({"offset":"12","more":{"pid":"no"},"pid":"a\"b\u00e4"})");
    QVERIFY(resume);
    QCOMPARE(resume->pid, QByteArray("a\"b\xc3\xa4"));
    QCOMPARE(resume->offset, QByteArray("12"));
    const auto strange = parseConnect(R"({"offset":12,"pid":["x"]})");
    QVERIFY(strange);
    QCOMPARE(strange->pid, QByteArray());
    QCOMPARE(strange->offset, QByteArray());
}

void TestSocketIoPacket::refusesAConnectThatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const char *payload : {"[]", "1", "null", R"("pid")", "{", "{}x", "{'pid':1}"})
        QTest::newRow(payload) << QByteArray(payload);
    QTest::newRow("deep") << QByteArray(
        R"({"a":)" + QByteArray(8'000, '[') + QByteArray(8'000, ']') + "}");
}

void TestSocketIoPacket::refusesAConnectThatIsNoObject()
{
    QFETCH(QByteArray, payload);
    QVERIFY(!parseConnect(payload));
}

void TestSocketIoPacket::writesPacketsOfTheServer()
{
    QCOMPARE(encodeConnect("/", "S1", "P1"), QByteArray(R"(40{"sid":"S1","pid":"P1"})"));
    QCOMPARE(encodeConnect("/tools/oct", "S1", {}), QByteArray(R"(40/tools/oct,{"sid":"S1"})"));
    QCOMPARE(encodeConnectError("/", u"No"_s), QByteArray(R"(44{"message":"No"})"));
    QCOMPARE(encodeConnectError("/a", u"No"_s), QByteArray(R"(44/a,{"message":"No"})"));
    QCOMPARE(encodeDisconnect("/"), QByteArray("41"));
    QCOMPARE(encodeDisconnect("/a"), QByteArray("41/a,"));
}

void TestSocketIoPacket::writesTheHeadersOfMessages()
{
    MessageHeader root("/");
    QCOMPARE(root.with(17), R"(451-["message",{"_placeholder":true,"num":0},"17"])");
    QCOMPARE(root.with(5), R"(451-["message",{"_placeholder":true,"num":0},"5"])");
    QCOMPARE(
        root.with(std::numeric_limits<quint64>::max()),
        R"(451-["message",{"_placeholder":true,"num":0},"18446744073709551615"])");
    MessageHeader named("/a");
    QCOMPARE(named.with(17), R"(451-/a,["message",{"_placeholder":true,"num":0},"17"])");
}

void TestSocketIoPacket::escapesWhatJsonNeeds_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"a\"b\\c/'"_s;
    QTest::newRow("lines") << u"a\r\nb\tc"_s;
    QTest::newRow("the separator of polling") << u"a\x1e"
                                                 "b"_s;
    QTest::newRow("control characters") << u"\x01\x1f\x7f"_s;
    QTest::newRow("NUL") << QString(QChar(0));
    QTest::newRow("wide letters") << u"Größe €𝄞\u2028"_s;
    QTest::newRow("empty") << QString();
}

void TestSocketIoPacket::escapesWhatJsonNeeds()
{
    QFETCH(QString, text);
    const auto parsed = [](const QByteArray &packet, qsizetype head) {
        return QJsonDocument::fromJson(packet.mid(head));
    };
    const QByteArray error = encodeConnectError("/", text);
    QCOMPARE(parsed(error, 2).object()[u"message"].toString(), text);
    QVERIFY(!error.contains('\x1e') && !error.contains('\n'));
    const QByteArray utf8 = text.toUtf8();
    QCOMPARE(parsed(encodeConnect("/", utf8, "p"), 2).object()[u"sid"].toString(), text);
}

QTEST_GUILESS_MAIN(TestSocketIoPacket)
#include "tst_socketiopacket.moc"
