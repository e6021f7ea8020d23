// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/totals.h"
#include "tests/server/store/rows.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::app;
using metrics::Ide;

class TestTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void countFromRunToRun();
    void needNoEndToBeKept();
    void takeTheOldFileInOnce();
    void putAFileAsideThatHasNone_data();
    void putAFileAsideThatHasNone();
    void startWhileTheDatabaseCannotBeRead();
    void bringAgainWhatFoundNoRoom();
    void foldFormerRuns();

private:
    void run();
    void host(int sessions);
    void writeOldFile(const QByteArray &text) const;
    QString oldFile() const { return m_folder->filePath(u"totals.json"_s); }
    qint64 kept(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    store::StoreConfig m_config;
    test::FakeClock m_clock;
    test::CountingRandom m_random;
    QStringList m_said;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Totals> m_totals;
};

void TestTotals::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_config = {};
    m_config.file = m_folder->filePath(u"edge.sqlite"_s);
    m_config.firstRetry = std::chrono::milliseconds(5);
    m_config.longestRetry = std::chrono::milliseconds(20);
    m_said.clear();
}

void TestTotals::cleanup()
{
    m_totals.reset();
    m_store.reset();
}

/// Ends the run before, if there was one, as a kill would: nothing is said to the totals.
void TestTotals::run()
{
    cleanup();
    m_store = std::make_unique<store::Store>(m_config, m_clock, m_random, [](const QString &) {});
    QVERIFY(m_store->start());
    // Nobody else's thread says anything while this one waits for it.
    m_totals = std::make_unique<Totals>(
        *m_store, m_random, [this](const QString &sentence) { m_said.append(sentence); });
    m_totals->begin(oldFile(), std::chrono::milliseconds(10));
}

void TestTotals::host(int sessions)
{
    session::SessionEvent event;
    for (int count = 0; count < sessions; ++count) {
        event.kind = session::SessionEvent::Kind::Created;
        m_totals->record(event);
        event.kind = session::SessionEvent::Kind::Joined;
        m_totals->record(event);
    }
}

void TestTotals::writeOldFile(const QByteArray &text) const
{
    QFile file(oldFile());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

qint64 TestTotals::kept(const QString &name) const
{
    const auto sql = u"SELECT SUM(value) FROM totals WHERE name = '%1'"_s;
    return test::Rows(m_config.file).of(sql.arg(name)).value(0).toLongLong();
}

void TestTotals::countFromRunToRun()
{
    run();
    QCOMPARE(m_totals->hostedBefore(), 0U);
    host(3);
    m_totals->countDownload(Ide::Eclipse);
    m_totals->countDownload(Ide::Eclipse);
    // What this run counts is not what was before.
    QCOMPARE(m_totals->hostedBefore(), 0U);
    QCOMPARE(m_totals->downloads().total(), 2U);
    run();
    QCOMPARE(m_totals->hostedBefore(), 3U);
    QCOMPARE(m_totals->downloads().byIde, (std::array<quint64, 3> {0, 0, 2}));
    host(4);
    m_totals->countDownload(Ide::VsCode);
    QCOMPARE(m_totals->downloads().byIde, (std::array<quint64, 3> {1, 0, 2}));
    QCOMPARE(m_totals->downloadsBefore().total(), 2U);
    run();
    QCOMPARE(m_totals->hostedBefore(), 7U);
    QCOMPARE(m_totals->downloads().byIde, (std::array<quint64, 3> {1, 0, 2}));
}

void TestTotals::needNoEndToBeKept()
{
    run();
    host(2);
    m_totals->countDownload(Ide::IntelliJ);
    QVERIFY(m_store->flush());
    QCOMPARE(kept(u"sessions.hosted"_s), 2);
    QCOMPARE(kept(u"downloads.intellij"_s), 1);
}

void TestTotals::takeTheOldFileInOnce()
{
    const QByteArray text = R"({"sessionsHosted":40,"downloads":{"vscode":7,"eclipse":1}})";
    writeOldFile(text);
    run();
    QCOMPARE(m_totals->hostedBefore(), 40U);
    QCOMPARE(m_totals->downloads().byIde, (std::array<quint64, 3> {7, 0, 1}));
    QVERIFY(!QFile::exists(oldFile()));
    QVERIFY(QFile::exists(oldFile() + u".imported"_s));
    QCOMPARE(m_said.size(), 1);
    host(2);
    // As if the server had been killed before the file was renamed.
    writeOldFile(text);
    run();
    QCOMPARE(m_totals->hostedBefore(), 42U);
    run();
    QCOMPARE(m_totals->hostedBefore(), 42U);
}

void TestTotals::putAFileAsideThatHasNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("torn") << R"({"sessionsHosted":40,"down)"_ba;
    QTest::newRow("list") << "[1, 2]"_ba;
    QTest::newRow("long") << QByteArray(1 << 20, '{');
}

void TestTotals::putAFileAsideThatHasNone()
{
    QFETCH(QByteArray, text);
    writeOldFile(text);
    run();
    QCOMPARE(m_totals->hostedBefore(), 0U);
    QVERIFY(!QFile::exists(oldFile()));
    QCOMPARE(QFileInfo(oldFile() + u".damaged"_s).size(), text.size());
    QCOMPARE(m_said.size(), 1);
}

void TestTotals::startWhileTheDatabaseCannotBeRead()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"db"_s));
    m_config.file = m_folder->filePath(u"db/edge.sqlite"_s);
    run();
    host(5);
    cleanup();
    QVERIFY(QDir(m_folder->path()).rename(u"db"_s, u"away"_s));
    writeOldFile(R"({"sessionsHosted":100})");
    run();
    QVERIFY(m_store->fault());
    host(2);
    QCOMPARE(m_totals->hostedBefore(), 0U);
    QVERIFY(QFile::exists(oldFile()));
    QVERIFY(QDir(m_folder->path()).rename(u"away"_s, u"db"_s));
    QTRY_COMPARE(m_totals->hostedBefore(), 105U);
    run();
    QCOMPARE(m_totals->hostedBefore(), 107U);
}

void TestTotals::bringAgainWhatFoundNoRoom()
{
    m_config.queue = 2;
    m_config.file = m_folder->filePath(u"later/edge.sqlite"_s);
    run();
    host(9);
    QCOMPARE(m_store->counters().dropped, 7U);
    QVERIFY(QDir(m_folder->path()).mkdir(u"later"_s));
    QTRY_VERIFY(!m_store->fault());
    QTRY_COMPARE(kept(u"sessions.hosted"_s), 9);
}

void TestTotals::foldFormerRuns()
{
    for (int count = 0; count < 6; ++count) {
        run();
        host(1);
    }
    run();
    QCOMPARE(m_totals->hostedBefore(), 6U);
    const test::Rows rows(m_config.file);
    QCOMPARE(
        rows.of(u"SELECT boot, name, value FROM totals"_s),
        QStringList {u"before|sessions.hosted|6"_s});
}

QTEST_GUILESS_MAIN(TestTotals)
#include "tst_totals.moc"
