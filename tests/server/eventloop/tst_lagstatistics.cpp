// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/lagmeter.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <thread>

using namespace ct::server::eventloop;
using namespace std::chrono_literals;

class TestLagStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void sortsIntoBucketsWithTheirUpperBounds();
    void forgetsMeanAndLongestAfterTenSeconds();
    void takesBeingEarlyForBeingInTime();
    void seesARealStall();

private:
    ct::test::FakeClock m_clock;
    LagStatistics m_statistics;
};

void TestLagStatistics::isEmptyAtFirst()
{
    const LagFigures figures = LagStatistics().figures(m_clock.now());
    QCOMPARE(figures.mean, 0.0);
    QCOMPARE(figures.longest, 0.0);
    QCOMPARE(figures.sum, 0.0);
}

void TestLagStatistics::sortsIntoBucketsWithTheirUpperBounds()
{
    LagStatistics statistics;
    for (const auto lag : {500us, 501us, 1'000us})
        statistics.add(lag, m_clock.now());
    statistics.add(1h, m_clock.now());
    const LagFigures figures = statistics.figures(m_clock.now());
    QCOMPARE(figures.counts[0], 1U);
    QCOMPARE(figures.counts[1], 2U);
    QCOMPARE(figures.counts.back(), 1U);
    QCOMPARE(std::accumulate(figures.counts.begin(), figures.counts.end(), 0U), 4U);
    QVERIFY(qAbs(figures.sum - 3600.002001) < 1e-6);
}

void TestLagStatistics::forgetsMeanAndLongestAfterTenSeconds()
{
    m_statistics.add(100ms, m_clock.now());
    m_statistics.add(300ms, m_clock.now());
    QCOMPARE(m_statistics.figures(m_clock.now()).mean, 0.2);
    m_clock.advance(5s);
    m_statistics.add(200ms, m_clock.now());
    QCOMPARE(m_statistics.figures(m_clock.now()).longest, 0.3);
    m_clock.advance(5s);
    QCOMPARE(m_statistics.figures(m_clock.now()).longest, 0.2);
    QCOMPARE(m_statistics.figures(m_clock.now()).mean, 0.2);
    m_clock.advance(5s);
    const LagFigures figures = m_statistics.figures(m_clock.now());
    QCOMPARE(figures.longest, 0.0);
    QCOMPARE(figures.mean, 0.0);
    QVERIFY(qAbs(figures.sum - 0.6) < 1e-9);
}

void TestLagStatistics::takesBeingEarlyForBeingInTime()
{
    LagStatistics statistics;
    statistics.add(-5ms, m_clock.now());
    QCOMPARE(statistics.figures(m_clock.now()).sum, 0.0);
}

void TestLagStatistics::seesARealStall()
{
    const ct::SystemClock clock;
    const LagMeter meter(clock);
    // The stall itself is what is measured here.
    std::this_thread::sleep_for(300ms);
    QTRY_VERIFY(meter.figures().longest >= 0.15);
    QVERIFY(meter.figures().mean > 0);
}

QTEST_GUILESS_MAIN(TestLagStatistics)
#include "tst_lagstatistics.moc"
