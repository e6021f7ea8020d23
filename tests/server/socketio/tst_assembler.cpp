// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/socketio/assembler.h"
#include "tests/server/socketio/goldenpackets.h"

#include <QTest>

using namespace ct;
using namespace ct::server::socketio;

namespace {

using Outcome = Result<std::optional<Event>>;

constexpr auto header = R"(51-["message",{"_placeholder":true,"num":0}])";

template<typename T>
bool holds(const Outcome &outcome)
{
    return outcome && *outcome && std::holds_alternative<T>(**outcome);
}

bool isNothingYet(const Outcome &outcome)
{
    return outcome && !*outcome;
}

QByteArray meaningOf(const Outcome &outcome)
{
    if (holds<ConnectEvent>(outcome))
        return "connect";
    if (holds<DisconnectEvent>(outcome))
        return "disconnect";
    if (holds<MessageEvent>(outcome))
        return "message";
    return holds<IgnoredEvent>(outcome) ? "ignored" : "none";
}

} // namespace

class TestAssembler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsTheClientsPackets_data();
    void understandsTheClientsPackets();
    void joinsHeaderAndAttachment();
    void handsOnWhatAResumingClientSays();
    void recognisesTheMessageHoweverItIsWritten_data();
    void recognisesTheMessageHoweverItIsWritten();
    void ignoresOtherEvents_data();
    void ignoresOtherEvents();
    void swallowsTheAttachmentsOfUnknownEvents();
    void refusesMalformedText_data();
    void refusesMalformedText();
    void refusesTextAmidAttachments_data();
    void refusesTextAmidAttachments();
    void refusesAnAttachmentNobodyAnnounced();
    void passesAnOversizedMessageOn();
    void ignoresOversizedText();
    void swallowsTheAttachmentsOfAnOversizedHeader();
    void ignoresLongEventsUnread();
};

void TestAssembler::understandsTheClientsPackets_data()
{
    QTest::addColumn<qsizetype>("index");
    const auto all = golden::packets();
    QVERIFY(all.size() >= 20);
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name.constData()) << i;
}

void TestAssembler::understandsTheClientsPackets()
{
    QFETCH(qsizetype, index);
    const auto packet = golden::packets().at(index);
    Assembler assembler;
    // Twice, since the first one must leave nothing behind.
    for (int round = 0; round < 2; ++round) {
        Outcome outcome = assembler.text(packet.text);
        for (const QByteArray &attachment : packet.attachments) {
            QVERIFY(isNothingYet(outcome));
            QVERIFY(assembler.isWaiting());
            outcome = assembler.binary(attachment);
        }
        QCOMPARE(meaningOf(outcome), packet.meaning);
        QVERIFY(!assembler.isWaiting());
        if (const auto *message = std::get_if<MessageEvent>(&**outcome)) {
            QCOMPARE(message->data, packet.attachments.constFirst());
            QCOMPARE(message->nameSpace, packet.nameSpace);
        }
        if (const auto *connecting = std::get_if<ConnectEvent>(&**outcome))
            QCOMPARE(connecting->nameSpace, packet.nameSpace);
        if (const auto *leaving = std::get_if<DisconnectEvent>(&**outcome))
            QCOMPARE(leaving->nameSpace, packet.nameSpace);
    }
}

void TestAssembler::joinsHeaderAndAttachment()
{
    Assembler assembler;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(isNothingYet(assembler.text(header)));
        QVERIFY(assembler.isWaiting());
        const Outcome outcome = assembler.binary(QByteArray::number(i));
        QVERIFY(holds<MessageEvent>(outcome));
        const auto &message = std::get<MessageEvent>(**outcome);
        QCOMPARE(message.data, QByteArray::number(i));
        QCOMPARE(message.nameSpace, QByteArray("/"));
        QVERIFY(!message.oversized);
    }
}

void TestAssembler::handsOnWhatAResumingClientSays()
{
    const Outcome outcome = Assembler().text(R"(0/a,{"pid":"P","offset":"5"})");
    QVERIFY(holds<ConnectEvent>(outcome));
    const auto &event = std::get<ConnectEvent>(**outcome);
    QCOMPARE(event.nameSpace, QByteArray("/a"));
    QCOMPARE(event.request.pid, QByteArray("P"));
    QCOMPARE(event.request.offset, QByteArray("5"));
}

void TestAssembler::recognisesTheMessageHoweverItIsWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {R"(51-["message",{"num":0,"_placeholder":true}])",
          R"(51- [ "message" , { "_placeholder" : true , "num" : 0 } ] )",
          R"(51-["m\u0065ssage",{"_placeholder":true,"num":0.0}])",
          R"(51-/x,5["message",{"_placeholder":true,"num":0}])"})
        QTest::newRow(text) << QByteArray(text);
}

void TestAssembler::recognisesTheMessageHoweverItIsWritten()
{
    QFETCH(QByteArray, text);
    Assembler assembler;
    QVERIFY(isNothingYet(assembler.text(text)));
    QVERIFY(holds<MessageEvent>(assembler.binary("x")));
}

