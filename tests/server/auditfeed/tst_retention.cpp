// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/retention.h"
#include "server/store/audittrail.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::auditfeed;

class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void purgesWhatIsTooOld();
    void purgesNothingWhereTheClockMayBeAhead();

private:
    void start();
    void add(int count);
    std::unique_ptr<Retention> retention();
    qsizetype kept();

    std::unique_ptr<QTemporaryDir> m_folder;
    ct::test::FakeClock m_clock;
    ct::test::CountingRandom m_random;
    std::unique_ptr<store::Store> m_store;
    QStringList m_said;
    QStringList m_warnings;
};

void TestRetention::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_said.clear();
    m_warnings.clear();
    start();
}

void TestRetention::cleanup()
{
    m_store.reset();
}

void TestRetention::start()
{
    m_store.reset();
    store::StoreConfig config;
    config.file = m_folder->filePath(u"edge.sqlite"_s);
    m_store = std::make_unique<store::Store>(config, m_clock, m_random, [](const QString &) {});
    QVERIFY(m_store->start());
}

void TestRetention::add(int count)
{
    for (int number = 0; number < count; ++number) {
        store::Record record;
        record.audit = store::AuditEntry {m_clock.wallNow(), u"test.happened"_s};
        m_store->append(std::move(record));
    }
}

std::unique_ptr<Retention> TestRetention::retention()
{
    return std::make_unique<Retention>(
        30,
        QStringList {},
        Retention::Services {
            *m_store,
            m_clock,
            [this](const QString &sentence) { m_said.append(sentence); },
            [this](const QString &sentence) {
                m_warnings.append(sentence);
            }});
}

qsizetype TestRetention::kept()
{
    const auto entries = m_store->wait<QList<store::KeptAuditEntry>>(
        [](store::Database &database) { return store::auditEntries(database, {}); });
    return entries ? entries->size() : -1;
}

void TestRetention::purgesWhatIsTooOld()
{
    add(3);
    m_clock.advance(20 * 24h);
    add(1);
    m_clock.advance(20 * 24h);
    const auto one = retention();
    QTRY_COMPARE(
        m_said,
        QStringList {
            u"3 audit entries older than 30 days were purged (CT_AUDIT_RETENTION_DAYS)"_s});
    QCOMPARE(kept(), 2);
    QCOMPARE(one->fault(), QString());
    QCOMPARE(m_warnings, QStringList());
}

void TestRetention::purgesNothingWhereTheClockMayBeAhead()
{
    add(3);
    m_clock.advance(4'000 * 24h);
    {
        const auto one = retention();
        // Of this run, and no sign of what the clock was.
        add(1);
        QVERIFY(!one->fault().isEmpty());
        QCOMPARE(m_warnings.size(), 1);
        QVERIFY2(
            m_warnings.constFirst().contains(u"so the clock may be ahead"_s),
            qPrintable(m_warnings.constFirst()));
        QCOMPARE(kept(), 4);
    }
    // Somebody has looked at the clock, and has started the server again.
    start();
    const auto one = retention();
    QTRY_COMPARE(m_said.size(), 1);
    QCOMPARE(one->fault(), QString());
    QCOMPARE(kept(), 2);
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
