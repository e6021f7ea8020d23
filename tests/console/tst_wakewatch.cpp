// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/wakewatch.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

class TestWakeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noticesThatTimeWasSlept();
    void staysSilentWhileTimeGoesOn();
};

void TestWakeWatch::noticesThatTimeWasSlept()
{
    ct::test::FakeClock clock;
    ct::console::app::WakeWatch watch(clock);
    const QSignalSpy woke(&watch, &ct::console::app::WakeWatch::woke);
    clock.advance(5s);
    clock.setWall(clock.wallNow() + 1h);
    watch.look();
    QCOMPARE(woke.size(), 1);
    clock.advance(5s);
    watch.look();
    QCOMPARE(woke.size(), 1);
}

void TestWakeWatch::staysSilentWhileTimeGoesOn()
{
    ct::test::FakeClock clock;
    ct::console::app::WakeWatch watch(clock);
    const QSignalSpy woke(&watch, &ct::console::app::WakeWatch::woke);
    clock.advance(1h);
    watch.look();
    clock.setWall(clock.wallNow() + 2s);
    watch.look();
    clock.setWall(clock.wallNow() - 1h);
    watch.look();
    QCOMPARE(woke.size(), 0);
}

QTEST_GUILESS_MAIN(TestWakeWatch)
#include "tst_wakewatch.moc"
