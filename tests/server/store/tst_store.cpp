// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/audittrail.h"
#include "server/store/store.h"
#include "tests/server/store/rows.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::store;
using ct::test::Rows;

namespace {

Record audited(const QString &kind, const QString &detail = {})
{
    Record record;
    record.audit = AuditEntry {WallTime(std::chrono::milliseconds(1)), kind, {}, {}, {}, detail};
    return record;
}

/// While it lives, no file of this process grows beyond `size`: a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t size)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit {size, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before {};
};

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writesWhatIsAppended();
    void writesWhatWaitsAtItsEnd();
    void answersAfterWhatWasAppendedBefore();
    void answersAfterWhatWasAppendedWhileItWrites();
    void answersNobodyWhoIsGone();
    void refusesANewerDatabase();
    void startsOnABrokenDiskAndRecovers();
    void aFullDiskCostsNothingWhileThereIsRoom();
    void aFullQueueIsCountedAndSaidFirst();
    void takesRecordsFromManyThreads();
    void tellsOfARecordThatIsWritten();
    void tellsOfARecordThatTheDatabaseRefuses();
    void neverWritesWhatTheDiskDidNotTakeAtOnce();
    void refusesWhatHasNoRoomOrComesWhileTheDiskFails();

private:
    void start();
    /// What somebody is told who waits for a record to be kept.
    Status keep(Record record);
    qint64 lines(const QString &sql) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    ct::test::FakeClock m_clock;
    ct::test::CountingRandom m_random;
    std::mutex m_mutex;
    QStringList m_said;
    std::unique_ptr<Store> m_store;
    StoreConfig m_config;
};

void TestStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_config = {};
    m_config.file = m_folder->filePath(u"edge.sqlite"_s);
    m_config.firstRetry = std::chrono::milliseconds(5);
    m_config.longestRetry = std::chrono::milliseconds(20);
    m_said.clear();
}

void TestStore::cleanup()
{
    m_store.reset();
}

void TestStore::start()
{
    m_store = std::make_unique<Store>(m_config, m_clock, m_random, [this](const QString &say) {
        const std::lock_guard lock(m_mutex);
        m_said.append(say);
    });
    QVERIFY(m_store->start());
}

Status TestStore::keep(Record record)
{
    std::optional<Status> told;
    m_store->keep(this, std::move(record), [&told](const Status &kept) { told = kept; });
    if (!QTest::qWaitFor([&told] { return told.has_value(); }))
        return Error {ErrorCode::Timeout, u"nothing was told"_s};
    return *told;
}

qint64 TestStore::lines(const QString &sql) const
{
    return Rows(m_config.file).of(sql).value(0).toLongLong();
}

