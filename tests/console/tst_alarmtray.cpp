// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/alarmtray.h"
#include "tests/console/cannedserver.h"
#include "tests/console/fakedelay.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::console;

class TestAlarmTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachAlarmOnceWhileItLasts();

private:
    static void answerHealth(ct::test::CannedServer &server, const QByteArray &parts);
};

void TestAlarmTray::answerHealth(ct::test::CannedServer &server, const QByteArray &parts)
{
    server.answer(
        "/api/admin/v1/health",
        "200 OK",
        R"({"status":"ok","pid":1,"uptimeSeconds":1,"parts":[)" + parts + "]}");
}

// The server knows no WebSocket, so this is how an older one is followed, too.
void TestAlarmTray::tellsEachAlarmOnceWhileItLasts()
{
    ct::test::CannedServer server;
    server.answer(
        "/api/admin/v1/version",
        "200 OK",
        R"({"product":"codetogether-edge","version":"0.1.0","api":"1"})");
    server.answer("/api/admin/v1/overview", "200 OK", R"({"atMs":5,"metrics":[]})");
    server.answer("/api/admin/v1/sessions?limit=200", "200 OK", R"({"sessions":[]})");
    server.answer("/api/admin/v1/events", "404 No", "");
    answerHealth(server, R"({"name":"store","good":false,"detail":"the disk is full"})");
    const ct::test::FakeClock clock;
    ct::test::FakeDelays delays;
    api::ConnectionList connections(clock, delays.maker());
    app::AlarmTray tray(connections);
    tray.listen();
    const QSignalSpy alarms(&tray, &app::AlarmTray::alarmed);
    api::ServerProfile profile;
    profile.name = u"Edge"_s;
    profile.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(server.port()));
    api::Connection &connection = connections.add(profile);
    connection.setSecret(api::Secret {{}, {}, "token"});
    connection.open();
    QTRY_COMPARE(alarms.size(), 1);
    QCOMPARE(alarms.constFirst().at(0).toString(), u"Edge"_s);
    QVERIFY(alarms.constFirst().at(1).toString().contains(u"the disk is full"_s));

    const auto lookAgain = [&] {
        const QSignalSpy looks(&connection.live(), &api::Live::healthChanged);
        QTRY_COMPARE(*delays.waiting(), std::chrono::seconds(2));
        delays.endLast();
        QTRY_VERIFY(!looks.isEmpty());
    };
    lookAgain();
    QCOMPARE(alarms.size(), 1);
    answerHealth(server, {});
    lookAgain();
    answerHealth(server, R"({"name":"store","good":false,"detail":"the disk is full"})");
    lookAgain();
    QCOMPARE(alarms.size(), 2);
}

QTEST_MAIN(TestAlarmTray)
#include "tst_alarmtray.moc"