void TestAssembler::ignoresOtherEvents_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {R"(51-["Message",{"_placeholder":true,"num":0}])",
          R"(51-["message",{"_placeholder":true,"num":1}])",
          R"(51-["message",{"_placeholder":true,"num":-1}])",
          R"(51-["message",{"_placeholder":true,"num":0.5}])",
          R"(51-["message",{"_placeholder":true,"num":"0"}])",
          R"(51-["message",{"_placeholder":true}])",
          R"(51-["message",{"_placeholder":1,"num":0}])",
          R"(51-["message",{"_placeholder":false,"num":0}])",
          R"(51-["message",{"num":0}])",
          R"(51-["message"])",
          R"(51-["message",7])",
          R"(51-["message","text"])",
          R"(51-["message",null])",
          R"(51-["message",[{"_placeholder":true,"num":0}]])",
          R"(51-["message",{"_placeholder":true,"num":0},{"_placeholder":true,"num":0}])",
          R"(51-["message",{"_placeholder":true,"num":0},1])",
          R"(51-[0,{"_placeholder":true,"num":0}])",
          R"(61-7[{"_placeholder":true,"num":0}])",
          R"(61-["message",{"_placeholder":true,"num":0}])"})
        QTest::newRow(text) << QByteArray(text);
}

void TestAssembler::ignoresOtherEvents()
{
    QFETCH(QByteArray, text);
    Assembler assembler;
    QVERIFY(isNothingYet(assembler.text(text)));
    QVERIFY(holds<IgnoredEvent>(assembler.binary("x")));
    QVERIFY(isNothingYet(assembler.text(header)));
    QVERIFY(holds<MessageEvent>(assembler.binary("y")));
}

void TestAssembler::swallowsTheAttachmentsOfUnknownEvents()
{
    Assembler assembler;
    QVERIFY(isNothingYet(assembler.text(R"(52-["message",{"_placeholder":true,"num":0}])")));
    QVERIFY(isNothingYet(assembler.binary("one")));
    QVERIFY(holds<IgnoredEvent>(assembler.binary("two")));
    QVERIFY(!assembler.isWaiting());
    QVERIFY(isNothingYet(assembler.text(R"(58-["files"])")));
    for (int i = 0; i < 7; ++i)
        QVERIFY(isNothingYet(assembler.binary("x")));
    QVERIFY(holds<IgnoredEvent>(assembler.binary("x")));
}

void TestAssembler::refusesMalformedText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    for (const char *text :
         {"9",
          R"(50-["message"])",
          R"(59-["message"])",
          "5-[]",
          "2",
          "2{}",
          "2[]",
          "2[null]",
          "2[{}]",
          R"(2["a")",
          "2x",
          "3",
          "3{}",
          "3x",
          "51-",
          "51-{}",
          "51-[]",
          R"(51-"message")",
          "61-",
          "61-{}",
          "0[]",
          "0x",
          "1{}",
          "1/a,[]",
          R"(2["a"]])"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("connect with 20 kB")
        << QByteArray(R"(0{"pid":")" + QByteArray(20'000, 'p') + R"("})");
}

void TestAssembler::refusesMalformedText()
{
    QFETCH(QByteArray, text);
    Assembler assembler;
    QVERIFY(!assembler.text(text));
    QVERIFY(!assembler.isWaiting());
}

void TestAssembler::refusesTextAmidAttachments_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"0", "1", R"(2["x"])", header, "3[]", "garbage"})
        QTest::newRow(text) << QByteArray(text);
}

void TestAssembler::refusesTextAmidAttachments()
{
    QFETCH(QByteArray, text);
    for (const bool oversized : {false, true}) {
        Assembler assembler;
        QVERIFY(isNothingYet(assembler.text(header)));
        QVERIFY(!assembler.text(text, oversized));
    }
}

void TestAssembler::refusesAnAttachmentNobodyAnnounced()
{
    Assembler assembler;
    QVERIFY(!assembler.binary("x"));
    QVERIFY(isNothingYet(assembler.text(header)));
    QVERIFY(holds<MessageEvent>(assembler.binary("x")));
    QVERIFY(!assembler.binary("x"));
    QVERIFY(holds<IgnoredEvent>(assembler.text(R"(2["message",{"_placeholder":true,"num":0}])")));
    QVERIFY(!assembler.binary("x"));
}

void TestAssembler::passesAnOversizedMessageOn()
{
    Assembler assembler;
    QVERIFY(isNothingYet(assembler.text(header)));
    const Outcome outcome = assembler.binary("beginning", true, 9'000'000);
    QVERIFY(holds<MessageEvent>(outcome));
    const auto &message = std::get<MessageEvent>(**outcome);
    QCOMPARE(message.data, QByteArray("beginning"));
    QVERIFY(message.oversized);
    QCOMPARE(message.fullLength, 9'000'000U);
}

void TestAssembler::ignoresOversizedText()
{
    Assembler assembler;
    for (const char *text :
         {R"(2["chat","beginn)", R"(0{"pid":"beginn)", "3[", "1x", "garbage", ""}) {
        QVERIFY(holds<IgnoredEvent>(assembler.text(text, true)));
        QVERIFY(!assembler.isWaiting());
    }
}

void TestAssembler::swallowsTheAttachmentsOfAnOversizedHeader()
{
    Assembler assembler;
    QVERIFY(isNothingYet(assembler.text(R"(52-["chat","beginn)", true)));
    QVERIFY(isNothingYet(assembler.binary("one")));
    QVERIFY(holds<IgnoredEvent>(assembler.binary("two")));
}

void TestAssembler::ignoresLongEventsUnread()
{
    Assembler assembler;
    const QByteArray tail(20'000, 'x');
    QVERIFY(holds<IgnoredEvent>(assembler.text(QByteArray(R"(2[")" + tail))));
    QVERIFY(holds<IgnoredEvent>(assembler.text(QByteArray(R"(37[")" + tail))));
    QVERIFY(isNothingYet(assembler.text(QByteArray(R"(51-[")" + tail))));
    QVERIFY(holds<IgnoredEvent>(assembler.binary("x")));
}

QTEST_GUILESS_MAIN(TestAssembler)
#include "tst_assembler.moc"