void TestStore::writesWhatIsAppended()
{
    start();
    for (int count = 0; count < 1'200; ++count)
        m_store->append(audited(QString::number(count)));
    QVERIFY(m_store->flush());
    QTRY_COMPARE(m_store->counters().written, 1'200U);
    QCOMPARE(m_store->counters().waiting, 0U);
    QCOMPARE(lines(u"SELECT COUNT(DISTINCT sequence) FROM audit"_s), 1'200);
    QVERIFY(!m_store->fault());
}

void TestStore::writesWhatWaitsAtItsEnd()
{
    start();
    for (int count = 0; count < 1'200; ++count)
        m_store->append(audited(u"a"_s));
    m_store.reset();
    QCOMPARE(lines(u"SELECT COUNT(*) FROM audit"_s), 1'200);
}

void TestStore::answersAfterWhatWasAppendedBefore()
{
    start();
    m_store->append(audited(u"a"_s));
    std::optional<qint64> answer;
    m_store->ask<qint64>(
        this,
        [](Database &database) -> Result<qint64> {
            const auto rows = database.select({u"audit_last"_s, {10}});
            return rows ? Result<qint64>(rows->size()) : Result<qint64>(rows.error());
        },
        [&answer](const Result<qint64> &result) { answer = result ? *result : -1; });
    QVERIFY(!answer);
    QTRY_COMPARE(answer.value_or(0), 1);
}

void TestStore::answersAfterWhatWasAppendedWhileItWrites()
{
    start();
    std::atomic<bool> isDone = false;
    std::thread others([this, &isDone] {
        while (!isDone) {
            m_store->append(audited(u"others"_s));
            m_store->flush();
        }
    });
    int missed = 0;
    for (int round = 0; round < 200; ++round) {
        AuditFilter filter;
        filter.kind = u"mine-%1."_s.arg(round);
        m_store->append(audited(filter.kind));
        const auto kept = m_store->wait<QList<KeptAuditEntry>>(
            [filter](Database &database) { return auditEntries(database, filter); });
        missed += kept && kept->size() == 1 ? 0 : 1;
    }
    isDone = true;
    others.join();
    QCOMPARE(missed, 0);
}

void TestStore::answersNobodyWhoIsGone()
{
    start();
    bool isCalled = false;
    auto asker = std::make_unique<QObject>();
    const auto nothing = [](Database &) {
        return Result<int>(1);
    };
    m_store->ask<int>(asker.get(), nothing, [&isCalled](const Result<int> &) { isCalled = true; });
    asker.reset();
    QVERIFY(m_store->flush());
    QCoreApplication::processEvents();
    QVERIFY(!isCalled);
}

void TestStore::refusesANewerDatabase()
{
    start();
    m_store.reset();
    QCOMPARE(
        Rows(m_config.file).of(u"INSERT INTO schema_versions VALUES (9999, 1)"_s), QStringList {});
    Store store(m_config, m_clock, m_random, [](const QString &) {});
    const Status started = store.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::Conflict);
}

void TestStore::startsOnABrokenDiskAndRecovers()
{
    const QString folder = m_folder->filePath(u"later"_s);
    m_config.file = folder + u"/edge.sqlite"_s;
    start();
    QVERIFY(m_store->fault());
    m_store->append(audited(u"a"_s));
    QVERIFY(QDir().mkdir(folder));
    QTRY_VERIFY(!m_store->fault());
    QTRY_COMPARE(m_store->counters().written, 1U);
    const std::lock_guard lock(m_mutex);
    QCOMPARE(m_said.size(), 2);
}

void TestStore::aFullDiskCostsNothingWhileThereIsRoom()
{
    start();
    m_store->append(audited(u"before"_s));
    QVERIFY(m_store->flush());
    {
        const FullDisk full(16 * 1024);
        for (int count = 0; count < 100; ++count)
            m_store->append(audited(u"during"_s, QString(1'000, u'x')));
        QTRY_VERIFY(m_store->fault());
        QTRY_VERIFY(m_store->counters().failures > 3);
        QCOMPARE(m_store->counters().waiting, 100U);
    }
    QTRY_VERIFY(!m_store->fault());
    QTRY_COMPARE(m_store->counters().waiting, 0U);
    QCOMPARE(m_store->counters().dropped, 0U);
    QCOMPARE(lines(u"SELECT COUNT(*) FROM audit WHERE kind = 'during'"_s), 100);
    QCOMPARE(lines(u"SELECT COUNT(*) FROM audit WHERE kind = 'records.gap'"_s), 0);
    const std::lock_guard lock(m_mutex);
    QCOMPARE(m_said.size(), 2);
    QVERIFY2(m_said.constFirst().contains(m_config.file), qPrintable(m_said.constFirst()));
}

void TestStore::aFullQueueIsCountedAndSaidFirst()
{
    m_config.queue = 100;
    start();
    {
        const FullDisk full(16 * 1024);
        for (int count = 0; count < 150; ++count)
            m_store->append(audited(u"during"_s, QString(1'000, u'x')));
        QTRY_VERIFY(m_store->fault());
        QCOMPARE(m_store->counters().dropped, 50U);
    }
    QTRY_COMPARE(m_store->counters().waiting, 0U);
    const Rows rows(m_config.file);
    const QStringList order = rows.of(u"SELECT kind FROM audit ORDER BY entry"_s);
    QCOMPARE(order.size(), 101);
    QCOMPARE(order.constFirst(), u"records.gap"_s);
    const QString detail
        = rows.of(u"SELECT detail FROM audit WHERE kind = 'records.gap'"_s).value(0);
    QVERIFY2(detail.startsWith(u"50 records"_s), qPrintable(detail));
}

void TestStore::takesRecordsFromManyThreads()
{
    start();
    std::vector<std::thread> threads;
    for (int number = 0; number < 4; ++number) {
        threads.emplace_back([this, number] {
            for (int count = 0; count < 250; ++count)
                m_store->append(audited(QString::number(number)));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(m_store->flush());
    QTRY_COMPARE(m_store->counters().written, 1'000U);
    QCOMPARE(lines(u"SELECT MIN(n) FROM (SELECT COUNT(*) AS n FROM audit GROUP BY kind)"_s), 250);
}

void TestStore::tellsOfARecordThatIsWritten()
{
    start();
    QVERIFY(keep(audited(u"a"_s)));
    QCOMPARE(lines(u"SELECT COUNT(*) FROM audit"_s), 1);
}

void TestStore::tellsOfARecordThatTheDatabaseRefuses()
{
    start();
    QVERIFY(keep(audited(u"before"_s)));
    QCOMPARE(
        Rows(m_config.file)
            .of(u"CREATE TRIGGER no_admins BEFORE INSERT ON audit WHEN NEW.kind = 'admin' "
                "BEGIN SELECT RAISE(ABORT, 'no'); END"_s),
        QStringList {});
    Record record = audited(u"admin"_s);
    record.statements.append({u"usage_append"_s, {1, 2, 3, 4, 1, 2, 50}});
    m_store->append(audited(u"another"_s));
    const Status kept = keep(std::move(record));
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ErrorCode::Internal);
    QVERIFY(!m_store->fault());
    QCOMPARE(lines(u"SELECT COUNT(*) FROM audit WHERE kind = 'another'"_s), 1);
    // What would have been kept along with the entry is not kept, either.
    QCOMPARE(lines(u"SELECT COUNT(*) FROM usage_samples"_s), 0);
}

void TestStore::neverWritesWhatTheDiskDidNotTakeAtOnce()
{
    start();
    QVERIFY(keep(audited(u"before"_s)));
    {
        const FullDisk full(16 * 1024);
        m_store->append(audited(u"waits"_s, QString(100'000, u'x')));
        const Status kept = keep(audited(u"change"_s, QString(100'000, u'x')));
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::Unavailable);
        QCOMPARE(m_store->counters().waiting, 1U);
    }
    QTRY_COMPARE(m_store->counters().waiting, 0U);
    QCOMPARE(lines(u"SELECT COUNT(*) FROM audit WHERE kind = 'waits'"_s), 1);
    QCOMPARE(lines(u"SELECT COUNT(*) FROM audit WHERE kind = 'change'"_s), 0);
    QVERIFY(keep(audited(u"change"_s)));
}

void TestStore::refusesWhatHasNoRoomOrComesWhileTheDiskFails()
{
    m_config.queue = 2;
    m_config.firstRetry = m_config.longestRetry = std::chrono::hours(1);
    start();
    const FullDisk full(16 * 1024);
    m_store->append(audited(u"waits"_s, QString(100'000, u'x')));
    QTRY_VERIFY(m_store->fault());
    QVERIFY(!keep(audited(u"change"_s)));
    QCOMPARE(m_store->counters().waiting, 1U);
    m_store->append(audited(u"waits"_s));
    QVERIFY(!keep(audited(u"change"_s)));
    QCOMPARE(m_store->counters().dropped, 0U);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
