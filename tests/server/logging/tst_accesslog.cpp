// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/accesslog.h"
#include "tests/server/logging/logfolder.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <ctime>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ct::server::logging;
using namespace std::chrono_literals;

class TestAccessLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void writesTheCombinedFormat();
    void whatIsMissingIsADash();
    void aRequestCannotForgeALine();
    void whatIsEscapedAlreadyIsNotEscapedAgain();
    void linesAreBounded();
    void writesNginxErrors();
    void namesTheServerWithoutItsPort_data();
    void namesTheServerWithoutItsPort();
    void errorsWithoutAConnection();
    void tellsTheOffsetFromGreenwich_data();
    void tellsTheOffsetFromGreenwich();

private:
    QByteArray text(const QString &name);

    std::optional<ct::test::LogFolder> m_folder;
    ct::test::FakeClock m_clock;
    std::unique_ptr<LogWriter> m_writer;
    std::unique_ptr<AccessLog> m_log;
};

void TestAccessLog::initTestCase()
{
    qputenv("TZ", "UTC0");
    m_clock.setWall(ct::WallTime(1'763'929'220s));
}

void TestAccessLog::init()
{
    m_folder.emplace();
    m_writer = std::make_unique<LogWriter>(100);
    m_log = std::make_unique<AccessLog>(*m_writer, m_folder->config, m_clock);
}

void TestAccessLog::cleanup()
{
    m_log.reset();
    m_writer.reset();
}

QByteArray TestAccessLog::text(const QString &name)
{
    m_writer->flush();
    return m_folder->text(name);
}

void TestAccessLog::writesTheCombinedFormat()
{
    m_log->access(
        {"203.0.113.7"_ba,
         "ctuser"_ba,
         "GET /api/meta HTTP/1.1"_ba,
         200,
         123,
         "http://a.example/"_ba,
         "curl/8.0"_ba});
    QCOMPARE(
        text(u"access.log"_s),
        "203.0.113.7 - ctuser [23/Nov/2025:20:20:20 +0000] \"GET /api/meta HTTP/1.1\" 200 123 "
        "\"http://a.example/\" \"curl/8.0\"\n"_ba);
}

void TestAccessLog::whatIsMissingIsADash()
{
    AccessLine line;
    line.client = "::1"_ba;
    line.status = 400;
    m_log->access(line);
    QCOMPARE(
        text(u"access.log"_s), "::1 - - [23/Nov/2025:20:20:20 +0000] \"-\" 400 0 \"-\" \"-\"\n"_ba);
}

void TestAccessLog::aRequestCannotForgeALine()
{
    AccessLine line;
    line.user = "a b"_ba;
    line.request = "GET /\" 200 1\n1.2.3.4 - - HTTP/1.1"_ba;
    line.userAgent = "x\" \"y\r\n\xff"_ba;
    m_log->access(line);
    const QByteArray written = text(u"access.log"_s);
    QCOMPARE(written.count('\n'), 1);
    QCOMPARE(written.count('"'), 6);
    QVERIFY(written.contains(" - a\\x20b ["));
    QVERIFY(written.contains("GET /\\x22 200 1\\x0A1.2.3.4"));
    QVERIFY(written.contains("x\\x22 \\x22y\\x0D\\x0A\\xFF"));
}

void TestAccessLog::whatIsEscapedAlreadyIsNotEscapedAgain()
{
    AccessLine line;
    line.request = R"(GET /a\x0Ab HTTP/1.1)"_ba;
    line.referer = R"(http://x/\x22)"_ba;
    line.userAgent = R"(back\slash)"_ba;
    m_log->access(line);
    const QByteArray written = text(u"access.log"_s);
    QVERIFY(written.contains("\"GET /a\\x0Ab HTTP/1.1\""));
    QVERIFY(written.contains("\"http://x/\\x22\" \"back\\x5Cslash\""));
}

void TestAccessLog::linesAreBounded()
{
    const QByteArray attack(100'000, '\n');
    m_log->access({attack, attack, attack, 400, 0, attack, attack});
    QVERIFY(text(u"access.log"_s).size() < 8192);
    m_log->error({Level::Error, 1, attack, attack, attack, attack});
    QVERIFY(text(u"error.log"_s).size() < 8192);
}

void TestAccessLog::writesNginxErrors()
{
    m_log->error(
        {Level::Warn,
         17,
         "client sent a head of more than 16 KiB"_ba,
         "203.0.113.7"_ba,
         "edge.example:1443"_ba,
         "GET / HTTP/1.1"_ba});
    const QByteArray ids = QByteArray::number(::getpid()) + '#' + QByteArray::number(::gettid());
    QCOMPARE(
        text(u"error.log"_s),
        "2025/11/23 20:20:20 [warn] " + ids
            + ": *17 client sent a head of more than 16 KiB, client: 203.0.113.7, "
              "server: edge.example, request: \"GET / HTTP/1.1\", host: \"edge.example:1443\"\n");
}

void TestAccessLog::namesTheServerWithoutItsPort_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("server");
    QTest::newRow("name") << "edge.example"_ba
                          << "edge.example"_ba;
    QTest::newRow("name and port") << "edge.example:80"_ba
                                   << "edge.example"_ba;
    QTest::newRow("IPv6") << "[::1]"_ba
                          << "[::1]"_ba;
    QTest::newRow("IPv6 and port") << "[::1]:80"_ba
                                   << "[::1]"_ba;
}

void TestAccessLog::namesTheServerWithoutItsPort()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, server);
    m_log->error({Level::Error, 1, "x"_ba, {}, host, {}});
    QVERIFY(text(u"error.log"_s)
                .endsWith(QByteArray(", server: " + server + ", host: \"" + host + "\"\n")));
}

void TestAccessLog::errorsWithoutAConnection()
{
    ErrorLine line;
    line.message = "out of\ndescriptors"_ba;
    m_log->error(line);
    QVERIFY(text(u"error.log"_s).endsWith(": out of\\x0Adescriptors\n"));
    QVERIFY(text(u"error.log"_s).contains(" [error] "));
}

void TestAccessLog::tellsTheOffsetFromGreenwich_data()
{
    QTest::addColumn<QByteArray>("expected");
    // POSIX counts westwards.
    QTest::newRow("XXX-01:00") << "[23/Nov/2025:21:20:20 +0100]"_ba;
    QTest::newRow("XXX+03:30") << "[23/Nov/2025:16:50:20 -0330]"_ba;
}

void TestAccessLog::tellsTheOffsetFromGreenwich()
{
    QFETCH(QByteArray, expected);
    qputenv("TZ", QTest::currentDataTag());
    ::tzset();
    m_log->access({});
    const QByteArray written = text(u"access.log"_s);
    qputenv("TZ", "UTC0");
    ::tzset();
    QVERIFY2(written.contains(expected), written.constData());
}

QTEST_GUILESS_MAIN(TestAccessLog)
#include "tst_accesslog.moc"
