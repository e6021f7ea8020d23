// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/auditdelivery.h"
#include "server/store/auditpurge.h"
#include "server/store/audittrail.h"
#include "server/store/journal.h"
#include "tests/server/store/rows.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::store;
using ct::test::Rows;

class TestAuditPurge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesWhatIsTooOldFromTheOldestOn();
    void tellsOfItselfInTheAudit();
    void stopsAtTheFirstThatIsYoung();
    void takesNoMoreThanItsShareAtOnce();
    void leavesWhatAReceiverDoesNotHave();
    void doesNothingForItsOwnEntries();
    void comesToTheSameWhenRepeated();
    void chainGoesOnOverARestart();
    void checkGoesOnWhenAPurgeComesInBetween();
    void triggersLetNothingElseGo_data();
    void triggersLetNothingElseGo();
    void noticesWhatWasDone_data();
    void noticesWhatWasDone();
    void purgesNothingThatWasChanged_data();
    void purgesNothingThatWasChanged();

private:
    void open();
    void write(Record record);
    void addMany(int count);
    bool purge(qint64 beforeSecond, const QStringList &receivers = {}, int most = 1'000);
    QList<qint64> kept();
    AuditCheck checked(int most = 100);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    ct::test::FakeClock m_clock;
    QStringList m_said;
    std::unique_ptr<Journal> m_journal;
    qint64 m_sequence = 0;
    int m_runs = 0;
    bool m_isHeldUp = false;
    QString m_fault;
};

namespace {

/// As somebody with the file would: past the triggers.
void tamper(const QString &file, const QString &sql)
{
    const Rows rows(file);
    for (const auto &trigger :
         {u"audit_rows_stay"_s,
          u"audit_rows_are_final"_s,
          u"audit_anchor_moves_on"_s,
          u"audit_anchor_stays"_s})
        QCOMPARE(rows.of(u"DROP TRIGGER "_s + trigger), QStringList {});
    for (const QString &statement : sql.split(u';'))
        QCOMPARE(rows.of(statement), QStringList {});
}

} // namespace

void TestAuditPurge::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"edge.sqlite"_s);
    m_said.clear();
    open();
}

void TestAuditPurge::cleanup()
{
    m_journal.reset();
}

void TestAuditPurge::open()
{
    m_journal.reset();
    m_sequence = 0;
    m_journal = std::make_unique<Journal>(
        m_file, u"boot-%1"_s.arg(++m_runs), m_clock, [this](const QString &said) {
            m_said.append(said);
        });
    QVERIFY(m_journal->open());
}

void TestAuditPurge::write(Record record)
{
    record.sequence = ++m_sequence;
    const auto written = m_journal->write({record});
    QVERIFY(written);
    QVERIFY2(written.refused.empty(), qPrintable(m_said.join(u'\n')));
}

/// Each a second later than the one before, the first at second 1.
void TestAuditPurge::addMany(int count)
{
    for (int number = 1; number <= count; ++number) {
        Record record;
        record.audit
            = AuditEntry {WallTime(std::chrono::seconds(number)), u"k"_s, {}, {}, {}, u"d"_s};
        write(record);
    }
}

/// Whether there was anything.
bool TestAuditPurge::purge(qint64 beforeSecond, const QStringList &receivers, int most)
{
    const PurgeRule rule {30, WallTime(std::chrono::seconds(beforeSecond)), receivers, most};
    const auto outlook = planPurge(m_journal->database(), rule);
    m_isHeldUp = outlook && outlook->isHeldUp;
    m_fault = outlook ? outlook->fault : outlook.error().message;
    if (!outlook || !outlook->plan)
        return false;
    write(purgeRecord(*outlook->plan, rule, m_clock.wallNow()));
    return true;
}

QList<qint64> TestAuditPurge::kept()
{
    QList<qint64> numbers;
    const auto entries = auditEntries(m_journal->database(), {});
    if (!entries)
        return {-1};
    for (const KeptAuditEntry &entry : *entries)
        numbers.prepend(entry.entry);
    return numbers;
}

