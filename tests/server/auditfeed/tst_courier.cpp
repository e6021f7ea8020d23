// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/courier.h"
#include "server/store/auditpurge.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::auditfeed;

namespace {

/// Takes, or refuses as long as it is told to.
class FakeReceiver final : public Receiver
{
public:
    void deliver(const Batch &batch) override
    {
        const WebhookCall call = webhookCall(batch, {});
        tries.append(call.id);
        bodies.append(call.body.size());
        sizes.append(batch.size());
        if (batch.size() > most) {
            Q_EMIT oversized(u"too large"_s);
            return;
        }
        const bool isRefused = refusals > 0;
        refusals -= isRefused ? 1 : 0;
        if (!isRefused) {
            for (const store::ChainedAuditEntry &entry : batch)
                taken.append(entry.entry);
        }
        if (!isSilent)
            Q_EMIT settled(isRefused ? u"refused"_s : QString());
    }

    int refusals = 0;
    bool isSilent = false;
    qsizetype most = 1'000;
    QList<QByteArray> tries;
    QList<qsizetype> bodies;
    QList<qsizetype> sizes;
    QList<qint64> taken;
};

} // namespace

class TestCourier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesAllInOrder();
    void goesOnWhereItWas();
    void saysWhatWasPurgedBeforeItCame();
    void saysWhatIsNoLongerThere();
    void takesAgainWhatWasNotSettled();
    void triesTheSameAgainUntilItIsTaken();
    void keepsWithinItsBytes();
    void halvesWhatIsTooLarge();
    void saysWhichEntryIsTooLargeAlone();
    void hurriesWithWhatIsNew();
    void restsAtOnceWhereTheReceiverFails();
    void saysALossOnceAndTheReturnOnce();

private:
    void add(int count, const QString &detail = {});
    void start();
    std::unique_ptr<Courier> courier(FakeReceiver &receiver);

    std::unique_ptr<QTemporaryDir> m_folder;
    ct::test::FakeClock m_clock;
    ct::test::CountingRandom m_random;
    std::unique_ptr<store::Store> m_store;
    AuditFeedConfig m_config;
    QList<Courier::News> m_news;
    QStringList m_sentences;
};

void TestCourier::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_news.clear();
    m_sentences.clear();
    m_config = {};
    m_config.look = 10ms;
    m_config.firstRetry = 10ms;
    m_config.longestRetry = 20ms;
    m_config.batch = 3;
    start();
}

void TestCourier::cleanup()
{
    m_store.reset();
}

void TestCourier::start()
{
    m_store.reset();
    store::StoreConfig config;
    config.file = m_folder->filePath(u"edge.sqlite"_s);
    m_store = std::make_unique<store::Store>(config, m_clock, m_random, [](const QString &) {});
    QVERIFY(m_store->start());
}

void TestCourier::add(int count, const QString &detail)
{
    for (int number = 0; number < count; ++number) {
        store::Record record;
        record.audit
            = store::AuditEntry {m_clock.wallNow(), u"test.happened"_s, {}, {}, {}, detail};
        m_store->append(std::move(record));
    }
}

std::unique_ptr<Courier> TestCourier::courier(FakeReceiver &receiver)
{
    auto courier = std::make_unique<Courier>(
        u"test"_s,
        u"the test"_s,
        receiver,
        m_config,
        Courier::Services {
            *m_store,
            m_clock,
            [this](Courier::News news, const QString &, const QString &sentence) {
                m_news.append(news);
                m_sentences.append(sentence);
            }});
    courier->begin();
    return courier;
}

void TestCourier::takesAllInOrder()
{
    add(7);
    FakeReceiver receiver;
    const auto one = courier(receiver);
    QTRY_COMPARE(receiver.taken, (QList<qint64> {1, 2, 3, 4, 5, 6, 7}));
    QCOMPARE(receiver.tries.size(), 3);
    add(2);
    QTRY_COMPARE(receiver.taken.size(), 9);
    QCOMPARE(receiver.taken.constLast(), 9);
    QTRY_COMPARE(one->state().waiting, 0);
    QCOMPARE(one->state().delivered, 9U);
    QCOMPARE(one->state().failures, 0U);
    QVERIFY(m_news.isEmpty());
}

void TestCourier::goesOnWhereItWas()
{
    add(4);
    {
        FakeReceiver receiver;
        const auto one = courier(receiver);
        QTRY_COMPARE(one->state().delivered, 4U);
    }
    start();
    add(1);
    FakeReceiver receiver;
    const auto one = courier(receiver);
    QTRY_COMPARE(receiver.taken, QList<qint64> {5});
}

void TestCourier::saysWhatWasPurgedBeforeItCame()
{
    add(4);
    m_store->append(store::deliveredRecord(u"test"_s, 1, m_clock.wallNow()));
    const store::PurgeRule rule {30, m_clock.wallNow() + 1s};
    const auto outlook = m_store->wait<store::PurgeOutlook>(
        [&rule](store::Database &database) { return store::planPurge(database, rule); });
    QVERIFY(outlook && outlook->plan);
    m_store->append(store::purgeRecord(*outlook->plan, rule, m_clock.wallNow()));
    QVERIFY(m_store->flush());
    FakeReceiver receiver;
    const auto one = courier(receiver);
    QTRY_COMPARE(receiver.taken, QList<qint64> {5});
    QCOMPARE(
        m_sentences,
        QStringList {u"The audit entries 2 to 4 were purged before the test had them. It gets what "
                     "follows"_s});
    QCOMPARE(m_news, QList<Courier::News> {Courier::News::Gap});
}

