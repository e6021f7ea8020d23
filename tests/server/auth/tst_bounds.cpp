// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/addressquota.h"
#include "server/auth/deadlines.h"
#include "server/auth/lrutable.h"
#include "tests/support/fakeclock.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

class TestBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotaCountsPerAddressAndInAll();
    void quotaFindsTheOldestOfTheBusiestAddress();
    void quotaPrefersTheOldestAmongEquallyBusyOnes();
    void quotaForgetsWhatIsRemoved();
    void quotaIgnoresUnknownAndDoubleIds();
    void quotaStaysQuickWhenManyAddressesFillIt();
    void deadlinesComeInTheirOrder();
    void deadlinesAreReplacedAndCleared();
    void tableDropsTheEntryUnusedForLongest();
    void tableForgetsWhatIsRemoved();
};

void TestBounds::quotaCountsPerAddressAndInAll()
{
    AddressQuota quota(3, 2);
    quota.add("1", "a");
    QVERIFY(!quota.isFull("a"));
    quota.add("2", "a");
    QVERIFY(quota.isFull("a"));
    QVERIFY(!quota.isFull("b"));
    QVERIFY(!quota.isFull());
    quota.add("3", "b");
    QVERIFY(quota.isFull());
    QCOMPARE(quota.held("a"), 2);
    QCOMPARE(quota.size(), 3);
}

void TestBounds::quotaFindsTheOldestOfTheBusiestAddress()
{
    AddressQuota quota(10, 10);
    quota.add("1", "quiet");
    quota.add("2", "busy");
    quota.add("3", "busy");
    QCOMPARE(quota.oldestOfBusiest(), "2"_ba);
    QCOMPARE(quota.oldestOf("quiet"), "1"_ba);
    quota.remove("2");
    QCOMPARE(quota.oldestOf("busy"), "3"_ba);
}

void TestBounds::quotaPrefersTheOldestAmongEquallyBusyOnes()
{
    AddressQuota quota(10, 10);
    quota.add("1", "z");
    quota.add("2", "a");
    quota.add("3", "m");
    QCOMPARE(quota.oldestOfBusiest(), "1"_ba);
    quota.remove("1");
    QCOMPARE(quota.oldestOfBusiest(), "2"_ba);
}

void TestBounds::quotaForgetsWhatIsRemoved()
{
    AddressQuota quota(2, 1);
    quota.add("1", "a");
    quota.remove("1");
    QVERIFY(!quota.isFull("a"));
    QCOMPARE(quota.size(), 0);
    QVERIFY(quota.oldestOfBusiest().isNull());
    QVERIFY(quota.oldestOf("a").isNull());
}

void TestBounds::quotaIgnoresUnknownAndDoubleIds()
{
    AddressQuota quota(5, 5);
    quota.remove("nothing");
    quota.add("1", "a");
    quota.add("1", "b");
    QCOMPARE(quota.held("a"), 1);
    QCOMPARE(quota.held("b"), 0);
}

void TestBounds::quotaStaysQuickWhenManyAddressesFillIt()
{
    constexpr int entries = 20'000;
    AddressQuota quota(entries, 200);
    QElapsedTimer timer;
    timer.start();
    for (int at = 0; at < 3 * entries; ++at) {
        if (quota.isFull())
            quota.remove(quota.oldestOfBusiest());
        quota.add(QByteArray::number(at), "address" + QByteArray::number(at));
    }
    QCOMPARE(quota.size(), entries);
    QCOMPARE(quota.oldestOfBusiest(), QByteArray::number(2 * entries));
    // Minutes when each call looks through all addresses, well below a second when none does.
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TestBounds::deadlinesComeInTheirOrder()
{
    const test::FakeClock clock;
    const Instant start = clock.now();
    Deadlines deadlines;
    deadlines.set("late", start + std::chrono::seconds(9));
    deadlines.set("soon", start + std::chrono::seconds(3));
    QVERIFY(!deadlines.takeDue(start + std::chrono::milliseconds(2999)));
    QCOMPARE(deadlines.takeDue(start + std::chrono::seconds(3)).value_or("none"), "soon"_ba);
    QVERIFY(!deadlines.takeDue(start + std::chrono::seconds(3)));
    QCOMPARE(deadlines.takeDue(start + std::chrono::seconds(20)).value_or("none"), "late"_ba);
    QVERIFY(!deadlines.takeDue(start + std::chrono::hours(1)));
}

void TestBounds::deadlinesAreReplacedAndCleared()
{
    const test::FakeClock clock;
    const Instant start = clock.now();
    Deadlines deadlines;
    deadlines.set("a", start);
    deadlines.set("a", start + std::chrono::seconds(5));
    QVERIFY(!deadlines.takeDue(start));
    QCOMPARE(deadlines.find("a").value_or(start), start + std::chrono::seconds(5));
    deadlines.clear("a");
    deadlines.clear("a");
    QVERIFY(!deadlines.find("a"));
    QVERIFY(!deadlines.takeDue(start + std::chrono::hours(1)));
}

void TestBounds::tableDropsTheEntryUnusedForLongest()
{
    LruTable<int> table(2);
    table.entry("a") = 1;
    table.entry("b") = 2;
    QVERIFY(table.find("a"));
    table.entry("c") = 3;
    QCOMPARE(table.size(), 2);
    QVERIFY(!table.find("b"));
    QCOMPARE(table.entry("a"), 1);
    QCOMPARE(table.entry("c"), 3);
}

void TestBounds::tableForgetsWhatIsRemoved()
{
    LruTable<int> table(2);
    table.entry("a") = 1;
    table.remove("a");
    table.remove("b");
    QCOMPARE(table.size(), 0);
    QCOMPARE(table.entry("a"), 0);
}

} // namespace ct::server::auth

QTEST_GUILESS_MAIN(ct::server::auth::TestBounds)
#include "tst_bounds.moc"
