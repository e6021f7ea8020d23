// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/widgets/timechart.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using ct::console::widgets::SeriesModel;
using ct::console::widgets::TimeChart;

class TestTimeChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheNewestFirst();
    void forgetsTheOldest();
    void drawsWhatTheTableHas();
    void showsAnOnlyPoint();
    void followsThePalette();
};

void TestTimeChart::showsTheNewestFirst()
{
    SeriesModel model({u"Users"_s});
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({{1000, {1}}, {2000, {2.5}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 1).data().toString(), QLocale().toString(2.5));
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Users"_s);
}

void TestTimeChart::forgetsTheOldest()
{
    SeriesModel model({u"Users"_s});
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 1; i <= 20; ++i)
        model.append({i * 1000LL, {double(i)}}, 5);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.rows().constFirst().atMs, 16'000);
    QCOMPARE(model.index(0, 1).data().toString(), u"20"_s);
}

void TestTimeChart::drawsWhatTheTableHas()
{
    TimeChart chart(u"Users now"_s, {u"Users"_s});
    chart.resize(400, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    auto *nothing = chart.findChild<QLabel *>();
    QVERIFY(nothing->isVisible() && !nothing->text().isEmpty());
    const QImage empty = chart.grab().toImage();
    chart.series().setRows({{1'000'000, {1}}, {2'000'000, {7}}});
    QTRY_VERIFY(chart.grab().toImage() != empty);
    QVERIFY(!nothing->isVisible());
    const QImage before = chart.grab().toImage();
    chart.setLimit(20);
    QTRY_VERIFY(chart.grab().toImage() != before);
    auto *table = chart.findChild<QTableView *>();
    QVERIFY(!table->isVisible());
    chart.findChild<QCheckBox *>(u"asTable"_s)->click();
    QVERIFY(table->isVisible());
    QCOMPARE(table->accessibleName(), u"Users now"_s);
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestTimeChart::showsAnOnlyPoint()
{
    TimeChart chart(u"Users now"_s, {u"Users"_s});
    chart.setLimit(10);
    chart.series().setRows({{1'000'000, {2}}});
    chart.resize(400, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QImage low = chart.grab().toImage();
    chart.series().setRows({{1'000'000, {6}}});
    QTRY_VERIFY(chart.grab().toImage() != low);
}

void TestTimeChart::followsThePalette()
{
    TimeChart chart(u"Users now"_s, {u"Users"_s});
    chart.series().setRows({{1'000'000, {0}}, {2'000'000, {0}}});
    chart.resize(400, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    chart.setPalette(dark);
    QTRY_COMPARE(chart.grab().toImage().pixelColor(200, 100).lightness(), 0);
}

QTEST_MAIN(TestTimeChart)
#include "tst_timechart.moc"