void TestCourier::saysWhatIsNoLongerThere()
{
    add(2);
    m_store->append(store::deliveredRecord(u"test"_s, 9, m_clock.wallNow()));
    QVERIFY(m_store->flush());
    FakeReceiver receiver;
    const auto one = courier(receiver);
    QTRY_COMPARE(m_sentences.size(), 1);
    QCOMPARE(
        m_sentences.constFirst(),
        u"The audit has entries up to 2, but the test has had them up to 9: the last ones have "
        u"been "
        "removed. It gets what follows entry 2"_s);
    add(2);
    QTRY_COMPARE(receiver.taken, (QList<qint64> {3, 4}));
    QCOMPARE(m_news, QList<Courier::News> {Courier::News::Gap});
}

void TestCourier::takesAgainWhatWasNotSettled()
{
    add(2);
    {
        FakeReceiver receiver;
        receiver.isSilent = true;
        const auto one = courier(receiver);
        QTRY_COMPARE(receiver.taken.size(), 2);
    }
    start();
    FakeReceiver receiver;
    const auto one = courier(receiver);
    QTRY_COMPARE(receiver.taken, (QList<qint64> {1, 2}));
}

void TestCourier::triesTheSameAgainUntilItIsTaken()
{
    add(2);
    FakeReceiver receiver;
    receiver.refusals = 4;
    const auto one = courier(receiver);
    QTRY_VERIFY(!one->state().fault.isEmpty());
    // They come behind, and make the batch no other.
    add(5);
    QTRY_COMPARE(receiver.taken, (QList<qint64> {1, 2, 3, 4, 5, 6, 7}));
    QCOMPARE(one->state().failures, 4U);
    for (int number = 1; number <= 4; ++number)
        QCOMPARE(receiver.tries.at(number), receiver.tries.constFirst());
    QVERIFY(one->state().fault.isEmpty());
}

// As they are on the wire, where a letter may have several bytes.
void TestCourier::keepsWithinItsBytes()
{
    m_config.batch = 100;
    add(20, QString(5'000, u'"'));
    add(1, QString(100'000, u'x'));
    add(10);
    FakeReceiver receiver;
    const auto one = courier(receiver);
    QTRY_COMPARE(receiver.taken.size(), 31);
    QCOMPARE(receiver.sizes, (QList<qsizetype> {6, 6, 6, 2, 1, 10}));
    for (qsizetype at = 0; at < receiver.sizes.size(); ++at)
        QVERIFY(receiver.bodies.at(at) <= 64 * 1024 || receiver.sizes.at(at) == 1);
}

void TestCourier::halvesWhatIsTooLarge()
{
    m_config.batch = 16;
    add(20);
    FakeReceiver receiver;
    receiver.most = 3;
    const auto one = courier(receiver);
    QTRY_COMPARE(receiver.taken.size(), 20);
    QCOMPARE(receiver.sizes.first(5), (QList<qsizetype> {16, 8, 4, 2, 3}));
    QVERIFY(std::is_sorted(receiver.taken.cbegin(), receiver.taken.cend()));
    QVERIFY(m_news.isEmpty());
    // It may take more by and by.
    receiver.most = 1'000;
    receiver.sizes.clear();
    add(300);
    QTRY_COMPARE(receiver.taken.size(), 320);
    QVERIFY(receiver.sizes.contains(16));
}

void TestCourier::saysWhichEntryIsTooLargeAlone()
{
    add(3);
    FakeReceiver receiver;
    receiver.most = 0;
    const auto one = courier(receiver);
    QTRY_COMPARE(
        one->state().fault, u"too large to entry 1 alone, which it has to take before any other"_s);
    QCOMPARE(one->state().waiting, 3);
    QCOMPARE(m_news, (QList<Courier::News> {Courier::News::Bad}));
    receiver.most = 10;
    QTRY_COMPARE(receiver.taken, (QList<qint64> {1, 2, 3}));
    QTRY_VERIFY(one->state().fault.isEmpty());
}

void TestCourier::hurriesWithWhatIsNew()
{
    m_config.look = 1h;
    FakeReceiver receiver;
    const auto one = courier(receiver);
    QSignalSpy rested(one.get(), &Courier::rested);
    // Whether it rests or not by then.
    for (int time = 1; time <= 2; ++time) {
        add(1);
        m_store->flush();
        one->hurry();
        QTRY_COMPARE(receiver.taken.size(), time);
        QTRY_COMPARE(one->state().delivered, quint64(time));
        rested.clear();
        one->hurry();
        QTRY_VERIFY(!rested.isEmpty());
    }
}

void TestCourier::restsAtOnceWhereTheReceiverFails()
{
    add(1);
    m_config.firstRetry = m_config.longestRetry = 1h;
    FakeReceiver receiver;
    receiver.refusals = 1;
    const auto one = courier(receiver);
    QTRY_VERIFY(!one->state().fault.isEmpty());
    QSignalSpy rested(one.get(), &Courier::rested);
    one->hurry();
    QCOMPARE(rested.size(), 1);
}

void TestCourier::saysALossOnceAndTheReturnOnce()
{
    add(2);
    FakeReceiver receiver;
    receiver.refusals = 3;
    const auto one = courier(receiver);
    QTRY_COMPARE(receiver.taken.size(), 2);
    QTRY_COMPARE(m_news, (QList<Courier::News> {Courier::News::Bad, Courier::News::Good}));
    QVERIFY(m_sentences.at(0).startsWith(u"The audit does not reach the test: refused."_s));
    QCOMPARE(m_sentences.at(1), u"The audit reaches the test again; 2 entries had to wait"_s);
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
