// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/http/parsing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::http;
using namespace ct::test;

namespace {

QByteArray sized(const QByteArray &body, const QByteArray &length)
{
    return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n" + body;
}

QByteArray chunked(const QByteArray &body)
{
    return "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
}

const QByteArray next = "GET /next HTTP/1.1\r\n\r\n";

} // namespace

class TestRequestBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheBody_data();
    void readsTheBody();
    void waitsForTheRest_data();
    void waitsForTheRest();
    void refuses_data();
    void refuses();
    void refusesADeclaredLengthAtOnce();
    void refusesAChunkFromItsSizeAlone();
    void admitsNoBodyUntilALimitIsSet();
    void admitsExactlyTheLimit();
    void limitsTheSumOfChunks();
    void dropsTrailers();
    void isDoneWithoutABody();
    void takesTheNextRequestAfterReset();
};

void TestRequestBody::readsTheBody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    const QByteArray large(100'000, 'x');
    QTest::newRow("length") << sized("hello", "5") << "hello"_ba;
    QTest::newRow("length zero") << sized({}, "0") << QByteArray();
    QTest::newRow("binary") << sized("a\0\r\n\xff"_ba, "5") << "a\0\r\n\xff"_ba;
    QTest::newRow("large") << sized(large, "100000") << large;
    QTest::newRow("chunks") << chunked("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
                            << "hello world"_ba;
    QTest::newRow("no chunk") << chunked("0\r\n\r\n") << QByteArray();
    QTest::newRow("hex") << chunked("0a\r\n0123456789\r\nA\r\n0123456789\r\n000\r\n\r\n")
                         << "01234567890123456789"_ba;
    QTest::newRow("line ends as data") << chunked("4\r\n\r\n\r\n\r\n0\r\n\r\n") << "\r\n\r\n"_ba;
    QTest::newRow("extensions") << chunked("1;a;b=c;d=\"e;f\"\r\nx\r\n0;last\r\n\r\n") << "x"_ba;
    QTest::newRow("trailers") << chunked("1\r\nx\r\n0\r\nA: b\r\nHost: c\r\n\r\n") << "x"_ba;
    QTest::newRow("many chunks") << chunked(QByteArray("1\r\nx\r\n").repeated(20'000) + "0\r\n\r\n")
                                 << QByteArray(20'000, 'x');
    QTest::newRow("large chunk") << chunked("186a0\r\n" + large + "\r\n0\r\n\r\n") << large;
}

void TestRequestBody::readsTheBody()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    for (const qsizetype piece :
         {bytes.size() + next.size(), qsizetype(1), qsizetype(7), qsizetype(1000)}) {
        if (piece == 1 && bytes.size() > 10'000)
            continue;
        const Parsed parsed = parseInPieces(QByteArray(bytes + next), piece);
        QCOMPARE(parsed.state, ParseState::BodyDone);
        QCOMPARE(parsed.decoded, body);
        QCOMPARE(parsed.head + parsed.body, bytes.size());
    }
}

void TestRequestBody::waitsForTheRest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("length") << sized("hello", "6");
    QTest::newRow("nothing") << chunked({});
    QTest::newRow("half a size") << chunked("5");
    QTest::newRow("half a line end") << chunked("5\r");
    QTest::newRow("half a chunk") << chunked("5\r\nhell");
    QTest::newRow("chunk without end") << chunked("5\r\nhello");
    QTest::newRow("chunk with half an end") << chunked("5\r\nhello\r");
    QTest::newRow("no last chunk") << chunked("5\r\nhello\r\n");
    QTest::newRow("no end of trailers") << chunked("0\r\n");
    QTest::newRow("half a trailer") << chunked("0\r\nA: b\r\n");
}

void TestRequestBody::waitsForTheRest()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(parseInPieces(bytes, bytes.size()).state, ParseState::NeedMore);
    QCOMPARE(parseInPieces(bytes, 1).state, ParseState::NeedMore);
}

void TestRequestBody::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray end = "\r\nx\r\n0\r\n\r\n";
    QTest::newRow("no size") << chunked("\r\nx\r\n0\r\n\r\n") << 400;
    QTest::newRow("no hex") << chunked("g" + end) << 400;
    QTest::newRow("0x1") << chunked("0x1" + end) << 400;
    QTest::newRow("+1") << chunked("+1" + end) << 400;
    QTest::newRow("-1") << chunked("-1" + end) << 400;
    QTest::newRow("space before") << chunked(" 1" + end) << 400;
    QTest::newRow("space behind") << chunked("1 " + end) << 400;
    QTest::newRow("rubbish behind") << chunked("1x" + end) << 400;
    QTest::newRow("list") << chunked("1,1" + end) << 400;
    QTest::newRow("17 digits") << chunked("00000000000000001" + end) << 400;
    QTest::newRow("over 64 bits") << chunked("10000000000000000" + end) << 400;
    QTest::newRow("2^64-1") << chunked("ffffffffffffffff" + end) << 413;
    QTest::newRow("bare LF") << chunked("1\nx\r\n0\r\n\r\n") << 400;
    QTest::newRow("bare LF behind the data") << chunked("1\r\nx\n0\r\n\r\n") << 400;
    QTest::newRow("bare CR") << chunked("1\rx\r\n0\r\n\r\n") << 400;
    QTest::newRow("data too long") << chunked("1\r\nxy\r\n0\r\n\r\n") << 400;
    QTest::newRow("data too short") << chunked("2\r\nx\r\n0\r\n\r\n") << 400;
    QTest::newRow("LF in an extension") << chunked("1;a=\"\n\"" + end) << 400;
    QTest::newRow("NUL in an extension") << chunked("1;a\0"_ba + end) << 400;
    QTest::newRow("open quote") << chunked("1;a=\"b" + end) << 400;
    QTest::newRow("no extension name") << chunked("1;" + end) << 400;
    QTest::newRow("long extension") << chunked("1;" + QByteArray(300, 'a') + end) << 400;
    QTest::newRow("endless extension") << chunked("1;" + QByteArray(30'000, 'a')) << 400;
    QTest::newRow("bare LF at the end") << chunked("0\r\n\n") + QByteArray(9000, 'a') << 431;
    QTest::newRow("trailer bare LF") << chunked("0\r\nA: b\nC: d\r\n\r\n") << 400;
    QTest::newRow("trailer folded") << chunked("0\r\nA: b\r\n c\r\n\r\n") << 400;
    QTest::newRow("trailer NUL") << chunked("0\r\nA: b\0\r\n\r\n"_ba) << 400;
    QTest::newRow("trailer no field") << chunked("0\r\nGET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("trailer Content-Length") << chunked("0\r\nContent-Length: 5\r\n\r\n") << 400;
    QTest::newRow("trailer Transfer-Encoding")
        << chunked("0\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
    QTest::newRow("long trailers")
        << chunked("0\r\n" + QByteArray("A: b\r\n").repeated(2000) + "\r\n") << 431;
    QTest::newRow("endless trailers")
        << chunked("0\r\n" + QByteArray("A: b\r\n").repeated(2000)) << 431;
}

void TestRequestBody::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    for (const qsizetype piece : {bytes.size(), qsizetype(1)}) {
        const Parsed parsed = parseInPieces(bytes, piece);
        QCOMPARE(parsed.state, ParseState::Refused);
        QCOMPARE(parsed.status, status);
    }
}

void TestRequestBody::refusesADeclaredLengthAtOnce()
{
    const QByteArray head = sized({}, "101");
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead(head), ParseState::HeadDone);
    QCOMPARE(parser.setBodyLimit(100), ParseState::Refused);
    QCOMPARE(parser.refusal().status, 413);
}

void TestRequestBody::refusesAChunkFromItsSizeAlone()
{
    const Parsed parsed = parseInPieces(chunked("ffffffff\r\n"), 10'000, 1000);
    QCOMPARE(parsed.state, ParseState::Refused);
    QCOMPARE(parsed.status, 413);
}

void TestRequestBody::admitsNoBodyUntilALimitIsSet()
{
    for (const QByteArray &bytes : {sized("a", "1"), chunked("1\r\na\r\n0\r\n\r\n")}) {
        RequestParser parser {HeadLimits {}};
        QCOMPARE(parser.parseHead(bytes), ParseState::HeadDone);
        QByteArray out;
        qsizetype consumed = 0;
        const QByteArray body = bytes.sliced(parser.headSize());
        QCOMPARE(parser.parseBody(body, out, consumed), ParseState::Refused);
        QCOMPARE(parser.refusal().status, 413);
        QVERIFY(out.isEmpty());
    }
}

void TestRequestBody::admitsExactlyTheLimit()
{
    QCOMPARE(parseInPieces(sized("12345", "5"), 10'000, 5).state, ParseState::BodyDone);
    QCOMPARE(parseInPieces(sized("12345", "5"), 10'000, 4).status, 413);
    const QByteArray chunks = chunked("3\r\n123\r\n2\r\n45\r\n0\r\n\r\n");
    QCOMPARE(parseInPieces(chunks, 10'000, 5).state, ParseState::BodyDone);
    QCOMPARE(parseInPieces(chunks, 10'000, 4).status, 413);
}

void TestRequestBody::limitsTheSumOfChunks()
{
    const Parsed parsed
        = parseInPieces(chunked(QByteArray("8\r\n12345678\r\n").repeated(1000)), 1 << 20, 100);
    QCOMPARE(parsed.status, 413);
    QVERIFY(parsed.decoded.size() <= 100);
}

void TestRequestBody::dropsTrailers()
{
    const QByteArray bytes = chunked("0\r\nX-Admin: yes\r\n\r\n");
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead(bytes), ParseState::HeadDone);
    parser.setBodyLimit(10);
    QByteArray out;
    qsizetype consumed = 0;
    QCOMPARE(
        parser.parseBody(bytes.sliced(parser.headSize()), out, consumed), ParseState::BodyDone);
    QVERIFY(parser.head().header("x-admin").isEmpty());
    QVERIFY(out.isEmpty());
}

void TestRequestBody::isDoneWithoutABody()
{
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), ParseState::HeadDone);
    QByteArray out;
    qsizetype consumed = -1;
    QCOMPARE(parser.parseBody(next, out, consumed), ParseState::BodyDone);
    QCOMPARE(consumed, 0);
    QVERIFY(out.isEmpty());
}

void TestRequestBody::takesTheNextRequestAfterReset()
{
    const QByteArray first = chunked("1\r\nx\r\n0\r\n\r\n");
    const QByteArray second = sized("abc", "3");
    const QByteArray bytes = first + second;
    RequestParser parser {HeadLimits {}};
    QByteArray out;
    qsizetype at = 0;
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(parser.parseHead(bytes.sliced(at)), ParseState::HeadDone);
        at += parser.headSize();
        QCOMPARE(parser.setBodyLimit(10), ParseState::NeedMore);
        qsizetype consumed = 0;
        QCOMPARE(parser.parseBody(bytes.sliced(at), out, consumed), ParseState::BodyDone);
        at += consumed;
        parser.reset();
    }
    QCOMPARE(at, bytes.size());
    QCOMPARE(out, "xabc"_ba);
}

QTEST_GUILESS_MAIN(TestRequestBody)
#include "tst_requestbody.moc"
