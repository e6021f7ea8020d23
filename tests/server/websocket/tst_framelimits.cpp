// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/websocket/clientframes.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace ct::server::websocket;
using namespace ct::test;

/// Limits of length: what is handed on, what is thrown away, what ends the connection.
class TestFrameLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOnTheLongestMessage();
    void keepsTheBeginningOfAnOversizedMessage();
    void oversizedByFragments();
    void controlFramesPassWithinAnOversizedMessage();
    void theRestOfAnOversizedTextIsNotChecked();
    void theBeginningOfAnOversizedTextIsChecked();
    void declaredAboveTheHardLimitEndsAtOnce();
    void summedAboveTheHardLimitEndsAtOnce();
    void absurdLengthsDoNotOverflow();
    void aDeclaredLengthTakesNoMemory();
    void smallPiecesAreNotQuadratic();

private:
    const FrameLimits m_limits {100, 10, 1000};
};

namespace {

QByteArray headerOf(quint64 length)
{
    QByteArray header("\x82\xff", 2);
    ClientFrame::appendNumber(header, length);
    return header + QByteArray(4, 'k');
}

/// Looks at the message's memory as well.
class CapacityRecorder final : public FrameHandler
{
public:
    void textMessage(const QByteArray &) override { }
    void binaryMessage(QByteArray data) override
    {
        size = data.size();
        capacity = data.capacity();
    }
    void oversizedMessage(Opcode, QByteArray, quint64) override { }
    void ping(QByteArray) override { }
    void pong(QByteArray) override { }
    void closeRequested(quint16, QByteArray) override { }

    qsizetype size = 0;
    qsizetype capacity = 0;
};

} // namespace

void TestFrameLimits::handsOnTheLongestMessage()
{
    const QByteArray longest(100, 'a');
    QCOMPARE(parsed(clientFrame(0x1, longest), 0, m_limits), QByteArrayList({"text " + longest}));
    const QByteArray fragments
        = clientFrame(0x2, longest.first(60), false) + clientFrame(0x0, longest.first(40));
    QCOMPARE(parsed(fragments, 1, m_limits), QByteArrayList({"binary " + longest}));
}

void TestFrameLimits::keepsTheBeginningOfAnOversizedMessage()
{
    const QByteArray bytes
        = clientFrame(0x2, "0123456789abcdef" + QByteArray(85, 'x')) + clientFrame(0x1, "next"_ba);
    const QByteArrayList expected {"oversized 2 101 0123456789"_ba, "text next"_ba};
    for (const qsizetype step : {0, 1, 2, 9, 50})
        QCOMPARE(parsed(bytes, step, m_limits), expected);
}

void TestFrameLimits::oversizedByFragments()
{
    const QByteArray bytes = clientFrame(0x1, "01234"_ba, false)
        + clientFrame(0x0, QByteArray(80, 'y'), false) + clientFrame(0x0, QByteArray(40, 'z'))
        + clientFrame(0x1, "next"_ba);
    const QByteArrayList expected {"oversized 1 125 01234yyyyy"_ba, "text next"_ba};
    for (const qsizetype step : {0, 1, 7})
        QCOMPARE(parsed(bytes, step, m_limits), expected);
    // With less than the kept beginning there before the fragment that is too long.
    const QByteArray early
        = clientFrame(0x2, "012"_ba, false) + clientFrame(0x0, QByteArray(200, 'w'));
    QCOMPARE(parsed(early, 3, m_limits), QByteArrayList({"oversized 2 203 012wwwwwww"_ba}));
}

void TestFrameLimits::controlFramesPassWithinAnOversizedMessage()
{
    const QByteArray bytes = clientFrame(0x2, QByteArray(101, 'x'), false)
        + clientFrame(0x9, "p"_ba) + clientFrame(0x0, "more"_ba);
    QCOMPARE(
        parsed(bytes, 1, m_limits), QByteArrayList({"ping p"_ba, "oversized 2 105 xxxxxxxxxx"_ba}));
}

void TestFrameLimits::theRestOfAnOversizedTextIsNotChecked()
{
    const QByteArray text = "012345678\xc3\xa4" + QByteArray(100, '\xff');
    const QByteArrayList expected {"oversized 1 111 012345678\xc3"_ba, "text ok"_ba};
    QCOMPARE(parsed(clientFrame(0x1, text) + clientFrame(0x1, "ok"_ba), 0, m_limits), expected);
    QCOMPARE(parsed(clientFrame(0x1, text) + clientFrame(0x1, "ok"_ba), 1, m_limits), expected);
}

