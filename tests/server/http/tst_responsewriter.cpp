// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/responsewriter.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::http;

namespace {

// 2024-02-29 00:00:00 UTC, a Thursday.
constexpr ct::WallTime leapDay {std::chrono::seconds(1'709'164'800)};
const QByteArray date = "Date: Thu, 29 Feb 2024 00:00:00 GMT\r\n";

FrameOptions options()
{
    FrameOptions made;
    made.now = leapDay;
    return made;
}

Response textResponse()
{
    Response response;
    response.setHeader("content-type", "text/plain");
    response.body = "hello";
    return response;
}

} // namespace

class TestResponseWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesAResponse();
    void answersHeadWithTheSameHead();
    void givesNoLengthWhereThereIsNoBody_data();
    void givesNoLengthWhereThereIsNoBody();
    void saysALengthOfZero();
    void tellsWhatBecomesOfTheConnection_data();
    void tellsWhatBecomesOfTheConnection();
    void leavesOutFieldsThatAreTheWritersOwn();
    void keepsRepeatedFields();
    void leavesOutWhatWouldBreakTheFraming();
    void framesABodyThatFollows();
    void saysContinue();
    void writesDates_data();
    void writesDates();
};

void TestResponseWriter::framesAResponse()
{
    QCOMPARE(
        writeResponse(textResponse(), options()),
        "HTTP/1.1 200 OK\r\n" + date
            + "content-type: text/plain\r\nContent-Length: 5\r\n\r\nhello");
}

void TestResponseWriter::answersHeadWithTheSameHead()
{
    FrameOptions head = options();
    head.isHead = true;
    const QByteArray whole = writeResponse(textResponse(), options());
    QCOMPARE(writeResponse(textResponse(), head), whole.chopped(5));
}

void TestResponseWriter::givesNoLengthWhereThereIsNoBody_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {101, 204, 304})
        QTest::addRow("%d", status) << status;
}

void TestResponseWriter::givesNoLengthWhereThereIsNoBody()
{
    QFETCH(int, status);
    Response response = textResponse();
    response.status = status;
    const QByteArray bytes = writeResponse(response, options());
    QVERIFY(bytes.startsWith(QByteArray("HTTP/1.1 " + QByteArray::number(status) + ' ')));
    QVERIFY(!bytes.contains("Content-Length"));
    QVERIFY(bytes.endsWith("\r\n\r\n"));
}

void TestResponseWriter::saysALengthOfZero()
{
    Response response;
    response.status = 404;
    QCOMPARE(
        writeResponse(response, options()),
        "HTTP/1.1 404 Not Found\r\n" + date + "Content-Length: 0\r\n\r\n");
}

void TestResponseWriter::tellsWhatBecomesOfTheConnection_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("keepAlive");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("1.1 open") << 11 << true << QByteArray();
    QTest::newRow("1.1 closing") << 11 << false << "Connection: close\r\n"_ba;
    QTest::newRow("1.0 open") << 10 << true << "Connection: keep-alive\r\n"_ba;
    QTest::newRow("1.0 closing") << 10 << false << "Connection: close\r\n"_ba;
}

void TestResponseWriter::tellsWhatBecomesOfTheConnection()
{
    QFETCH(int, version);
    QFETCH(bool, keepAlive);
    QFETCH(QByteArray, field);
    FrameOptions made = options();
    made.version = version;
    made.keepAlive = keepAlive;
    QCOMPARE(
        writeResponse(textResponse(), made),
        "HTTP/1.1 200 OK\r\n" + date + "content-type: text/plain\r\nContent-Length: 5\r\n" + field
            + "\r\nhello");
}

void TestResponseWriter::leavesOutFieldsThatAreTheWritersOwn()
{
    Response response;
    for (const char *name :
         {"Server",
          "date",
          "Content-Length",
          "transfer-encoding",
          "connection",
          "keep-alive",
          "upgrade"})
        response.fields.append(Field {name, "7"});
    QCOMPARE(
        writeResponse(response, options()),
        "HTTP/1.1 200 OK\r\n" + date + "Content-Length: 0\r\n\r\n");
}

void TestResponseWriter::keepsRepeatedFields()
{
    Response response;
    response.fields = {{"set-cookie", "a=1"}, {"set-cookie", "b=2"}};
    QVERIFY(writeResponse(response, options()).contains("set-cookie: a=1\r\nset-cookie: b=2\r\n"));
}

void TestResponseWriter::leavesOutWhatWouldBreakTheFraming()
{
#ifndef QT_NO_DEBUG
    QSKIP("Asserts in builds with assertions; TestMessage has the rule itself");
#else
    Response response;
    response.fields = {{"a", "b\r\nc: d"}, {"e\n", "f"}, {"g", "h\0"_ba}};
    QCOMPARE(
        writeResponse(response, options()),
        "HTTP/1.1 200 OK\r\n" + date + "Content-Length: 0\r\n\r\n");
#endif
}

void TestResponseWriter::framesABodyThatFollows()
{
    FrameOptions made = options();
    made.bodyFollows = 5'000'000'000;
    const QByteArray bytes = writeResponse(Response {}, made);
    QCOMPARE(bytes, "HTTP/1.1 200 OK\r\n" + date + "Content-Length: 5000000000\r\n\r\n");
}

void TestResponseWriter::saysContinue()
{
    QCOMPARE(writeContinue(), "HTTP/1.1 100 Continue\r\n\r\n"_ba);
}

void TestResponseWriter::writesDates_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("epoch") << 0LL << "Thu, 01 Jan 1970 00:00:00 GMT"_ba;
    QTest::newRow("RFC 9110's") << 784'111'777'000LL << "Sun, 06 Nov 1994 08:49:37 GMT"_ba;
    QTest::newRow("rounds down") << 784'111'777'999LL << "Sun, 06 Nov 1994 08:49:37 GMT"_ba;
    QTest::newRow("last second of a year")
        << 1'735'689'599'000LL << "Tue, 31 Dec 2024 23:59:59 GMT"_ba;
}

void TestResponseWriter::writesDates()
{
    QFETCH(qint64, milliseconds);
    QTEST(httpDate(ct::WallTime(std::chrono::milliseconds(milliseconds))), "text");
}

QTEST_GUILESS_MAIN(TestResponseWriter)
#include "tst_responsewriter.moc"
