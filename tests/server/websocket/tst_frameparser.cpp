// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/websocket/clientframes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::websocket;
using namespace ct::test;

/// The groups of the usual conformance suite: framing, pings, reserved bits, opcodes, fragments,
/// UTF-8, closing. Each case is fed at once, byte by byte and in odd pieces.
class TestFrameParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAllLengths_data();
    void takesAllLengths();
    void answersAllCases_data();
    void answersAllCases();
    void refusesReservedBits();
    void refusesUnknownOpcodes();
    void judgesCloseCodes();
    void failsAtTheFirstBadByte();
    void unmasksAtEveryOffset();
    void leavesKeptTextsAsTheyWere();
    void ignoresWhatFollowsTheEnd();
    void stopsBetweenFrames();
    void survivesMutatedStreams();

private:
    void framingCases();
    void controlCases();
    void fragmentCases();
    void textCases();
    void closeCases();
};

namespace {

void addCase(const char *name, const QByteArray &bytes, const QByteArrayList &events)
{
    QTest::newRow(name) << bytes << events;
}

QByteArray repeated(const QByteArray &frame, int count)
{
    return frame.repeated(count);
}

const QByteArray faultOfProtocol = "fault 1002"_ba;
const QByteArray faultOfText = "fault 1007"_ba;

} // namespace

