// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/texts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::controltool;

class TestControlTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsUptimesAsTheOriginal_data();
    void listsUptimesAsTheOriginal();
    void tellsALicence_data();
    void tellsALicence();
    void tellsWhatIsDegraded();
    void tellsWhatAReloadCameTo();
    void tellsHowManySessionsEnd();
    void movesNoCursor();
};

void TestControlTexts::listsUptimesAsTheOriginal_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("shown");
    QTest::newRow("the documented sample") << qint64 {229'069'537} << u"2:15:37:49.537"_s;
    QTest::newRow("nothing") << qint64 {0} << u"0:0:0:0.000"_s;
    QTest::newRow("a moment") << qint64 {7} << u"0:0:0:0.007"_s;
    QTest::newRow("just less than a day") << qint64 {86'399'999} << u"0:23:59:59.999"_s;
    QTest::newRow("a long time") << qint64 {86'400'000LL * 400} << u"400:0:0:0.000"_s;
}

void TestControlTexts::listsUptimesAsTheOriginal()
{
    QFETCH(const qint64, milliseconds);
    QFETCH(const QString, shown);
    const protocol::ServerProcess process {
        u"tQIL"_s,
        u"/usr/bin/codetogether-edge"_s,
        u"codetogether-edge --hostname 127.0.0.1 --port 3001"_s,
        200,
        212,
        u"/var/log/codetogether/server.log"_s,
        std::chrono::milliseconds(milliseconds)};
    QCOMPARE(
        listText({{process}}).section(u'\n', 2, 2),
        u"data:    [0] tQIL  /usr/bin/codetogether-edge  codetogether-edge --hostname 127.0.0.1 "
        "--port 3001  200  212  /var/log/codetogether/server.log  "_s
            + shown);
}

void TestControlTexts::tellsALicence_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("daysLeft");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("line");
    QTest::newRow("valid") << u"valid"_s << 90 << QString() << u"valid, Ada, 90 days left"_s;
    QTest::newRow("today") << u"expiring"_s << 0 << QString() << u"expiring, Ada, 0 days left"_s;
    QTest::newRow("tomorrow") << u"expiring"_s << 1 << QString() << u"expiring, Ada, 1 day left"_s;
    QTest::newRow("expired") << u"expired"_s << -3 << QString()
                             << u"expired, Ada, since 2026/01/31"_s;
    QTest::newRow("invalid") << u"invalid"_s << 90 << u"unknown issuer"_s
                             << u"invalid, Ada: unknown issuer"_s;
}

void TestControlTexts::tellsALicence()
{
    QFETCH(const QString, state);
    QFETCH(const int, daysLeft);
    QFETCH(const QString, fault);
    QFETCH(const QString, line);
    const QString text = licenceText(
        {.state = state,
         .licensee = u"Ada"_s,
         .maxConnections = u"0"_s,
         .expiration = u"2026/01/31"_s,
         .locator = {},
         .daysLeft = daysLeft,
         .fault = fault,
         .clockSetBack = true,
         .seatsUsed = 3,
         .seatsLimit = 50});
    QVERIFY2(text.startsWith(u"State:                "_s + line + u'\n'), qPrintable(text));
    QVERIFY(text.contains(u"Connections:          no limit\n"_s));
    QVERIFY(text.contains(u"Seats:                3 of 50\n"_s));
    QVERIFY(text.contains(u"Clock:                set back"_s));
}

void TestControlTexts::tellsWhatIsDegraded()
{
    protocol::ServerStatus status;
    status.health.status = protocol::HealthStatus::Ok;
    status.health.degraded = u"the disk is full"_s;
    QVERIFY(statusText(status).contains(u"ready, but degraded: the disk is full\n"_s));
    status.health.status = protocol::HealthStatus::Draining;
    QVERIFY(statusText(status).contains(u"draining: no new sessions\n"_s));
}

void TestControlTexts::tellsWhatAReloadCameTo()
{
    protocol::ReloadAnswer answer;
    answer.errors = {u"CT_WORKERS is wrong"_s, u"nothing has changed"_s};
    QCOMPARE(
        reloadText(answer),
        u"Errors:               CT_WORKERS is wrong\n                      nothing has changed\n"_s);
}

void TestControlTexts::tellsHowManySessionsEnd()
{
    const auto ofSessions = [](int sessions) -> QString {
        protocol::EndingAnswer answer;
        answer.sessions = sessions;
        answer.patience = std::chrono::seconds(600);
        return drainText(answer) + stopText(answer);
    };
    QCOMPARE(
        ofSessions(0),
        u"Draining: no session is open, so the server ends.\nStopping: no session is open.\n"_s);
    QCOMPARE(
        ofSessions(1),
        u"Draining: 1 session may go on for 600 s, then the server ends.\n"
        "Stopping: 1 session is told and ends.\n"_s);
    QCOMPARE(
        ofSessions(2),
        u"Draining: 2 sessions may go on for 600 s, then the server ends.\n"
        "Stopping: 2 sessions are told and end.\n"_s);
}

void TestControlTexts::movesNoCursor()
{
    QCOMPARE(
        lineOf({u"Gr\u00fc\u00df"_s, u"a\x1b[2J\nb"_s, u"\U0001f600"_s}),
        u"Gr\u00fc\u00df  a\ufffd[2J\ufffdb  \U0001f600\n"_s);
}

QTEST_GUILESS_MAIN(TestControlTexts)
#include "tst_controltexts.moc"