void TestFrameLimits::theBeginningOfAnOversizedTextIsChecked()
{
    const QByteArray bytes = clientFrame(0x1, "0\xff" + QByteArray(200, 'x'));
    QCOMPARE(parsed(bytes, 0, m_limits), QByteArrayList({"fault 1007"_ba}));
}

void TestFrameLimits::declaredAboveTheHardLimitEndsAtOnce()
{
    QCOMPARE(parsed(headerOf(64ULL * 1024 * 1024 + 1)), QByteArrayList({"fault 1009"_ba}));
    QCOMPARE(parsed(headerOf(64ULL * 1024 * 1024)), QByteArrayList());
    const QByteArray justRight = clientFrame(0x2, QByteArray(1000, 'x'));
    QCOMPARE(parsed(justRight, 0, m_limits), QByteArrayList({"oversized 2 1000 xxxxxxxxxx"_ba}));
    const QByteArray over = clientFrame(0x2, QByteArray(1001, 'x'));
    QCOMPARE(parsed(over.first(8), 0, m_limits), QByteArrayList({"fault 1009"_ba}));
    QCOMPARE(parsed(over.first(8), 1, m_limits), QByteArrayList({"fault 1009"_ba}));
}

void TestFrameLimits::summedAboveTheHardLimitEndsAtOnce()
{
    const QByteArray bytes = clientFrame(0x2, QByteArray(600, 'x'), false)
        + clientFrame(0x0, QByteArray(400, 'x'), false);
    QCOMPARE(
        parsed(bytes + clientFrame(0x0, "y"_ba), 0, m_limits), QByteArrayList({"fault 1009"_ba}));
    QCOMPARE(
        parsed(bytes + clientFrame(0x0, ""_ba), 1, m_limits),
        QByteArrayList({"oversized 2 1000 xxxxxxxxxx"_ba}));
}

void TestFrameLimits::absurdLengthsDoNotOverflow()
{
    const quint64 highest = ~quint64 {0} >> 1U;
    QCOMPARE(parsed(headerOf(highest)), QByteArrayList({"fault 1009"_ba}));
    QByteArray continuation = headerOf(highest);
    continuation[0] = char(0x80U);
    const QByteArray bytes = clientFrame(0x2, "a"_ba, false) + continuation;
    QCOMPARE(parsed(bytes), QByteArrayList({"fault 1009"_ba}));
}

void TestFrameLimits::aDeclaredLengthTakesNoMemory()
{
    CapacityRecorder recorder;
    FrameParser parser(recorder, {});
    constexpr qsizetype length = 1'000'000;
    const QByteArray frame = clientFrame(0x2, QByteArray(length, 'm'));
    for (qsizetype at = 0; at < frame.size(); at += 1000)
        QVERIFY(!parser.feed(
            QByteArrayView(frame).sliced(at, qMin<qsizetype>(1000, frame.size() - at))));
    QCOMPARE(recorder.size, length);
    // Grown with what came in, yet in the end not longer than the frame.
    QVERIFY(recorder.capacity <= length + 64);

    // An unfinished frame of 8 MiB of which one byte has come: many of them would be an attack.
    const QByteArray start = headerOf(8ULL * 1024 * 1024) + 'x';
    std::vector<std::unique_ptr<FrameParser>> parsers;
    for (int i = 0; i < 20'000; ++i) {
        parsers.push_back(std::make_unique<FrameParser>(recorder, FrameLimits {}));
        QVERIFY(!parsers.back()->feed(start));
    }
}

void TestFrameLimits::smallPiecesAreNotQuadratic()
{
    FrameRecorder recorder;
    FrameParser parser(recorder, {});
    const QByteArray fragment = clientFrame(0x0, "y"_ba, false);
    QVERIFY(!parser.feed(clientFrame(0x2, "x"_ba, false)));
    // A copy of the message a fragment would be 500 GB, and outlast the time limit.
    for (int i = 0; i < 1'000'000; ++i)
        QVERIFY(!parser.feed(fragment));
    QVERIFY(!parser.feed(clientFrame(0x0, "z"_ba)));
    QCOMPARE(recorder.events.size(), 1);
    QCOMPARE(recorder.events.at(0).size(), qsizetype(7 + 1'000'002));
}

QTEST_GUILESS_MAIN(TestFrameLimits)
#include "tst_framelimits.moc"
