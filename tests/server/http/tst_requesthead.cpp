// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requestparser.h"
#include "tests/server/http/parsing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::http;
using ct::test::parseInPieces;

namespace {

QByteArray get(const QByteArray &fields)
{
    return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &fields)
{
    return "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

QByteArray withTarget(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

QByteArray withHost(const QByteArray &host)
{
    return "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
}

} // namespace

class TestRequestHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAHead();
    void takesNothingUntilTheHeadIsWhole();
    void leavesBytesBehindTheHead();
    void skipsOneEmptyLineBeforeIt();
    void refuses_data();
    void refuses();
    void refusesEarly_data();
    void refusesEarly();
    void accepts_data();
    void accepts();
    void keepsToItsLimitsExactly();
    void tellsKeepAlive_data();
    void tellsKeepAlive();
    void seesAnExpectation();
    void ignoresAnExpectationOfHttp10();
    void seesTheBodysFraming();
    void staysRefused();
    void isFreshAfterReset();
};

void TestRequestHead::readsAHead()
{
    const QByteArray bytes = "GET //api/%6deta?x=1&y=%20 HTTP/1.1\r\nHost: "
                             "Example.org:1080\r\nX-Thing:  a b\t \r\nx-thing:c\r\n"
                             "X-Empty:\r\n\r\n";
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead(bytes), ParseState::HeadDone);
    QCOMPARE(parser.headSize(), bytes.size());
    const RequestHead &head = parser.head();
    QCOMPARE(head.method, "GET"_ba);
    QCOMPARE(head.target, "//api/%6deta?x=1&y=%20"_ba);
    QCOMPARE(head.path, "/api/meta"_ba);
    QCOMPARE(head.query, "x=1&y=%20"_ba);
    QCOMPARE(head.version, 11);
    QCOMPARE(head.fields.size(), 4);
    QCOMPARE(head.header("host").toByteArray(), "Example.org:1080"_ba);
    QCOMPARE(head.header("x-thing").toByteArray(), "a b"_ba);
    QCOMPARE(head.headerList("x-thing"), "a b, c"_ba);
    QVERIFY(head.header("x-empty").isEmpty());
    QVERIFY(head.keepAlive && !head.expectContinue && !head.chunked);
    QCOMPARE(head.contentLength, 0);
    QCOMPARE(parser.setBodyLimit(0), ParseState::BodyDone);
}

void TestRequestHead::takesNothingUntilTheHeadIsWhole()
{
    const QByteArray bytes = get("a: b\r\n");
    RequestParser parser {HeadLimits {}};
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        QCOMPARE(parser.parseHead(QByteArrayView(bytes).first(size)), ParseState::NeedMore);
        QCOMPARE(parser.headSize(), 0);
    }
    QCOMPARE(parser.parseHead(bytes), ParseState::HeadDone);
}

void TestRequestHead::leavesBytesBehindTheHead()
{
    const QByteArray first = get({});
    const QByteArray bytes = first + "GET /next HTTP/1.1\r\n\n\0rubbish"_ba;
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead(bytes), ParseState::HeadDone);
    QCOMPARE(parser.headSize(), first.size());
    QCOMPARE(parser.head().path, "/"_ba);
}

void TestRequestHead::skipsOneEmptyLineBeforeIt()
{
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead("\r"), ParseState::NeedMore);
    QCOMPARE(parser.parseHead("\r\n"), ParseState::NeedMore);
    QCOMPARE(parser.parseHead(QByteArray("\r\n" + get({}))), ParseState::HeadDone);
    QCOMPARE(parser.headSize(), get({}).size() + 2);
}

