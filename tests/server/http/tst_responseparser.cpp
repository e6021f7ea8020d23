// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/responseparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::http;
using State = ResponseParser::State;

namespace {

State feedInPieces(ResponseParser &parser, QByteArrayView bytes, qsizetype piece)
{
    State state = State::NeedMore;
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        state = parser.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    return state;
}

QByteArray sized(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

} // namespace

class TestResponseParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAnswer_data();
    void readsAnAnswer();
    void leavesOutFieldsOfTheConnection();
    void readsUntilTheEndOfTheConnection();
    void failsWhenTheConnectionEndsEarly_data();
    void failsWhenTheConnectionEndsEarly();
    void fails_data();
    void fails();
    void keepsToItsLimits_data();
    void keepsToItsLimits();
    void failsOnBytesBehindAnAnswer();
    void readsOneAnswerAfterAnother();
};

void TestResponseParser::readsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("length") << sized("hello") << 200 << "hello"_ba;
    QTest::newRow("no body") << sized({}) << 200 << QByteArray();
    QTest::newRow("error") << "HTTP/1.1 400 Bad Request\r\nContent-Length: 1\r\n\r\nx"_ba << 400
                           << "x"_ba;
    QTest::newRow("204") << "HTTP/1.1 204 No Content\r\n\r\n"_ba << 204 << QByteArray();
    QTest::newRow("304") << "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n"_ba << 304
                         << QByteArray();
    QTest::newRow("chunks") << chunkedHead + "2\r\nab\r\n1;x=y\r\nc\r\n0\r\nT: u\r\n\r\n"
                            << 200 << "abc"_ba;
    QTest::newRow("no chunk") << chunkedHead + "0\r\n\r\n" << 200 << QByteArray();
    QTest::newRow("no phrase") << "HTTP/1.1 200 \r\nContent-Length: 1\r\n\r\nx"_ba << 200 << "x"_ba;
    QTest::newRow("large") << sized(QByteArray(300'000, 'x')) << 200 << QByteArray(300'000, 'x');
}

void TestResponseParser::readsAnAnswer()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    for (const qsizetype piece : {bytes.size(), qsizetype(1), qsizetype(1000)}) {
        ResponseParser parser;
        QCOMPARE(feedInPieces(parser, bytes, piece), State::Done);
        const Response response = parser.takeResponse();
        QCOMPARE(response.status, status);
        QCOMPARE(response.body, body);
    }
}

void TestResponseParser::leavesOutFieldsOfTheConnection()
{
    ResponseParser parser;
    const QByteArray bytes
        = "HTTP/1.1 200 OK\r\nServer: QtHttpServer\r\nConnection: keep-alive\r\nDate: x\r\n"
          "Content-Length: 0\r\nSet-Cookie: a=b\r\nSet-Cookie: c=d\r\nX-Y:  z \r\n\r\n";
    QCOMPARE(parser.feed(bytes), State::Done);
    const Response response = parser.takeResponse();
    QCOMPARE(response.fields.size(), 3);
    QCOMPARE(response.fields.at(0).name, "set-cookie"_ba);
    QCOMPARE(response.fields.at(0).value, "a=b"_ba);
    QCOMPARE(response.fields.at(1).value, "c=d"_ba);
    QCOMPARE(response.fields.at(2).name, "x-y"_ba);
    QCOMPARE(response.fields.at(2).value, "z"_ba);
}

void TestResponseParser::readsUntilTheEndOfTheConnection()
{
    ResponseParser parser;
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\n\r\nab"), State::NeedMore);
    QCOMPARE(parser.feed("cd"), State::NeedMore);
    QCOMPARE(parser.finish(), State::Done);
    QCOMPARE(parser.takeResponse().body, "abcd"_ba);
}

void TestResponseParser::failsWhenTheConnectionEndsEarly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a head") << "HTTP/1.1 200 OK\r\nA: b\r\n"_ba;
    QTest::newRow("half a body") << sized("hello").chopped(1);
    QTest::newRow("half of the chunks")
        << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n"_ba;
}

void TestResponseParser::failsWhenTheConnectionEndsEarly()
{
    QFETCH(QByteArray, bytes);
    ResponseParser parser;
    QCOMPARE(parser.feed(bytes), State::NeedMore);
    QCOMPARE(parser.finish(), State::Failed);
}

void TestResponseParser::fails_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no HTTP") << "SSH-2.0-x\r\n\r\n"_ba;
    QTest::newRow("HTTP/2") << "HTTP/2.0 200 OK\r\n\r\n"_ba;
    QTest::newRow("no status") << "HTTP/1.1 abc OK\r\n\r\n"_ba;
    QTest::newRow("interim") << "HTTP/1.1 100 Continue\r\n\r\n"_ba;
    QTest::newRow("upgrade") << "HTTP/1.1 101 Switching Protocols\r\n\r\n"_ba;
    QTest::newRow("bad length") << "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"_ba;
    QTest::newRow("two framings")
        << "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"_ba;
    QTest::newRow("bad chunk") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ng\r\n"_ba;
    QTest::newRow("control in a value") << "HTTP/1.1 200 OK\r\nA: b\0\r\n\r\n"_ba;
    QTest::newRow("bytes behind") << sized("a") + "x";
}

void TestResponseParser::fails()
{
    QFETCH(QByteArray, bytes);
    ResponseParser whole;
    QCOMPARE(whole.feed(bytes), State::Failed);
    ResponseParser single;
    QCOMPARE(feedInPieces(single, bytes, 1), State::Failed);
    QCOMPARE(single.feed(sized("a")), State::Failed);
    QCOMPARE(single.finish(), State::Failed);
}

void TestResponseParser::keepsToItsLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("endless head") << "HTTP/1.1 200 OK\r\nA: " + QByteArray(1000, 'b');
    QTest::newRow("long head") << "HTTP/1.1 200 OK\r\nA: " + QByteArray(1000, 'b') + "\r\n\r\n";
    QTest::newRow("fields") << "HTTP/1.1 200 OK\r\n" + QByteArray("A: b\r\n").repeated(5) + "\r\n";
    QTest::newRow("declared length") << "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n"_ba;
    QTest::newRow("chunks") << chunkedHead + QByteArray("a\r\n0123456789\r\n").repeated(11);
    QTest::newRow("chunk") << chunkedHead + "ffffffff\r\n";
    QTest::newRow("endless chunk head") << chunkedHead + "1;" + QByteArray(10'000, 'a');
    QTest::newRow("until close") << "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(101, 'x');
}

void TestResponseParser::keepsToItsLimits()
{
    QFETCH(QByteArray, bytes);
    const ResponseLimits limits {500, 4, 100};
    for (const qsizetype piece : {bytes.size(), qsizetype(1)}) {
        ResponseParser parser(limits);
        QCOMPARE(feedInPieces(parser, bytes, piece), State::Failed);
    }
}

void TestResponseParser::failsOnBytesBehindAnAnswer()
{
    ResponseParser parser;
    QCOMPARE(parser.feed(sized("a")), State::Done);
    QCOMPARE(parser.feed({}), State::Done);
    QCOMPARE(parser.feed("HTTP/1.1"), State::Failed);
}

void TestResponseParser::readsOneAnswerAfterAnother()
{
    ResponseParser parser;
    for (const QByteArray &body : {"first"_ba, "second"_ba}) {
        QCOMPARE(parser.feed(sized(body)), State::Done);
        QCOMPARE(parser.takeResponse().body, body);
        parser.reset();
    }
}

QTEST_GUILESS_MAIN(TestResponseParser)
#include "tst_responseparser.moc"