AuditCheck TestAuditPurge::checked(int most)
{
    AuditCheck check;
    while (!check.isComplete && check.fault.isEmpty()) {
        const auto next = checkAudit(m_journal->database(), check, most);
        if (!next)
            return {};
        check = *next;
    }
    return check;
}

void TestAuditPurge::takesWhatIsTooOldFromTheOldestOn()
{
    addMany(6);
    QVERIFY(!purge(1));
    QVERIFY(purge(4));
    QCOMPARE(kept(), (QList<qint64> {4, 5, 6, 7}));
    QVERIFY(!purge(4));
    const AuditCheck check = checked();
    QCOMPARE(check.fault, QString());
    QCOMPARE(check.checked, 4);
    QCOMPARE(check.anchor.last, 3);
    QCOMPARE(check.anchor.purged, 3);
    QVERIFY(purge(6));
    QCOMPARE(kept(), (QList<qint64> {6, 7, 8}));
    for (const int most : {1, 2, 100}) {
        QCOMPARE(checked(most).fault, QString());
        QCOMPARE(checked(most).anchor.first, 4);
        QCOMPARE(checked(most).anchor.purged, 5);
        QCOMPARE(checked(most).anchor.purgedMs, milliseconds(m_clock.wallNow()));
    }
}

void TestAuditPurge::tellsOfItselfInTheAudit()
{
    addMany(3);
    const auto before = m_journal->database().select({u"audit_after"_s, {0, 2}});
    QVERIFY(purge(3));
    const auto entries = auditEntries(m_journal->database(), {.kind = u"audit.purged"_s});
    QVERIFY(entries);
    QCOMPARE(entries->size(), 1);
    const AuditEntry &what = entries->constFirst().what;
    QCOMPARE(what.actor, QString());
    QCOMPARE(what.subject, u"1-2"_s);
    QCOMPARE(
        what.detail,
        u"2 entries older than 30 days are gone; what follows fits the hash "_s
            + before->at(1).at(8).toString());
}

void TestAuditPurge::stopsAtTheFirstThatIsYoung()
{
    addMany(2);
    Record young;
    young.audit = AuditEntry {m_clock.wallNow(), u"k"_s};
    write(young);
    addMany(2);
    QVERIFY(purge(100));
    QCOMPARE(kept(), (QList<qint64> {3, 4, 5, 6}));
}

void TestAuditPurge::takesNoMoreThanItsShareAtOnce()
{
    addMany(5);
    QVERIFY(purge(100, {}, 2));
    QCOMPARE(kept(), (QList<qint64> {3, 4, 5, 6}));
    QVERIFY(purge(100, {}, 2));
    QVERIFY(purge(100, {}, 2));
    QCOMPARE(kept(), (QList<qint64> {6, 7, 8}));
    QVERIFY(!purge(100, {}, 2));
    QCOMPARE(checked().fault, QString());
}

