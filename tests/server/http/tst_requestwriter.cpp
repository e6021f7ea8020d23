// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requestparser.h"
#include "server/http/requestwriter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::http;

class TestRequestWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesARequest();
    void writesAHostWhenNoneIsGiven();
    void saysALengthWhereABodyIsUsual_data();
    void saysALengthWhereABodyIsUsual();
    void leavesOutFramingOfTheClient();
    void writesWhatTheParserReads();
};

void TestRequestWriter::writesARequest()
{
    QCOMPARE(
        writeRequest("POST", "/api/x?y=1", {{"host", "a:1"}, {"content-type", "b"}}, "body"),
        "POST /api/x?y=1 HTTP/1.1\r\nhost: a:1\r\ncontent-type: b\r\nContent-Length: 4\r\n\r\nbody"_ba);
}

void TestRequestWriter::writesAHostWhenNoneIsGiven()
{
    QCOMPARE(writeRequest("GET", "/", {}, {}), "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba);
}

void TestRequestWriter::saysALengthWhereABodyIsUsual_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("saysLength");
    for (const char *method : {"POST", "PUT", "PATCH"})
        QTest::newRow(method) << QByteArray(method) << true;
    for (const char *method : {"GET", "DELETE", "OPTIONS"})
        QTest::newRow(method) << QByteArray(method) << false;
}

void TestRequestWriter::saysALengthWhereABodyIsUsual()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, saysLength);
    QCOMPARE(writeRequest(method, "/", {}, {}).contains("Content-Length: 0\r\n"), saysLength);
}

void TestRequestWriter::leavesOutFramingOfTheClient()
{
    const QByteArray bytes = writeRequest(
        "POST",
        "/",
        {{"host", "a"},
         {"Transfer-Encoding", "chunked"},
         {"content-length", "99"},
         {"connection", "close"},
         {"expect", "100-continue"}},
        "x");
    QCOMPARE(bytes, "POST / HTTP/1.1\r\nhost: a\r\nContent-Length: 1\r\n\r\nx"_ba);
}

void TestRequestWriter::writesWhatTheParserReads()
{
    const QByteArray bytes
        = writeRequest("PUT", "/a%20b?c", {{"host", "a"}, {"x", "y z"}}, "0123456789");
    RequestParser parser {HeadLimits {}};
    QCOMPARE(parser.parseHead(bytes), ParseState::HeadDone);
    QCOMPARE(parser.head().path, "/a%20b"_ba);
    QCOMPARE(parser.head().query, "c"_ba);
    QCOMPARE(parser.head().header("x").toByteArray(), "y z"_ba);
    QCOMPARE(parser.head().contentLength, 10);
}

QTEST_GUILESS_MAIN(TestRequestWriter)
#include "tst_requestwriter.moc"
