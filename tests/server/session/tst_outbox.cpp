// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/messagewriter.h"
#include "server/session/congestionbrake.h"
#include "server/session/outbox.h"
#include "server/session/requestmap.h"
#include "server/session/roomquota.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace ct;
using namespace ct::server::session;
using namespace std::chrono_literals;

namespace {

server::relay::Outgoing message(qsizetype size)
{
    return server::relay::Outgoing(QByteArray(size, 'm'));
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsOffsetsFromOne();
    void forgetsOnlyWhatWasSentAndProven();
    void rewindsToTheClientsOffset_data();
    void rewindsToTheClientsOffset();
    void aSharedSourceIsChargedOnceAndToTheLast();
    void somebodyAlwaysHoldsMoreThanAFairPart();
    void forgetsEverythingWhenCleared();
    void chargesOfARewrittenMessageWhatTheSourceLacks();
    void givesItsBudgetBack();
    void requestIdsOnlyAnswerForTheOneAsked();
    void requestsExpireInOrder();
    void quotaCountsPerUser();
    void brakeHoldsOnlyForAMoment();
};

void TestOutbox::countsOffsetsFromOne()
{
    MemoryBudget memory(1000);
    BudgetShare share(memory);
    Outbox box(share, 1000);
    QCOMPARE(box.lastTaken(), 0U);
    QVERIFY(!box.takeNext());
    box.append(message(1));
    box.append(message(1));
    QCOMPARE(box.takeNext()->offset, 1U);
    QCOMPARE(box.takeNext()->offset, 2U);
    QCOMPARE(box.lastTaken(), 2U);
    QVERIFY(!box.hasNext());
}

void TestOutbox::forgetsOnlyWhatWasSentAndProven()
{
    MemoryBudget memory(1000);
    BudgetShare share(memory);
    Outbox box(share, 1000);
    for (int at = 0; at < 4; ++at)
        box.append(message(10));
    box.takeNext();
    box.takeNext();
    box.proven(1);
    QCOMPARE(box.bytes(), 30);
    // A proof of what was never sent proves nothing.
    box.proven(99);
    QCOMPARE(box.bytes(), 20);
    QCOMPARE(box.takeNext()->offset, 3U);
}

void TestOutbox::rewindsToTheClientsOffset_data()
{
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<quint64>("next");
    QTest::newRow("nothing seen: all that is left") << quint64(0) << quint64(3);
    QTest::newRow("before what is kept") << quint64(1) << quint64(3);
    QTest::newRow("in the midst") << quint64(4) << quint64(5);
    QTest::newRow("everything sent was seen") << quint64(5) << quint64(6);
    QTest::newRow("an offset that was never sent") << quint64(77) << quint64(6);
    QTest::newRow("the largest number") << ~quint64(0) << quint64(6);
}

void TestOutbox::rewindsToTheClientsOffset()
{
    QFETCH(quint64, offset);
    QFETCH(quint64, next);
    MemoryBudget memory(1000);
    BudgetShare share(memory);
    Outbox box(share, 1000);
    for (int at = 0; at < 7; ++at)
        box.append(message(1));
    for (int at = 0; at < 5; ++at)
        box.takeNext();
    box.proven(2);
    box.rewindTo(offset);
    QCOMPARE(box.takeNext()->offset, next);
}

void TestOutbox::aSharedSourceIsChargedOnceAndToTheLast()
{
    MemoryBudget memory(1'000'000);
    BudgetShare share(memory);
    Outbox one(share, 1'000'000);
    auto other = std::make_unique<Outbox>(share, 1'000'000);
    {
        const SharedCharge source(share, 1000);
        one.append(message(10), source);
        other->append(message(20), source);
    }
    QCOMPARE(one.bytes(), 10);
    QCOMPARE(one.held(), 1010);
    QCOMPARE(share.held(), 1030);
    QCOMPARE(memory.holders(), 2);
    other.reset();
    QCOMPARE(share.held(), 1010);
    one.takeNext();
    one.proven(1);
    QCOMPARE(share.held(), 0);
    QCOMPARE(memory.holders(), 0);
}

void TestOutbox::somebodyAlwaysHoldsMoreThanAFairPart()
{
    MemoryBudget memory(1'000'000);
    BudgetShare share(memory);
    std::vector<std::unique_ptr<Outbox>> boxes;
    for (int at = 0; at < 150; ++at) {
        boxes.push_back(std::make_unique<Outbox>(share, 1'000'000));
        boxes.back()->append(message(9'000));
    }
    QVERIFY(share.isExceeded());
    QVERIFY(boxes.front()->held() > share.fairPart());
    QVERIFY(share.isOverFairPart(boxes.front()->held()));
}

void TestOutbox::forgetsEverythingWhenCleared()
{
    MemoryBudget memory(1'000'000);
    BudgetShare share(memory);
    Outbox box(share, 1'000'000);
    for (int at = 0; at < 3; ++at)
        box.append(message(10), SharedCharge(share, 100));
    box.takeNext();
    box.clear();
    QVERIFY(!box.hasNext());
    QCOMPARE(box.held(), 0);
    QCOMPARE(share.held(), 0);
    box.proven(3);
    box.append(message(1));
    QCOMPARE(box.takeNext()->offset, 4U);
}

void TestOutbox::chargesOfARewrittenMessageWhatTheSourceLacks()
{
    server::relay::MessageWriter writer;
    writer.map(4).string("kind").string("broadcast").string("version").string("0.3.1");
    writer.string("metadata").map(1).string("encryption").map(1).string("keys");
    writer.array(1).map(1).string("target").string("A");
    writer.string("content").raw("\xc4\x01x");
    const QByteArray broadcast = writer.written();
    const auto envelope = server::relay::scan(broadcast);
    QVERIFY(envelope);
    const QByteArrayView key = envelope->keys[0].raw;
    const auto outgoing
        = server::relay::Rewriter(*envelope, broadcast, QByteArrayView("H")).withKey(key);
    MemoryBudget memory(1'000'000);
    BudgetShare share(memory);
    Outbox box(share, 1'000'000);
    box.append(outgoing, SharedCharge(share, broadcast.size()));
    QCOMPARE(box.bytes(), outgoing.joined().size());
    QCOMPARE(box.held(), broadcast.size() + outgoing.ownSize());
    QVERIFY(outgoing.ownSize() < outgoing.size() - key.size());
}

void TestOutbox::givesItsBudgetBack()
{
    MemoryBudget memory(100'000);
    {
        BudgetShare share(memory);
        {
            Outbox box(share, 1'000'000);
            box.append(message(200'000));
            QVERIFY(memory.isExceeded());
        }
        QCOMPARE(share.held(), 0);
    }
    QCOMPARE(memory.used(), 0);
}

void TestOutbox::requestIdsOnlyAnswerForTheOneAsked()
{
    RequestMap map;
    const auto id = map.add({"asker", "asked", "raw", {}}, 1);
    QVERIFY(id);
    QVERIFY(!map.add({"asker", "asked", "raw", {}}, 1));
    QVERIFY(!map.take(*id, "another"));
    QVERIFY(!map.take("r", "asked"));
    QVERIFY(!map.take("r99999999999999999999999", "asked"));
    QVERIFY(!map.take(id->mid(1), "asked"));
    const auto pending = map.take(*id, "asked");
    QVERIFY(pending);
    QCOMPARE(pending->originalId, "raw");
    QVERIFY(!map.take(*id, "asked"));
    QVERIFY(map.add({"asker", "asked", "raw", {}}, 1));
}

void TestOutbox::requestsExpireInOrder()
{
    RequestMap map;
    const Instant start {};
    (void)map.add({"a", "b", "1", start + 10s}, 9);
    (void)map.add({"a", "b", "2", start + 20s}, 9);
    (void)map.add({"c", "a", "3", start + 30s}, 9);
    QCOMPARE(map.takeExpired(start + 9s).size(), 0U);
    QCOMPARE(map.takeExpired(start + 10s).size(), 1U);
    // Leaving drops what it asked and hands back what it was asked.
    const auto asked = map.takeFor("a");
    QCOMPARE(asked.size(), 1U);
    QCOMPARE(asked[0].originalId, "3");
    QCOMPARE(map.size(), 0U);
}

void TestOutbox::quotaCountsPerUser()
{
    RoomQuota quota(3, 2);
    QVERIFY(quota.take(QStringLiteral("a")));
    QVERIFY(quota.take(QStringLiteral("a")));
    QCOMPARE(quota.take(QStringLiteral("a")).error().code, ErrorCode::TooMany);
    QVERIFY(quota.take(QStringLiteral("b")));
    QCOMPARE(quota.take(QStringLiteral("c")).error().code, ErrorCode::Unavailable);
    quota.giveBack(QStringLiteral("a"));
    quota.giveBack(QStringLiteral("nobody"));
    QVERIFY(quota.take(QStringLiteral("c")));
}

void TestOutbox::brakeHoldsOnlyForAMoment()
{
    CongestionBrake brake;
    const Instant start {1h};
    QVERIFY(!brake.isOn(start));
    brake.update(true, start);
    QVERIFY(brake.isOn(start + 499ms));
    QVERIFY(!brake.isOn(start + 500ms));
    // Caught up in time: the next burst may brake again.
    brake.update(false, start + 100ms);
    brake.update(true, start + 200ms);
    QVERIFY(brake.isOn(start + 300ms));
    // Too late: not again for a while.
    brake.update(false, start + 800ms);
    brake.update(true, start + 900ms);
    QVERIFY(!brake.isOn(start + 1s));
    brake.update(false, start + 1s);
    brake.update(true, start + 12s);
    QVERIFY(brake.isOn(start + 12s));
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