void TestRequestHead::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray rest = " HTTP/1.1\r\nHost: a\r\n\r\n";
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("two empty lines", "\r\n\r\n" + get({}), 400);
    row("no request", "\x16\x03\x01\x02"_ba, 400);
    row("no version", "GET /\r\n\r\n", 400);
    row("no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("two spaces", "GET  /" + rest, 400);
    row("space behind", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400);
    row("tabs", "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("method no token", "G@T /" + rest, 400);
    row("small version", "GET / http/1.1\r\nHost: a\r\n\r\n", 400);
    row("version rubbish", "GET / HTTP/1.1x\r\nHost: a\r\n\r\n", 400);
    row("method unknown", "BREW /" + rest, 501);
    row("method small", "get /" + rest, 501);
    row("CONNECT", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 501);
    row("TRACE", "TRACE /" + rest, 501);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
    row("HTTP/0.9", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505);
    row("HTTP/3", "GET / HTTP/3\r\nHost: a\r\n\r\n", 505);
    row("absolute form", withTarget("http://a/"), 400);
    row("authority form", withTarget("a:80"), 400);
    row("asterisk form", "OPTIONS *" + rest, 400);
    row("encoded slash", withTarget("/a%2fb"), 400);
    row("encoded dots", withTarget("/%2e%2e/etc"), 400);
    row("half encoded dots", withTarget("/..%2fetc"), 400);
    row("NUL escape", withTarget("/a%00"), 400);
    row("fragment", withTarget("/a#b"), 400);
    row("non-ASCII target", withTarget("/\xc3\xa4"), 400);
    row("DEL in target", withTarget("/a\x7f"), 400);
    row("target too long", withTarget("/" + QByteArray(8192, 'a')), 414);
    row("request line endless", "GET /" + QByteArray(20'000, 'a'), 414);
    row("bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("bare LF behind a field", get("a: b\nc: d\r\n"), 400);
    row("bare LF at the end", "GET / HTTP/1.1\r\nHost: a\r\n\n", 400);
    row("bare CR in a value", get("a: b\rc: d\r\n"), 400);
    row("CR CR LF", get("a: b\r\r\n"), 400);
    row("folded", get("a: b\r\n c\r\n"), 400);
    row("folded by tab", get("a: b\r\n\tc\r\n"), 400);
    row("folded at once", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400);
    row("space before colon", get("a : b\r\n"), 400);
    row("tab before colon", get("a\t: b\r\n"), 400);
    row("no colon", get("abc\r\n"), 400);
    row("no name", get(": b\r\n"), 400);
    row("name no token", get("a(b): c\r\n"), 400);
    row("NUL in value", get("a: b\0c\r\n"_ba), 400);
    row("NUL in name", get("a\0: c\r\n"_ba), 400);
    row("control in value", get("a: b\x0b\r\n"), 400);
    row("DEL in value", get("a: b\x7f\r\n"), 400);
    row("65 fields", get(QByteArray("a: b\r\n").repeated(64)), 431);
    row("2000 fields", get(QByteArray("a:b\r\n").repeated(2000)), 431);
    row("one huge field", get("a: " + QByteArray(20'000, 'b') + "\r\n"), 431);
    row("huge fields", get(QByteArray("a: " + QByteArray(3000, 'b') + "\r\n").repeated(6)), 431);
    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two Hosts", get("Host: a\r\n"), 400);
    row("two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400);
    row("Host empty", withHost({}), 400);
    row("Host list", withHost("a,b"), 400);
    row("Host with path", withHost("a/b"), 400);
    row("Host with user", withHost("u@a"), 400);
    row("Host with space", withHost("a b"), 400);
    row("Host port only", withHost(":80"), 400);
    row("Host port empty", withHost("a:"), 400);
    row("Host port name", withHost("a:http"), 400);
    row("Host port too high", withHost("a:65536"), 400);
    row("Host port too long", withHost("a:000080"), 400);
    row("Host IPv6 bare with letters", withHost("::g"), 400);
    row("Host IPv6 bare with name", withHost("a:1:x"), 400);
    row("Host IPv6 open", withHost("[::1"), 400);
    row("Host IPv6 empty", withHost("[]"), 400);
    row("Host IPv6 rubbish", withHost("[::1]x"), 400);
    row("Host IPv6 letters", withHost("[::g]"), 400);
    row("Host too long", withHost(QByteArray(261, 'a')), 400);
    row("CL +5", post("Content-Length: +5\r\n"), 400);
    row("CL -5", post("Content-Length: -5\r\n"), 400);
    row("CL 0x5", post("Content-Length: 0x5\r\n"), 400);
    row("CL 5a", post("Content-Length: 5a\r\n"), 400);
    row("CL 5 5", post("Content-Length: 5 5\r\n"), 400);
    row("CL empty", post("Content-Length:\r\n"), 400);
    row("CL list", post("Content-Length: 5, 5\r\n"), 400);
    row("CL twice", post("Content-Length: 5\r\nContent-Length: 5\r\n"), 400);
    row("CL twice, differing", post("Content-Length: 5\r\nContent-Length: 6\r\n"), 400);
    row("CL over 64 bits", post("Content-Length: 18446744073709551616\r\n"), 400);
    row("CL then TE", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("TE then CL", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), 400);
    row("TE then CL 0", post("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n"), 400);
    row("TE gzip", post("Transfer-Encoding: gzip\r\n"), 400);
    row("TE identity", post("Transfer-Encoding: identity\r\n"), 400);
    row("TE list", post("Transfer-Encoding: gzip, chunked\r\n"), 400);
    row("TE chunked first", post("Transfer-Encoding: chunked, gzip\r\n"), 400);
    row("TE chunked twice", post("Transfer-Encoding: chunked, chunked\r\n"), 400);
    row("TE two fields", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("TE two kinds", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n"), 400);
    row("TE empty", post("Transfer-Encoding:\r\n"), 400);
    row("TE quoted", post("Transfer-Encoding: \"chunked\"\r\n"), 400);
    row("TE with parameter", post("Transfer-Encoding: chunked;q=1\r\n"), 400);
    row("TE xchunked", post("Transfer-Encoding: xchunked\r\n"), 400);
    row("TE with comma", post("Transfer-Encoding: chunked,\r\n"), 400);
    row("TE in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("Expect other", post("Expect: 200-ok\r\n"), 417);
    row("Expect list", post("Expect: 100-continue, x\r\n"), 417);
    row("Connection no list", get("Connection: a b\r\n"), 400);
}

void TestRequestHead::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead(bytes), ParseState::Refused);
    QCOMPARE(parser.refusal().status, status);
    QVERIFY(!parser.refusal().reason.isEmpty());
    const auto inBytes = parseInPieces(bytes, 1);
    QCOMPARE(inBytes.state, ParseState::Refused);
    QCOMPARE(inBytes.status, status);
}

void TestRequestHead::refusesEarly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("first byte") << "\x16"_ba;
    QTest::newRow("only an LF") << "\n"_ba;
    QTest::newRow("request line") << "GET / HTTP/2.0\r\n"_ba;
    QTest::newRow("LF behind the request line") << "GET / HTTP/1.1\n"_ba;
    QTest::newRow("fold") << "GET / HTTP/1.1\r\nHost: a\r\n b\r\n"_ba;
}

void TestRequestHead::refusesEarly()
{
    QFETCH(QByteArray, bytes);
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead(bytes), ParseState::Refused);
}

void TestRequestHead::accepts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
        QTest::newRow(method) << QByteArray(method) + " / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (const char *host :
         {"a",
          "a.b-c_d:1",
          "127.0.0.1:65535",
          "[::1]",
          "[fe80::1]:1443",
          "[::ffff:1.2.3.4]",
          "::1:1080"})
        QTest::newRow(host) << withHost(host);
    QTest::newRow("HTTP/1.0 without Host") << "GET / HTTP/1.0\r\n\r\n"_ba;
    QTest::newRow("non-ASCII value") << get("a: \xc3\xa4\r\n");
    QTest::newRow("tab in value") << get("a: b\tc\r\n");
    QTest::newRow("64 fields") << get(QByteArray("a: b\r\n").repeated(63));
    QTest::newRow("longest target") << withTarget("/" + QByteArray(8191, 'a'));
    QTest::newRow("Chunked") << post("Transfer-Encoding: Chunked\r\n");
    QTest::newRow("leading zeros") << post("Content-Length: 007\r\n");
    QTest::newRow("length of 64 bits") << post("Content-Length: 18446744073709551615\r\n");
    QTest::newRow("upgrade") << get("Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n");
}

void TestRequestHead::accepts()
{
    QFETCH(QByteArray, bytes);
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead(bytes), ParseState::HeadDone);
    QCOMPARE(parser.headSize(), bytes.size());
}

void TestRequestHead::keepsToItsLimitsExactly()
{
    const QByteArray bytes = get("a: b\r\n");
    HeadLimits limits {bytes.size(), 2, 1};
    QCOMPARE(RequestParser(limits).parseHead(bytes), ParseState::HeadDone);
    limits.head -= 1;
    RequestParser tooLong {limits};
    QCOMPARE(tooLong.parseHead(bytes), ParseState::Refused);
    QCOMPARE(tooLong.refusal().status, 431);
    limits = {bytes.size(), 1, 1};
    RequestParser tooMany {limits};
    QCOMPARE(tooMany.parseHead(bytes), ParseState::Refused);
    QCOMPARE(tooMany.refusal().status, 431);
    limits = {bytes.size(), 2, 0};
    RequestParser target {limits};
    QCOMPARE(target.parseHead(bytes), ParseState::Refused);
    QCOMPARE(target.refusal().status, 414);
}

void TestRequestHead::tellsKeepAlive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1") << get({}) << true;
    QTest::newRow("1.1 close") << get("Connection: Close\r\n") << false;
    QTest::newRow("1.1 close in a list") << get("Connection: upgrade, close\r\n") << false;
    QTest::newRow("1.1 close in a second field")
        << get("Connection: te\r\nConnection: close\r\n") << false;
    QTest::newRow("1.1 keep-alive and close") << get("Connection: keep-alive, close\r\n") << false;
    QTest::newRow("1.1 proxy-connection") << get("Proxy-Connection: close\r\n") << true;
    QTest::newRow("1.0") << "GET / HTTP/1.0\r\n\r\n"_ba << false;
    QTest::newRow("1.0 keep-alive")
        << "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"_ba << true;
}

void TestRequestHead::tellsKeepAlive()
{
    QFETCH(QByteArray, bytes);
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead(bytes), ParseState::HeadDone);
    QTEST(parser.head().keepAlive, "keepAlive");
}

void TestRequestHead::seesAnExpectation()
{
    RequestParser parser {HeadLimits {}};
    QCOMPARE(
        parser.parseHead(post("Expect: 100-Continue\r\nContent-Length: 3\r\n")),
        ParseState::HeadDone);
    QVERIFY(parser.head().expectContinue);
}

void TestRequestHead::ignoresAnExpectationOfHttp10()
{
    RequestParser parser {HeadLimits {}};
    QCOMPARE(
        parser.parseHead("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"),
        ParseState::HeadDone);
    QVERIFY(!parser.head().expectContinue);
}

void TestRequestHead::seesTheBodysFraming()
{
    RequestParser sized {HeadLimits {}};
    QCOMPARE(sized.parseHead(post("Content-Length: 123\r\n")), ParseState::HeadDone);
    QCOMPARE(sized.head().contentLength, 123);
    QVERIFY(!sized.head().chunked);
    RequestParser chunked {HeadLimits {}};
    QCOMPARE(chunked.parseHead(post("Transfer-Encoding: chunked\r\n")), ParseState::HeadDone);
    QVERIFY(chunked.head().chunked);
}

void TestRequestHead::staysRefused()
{
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead("\n"), ParseState::Refused);
    QCOMPARE(parser.parseHead(get({})), ParseState::Refused);
    QCOMPARE(parser.setBodyLimit(1), ParseState::Refused);
    QByteArray out;
    qsizetype consumed = -1;
    QCOMPARE(parser.parseBody("abc", out, consumed), ParseState::Refused);
    QCOMPARE(consumed, 0);
    QCOMPARE(parser.refusal().status, 400);
}

void TestRequestHead::isFreshAfterReset()
{
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead("\n"), ParseState::Refused);
    parser.reset();
    QCOMPARE(
        parser.parseHead(post("A: b\r\nTransfer-Encoding: chunked\r\n")), ParseState::HeadDone);
    parser.reset();
    QCOMPARE(parser.headSize(), 0);
    QCOMPARE(parser.parseHead(get({})), ParseState::HeadDone);
    QVERIFY(!parser.head().chunked);
    QCOMPARE(parser.head().fields.size(), 1);
    QCOMPARE(parser.setBodyLimit(0), ParseState::BodyDone);
}

QTEST_GUILESS_MAIN(TestRequestHead)
#include "tst_requesthead.moc"
