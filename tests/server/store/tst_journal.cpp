// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/journal.h"
#include "server/store/schema.h"
#include "tests/server/store/rows.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::store;
using ct::test::Rows;

namespace {

Record audited(qint64 sequence, const QString &kind)
{
    Record record;
    record.audit
        = AuditEntry {WallTime(std::chrono::milliseconds(1'700'000'000'123 + sequence)), kind};
    record.sequence = sequence;
    return record;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsAtTheNewestSchema();
    void opensWhatItHasMade();
    void makesAFileForItsOwnerOnly();
    void refusesANewerSchemaByName();
    void aBrokenOffMigrationLeavesNothing();
    void putsADamagedFileAside();
    void closesWhatTheLastRunLeftOpen();
    void reopeningClosesNothing();
    void aBadRecordDoesNotKeepTheOthers();
    void theSameRecordsTwiceAreWrittenOnce();
    void chainsEntriesByTheirHashes();
    void auditRowsCanNotBeChanged();
    void noticesAChangedEntry();
    void noticesARemovedEntry();
    void keepsTimesInMilliseconds();

private:
    std::unique_ptr<Journal> open(const QString &boot = u"boot"_s);
    void change(const QString &sql) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QStringList m_said;
    ct::test::FakeClock m_clock;
};

void TestJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"edge.sqlite"_s);
    m_said.clear();
}

std::unique_ptr<Journal> TestJournal::open(const QString &boot)
{
    auto journal = std::make_unique<Journal>(
        m_file, boot, m_clock, [this](const QString &say) { m_said.append(say); });
    const Status opened = journal->open();
    return opened ? std::move(journal) : nullptr;
}

void TestJournal::change(const QString &sql) const
{
    const Rows rows(m_file);
    QCOMPARE(rows.of(u"DROP TRIGGER IF EXISTS audit_rows_stay"_s), QStringList {});
    QCOMPARE(rows.of(u"DROP TRIGGER IF EXISTS audit_rows_are_final"_s), QStringList {});
    QCOMPARE(rows.of(sql), QStringList {});
}

void TestJournal::beginsAtTheNewestSchema()
{
    QVERIFY(open());
    QVERIFY(newestSchema() >= 1);
    const QStringList expected {QString::number(newestSchema())};
    QCOMPARE(Rows(m_file).of(u"SELECT MAX(version) FROM schema_versions"_s), expected);
}

void TestJournal::opensWhatItHasMade()
{
    QVERIFY(open()->write({audited(1, u"a"_s)}));
    QVERIFY(open(u"second"_s)->write({audited(1, u"b"_s)}));
    const QStringList expected {u"boot|1|a"_s, u"second|1|b"_s};
    QCOMPARE(Rows(m_file).of(u"SELECT boot, sequence, kind FROM audit"_s), expected);
    QCOMPARE(m_said, QStringList {});
}

void TestJournal::makesAFileForItsOwnerOnly()
{
    QVERIFY(open());
    constexpr auto others
        = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(m_file) & others, QFile::Permissions {});
}

void TestJournal::refusesANewerSchemaByName()
{
    open().reset();
    change(u"INSERT INTO schema_versions VALUES (9999, 1)"_s);
    Journal journal(m_file, u"boot"_s, m_clock, [](const QString &) {});
    const Status opened = journal.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Conflict);
    QVERIFY2(opened.error().message.contains(m_file), qPrintable(opened.error().message));
    QVERIFY(opened.error().message.contains(u"9999"_s));
    QVERIFY(QFile::exists(m_file));
}

void TestJournal::aBrokenOffMigrationLeavesNothing()
{
    // What the migration wants to make is there already, so it fails on the way.
    const QStringList none;
    QCOMPARE(Rows(m_file).of(u"CREATE TABLE audit (x)"_s), none);
    QVERIFY(!open());
    const QStringList tables {u"audit"_s};
    QCOMPARE(Rows(m_file).of(u"SELECT name FROM sqlite_master WHERE type = 'table'"_s), tables);
}

void TestJournal::putsADamagedFileAside()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(20'000, 'x'));
    file.close();
    QVERIFY(open()->write({audited(1, u"a"_s)}));
    const QStringList aside = QDir(m_folder->path()).entryList({u"edge.sqlite.damaged-*"_s});
    QCOMPARE(aside.size(), 1);
    QVERIFY(m_said.join(u' ').contains(aside.constFirst()));
}

