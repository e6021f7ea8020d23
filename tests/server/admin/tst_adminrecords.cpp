// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/ledger.h"
#include "server/store/audittrail.h"
#include "server/store/keptapitokens.h"
#include "server/store/usagehistory.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace std::chrono_literals;

class TestAdminRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesOnceTheEntryIsOnTheDisk();
    void changesNothingWhenTheDiskTakesNoEntry();
    void keepsTokensAndForgetsThem();
    void putsSamplesTogetherByTheStep();
    void tellsOfNoSeatsWhereNobodyCounted();

private:
    void start(const QString &file);

    QTemporaryDir m_folder;
    ct::test::FakeClock m_clock;
    ct::test::CountingRandom m_random;
    std::unique_ptr<store::Store> m_store;
    QObject m_context;
};

void TestAdminRecords::start(const QString &file)
{
    store::StoreConfig config;
    config.file = file;
    m_store = std::make_unique<store::Store>(config, m_clock, m_random, [](const QString &) {});
    QVERIFY(m_store->start());
}

void TestAdminRecords::init()
{
    start(m_folder.filePath(u"%1.sqlite"_s.arg(QLatin1StringView(QTest::currentTestFunction()))));
}

void TestAdminRecords::changesOnceTheEntryIsOnTheDisk()
{
    admin::Ledger ledger(*m_store, m_clock);
    admin::Call call;
    call.caller = {u"ada"_s, u"192.0.2.7"_s};
    bool isChanged = false;
    const auto refused = [](const admin::Answer &answer) {
        QFAIL(answer.body.constData());
    };
    ledger.before(
        &m_context,
        ledger.entry(call, u"admin.test"_s, u"something"_s, u"a → b"_s),
        refused,
        [this, &isChanged] {
            const auto kept = m_store->wait<QList<store::KeptAuditEntry>>(
                [](store::Database &database) { return store::auditEntries(database, {}); });
            QVERIFY(kept);
            QCOMPARE(kept->size(), 1);
            const store::AuditEntry &entry = kept->constFirst().what;
            QCOMPARE(entry.kind, u"admin.test"_s);
            QCOMPARE(entry.actor, u"ada"_s);
            QCOMPARE(entry.address, u"192.0.2.7"_s);
            QCOMPARE(entry.detail, u"a → b"_s);
            isChanged = true;
        });
    QTRY_VERIFY(isChanged);
}

void TestAdminRecords::changesNothingWhenTheDiskTakesNoEntry()
{
    m_store.reset();
    start(m_folder.filePath(u"no such folder/edge.sqlite"_s));
    admin::Ledger ledger(*m_store, m_clock);
    int status = 0;
    bool isChanged = false;
    ledger.before(
        &m_context,
        ledger.entry({}, u"admin.test"_s, u"something"_s),
        [&status](const admin::Answer &answer) { status = answer.status; },
        [&isChanged] { isChanged = true; });
    QTRY_COMPARE(status, 503);
    QVERIFY(!isChanged);
}

void TestAdminRecords::keepsTokensAndForgetsThem()
{
    using Tokens = QList<store::KeptApiToken>;
    const store::KeptApiToken token {
        u"id"_s, u"backup"_s, "hash", u"ada"_s, m_clock.wallNow(), m_clock.wallNow() + 24h};
    m_store->append(store::apiTokenRecord(token, {m_clock.wallNow(), u"admin.token.make"_s}));
    const auto kept = m_store->wait<Tokens>(store::keptApiTokens);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->constFirst().name, token.name);
    QCOMPARE(kept->constFirst().hash, token.hash);
    QCOMPARE(kept->constFirst().createdBy, token.createdBy);
    QVERIFY(kept->constFirst().created == token.created);
    QVERIFY(kept->constFirst().expires == token.expires);
    m_store->append(store::apiTokenRemoval(u"id"_s, {m_clock.wallNow(), u"admin.token.revoke"_s}));
    QVERIFY(m_store->wait<Tokens>(store::keptApiTokens)->isEmpty());
}

void TestAdminRecords::putsSamplesTogetherByTheStep()
{
    const auto sample = [this](std::chrono::minutes at, int online, bool wasRunning) {
        const WallTime time = WallTime(1'790'000h) + at;
        store::Record record;
        record.statements.append(
            {u"usage_append"_s,
             {store::milliseconds(time),
              online,
              online / 2,
              1,
              wasRunning ? 1 : 0,
              wasRunning ? online * 2 : QVariant(),
              wasRunning && online > 4 ? 50 : QVariant()}});
        m_store->append(std::move(record));
    };
    sample(-60min, 100, true);
    sample(0min, 4, true);
    sample(5min, 10, true);
    sample(55min, 0, false);
    sample(120min, 6, true);
    const auto points
        = m_store->wait<QList<protocol::admin::UsagePoint>>([](store::Database &database) {
              return store::usageHistory(database, WallTime(1'790'000h), 1h);
          });
    QVERIFY(points);
    QCOMPARE(points->size(), 2);
    const protocol::admin::UsagePoint &first = points->at(0);
    QCOMPARE(first.atMs, std::chrono::milliseconds(1'790'000h));
    QCOMPARE(first.usersOnline, 10);
    QCOMPARE(first.usersInSessions, 5);
    QCOMPARE(first.samples, 3);
    QCOMPARE(first.samplesRunning, 2);
    QCOMPARE(points->at(1).atMs, std::chrono::milliseconds(1'790'002h));
    QCOMPARE(points->at(1).usersOnline, 6);
    const auto seats
        = m_store->wait<QList<protocol::admin::SeatPoint>>([](store::Database &database) {
              return store::seatHistory(database, WallTime(1'789'999h), 1h);
          });
    QVERIFY(seats);
    QCOMPARE(seats->size(), 3);
    QCOMPARE(seats->at(0).used, 200);
    QCOMPARE(seats->at(1).atMs, std::chrono::milliseconds(1'790'000h));
    QCOMPARE(seats->at(1).used, 20);
    QCOMPARE(seats->at(1).limit.value_or(0), 50);
}

void TestAdminRecords::tellsOfNoSeatsWhereNobodyCounted()
{
    for (const auto &[minute, seats] : {std::pair(0, QVariant()), std::pair(60, QVariant(3))}) {
        store::Record record;
        const qint64 at = store::milliseconds(WallTime(1'790'000h) + std::chrono::minutes(minute));
        record.statements.append({u"usage_append"_s, {at, 1, 1, 1, 1, seats, QVariant()}});
        m_store->append(std::move(record));
    }
    const auto points
        = m_store->wait<QList<protocol::admin::SeatPoint>>([](store::Database &database) {
              return store::seatHistory(database, WallTime(1'790'000h), 1h);
          });
    QVERIFY(points);
    QCOMPARE(points->size(), 1);
    QCOMPARE(points->constFirst().used, 3);
    QVERIFY(!points->constFirst().limit);
}

QTEST_GUILESS_MAIN(TestAdminRecords)
#include "tst_adminrecords.moc"
