// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

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

class TestAuditTrail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void givesTheNewestFirst();
    void givesEntriesAsTheyWere();
    void filters_data();
    void filters();
    void turnsPagesWithoutGaps();
    void takesWordsForWordsOnly_data();
    void takesWordsForWordsOnly();
    void checksAnEmptyTrail();
    void checksInPieces();
    void noticesWhatWasDone_data();
    void noticesWhatWasDone();

private:
    void add(const AuditEntry &entry);
    void addMany(int count);
    QList<qint64> found(const AuditFilter &filter);
    AuditCheck checked(int most, int *pieces = nullptr);
    void tamper(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    ct::test::FakeClock m_clock;
    std::unique_ptr<Journal> m_journal;
    qint64 m_sequence = 0;
};

void TestAuditTrail::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"edge.sqlite"_s);
    m_sequence = 0;
    m_journal = std::make_unique<Journal>(m_file, u"boot"_s, m_clock, [](const QString &) {});
    QVERIFY(m_journal->open());
}

void TestAuditTrail::cleanup()
{
    m_journal.reset();
}

void TestAuditTrail::add(const AuditEntry &entry)
{
    Record record;
    record.audit = entry;
    record.sequence = ++m_sequence;
    const auto written = m_journal->write({record});
    QVERIFY(written);
    QVERIFY(written.refused.empty());
}

/// Entries 1 to `count`, a second apart from 1000 ms on.
void TestAuditTrail::addMany(int count)
{
    for (int number = 1; number <= count; ++number)
        add(
            {WallTime(std::chrono::seconds(number)),
             number % 2 == 1 ? u"session.created"_s : u"login.locked"_s,
             number % 3 == 0 ? u"Ann"_s : u"Bob"_s,
             u"192.0.2.1"_s,
             u"room-%1"_s.arg(number % 4),
             u"detail %1"_s.arg(number)});
}

QList<qint64> TestAuditTrail::found(const AuditFilter &filter)
{
    const auto entries = auditEntries(m_journal->database(), filter);
    QList<qint64> numbers;
    if (!entries)
        return {-1};
    for (const KeptAuditEntry &entry : *entries)
        numbers.append(entry.entry);
    return numbers;
}

AuditCheck TestAuditTrail::checked(int most, int *pieces)
{
    AuditCheck check;
    for (int count = 1; count <= 100; ++count) {
        const auto next = checkAudit(m_journal->database(), check, most);
        if (!next)
            return {};
        check = *next;
        if (pieces)
            *pieces = count;
        if (check.isComplete || !check.fault.isEmpty())
            break;
    }
    return check;
}

/// As somebody with the file would: past the triggers.
void TestAuditTrail::tamper(const QString &sql)
{
    const Rows rows(m_file);
    QCOMPARE(rows.of(u"DROP TRIGGER IF EXISTS audit_rows_stay"_s), QStringList {});
    QCOMPARE(rows.of(u"DROP TRIGGER IF EXISTS audit_rows_are_final"_s), QStringList {});
    QCOMPARE(rows.of(sql), QStringList {});
}

void TestAuditTrail::givesTheNewestFirst()
{
    addMany(5);
    QCOMPARE(found({}), (QList<qint64> {5, 4, 3, 2, 1}));
}

void TestAuditTrail::givesEntriesAsTheyWere()
{
    const AuditEntry entry {
        WallTime(std::chrono::milliseconds(1'700'000'000'123)),
        u"dashboard.login"_s,
        u"Zoë \"Z\" O'Hara"_s,
        u"2001:db8::1"_s,
        u"dashboard"_s,
        u"a line\nand another; DROP TABLE audit"_s};
    add(entry);
    const auto entries = auditEntries(m_journal->database(), {});
    QVERIFY(entries);
    QCOMPARE(entries->size(), 1);
    const AuditEntry &kept = entries->constFirst().what;
    QCOMPARE(milliseconds(kept.at), 1'700'000'000'123);
    QCOMPARE(kept.kind, entry.kind);
    QCOMPARE(kept.actor, entry.actor);
    QCOMPARE(kept.address, entry.address);
    QCOMPARE(kept.subject, entry.subject);
    QCOMPARE(kept.detail, entry.detail);
}