void TestJournal::closesWhatTheLastRunLeftOpen()
{
    Record begun;
    begun.statements
        = {{u"session_begin"_s, {u"room"_s, u"Ada"_s, QString(), u"simple"_s, qint64(1'000)}},
           {u"participation_begin"_s,
            {u"room"_s,
             u"p1"_s,
             1,
             u"Ada"_s,
             QString(),
             u"simple"_s,
             u"::1"_s,
             u"c"_s,
             qint64(1'000)}}};
    QVERIFY(open()->write({begun, audited(7, u"last"_s)}));
    open(u"second"_s).reset();
    const QStringList expected {u"1700000000130|The server ended without notice"_s};
    QCOMPARE(Rows(m_file).of(u"SELECT ended_ms, end_reason FROM sessions"_s), expected);
    QCOMPARE(Rows(m_file).of(u"SELECT left_ms, leave_reason FROM participations"_s), expected);
}

void TestJournal::reopeningClosesNothing()
{
    Record begun;
    begun.statements
        = {{u"session_begin"_s, {u"room"_s, u"Ada"_s, QString(), u"simple"_s, qint64(1'000)}}};
    const auto journal = open();
    QVERIFY(journal->write({begun}));
    journal->close();
    QVERIFY(journal->open());
    QCOMPARE(
        Rows(m_file).of(u"SELECT COUNT(*) FROM sessions WHERE ended_ms IS NULL"_s),
        QStringList {u"1"_s});
}

void TestJournal::aBadRecordDoesNotKeepTheOthers()
{
    Record bad;
    bad.statements = {{u"no_such_statement"_s}};
    const auto written = open()->write({audited(1, u"a"_s), bad, audited(2, u"b"_s)});
    QVERIFY(written);
    QCOMPARE(written.settled, 3U);
    QCOMPARE(written.refused.size(), 1U);
    QCOMPARE(written.refused.at(1).code, ErrorCode::Internal);
    const QStringList expected {u"a"_s, u"b"_s};
    QCOMPARE(Rows(m_file).of(u"SELECT kind FROM audit ORDER BY entry"_s), expected);
    QCOMPARE(m_said.size(), 1);
}

void TestJournal::theSameRecordsTwiceAreWrittenOnce()
{
    const auto journal = open();
    const std::vector<Record> records {audited(1, u"a"_s), audited(2, u"b"_s)};
    QVERIFY(journal->write(records));
    QVERIFY(journal->write(records));
    QCOMPARE(Rows(m_file).of(u"SELECT COUNT(*) FROM audit"_s), QStringList {u"2"_s});
}

void TestJournal::chainsEntriesByTheirHashes()
{
    const auto journal = open();
    QVERIFY(journal->write({audited(1, u"a"_s)}));
    QVERIFY(journal->write({audited(2, u"b"_s)}));
    const QByteArray first = auditHash({}, {u"boot"_s, 1}, *audited(1, u"a"_s).audit);
    const QByteArray second = auditHash(first, {u"boot"_s, 2}, *audited(2, u"b"_s).audit);
    QCOMPARE(first.size(), 64);
    const QStringList expected {QString::fromLatin1(first), QString::fromLatin1(second)};
    QCOMPARE(Rows(m_file).of(u"SELECT hash FROM audit ORDER BY entry"_s), expected);
}

void TestJournal::auditRowsCanNotBeChanged()
{
    QVERIFY(open()->write({audited(1, u"a"_s)}));
    const Rows rows(m_file);
    QVERIFY(rows.of(u"UPDATE audit SET kind = 'b'"_s).join(u' ').contains(u"never changed"_s));
    QVERIFY(rows.of(u"DELETE FROM audit"_s).join(u' ').contains(u"never deleted"_s));
    QCOMPARE(rows.of(u"SELECT kind FROM audit"_s), QStringList {u"a"_s});
}

void TestJournal::noticesAChangedEntry()
{
    QVERIFY(open()->write({audited(1, u"a"_s), audited(2, u"b"_s), audited(3, u"c"_s)}));
    change(u"UPDATE audit SET kind = 'harmless' WHERE sequence = 2"_s);
    QVERIFY(open(u"second"_s));
    QCOMPARE(m_said.size(), 1);
    QVERIFY2(m_said.constFirst().contains(u"entry 2 "_s), qPrintable(m_said.constFirst()));
}

void TestJournal::noticesARemovedEntry()
{
    QVERIFY(open()->write({audited(1, u"a"_s), audited(2, u"b"_s), audited(3, u"c"_s)}));
    change(u"DELETE FROM audit WHERE sequence = 2"_s);
    QVERIFY(open(u"second"_s));
    QCOMPARE(m_said.size(), 1);
    QVERIFY2(m_said.constFirst().contains(u"entry 3 "_s), qPrintable(m_said.constFirst()));
}

void TestJournal::keepsTimesInMilliseconds()
{
    QVERIFY(open()->write({audited(1, u"a"_s)}));
    const QStringList expected {u"1700000000124|integer"_s};
    QCOMPARE(Rows(m_file).of(u"SELECT at_ms, typeof(at_ms) FROM audit"_s), expected);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