void TestAuditPurge::leavesWhatAReceiverDoesNotHave()
{
    addMany(5);
    QVERIFY(!purge(100, {u"syslog"_s}));
    QVERIFY(m_isHeldUp);
    QVERIFY(!purge(1, {u"syslog"_s}));
    QVERIFY(!m_isHeldUp);
    write(deliveredRecord(u"syslog"_s, 4, m_clock.wallNow()));
    QVERIFY(!purge(100, {u"syslog"_s, u"webhook"_s}));
    write(deliveredRecord(u"webhook"_s, 2, m_clock.wallNow()));
    QVERIFY(purge(100, {u"syslog"_s, u"webhook"_s}));
    QCOMPARE(kept(), (QList<qint64> {3, 4, 5, 6}));
    QVERIFY(m_isHeldUp);
    QVERIFY(purge(100, {u"syslog"_s}));
    QCOMPARE(kept(), (QList<qint64> {5, 6, 7}));
    // What a receiver gets next is what is there.
    const auto backlog = auditBacklog(m_journal->database(), u"webhook"_s, {10, 1'000});
    QCOMPARE(backlog->entries.constFirst().entry, 5);
    QCOMPARE(backlog->waiting, 3);
}

void TestAuditPurge::doesNothingForItsOwnEntries()
{
    addMany(2);
    QVERIFY(purge(100));
    QCOMPARE(kept(), QList<qint64> {3});
    // All are too old by then.
    QVERIFY(!purge(4'000'000'000));
    addMany(1);
    QVERIFY(purge(4'000'000'000));
    QCOMPARE(kept(), QList<qint64> {5});
    QCOMPARE(checked().fault, QString());
}

// After a failure of the disk of which nobody knows how far it got.
void TestAuditPurge::comesToTheSameWhenRepeated()
{
    addMany(3);
    const PurgeRule rule {30, WallTime(std::chrono::seconds(3))};
    const auto outlook = planPurge(m_journal->database(), rule);
    QVERIFY(outlook && outlook->plan);
    Record record = purgeRecord(*outlook->plan, rule, m_clock.wallNow());
    record.sequence = ++m_sequence;
    for (int time = 0; time < 2; ++time) {
        const auto written = m_journal->write({record});
        QVERIFY(written && written.refused.empty());
        QCOMPARE(kept(), (QList<qint64> {3, 4}));
    }
    QCOMPARE(checked().fault, QString());
    QCOMPARE(checked().anchor.purged, 2);
}

void TestAuditPurge::chainGoesOnOverARestart()
{
    addMany(4);
    QVERIFY(purge(100));
    open();
    addMany(1);
    open();
    QCOMPARE(kept(), (QList<qint64> {5, 6}));
    QCOMPARE(checked().fault, QString());
    QCOMPARE(m_said, QStringList());
}

void TestAuditPurge::checkGoesOnWhenAPurgeComesInBetween()
{
    addMany(6);
    const auto begun = checkAudit(m_journal->database(), {}, 2);
    QVERIFY(begun);
    QVERIFY(purge(5));
    const auto ended = checkAudit(m_journal->database(), *begun, 100);
    QVERIFY(ended && ended->isComplete);
    QCOMPARE(ended->fault, QString());
}

void TestAuditPurge::triggersLetNothingElseGo_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const QString &sql) {
        QTest::newRow(name) << sql;
    };
    row("the oldest", u"DELETE FROM audit WHERE entry = 4"_s);
    row("one in the middle", u"DELETE FROM audit WHERE entry = 5"_s);
    row("a change", u"UPDATE audit SET detail = 'x' WHERE entry = 5"_s);
    row("the anchor back", u"UPDATE audit_anchor SET last_entry = 2"_s);
    row("the anchor on", u"UPDATE audit_anchor SET last_entry = 5"_s);
    row("the anchor on with its hash",
        u"UPDATE audit_anchor SET last_entry = 5, hash = (SELECT hash FROM audit WHERE entry = 5)"_s);
    row("no anchor", u"DELETE FROM audit_anchor"_s);
    row("another anchor", u"INSERT OR REPLACE INTO audit_anchor VALUES (1, 1, 5, 'x', 5, 5, 7)"_s);
}

void TestAuditPurge::triggersLetNothingElseGo()
{
    QFETCH(QString, sql);
    addMany(6);
    QVERIFY(purge(4));
    QCOMPARE(Rows(m_file).of(sql).size(), 1);
    QCOMPARE(kept(), (QList<qint64> {4, 5, 6, 7}));
    QCOMPARE(checked().fault, QString());
}

void TestAuditPurge::noticesWhatWasDone_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QString &sql, const QString &fault) {
        QTest::newRow(name) << sql << fault;
    };
    row("changed",
        u"UPDATE audit SET detail = 'x' WHERE entry = 6"_s,
        u"Entry 6 does not fit the one before it (5)"_s);
    row("removed first",
        u"DELETE FROM audit WHERE entry = 4"_s,
        u"Entry 5 does not fit the one before it (3)"_s);
    row("removed in the middle",
        u"DELETE FROM audit WHERE entry = 5"_s,
        u"Entry 6 does not fit the one before it (4)"_s);
    row("removed last",
        u"DELETE FROM audit WHERE entry = 7"_s,
        u"The chain ends with entry 6, but there was an entry 7"_s);
    row("removed all",
        u"DELETE FROM audit"_s,
        u"The chain ends with entry 3, but there was an entry 7"_s);
    row("removed with the anchor moved",
        u"UPDATE audit_anchor SET last_entry = 4, hash = (SELECT hash FROM audit WHERE entry = 4);"
        "DELETE FROM audit WHERE entry = 4"_s,
        u"The chain begins behind entry 4, but no entry tells of a purge up to there"_s);
    row("removed as if the purge had taken it",
        u"UPDATE audit_anchor SET first_entry = 1, last_entry = 5, hash = (SELECT hash FROM audit "
        "WHERE entry = 5), recorded_by = 7;DELETE FROM audit WHERE entry < 6"_s,
        u"The chain begins behind entry 5, but no entry tells of a purge up to there"_s);
    row("an anchor without its purge",
        u"UPDATE audit_anchor SET last_entry = 0, hash = ''"_s,
        u"Entry 4 does not fit the one before it (0)"_s);
    row("an anchor with another hash",
        u"UPDATE audit_anchor SET hash = 'x'"_s,
        u"Entry 4 does not fit the one before it (3)"_s);
    row("no anchor",
        u"DELETE FROM audit_anchor"_s,
        u"Entry 4 does not fit the one before it (0)"_s);
    row("put before the beginning",
        u"INSERT INTO audit SELECT 2, boot, 99, at_ms, kind, actor, address, subject, detail, hash "
        "FROM audit WHERE entry = 4"_s,
        u"Entry 2 stands before the beginning"_s);
}

void TestAuditPurge::noticesWhatWasDone()
{
    QFETCH(QString, sql);
    QFETCH(QString, fault);
    addMany(6);
    QVERIFY(purge(4));
    tamper(m_file, sql);
    for (const int most : {2, 100})
        QVERIFY2(checked(most).fault.startsWith(fault), qPrintable(checked(most).fault));
}

void TestAuditPurge::purgesNothingThatWasChanged_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QString &sql, const QString &fault) {
        QTest::newRow(name) << sql << fault;
    };
    row("made old, with another subject",
        u"UPDATE audit SET at_ms = 0, subject = 'x' WHERE entry BETWEEN 4 AND 6"_s,
        u"Entry 4 does not fit the one before it (3)"_s);
    row("only made old",
        u"UPDATE audit SET at_ms = 0 WHERE entry = 5"_s,
        u"Entry 5 does not fit the one before it (4)"_s);
    row("removed first",
        u"DELETE FROM audit WHERE entry = 4"_s,
        u"Entry 5 does not fit the one before it (3)"_s);
    row("removed in the middle",
        u"DELETE FROM audit WHERE entry = 5"_s,
        u"Entry 6 does not fit the one before it (4)"_s);
    row("another hash",
        u"UPDATE audit SET hash = 'x' WHERE entry = 6"_s,
        u"Entry 6 does not fit the one before it (5)"_s);
    row("no anchor", u"DELETE FROM audit_anchor"_s, u"Entry 4 does not fit the one before it"_s);
    row("another anchor",
        u"UPDATE audit_anchor SET last_entry = 4, hash = (SELECT hash FROM audit WHERE entry = 4)"_s,
        u"Entry 4 stands before the beginning"_s);
    row("removed with the anchor moved",
        u"UPDATE audit_anchor SET last_entry = 4, hash = (SELECT hash FROM audit WHERE entry = 4);"
        "DELETE FROM audit WHERE entry = 4"_s,
        u"The chain begins behind entry 4, but no entry tells of a purge up to there"_s);
}

// It would be gone, and the rest be sound.
void TestAuditPurge::purgesNothingThatWasChanged()
{
    QFETCH(QString, sql);
    QFETCH(QString, fault);
    addMany(6);
    QVERIFY(purge(4));
    QCOMPARE(m_fault, QString());
    tamper(m_file, sql);
    const QList<qint64> before = kept();
    QVERIFY(!purge(100));
    QVERIFY2(m_fault.startsWith(fault), qPrintable(m_fault));
    QVERIFY(!m_isHeldUp);
    QCOMPARE(kept(), before);
    QVERIFY2(checked().fault.startsWith(fault), qPrintable(checked().fault));
}

QTEST_GUILESS_MAIN(TestAuditPurge)
#include "tst_auditpurge.moc"
