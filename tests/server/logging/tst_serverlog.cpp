// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/qtmessages.h"
#include "server/logging/serverlog.h"
#include "tests/server/logging/logfolder.h"
#include "tests/support/fakeclock.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::logging;
using namespace std::chrono_literals;

class TestServerLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC0"); }
    void init();
    void cleanup();

    void hasTheProductsLine();
    void aUserNameForgesNoLine();
    void linesAreBounded();
    void levelsAreKeptTo_data();
    void levelsAreKeptTo();
    void theLevelMayChange();
    void aRepeatedWarningIsOneLine();
    void takesQtsOwnMessages();
    void givesQtsMessagesBack();

private:
    QByteArray text();
    QByteArrayList messages();

    std::optional<ct::test::LogFolder> m_folder;
    std::optional<ct::test::FakeClock> m_clock;
    std::unique_ptr<LogWriter> m_writer;
    std::unique_ptr<ServerLog> m_log;
};

void TestServerLog::init()
{
    m_folder.emplace();
    m_clock.emplace();
    m_clock->setWall(ct::WallTime(1'763'929'220s));
    m_writer = std::make_unique<LogWriter>(100);
    m_log = std::make_unique<ServerLog>(*m_writer, m_folder->config, *m_clock);
}

void TestServerLog::cleanup()
{
    installQtMessageHandler(nullptr);
    m_log.reset();
    m_writer.reset();
}

QByteArray TestServerLog::text()
{
    m_log->flush();
    return m_folder->text(u"server.log"_s);
}

/// Lines without their time stamps.
QByteArrayList TestServerLog::messages()
{
    QByteArrayList lines = text().split('\n');
    for (QByteArray &line : lines)
        line = line.mid(20);
    lines.removeLast();
    return lines;
}

void TestServerLog::hasTheProductsLine()
{
    m_log->info(
        u"CodeTogether On-Premises services now available on port 1080 (HTTP) and 1443 (SSL)"_s);
    QCOMPARE(
        text(),
        "2025-11-23 20:20:20 root INFO CodeTogether On-Premises services now available on port "
        "1080 (HTTP) and 1443 (SSL)\n"_ba);
}

void TestServerLog::aUserNameForgesNoLine()
{
    m_log->warn(u"refused Eve\n2025-11-23 20:20:20 root INFO all is well\r\u2028\u001b[A"_s);
    QCOMPARE(text().count('\n'), 1);
    QVERIFY(text().contains("Eve\\n2025"));
    QVERIFY(text().endsWith("well\\r\\u2028\\x1b[A\n"));
}

void TestServerLog::linesAreBounded()
{
    m_log->info(QString(1'000'000, u'ü'));
    QVERIFY(text().size() <= ServerLog::longestLine);
    QVERIFY(text().endsWith("…\n"));
}

void TestServerLog::levelsAreKeptTo_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<QByteArrayList>("expected");
    const QByteArrayList all {
        "root DEBUG d"_ba, "root INFO i"_ba, "root WARN w"_ba, "root ERROR e"_ba};
    QTest::newRow("debug") << int(Level::Debug) << all;
    QTest::newRow("info") << int(Level::Info) << all.mid(1);
    QTest::newRow("warn") << int(Level::Warn) << all.mid(2);
    QTest::newRow("error") << int(Level::Error) << all.mid(3);
    QTest::newRow("none") << int(Level::None) << QByteArrayList {};
}

void TestServerLog::levelsAreKeptTo()
{
    QFETCH(int, level);
    QFETCH(QByteArrayList, expected);
    m_log->setLevel(static_cast<Level>(level));
    m_log->debug(u"d"_s);
    m_log->info(u"i"_s);
    m_log->warn(u"w"_s);
    m_log->error(u"e"_s);
    m_log->write(Level::None, u"never"_s);
    // So that there is a file with an end.
    m_log->setLevel(Level::Debug);
    m_log->debug(u"end"_s);
    QCOMPARE(messages(), expected + QByteArrayList {"root DEBUG end"_ba});
}

void TestServerLog::theLevelMayChange()
{
    m_log->debug(u"one"_s);
    m_log->setLevel(Level::Debug);
    m_log->debug(u"two"_s);
    QCOMPARE(messages(), QByteArrayList {"root DEBUG two"_ba});
}

void TestServerLog::aRepeatedWarningIsOneLine()
{
    for (int count = 0; count < 100; ++count)
        m_log->warnLimited(u"flood"_s, u"too many connections"_s);
    m_log->warnLimited(u"other"_s, u"something else"_s);
    m_clock->advance(10s);
    m_log->warnLimited(u"flood"_s, u"too many connections"_s);
    const QByteArrayList expected {
        "root WARN too many connections"_ba,
        "root WARN something else"_ba,
        "root WARN too many connections (and 99 more)"_ba};
    QCOMPARE(messages(), expected);
}

void TestServerLog::takesQtsOwnMessages()
{
    installQtMessageHandler(m_log.get());
    const QLoggingCategory category("ct.net");
    qWarning("plain %d", 1);
    qCCritical(category) << "two\nlines";
    qDebug("not written at this level");
    const QByteArrayList expected {"root WARN plain 1"_ba, R"(ct.net ERROR two\nlines)"};
    QCOMPARE(messages(), expected);
}

void TestServerLog::givesQtsMessagesBack()
{
    m_log->info(u"one"_s);
    installQtMessageHandler(m_log.get());
    installQtMessageHandler(nullptr);
    QTest::ignoreMessage(QtWarningMsg, "not ours");
    qWarning("not ours");
    QCOMPARE(messages(), QByteArrayList {"root INFO one"_ba});
}

QTEST_GUILESS_MAIN(TestServerLog)
#include "tst_serverlog.moc"
