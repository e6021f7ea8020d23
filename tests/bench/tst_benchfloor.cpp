// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program as people call it, against a floor with and without faults.
class TestBenchFloor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNoFaultInTheFloor();
    void failsOverFaults_data();
    void failsOverFaults();
    void saysWhenThereIsNoServer();
    void refusesNonsense();

private:
    struct Ended {
        int code = -1;
        QString output;
        QString errors;
    };
    static Ended run(const QStringList &arguments);
    static Ended againstFloor(const QString &fault);
};

TestBenchFloor::Ended TestBenchFloor::run(const QStringList &arguments)
{
    QProcess bench;
    bench.start(QStringLiteral(CT_BENCH_BIN), arguments);
    if (!bench.waitForFinished(50'000))
        return {};
    return {
        bench.exitCode(),
        QString::fromUtf8(bench.readAllStandardOutput()),
        QString::fromUtf8(bench.readAllStandardError())};
}

TestBenchFloor::Ended TestBenchFloor::againstFloor(const QString &fault)
{
    QProcess floor;
    floor.start(
        QStringLiteral(CT_BENCH_BIN), {u"floor"_s, u"--port"_s, u"0"_s, u"--fault"_s, fault});
    floor.waitForReadyRead(10'000);
    const QString port = QString::fromUtf8(floor.readLine()).section(u' ', -1).trimmed();
    const Ended ended = run(
        {u"compare"_s,
         u"--server"_s,
         u"http://127.0.0.1:"_s + port,
         u"--transport"_s,
         u"floor"_s,
         u"--rooms"_s,
         u"2"_s,
         u"--peers"_s,
         u"4"_s,
         u"--burst"_s,
         u"8"_s,
         u"--rate"_s,
         u"200"_s,
         u"--seconds"_s,
         u"0.3"_s,
         u"--warm-up"_s,
         u"0"_s,
         u"--drain"_s,
         u"1"_s});
    floor.kill();
    floor.waitForFinished();
    return ended;
}

void TestBenchFloor::findsNoFaultInTheFloor()
{
    const Ended ended = againstFloor(u"none"_s);
    QVERIFY2(ended.code == 0, qPrintable(ended.output + ended.errors));
}

void TestBenchFloor::failsOverFaults_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("lose") << u"lost"_s;
    QTest::newRow("double") << u"doubled"_s;
    QTest::newRow("swap") << u"reordered"_s;
    QTest::newRow("damage") << u"damaged"_s;
}

void TestBenchFloor::failsOverFaults()
{
    QFETCH(const QString, word);
    const Ended ended = againstFloor(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(ended.code, 1);
    QVERIFY2(
        ended.output.contains(QRegularExpression(u"[1-9][0-9]* "_s + word)),
        qPrintable(ended.output));
}

void TestBenchFloor::saysWhenThereIsNoServer()
{
    const Ended ended = run({u"compare"_s, u"--server"_s, u"http://127.0.0.1:1"_s});
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.errors.contains(u"refused"_s), qPrintable(ended.errors));
}

void TestBenchFloor::refusesNonsense()
{
    QCOMPARE(run({u"compare"_s}).code, 2);
    QCOMPARE(run({u"compare"_s, u"--floor"_s, u"--rooms"_s, u"0"_s}).code, 2);
    QCOMPARE(run({u"compare"_s, u"--floor"_s, u"--burst"_s, u"many"_s}).code, 2);
    QCOMPARE(run({u"compare"_s, u"--floor"_s, u"--size"_s, u"10"_s}).code, 2);
    QCOMPARE(run({u"dance"_s}).code, 2);
}

QTEST_GUILESS_MAIN(TestBenchFloor)
#include "tst_benchfloor.moc"