void TestFrameParser::takesAllLengths_data()
{
    QTest::addColumn<qsizetype>("length");
    for (const qsizetype length : {0, 1, 124, 125, 126, 127, 128, 65535, 65536, 65537, 300'000})
        QTest::addRow("%lld", static_cast<long long>(length)) << length;
}

void TestFrameParser::takesAllLengths()
{
    QFETCH(qsizetype, length);
    const QByteArray text(length, '*');
    QByteArray data;
    for (qsizetype i = 0; i < length; ++i)
        data += static_cast<char>(i * 31 % 251);
    const QByteArray bytes = clientFrame(0x1, text) + clientFrame(0x2, data);
    const QByteArrayList expected {"text " + text, "binary " + data};
    QCOMPARE(parsed(bytes), expected);
    QCOMPARE(parsed(bytes, 997), expected);
    QCOMPARE(parsed(bytes, 1), expected);
}

void TestFrameParser::answersAllCases_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("expected");
    framingCases();
    controlCases();
    fragmentCases();
    textCases();
    closeCases();
}

void TestFrameParser::framingCases()
{
    ClientFrame frame;
    frame.payload = "x"_ba;
    frame.isMasked = false;
    addCase("unmasked", frame.bytes(), {faultOfProtocol});
    frame.isMasked = true;
    frame.length = ClientFrame::Length::TwoBytes;
    addCase("two bytes for a length of 1", frame.bytes(), {faultOfProtocol});
    frame.length = ClientFrame::Length::EightBytes;
    addCase("eight bytes for a length of 1", frame.bytes(), {faultOfProtocol});
    frame.payload = QByteArray(125, 'x');
    frame.length = ClientFrame::Length::TwoBytes;
    addCase("two bytes for a length of 125", frame.bytes(), {faultOfProtocol});
    frame.payload = QByteArray(65535, 'x');
    frame.length = ClientFrame::Length::EightBytes;
    addCase("eight bytes for a length of 65535", frame.bytes(), {faultOfProtocol});
    addCase(
        "length with its top bit",
        QByteArray("\x82\xff\x80\0\0\0\0\0\0\0kkkk", 14),
        {faultOfProtocol});
    addCase(
        "a good one first",
        clientFrame(0x1, "good"_ba) + frame.bytes(),
        {"text good"_ba, faultOfProtocol});
}

void TestFrameParser::controlCases()
{
    const QByteArray binary("\0\xff\xfe\xfd\xfc\xfb\0\xff", 8);
    addCase("empty ping", clientFrame(0x9, ""_ba), {"ping "_ba});
    addCase("ping with text", clientFrame(0x9, "Hello"_ba), {"ping Hello"_ba});
    addCase("ping with binary", clientFrame(0x9, binary), {"ping " + binary});
    addCase(
        "ping of 125",
        clientFrame(0x9, QByteArray(125, '\xfe')),
        {"ping " + QByteArray(125, '\xfe')});
    addCase("ping of 126", clientFrame(0x9, QByteArray(126, '\xfe')), {faultOfProtocol});
    addCase("unasked pong", clientFrame(0xA, "unasked"_ba), {"pong unasked"_ba});
    addCase("pong of 126", clientFrame(0xA, QByteArray(126, 'p')), {faultOfProtocol});
    addCase(
        "pong, then ping",
        clientFrame(0xA, "a"_ba) + clientFrame(0x9, "b"_ba),
        {"pong a"_ba, "ping b"_ba});
    addCase(
        "ten pings in a row",
        repeated(clientFrame(0x9, "p"_ba), 10),
        QByteArrayList(10, "ping p"_ba));
    addCase("fragmented ping", clientFrame(0x9, "p"_ba, false), {faultOfProtocol});
    addCase("fragmented pong", clientFrame(0xA, "p"_ba, false), {faultOfProtocol});
    addCase("fragmented close", clientFrame(0x8, ""_ba, false), {faultOfProtocol});
}

void TestFrameParser::fragmentCases()
{
    const QByteArray first = clientFrame(0x1, "frag"_ba, false);
    const QByteArray middle = clientFrame(0x0, "-men-"_ba, false);
    const QByteArray last = clientFrame(0x0, "ted"_ba);
    const QByteArray ping = clientFrame(0x9, "p"_ba);
    addCase("two fragments", first + last, {"text fragted"_ba});
    addCase("three fragments", first + middle + last, {"text frag-men-ted"_ba});
    addCase("binary fragments", clientFrame(0x2, "\xff"_ba, false) + last, {"binary \xffted"_ba});
    addCase(
        "empty fragments",
        clientFrame(0x1, ""_ba, false) + clientFrame(0x0, ""_ba, false) + clientFrame(0x0, ""_ba),
        {"text "_ba});
    addCase(
        "empty ends",
        clientFrame(0x1, ""_ba, false) + middle + clientFrame(0x0, ""_ba),
        {"text -men-"_ba});
    addCase("ping between", first + ping + last, {"ping p"_ba, "text fragted"_ba});
    addCase(
        "pings between all",
        ping + first + ping + middle + ping + last + ping,
        {"ping p"_ba, "ping p"_ba, "ping p"_ba, "text frag-men-ted"_ba, "ping p"_ba});
    addCase("close between", first + clientClose(1000) + last, {"close 1000 "_ba});
    addCase("continuation of nothing, final", last, {faultOfProtocol});
    addCase("continuation of nothing, not final", middle, {faultOfProtocol});
    addCase(
        "continuation after the end", first + last + last, {"text fragted"_ba, faultOfProtocol});
    addCase("text within a message", first + clientFrame(0x1, "new"_ba), {faultOfProtocol});
    addCase("binary within a message", first + clientFrame(0x2, "new"_ba), {faultOfProtocol});
    addCase(
        "two messages",
        first + last + clientFrame(0x2, "next"_ba),
        {"text fragted"_ba, "binary next"_ba});
    addCase(
        "a thousand fragments",
        clientFrame(0x2, "0"_ba, false) + repeated(clientFrame(0x0, "1"_ba, false), 1000)
            + clientFrame(0x0, "2"_ba),
        {"binary 0" + QByteArray(1000, '1') + "2"});
}

void TestFrameParser::textCases()
{
    const QByteArray text = "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5 \xf0\x9f\x98\x80"_ba;
    addCase("valid", clientFrame(0x1, text), {"text " + text});
    QByteArray bytes = clientFrame(0x1, ""_ba, false);
    for (const char byte : text)
        bytes += clientFrame(0x0, QByteArray(1, byte), false) + clientFrame(0x9, ""_ba);
    addCase(
        "a fragment a byte",
        bytes + clientFrame(0x0, ""_ba),
        QByteArrayList(text.size(), "ping "_ba) << "text " + text);
    addCase("surrogate", clientFrame(0x1, "a\xed\xa0\x80z"_ba), {faultOfText});
    addCase("overlong", clientFrame(0x1, "\xc0\xaf"_ba), {faultOfText});
    addCase("too high", clientFrame(0x1, "\xf4\x90\x80\x80"_ba), {faultOfText});
    addCase("ends within a character", clientFrame(0x1, "\xe2\x82"_ba), {faultOfText});
    addCase(
        "last fragment ends within a character",
        clientFrame(0x1, "\xe2"_ba, false) + clientFrame(0x0, "\x82"_ba),
        {faultOfText});
    addCase(
        "bad across fragments",
        clientFrame(0x1, "\xed"_ba, false) + clientFrame(0x0, "\xa0"_ba, false),
        {faultOfText});
    addCase("bad first fragment", clientFrame(0x1, "\xff"_ba, false), {faultOfText});
    addCase(
        "binary may be anything",
        clientFrame(0x2, "\xed\xa0\x80\xff"_ba),
        {"binary \xed\xa0\x80\xff"_ba});
    addCase(
        "half a character is forgotten with its message",
        clientFrame(0x2, "\xe2"_ba) + clientFrame(0x1, "ok"_ba),
        {"binary \xe2"_ba, "text ok"_ba});
}

void TestFrameParser::closeCases()
{
    addCase("no payload", clientFrame(0x8, ""_ba), {"close 1005 "_ba});
    addCase("payload of 1", clientFrame(0x8, "x"_ba), {faultOfProtocol});
    addCase("code only", clientClose(1000), {"close 1000 "_ba});
    addCase(
        "with a reason",
        clientClose(1001, "bye \xf0\x9f\x91\x8b"_ba),
        {"close 1001 bye \xf0\x9f\x91\x8b"_ba});
    addCase(
        "longest reason",
        clientClose(1000, QByteArray(123, 'r')),
        {"close 1000 " + QByteArray(123, 'r')});
    addCase("reason too long", clientClose(1000, QByteArray(124, 'r')), {faultOfProtocol});
    addCase("reason not UTF-8", clientClose(1000, "\xce\xba\xed\xa0\x80"_ba), {faultOfText});
    addCase("reason cut in a character", clientClose(1000, "\xe2\x82"_ba), {faultOfText});
    addCase(
        "nothing after",
        clientClose(1000) + clientFrame(0x9, "p"_ba) + clientFrame(0x3, ""_ba),
        {"close 1000 "_ba});
}

void TestFrameParser::answersAllCases()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, expected);
    for (const qsizetype step : {0, 1, 2, 3, 7, 13})
        QCOMPARE(parsed(bytes, step), expected);
}

