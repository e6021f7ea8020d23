// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/overview/alarmlist.h"
#include "console/pages/overview/metrictile.h"
#include "console/widgets/signlabel.h"
#include "console/widgets/timechart.h"
#include "tests/console/consolefixture.h"
#include "tests/console/fakesource.h"
#include "tests/console/people.h"

#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::console;
using ct::test::ConsoleFixture;
using ct::test::EdgeServer;
using ct::test::FakeSource;
namespace wire = ct::protocol::admin;

class TestOverviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsFiguresOfRealSessions();
    void saysWhatAdministratorsDid();
    void saysWhatNeedsToBeSeenTo();
    void anAlarmStaysTheSameWhileItLasts();
    void saysNearnessOfALimit_data();
    void saysNearnessOfALimit();

private:
    std::unique_ptr<EdgeServer> m_edge;
};

void TestOverviewPage::initTestCase()
{
    m_edge = std::make_unique<EdgeServer>(EdgeServer::withAdministrator());
    QVERIFY(m_edge->isUp());
}

void TestOverviewPage::showsFiguresOfRealSessions()
{
    ConsoleFixture console;
    QVERIFY(console.open(*m_edge, u"overview"_s));
    QTRY_VERIFY_WITH_TIMEOUT(console.part<QLabel>(u"value-sessionsActive"_s), 20'000);
    QTRY_COMPARE(console.part<QLabel>(u"value-sessionsActive"_s)->text(), u"0"_s);
    ct::test::People people;
    QVERIFY2(people.start(m_edge->httpUrl(), 1, 1), people.output().constData());
    QTRY_COMPARE_WITH_TIMEOUT(
        console.part<QLabel>(u"value-sessionsActive"_s)->text(), u"1"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(
        console.part<QLabel>(u"value-sessionConnections"_s)->text(), u"2"_s, 20'000);
    auto *chart = console.part<widgets::TimeChart>(u"nowChart"_s);
    QTRY_VERIFY_WITH_TIMEOUT(chart->series().rowCount() > 1, 20'000);
    QCOMPARE(chart->series().rows().constLast().values.at(1), 1.0);
}

void TestOverviewPage::saysWhatAdministratorsDid()
{
    ConsoleFixture console;
    QVERIFY(console.open(*m_edge, u"overview"_s));
    QTRY_VERIFY_WITH_TIMEOUT(console.part<QTableView>(u"activity"_s), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        console.part<QTableView>(u"activity"_s)->model()->rowCount() > 0, 20'000);
}

void TestOverviewPage::saysWhatNeedsToBeSeenTo()
{
    auto owned = std::make_unique<FakeSource>();
    FakeSource *source = owned.get();
    api::Live live(std::move(owned));
    pages::AlarmList list;
    list.show(live);
    QCOMPARE(list.findChild<widgets::SignLabel *>()->words(), u"Nothing needs to be seen to."_s);
    wire::Event event = FakeSource::event(wire::eventtypes::health);
    event.health = wire::HealthDetail {
        u"ok"_s, 1, {}, {{u"certificate"_s, false, u"expires in 3 days"_s}, {u"store"_s, true}}};
    event.overview = wire::Overview {{}, {{u"sessionConnections"_s, 95, 100}}};
    Q_EMIT source->happened(event);
    list.show(live);
    const auto labels = list.findChildren<widgets::SignLabel *>();
    QCOMPARE(labels.size(), 2);
    QCOMPARE(labels.at(0)->words(), u"Certificate: expires in 3 days"_s);
    QCOMPARE(labels.at(0)->icon(), u"warning"_s);
    QVERIFY(labels.at(1)->words().contains(u"95"_s));
}

// Who tells it at the tray does so once.
void TestOverviewPage::anAlarmStaysTheSameWhileItLasts()
{
    auto owned = std::make_unique<FakeSource>();
    FakeSource *source = owned.get();
    api::Live live(std::move(owned));
    QStringList subjects;
    for (const qint64 value : {95, 96}) {
        wire::Event event = FakeSource::event(wire::eventtypes::overview);
        event.overview = wire::Overview {{}, {{u"sessionConnections"_s, value, 100}}};
        Q_EMIT source->happened(event);
        QCOMPARE(pages::AlarmList::alarms(live).size(), 1);
        subjects.append(pages::AlarmList::alarms(live).constFirst().subject);
    }
    QCOMPARE(subjects.at(0), subjects.at(1));
}

void TestOverviewPage::saysNearnessOfALimit_data()
{
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("near");
    QTest::newRow("far") << 10 << 100 << false;
    QTest::newRow("nearly") << 89 << 100 << false;
    QTest::newRow("near") << 90 << 100 << true;
    QTest::newRow("over") << 120 << 100 << true;
    QTest::newRow("no limit") << 120 << 0 << false;
}

void TestOverviewPage::saysNearnessOfALimit()
{
    QFETCH(int, value);
    QFETCH(int, limit);
    QFETCH(bool, near);
    QCOMPARE(pages::MetricTile::isNearLimit({u"usersOnline"_s, value, limit}), near);
    QVERIFY(!pages::MetricTile::isNearLimit({u"usersOnline"_s, value}));
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
