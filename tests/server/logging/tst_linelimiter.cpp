// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/linelimiter.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::logging;
using namespace std::chrono_literals;

class TestLineLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsOneLineThroughIn10s();
    void keysDoNotDisturbEachOther();
    void keysAreBounded();
    void quietKeysMakeRoom();

private:
    static constexpr auto justUnder = 9999ms;
};

void TestLineLimiter::letsOneLineThroughIn10s()
{
    ct::test::FakeClock clock;
    LineLimiter limiter(clock);
    QCOMPARE(limiter.admit(u"a"_s), std::optional<quint64>(0));
    clock.advance(justUnder);
    QCOMPARE(limiter.admit(u"a"_s), std::nullopt);
    QCOMPARE(limiter.admit(u"a"_s), std::nullopt);
    clock.advance(1ms);
    QCOMPARE(limiter.admit(u"a"_s), std::optional<quint64>(2));
    clock.advance(10s);
    QCOMPARE(limiter.admit(u"a"_s), std::optional<quint64>(0));
}

void TestLineLimiter::keysDoNotDisturbEachOther()
{
    ct::test::FakeClock clock;
    LineLimiter limiter(clock);
    QVERIFY(limiter.admit(u"a"_s));
    QVERIFY(limiter.admit(u"b"_s));
    QVERIFY(!limiter.admit(u"a"_s));
}

void TestLineLimiter::keysAreBounded()
{
    ct::test::FakeClock clock;
    LineLimiter limiter(clock);
    int admitted = 0;
    for (int key = 0; key < 10'000; ++key)
        admitted += limiter.admit(QString::number(key)).has_value() ? 1 : 0;
    // The last one is the shared key's.
    QCOMPARE(admitted, LineLimiter::mostKeys + 1);
}

void TestLineLimiter::quietKeysMakeRoom()
{
    ct::test::FakeClock clock;
    LineLimiter limiter(clock);
    for (int key = 0; key < LineLimiter::mostKeys; ++key)
        QVERIFY(limiter.admit(QString::number(key)));
    QVERIFY(!limiter.admit(u"0"_s));
    clock.advance(10s);
    QCOMPARE(limiter.admit(u"new"_s), std::optional<quint64>(0));
    QCOMPARE(limiter.admit(u"newer"_s), std::optional<quint64>(0));
    QVERIFY(!limiter.admit(u"new"_s));
}

QTEST_GUILESS_MAIN(TestLineLimiter)
#include "tst_linelimiter.moc"
