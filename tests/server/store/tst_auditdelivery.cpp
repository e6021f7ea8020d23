// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/auditdelivery.h"
#include "server/store/journal.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::store;

class TestAuditDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void givesWhatFollows();
    void keepsACursorForEach();
    void neverGoesBack();
    void givesEntriesWithTheirPlaceInTheChain();
    void stopsAtItsShare();

private:
    void add(const QString &detail);
    void deliver(const QString &receiver, qint64 entry);
    AuditBacklog backlog(const QString &receiver, const BacklogShare &share = {10, 1'000});
    QList<qint64> numbers(const QString &receiver, const BacklogShare &share = {10, 1'000});

    std::unique_ptr<QTemporaryDir> m_folder;
    ct::test::FakeClock m_clock;
    std::unique_ptr<Journal> m_journal;
    qint64 m_sequence = 0;
};

void TestAuditDelivery::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_sequence = 0;
    m_journal = std::make_unique<Journal>(
        m_folder->filePath(u"edge.sqlite"_s), u"boot"_s, m_clock, [](const QString &) {});
    QVERIFY(m_journal->open());
}

void TestAuditDelivery::cleanup()
{
    m_journal.reset();
}

void TestAuditDelivery::add(const QString &detail)
{
    Record record;
    record.audit = AuditEntry {m_clock.wallNow(), u"k"_s, {}, {}, {}, detail};
    record.sequence = ++m_sequence;
    QVERIFY(m_journal->write({record}));
}

void TestAuditDelivery::deliver(const QString &receiver, qint64 entry)
{
    const auto written = m_journal->write({deliveredRecord(receiver, entry, m_clock.wallNow())});
    QVERIFY(written);
    QVERIFY(written.refused.empty());
}

AuditBacklog TestAuditDelivery::backlog(const QString &receiver, const BacklogShare &share)
{
    const auto found = auditBacklog(m_journal->database(), receiver, share);
    return found ? *found : AuditBacklog {{}, -1};
}

QList<qint64> TestAuditDelivery::numbers(const QString &receiver, const BacklogShare &share)
{
    QList<qint64> numbers;
    for (const ChainedAuditEntry &entry : backlog(receiver, share).entries)
        numbers.append(entry.entry);
    return numbers;
}

void TestAuditDelivery::givesWhatFollows()
{
    QVERIFY(backlog(u"a"_s).entries.isEmpty());
    QCOMPARE(backlog(u"a"_s).waiting, 0);
    for (int count = 0; count < 4; ++count)
        add({});
    QCOMPARE(numbers(u"a"_s), (QList<qint64> {1, 2, 3, 4}));
    deliver(u"a"_s, 2);
    QCOMPARE(numbers(u"a"_s), (QList<qint64> {3, 4}));
    QCOMPARE(backlog(u"a"_s).waiting, 2);
    deliver(u"a"_s, 4);
    QVERIFY(backlog(u"a"_s).entries.isEmpty());
    QCOMPARE(backlog(u"a"_s).waiting, 0);
}

void TestAuditDelivery::keepsACursorForEach()
{
    add({});
    add({});
    deliver(u"a"_s, 2);
    deliver(u"b"_s, 1);
    QCOMPARE(numbers(u"a"_s), QList<qint64> {});
    QCOMPARE(numbers(u"b"_s), QList<qint64> {2});
    QCOMPARE(numbers(u"c"_s), (QList<qint64> {1, 2}));
}

void TestAuditDelivery::neverGoesBack()
{
    add({});
    add({});
    deliver(u"a"_s, 2);
    deliver(u"a"_s, 1);
    QCOMPARE(numbers(u"a"_s), QList<qint64> {});
}

void TestAuditDelivery::givesEntriesWithTheirPlaceInTheChain()
{
    add(u"one"_s);
    add(u"two"_s);
    const QList<ChainedAuditEntry> entries = backlog(u"a"_s).entries;
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(1).origin.boot, u"boot"_s);
    QCOMPARE(entries.at(1).origin.sequence, 2);
    QCOMPARE(entries.at(1).what.detail, u"two"_s);
    QCOMPARE(entries.at(0).hash, auditHash({}, entries.at(0).origin, entries.at(0).what));
    QCOMPARE(
        entries.at(1).hash,
        auditHash(entries.at(0).hash, entries.at(1).origin, entries.at(1).what));
}

void TestAuditDelivery::stopsAtItsShare()
{
    for (const int letters : {10, 10, 5'000, 10})
        add(QString(letters, u'x'));
    QCOMPARE(numbers(u"a"_s, {2, 1'000}), (QList<qint64> {1, 2}));
    QCOMPARE(numbers(u"a"_s, {10, 100}), (QList<qint64> {1, 2}));
    QCOMPARE(backlog(u"a"_s, {10, 100}).waiting, 4);
    // One goes in any case, or nothing ever would.
    deliver(u"a"_s, 2);
    QCOMPARE(numbers(u"a"_s, {10, 100}), QList<qint64> {3});
}

QTEST_GUILESS_MAIN(TestAuditDelivery)
#include "tst_auditdelivery.moc"
