// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/reloader.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::app;

class TestReloader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void preparesElsewhereAndAppliesHere();
    void appliesInTheOrderOfTheParts();
    void wrongSettingsChangeNothing();
    void aPartThatFailsStaysAsItWas();
    void namesWhatWaits();
    void knowsWhatIsInForce();
    void answersEverybodyWhoAsks();
    void waitsForItsThread();

private:
    using Outcome = std::variant<config::ReloadedConfig, config::ConfigFaults>;

    std::unique_ptr<Reloader> made();
    ReloadReport run(Reloader &reloader);

    Outcome m_next;
    std::atomic<int> m_loads {0};
};

void TestReloader::init()
{
    m_next = config::ReloadedConfig {};
    m_loads = 0;
}

std::unique_ptr<Reloader> TestReloader::made()
{
    return std::make_unique<Reloader>(
        config::LoadedConfig {}, [this](const config::LoadedConfig &) {
            ++m_loads;
            return m_next;
        });
}

ReloadReport TestReloader::run(Reloader &reloader)
{
    std::optional<ReloadReport> report;
    reloader.reload([&](const ReloadReport &finished) { report = finished; });
    if (!QTest::qWaitFor([&] { return report.has_value(); }))
        qFatal("not finished");
    return *report;
}

void TestReloader::preparesElsewhereAndAppliesHere()
{
    const auto reloader = made();
    QThread *preparedOn = nullptr;
    QThread *appliedOn = nullptr;
    reloader->add(u"A"_s, [&](const config::ServerConfig &) -> Result<Reloader::Apply> {
        preparedOn = QThread::currentThread();
        return Reloader::Apply([&] { appliedOn = QThread::currentThread(); });
    });
    QVERIFY(run(*reloader).isDone);
    QVERIFY(preparedOn && preparedOn != thread());
    QCOMPARE(appliedOn, thread());
}

void TestReloader::appliesInTheOrderOfTheParts()
{
    const auto reloader = made();
    QString order;
    reloader->addOnMain(u"A"_s, [&](const config::ServerConfig &) { order += u'a'; });
    reloader->addOnMain(u"B"_s, [&](const config::ServerConfig &) { order += u'b'; });
    run(*reloader);
    QCOMPARE(order, u"ab"_s);
}

void TestReloader::wrongSettingsChangeNothing()
{
    const auto reloader = made();
    bool isTouched = false;
    reloader->addOnMain(u"A"_s, [&](const config::ServerConfig &) { isTouched = true; });
    m_next = config::ConfigFaults {{u"X is wrong"_s}, {u"Y is odd"_s}};
    const ReloadReport report = run(*reloader);
    QVERIFY(!report.isDone);
    QVERIFY(!isTouched);
    QCOMPARE(report.errors.size(), 2);
    QCOMPARE(report.errors[0], u"X is wrong"_s);
    QVERIFY(report.errors[1].contains(u"nothing has changed"_s));
    QCOMPARE(report.warnings, QStringList {u"Y is odd"_s});
}

void TestReloader::aPartThatFailsStaysAsItWas()
{
    const auto reloader = made();
    bool isTouched = false;
    reloader->add(u"The key"_s, [](const config::ServerConfig &) -> Result<Reloader::Apply> {
        return Error {ErrorCode::NotFound, u"no such file"_s};
    });
    reloader->addOnMain(u"B"_s, [&](const config::ServerConfig &) { isTouched = true; });
    const ReloadReport report = run(*reloader);
    QVERIFY(report.isDone);
    QVERIFY(isTouched);
    QCOMPARE(report.errors, QStringList {u"The key stays as it was: no such file"_s});
}

void TestReloader::namesWhatWaits()
{
    const auto reloader = made();
    m_next = config::ReloadedConfig {{}, {u"A"_s, u"B"_s}, {u"C"_s}};
    const ReloadReport report = run(*reloader);
    QVERIFY(report.summary.endsWith(u"A, B"_s));
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY(report.warnings[0].startsWith(u"C has changed"_s));
}

void TestReloader::knowsWhatIsInForce()
{
    const auto reloader = made();
    config::ReloadedConfig next;
    next.loaded.config.owner = u"Ann"_s;
    m_next = next;
    run(*reloader);
    QCOMPARE(reloader->inForce().config.owner, u"Ann"_s);
    m_next = config::ConfigFaults {{u"X is wrong"_s}, {}};
    run(*reloader);
    QCOMPARE(reloader->inForce().config.owner, u"Ann"_s);
}

void TestReloader::answersEverybodyWhoAsks()
{
    const auto reloader = made();
    int finished = 0;
    for (int i = 0; i < 5; ++i)
        reloader->reload([&](const ReloadReport &) { ++finished; });
    QTRY_COMPARE(finished, 5);
    // Those who came while the first was under way share one.
    QCOMPARE(m_loads.load(), 2);
    reloader->reload({});
    QTRY_COMPARE(m_loads.load(), 3);
}

void TestReloader::waitsForItsThread()
{
    auto reloader = made();
    QSemaphore hasBegun;
    bool hasEnded = false;
    reloader->add(u"A"_s, [&](const config::ServerConfig &) -> Result<Reloader::Apply> {
        hasBegun.release();
        QThread::yieldCurrentThread();
        hasEnded = true;
        return Reloader::Apply([] {});
    });
    reloader->reload({});
    hasBegun.acquire();
    reloader.reset();
    QVERIFY(hasEnded);
}

QTEST_GUILESS_MAIN(TestReloader)
#include "tst_reloader.moc"