void TestAuditTrail::filters_data()
{
    QTest::addColumn<AuditFilter>("filter");
    QTest::addColumn<QList<qint64>>("expected");
    using Numbers = QList<qint64>;
    QTest::newRow("kind") << AuditFilter {.kind = u"login.locked"_s} << Numbers {8, 6, 4, 2};
    QTest::newRow("beginning of a kind")
        << AuditFilter {.kind = u"session"_s} << Numbers {7, 5, 3, 1};
    QTest::newRow("no such kind") << AuditFilter {.kind = u"session.created.not"_s} << Numbers {};
    QTest::newRow("actor") << AuditFilter {.actor = u"Ann"_s} << Numbers {6, 3};
    QTest::newRow("a part of an actor") << AuditFilter {.actor = u"An"_s} << Numbers {};
    QTest::newRow("subject") << AuditFilter {.subject = u"room-0"_s} << Numbers {8, 4};
    QTest::newRow("since, included") << AuditFilter {.sinceMs = 7'000} << Numbers {8, 7};
    QTest::newRow("until, not included") << AuditFilter {.untilMs = 3'000} << Numbers {2, 1};
    QTest::newRow("before") << AuditFilter {.before = 3} << Numbers {2, 1};
    QTest::newRow("most") << AuditFilter {.most = 2} << Numbers {8, 7};
    QTest::newRow("none") << AuditFilter {.most = 0} << Numbers {};
    QTest::newRow("all at once") << AuditFilter {
        .kind = u"session"_s,
        .actor = u"Bob"_s,
        .sinceMs = 2'000,
        .untilMs = 8'000,
        .before = 7,
        .most = 5} << Numbers {5};
}

void TestAuditTrail::filters()
{
    QFETCH(AuditFilter, filter);
    QFETCH(QList<qint64>, expected);
    addMany(8);
    QCOMPARE(found(filter), expected);
}

void TestAuditTrail::turnsPagesWithoutGaps()
{
    addMany(7);
    QList<qint64> all;
    AuditFilter filter {.most = 3};
    for (int page = 0; page < 4; ++page) {
        const QList<qint64> numbers = found(filter);
        all += numbers;
        if (!numbers.isEmpty())
            filter.before = numbers.constLast();
        // What comes meanwhile does not move the pages.
        addMany(1);
    }
    QCOMPARE(all, (QList<qint64> {7, 6, 5, 4, 3, 2, 1}));
}

void TestAuditTrail::takesWordsForWordsOnly_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"%", "_", "*", "session%", "' OR 1=1 --", "\"; DROP TABLE audit"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TestAuditTrail::takesWordsForWordsOnly()
{
    QFETCH(QString, word);
    addMany(3);
    QCOMPARE(found({.kind = word}), QList<qint64> {});
    QCOMPARE(found({.actor = word}), QList<qint64> {});
    QCOMPARE(found({.subject = word}), QList<qint64> {});
    QCOMPARE(found({}).size(), 3);
}

void TestAuditTrail::checksAnEmptyTrail()
{
    const AuditCheck check = checked(10);
    QVERIFY(check.isComplete);
    QCOMPARE(check.checked, 0);
    QCOMPARE(check.fault, QString());
}

void TestAuditTrail::checksInPieces()
{
    addMany(10);
    for (const auto &[most, expected] :
         {std::pair(1, 11), std::pair(3, 4), std::pair(5, 3), std::pair(100, 1)}) {
        int pieces = 0;
        const AuditCheck check = checked(most, &pieces);
        QVERIFY2(check.isComplete && check.fault.isEmpty(), qPrintable(check.fault));
        QCOMPARE(check.checked, 10);
        QCOMPARE(check.lastEntry, 10);
        QCOMPARE(pieces, expected);
    }
}

void TestAuditTrail::noticesWhatWasDone_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("fault");
    for (const char *column : {"kind", "actor", "address", "subject", "detail", "boot", "hash"})
        QTest::addRow("changed %s", column)
            << u"UPDATE audit SET %1 = 'x' WHERE entry = 4"_s.arg(QLatin1StringView(column))
            << u"Entry 4 does not fit the one before it (3)"_s;
    QTest::newRow("changed time") << u"UPDATE audit SET at_ms = at_ms + 1 WHERE entry = 4"_s
                                  << u"Entry 4 does not fit"_s;
    QTest::newRow("removed first") << u"DELETE FROM audit WHERE entry = 1"_s
                                   << u"Entry 2 does not fit the one before it (0)"_s;
    QTest::newRow("removed in the middle") << u"DELETE FROM audit WHERE entry = 4"_s
                                           << u"Entry 5 does not fit the one before it (3)"_s;
    QTest::newRow("removed last") << u"DELETE FROM audit WHERE entry > 4"_s
                                  << u"The chain ends with entry 4, but there was an entry 6"_s;
    QTest::newRow("removed all") << u"DELETE FROM audit"_s
                                 << u"The chain ends with entry 0, but there was an entry 6"_s;
    QTest::newRow("added") << u"INSERT INTO audit SELECT 7, boot, 99, at_ms, kind, actor, address, "
                              "subject, detail, hash FROM audit WHERE entry = 6"_s
                           << u"Entry 7 does not fit"_s;
}

void TestAuditTrail::noticesWhatWasDone()
{
    QFETCH(QString, sql);
    QFETCH(QString, fault);
    addMany(6);
    tamper(sql);
    for (const int most : {2, 100}) {
        const AuditCheck check = checked(most);
        QVERIFY2(check.fault.startsWith(fault), qPrintable(check.fault));
    }
}

QTEST_GUILESS_MAIN(TestAuditTrail)
#include "tst_audittrail.moc"