void TestFrameParser::refusesReservedBits()
{
    for (quint8 bits = 1; bits <= 7; ++bits) {
        for (const quint8 opcode : QList<quint8> {0x1, 0x2, 0x8, 0x9, 0xA}) {
            ClientFrame frame;
            frame.opcode = opcode;
            frame.reserved = bits;
            const QByteArray bytes = clientFrame(0x1, "good"_ba) + frame.bytes();
            QCOMPARE(parsed(bytes), QByteArrayList({"text good"_ba, faultOfProtocol}));
            QCOMPARE(parsed(bytes, 1), QByteArrayList({"text good"_ba, faultOfProtocol}));
        }
    }
}

void TestFrameParser::refusesUnknownOpcodes()
{
    for (const quint8 opcode : QList<quint8> {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
        for (const QByteArray &payload : {""_ba, "payload"_ba}) {
            QCOMPARE(parsed(clientFrame(opcode, payload)), QByteArrayList({faultOfProtocol}));
            const QByteArray within
                = clientFrame(0x1, "a"_ba, false) + clientFrame(opcode, payload);
            QCOMPARE(parsed(within, 1), QByteArrayList({faultOfProtocol}));
        }
    }
}

void TestFrameParser::judgesCloseCodes()
{
    for (const quint16 code : QList<quint16> {
             1000,
             1001,
             1002,
             1003,
             1007,
             1008,
             1009,
             1010,
             1011,
             1012,
             1013,
             1014,
             3000,
             3999,
             4000,
             4999}) {
        QCOMPARE(
            parsed(clientClose(code)), QByteArrayList({"close " + QByteArray::number(code) + ' '}));
    }
    for (const quint16 code :
         QList<quint16> {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
        QCOMPARE(parsed(clientClose(code, "why"_ba)), QByteArrayList({faultOfProtocol}));
}

void TestFrameParser::failsAtTheFirstBadByte()
{
    // The frame goes on for long after it, and the message has not ended either.
    const QByteArray frame = clientFrame(0x1, "abc\xf4\x90" + QByteArray(1000, 'x'), false);
    const qsizetype upToBad = frame.size() - 1000;
    QCOMPARE(parsed(frame.first(upToBad - 1)), QByteArrayList());
    QCOMPARE(parsed(frame.first(upToBad)), QByteArrayList({faultOfText}));
    // A bad start is seen before the length and the key have come.
    QCOMPARE(parsed("\xf1\x80"_ba), QByteArrayList({faultOfProtocol}));
    QCOMPARE(parsed("\x89\xfe"_ba), QByteArrayList({faultOfProtocol}));
}

void TestFrameParser::unmasksAtEveryOffset()
{
    QByteArray data;
    for (int i = 0; i < 61; ++i)
        data += static_cast<char>(i * 7);
    const QByteArray frame = clientFrame(0x2, data);
    for (qsizetype cut = 1; cut < frame.size(); ++cut) {
        FrameRecorder recorder;
        FrameParser parser(recorder, {});
        QVERIFY(!parser.feed(QByteArrayView(frame).first(cut)));
        QVERIFY(recorder.events.isEmpty());
        QVERIFY(!parser.feed(QByteArrayView(frame).sliced(cut)));
        QCOMPARE(recorder.events, QByteArrayList({"binary " + data}));
    }
}

void TestFrameParser::leavesKeptTextsAsTheyWere()
{
    class Keeper final : public FrameHandler
    {
    public:
        void textMessage(const QByteArray &text) override { texts += text; }
        void binaryMessage(QByteArray data) override { texts += std::move(data); }
        void oversizedMessage(Opcode, QByteArray, quint64) override { }
        void ping(QByteArray) override { }
        void pong(QByteArray) override { }
        void closeRequested(quint16, QByteArray) override { }

        QByteArrayList texts;
    };
    Keeper keeper;
    FrameParser parser(keeper, {});
    const QByteArrayList sent {
        "first"_ba, "second, longer"_ba, "3"_ba, "binary"_ba, QByteArray(500, 'x'), "last"_ba};
    for (const QByteArray &text : sent)
        QVERIFY(!parser.feed(clientFrame(text == "binary" ? 0x2 : 0x1, text)));
    QCOMPARE(keeper.texts, sent);
}

void TestFrameParser::ignoresWhatFollowsTheEnd()
{
    FrameRecorder recorder;
    FrameParser faulty(recorder, {});
    QVERIFY(faulty.feed(clientFrame(0x3, ""_ba)));
    QVERIFY(!faulty.feed(clientFrame(0x1, "late"_ba)));
    FrameParser closed(recorder, {});
    QVERIFY(!closed.feed(clientClose(1000)));
    QVERIFY(!closed.feed(clientFrame(0x3, ""_ba)));
    QCOMPARE(recorder.events, QByteArrayList({"close 1000 "_ba}));
}

void TestFrameParser::stopsBetweenFrames()
{
    FrameRecorder recorder;
    FrameParser parser(recorder, {});
    const QByteArray bytes = clientFrame(0x1, "one"_ba) + clientFrame(0x9, ""_ba)
        + clientFrame(0x1, "t"_ba, false) + clientFrame(0x0, "wo"_ba);
    QByteArrayView rest = bytes;
    QVERIFY(!parser.feedSome(rest, 2));
    QCOMPARE(recorder.events, QByteArrayList({"text one"_ba, "ping "_ba}));
    QVERIFY(!parser.feedSome(rest, 1));
    QCOMPARE(parser.frames(), quint64 {3});
    QVERIFY(!rest.isEmpty());
    QVERIFY(!parser.feedSome(rest, 5));
    QVERIFY(rest.isEmpty());
    QCOMPARE(recorder.events.last(), "text two"_ba);
    QCOMPARE(parser.frames(), quint64 {4});
}

void TestFrameParser::survivesMutatedStreams()
{
    const QByteArray good = clientFrame(0x1, "hello \xc3\xa4"_ba)
        + clientFrame(0x2, QByteArray(200, 'b'), false) + clientFrame(0x9, "p"_ba)
        + clientFrame(0x0, QByteArray(70'000, 'c')) + clientClose(1000, "end"_ba);
    quint32 random = 12345;
    const auto next = [&random] {
        return random = random * 1664525U + 1013904223U;
    };
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes = good;
        for (int change = 0; change < 3; ++change) {
            const auto at = static_cast<qsizetype>((next() >> 8U) % 250U);
            bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(next() >> 24U));
        }
        // However it is cut, the same must come of it.
        const QByteArrayList whole = parsed(bytes, 0, {1000, 10, 100'000});
        QCOMPARE(parsed(bytes, 1 + (next() >> 8U) % 50U, {1000, 10, 100'000}), whole);
    }
}

QTEST_GUILESS_MAIN(TestFrameParser)
#include "tst_frameparser.moc"
