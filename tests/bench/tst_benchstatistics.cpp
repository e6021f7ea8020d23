// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/barchart.h"
#include "tests/bench/goals.h"
#include "tests/bench/histogram.h"

#include <QTest>

using namespace ct::bench;
using namespace Qt::StringLiterals;

class TestBenchStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesSmallValuesExactly();
    void givesQuantilesWithinOnePercent();
    void isEmptyAtFirstAndWhenCleared();
    void takesTimesBelowZeroAsZero();
    void takesTheLargestTime();
    void addsUp();
    void findsTheMedian();
    void judgesGoals_data();
    void judgesGoals();
    void faultsSpoilAGoodFigure();
    void saysWhatIsNotMeasured();
    void drawsABarForEachValue();
};

void TestBenchStatistics::givesSmallValuesExactly()
{
    Histogram histogram;
    for (int i = 1; i <= 100; ++i)
        histogram.add(i);
    QCOMPARE(histogram.quantile(0.5), 50);
    QCOMPARE(histogram.quantile(0.99), 99);
    QCOMPARE(histogram.quantile(1), 100);
    QCOMPARE(histogram.quantile(0), 1);
}

void TestBenchStatistics::givesQuantilesWithinOnePercent()
{
    Histogram histogram;
    constexpr int values = 100'000;
    for (int i = 1; i <= values; ++i)
        histogram.add(std::int64_t(i) * 1'000);
    for (const double share : {0.01, 0.25, 0.5, 0.9, 0.99, 0.999}) {
        const double exact = share * values * 1'000;
        const double found = double(histogram.quantile(share));
        QVERIFY2(
            found >= exact * 0.999 && found <= exact * 1.01,
            qPrintable(QString::number(found / exact)));
    }
}

void TestBenchStatistics::isEmptyAtFirstAndWhenCleared()
{
    Histogram histogram;
    QCOMPARE(histogram.quantile(0.99), 0);
    histogram.add(7);
    histogram.clear();
    QCOMPARE(histogram.count(), 0U);
    QCOMPARE(histogram.quantile(0.99), 0);
    QCOMPARE(histogram.most(), 0);
}

void TestBenchStatistics::takesTimesBelowZeroAsZero()
{
    Histogram histogram;
    histogram.add(-5);
    QCOMPARE(histogram.count(), 1U);
    QCOMPARE(histogram.quantile(1), 0);
}

void TestBenchStatistics::takesTheLargestTime()
{
    Histogram histogram;
    const auto largest = std::numeric_limits<std::int64_t>::max();
    histogram.add(largest);
    QCOMPARE(histogram.quantile(0.5), largest);
}

void TestBenchStatistics::addsUp()
{
    Histogram first;
    Histogram second;
    first.add(10);
    second.add(1'000);
    first.add(second);
    first.add(Histogram());
    QCOMPARE(first.count(), 2U);
    QCOMPARE(first.quantile(0.5), 10);
    QCOMPARE(first.most(), 1'000);
}

void TestBenchStatistics::findsTheMedian()
{
    QCOMPARE(median({}), 0.0);
    QCOMPARE(median({3}), 3.0);
    QCOMPARE(median({9, 1, 5}), 5.0);
    QCOMPARE(median({4, 1, 2, 3}), 2.5);
}

void TestBenchStatistics::judgesGoals_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("reached");
    QTest::newRow("below") << 0.8 << u"**no**"_s;
    QTest::newRow("least") << 0.85 << u"yes"_s;
    QTest::newRow("most") << 1.15 << u"yes"_s;
    QTest::newRow("above") << 1.2 << u"**no**"_s;
}

void TestBenchStatistics::judgesGoals()
{
    QFETCH(const double, value);
    QFETCH(const QString, reached);
    const Goal goal {u"idle"_s, u"± 15 %"_s, u"idle"_s, u"cpuRatio.vs"_s, 1, 0.85, 1.15};
    const ResultSet results {{u"idle"_s, {{u"cpuRatio"_s, QJsonObject {{u"vs"_s, value}}}}}};
    QCOMPARE(judge(goal, results).reached, reached);
}

void TestBenchStatistics::faultsSpoilAGoodFigure()
{
    const Goal goal {u"joins"_s, u"≤ 50"_s, u"joins"_s, u"p99Ms"_s, 1, 0, 50};
    const ResultSet results {{u"joins"_s, {{u"p99Ms"_s, 3}, {u"faults"_s, u"1 lost"_s}}}};
    QCOMPARE(judge(goal, results).reached, u"no"_s);
    QVERIFY(judge(goal, results).figure.contains(u"1 lost"_s));
}

void TestBenchStatistics::saysWhatIsNotMeasured()
{
    const QList<Goal> goals = allGoals();
    QVERIFY(goals.size() > 20);
    for (const Goal &goal : goals)
        QCOMPARE(judge(goal, {}).figure, u"not measured"_s);
}

void TestBenchStatistics::drawsABarForEachValue()
{
    const BarChart chart {
        u"a < b"_s, u"µs"_s, {u"server"_s, u"floor"_s}, {{u"one"_s, {2, 1}}, {u"two"_s, {-1, 3}}}};
    const QString svg = toSvg(chart);
    // The background, two of the legend, three bars.
    QCOMPARE(svg.count(u"<rect"_s), 6);
    QVERIFY(svg.contains(u"a &lt; b"_s));
}

QTEST_GUILESS_MAIN(TestBenchStatistics)
#include "tst_benchstatistics.moc"
