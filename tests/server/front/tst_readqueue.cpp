// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/readqueue.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <memory>

using namespace std::chrono_literals;
using namespace ct::server::front;

namespace {

/// Has some pieces of work, each of which takes a millisecond.
class Worker final : private Reader
{
public:
    Worker(ReadQueue &queue, ct::test::FakeClock &clock, int work)
        : Reader(queue),
          left(work),
          m_clock(clock)
    { }

    void arrive() { takeShare(); }
    void rest() { holdBack(); }
    bool asks() const { return isWaiting(); }

    int left;
    int shares = 0;

private:
    void takeShare() override
    {
        ReadQueue::Share share(readQueue());
        shares += share.isGranted() ? 1 : 0;
        bool goesOn = share.isGranted();
        while (goesOn && left > 0) {
            --left;
            m_clock.advance(1ms);
            goesOn = !share.isUsedUp();
        }
        if (left > 0)
            readLater();
    }

    ct::test::FakeClock &m_clock;
};

} // namespace

class TestReadQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShareEnds();
    void leftoversTakeTurns();
    void aTurnIsNoLongerForMany();
    void whoIsHeldBackWaits();
    void forgetsWhoIsGone();

private:
    ct::test::FakeClock m_clock;
};

void TestReadQueue::aShareEnds()
{
    ReadQueue queue(m_clock);
    Worker greedy(queue, m_clock, 1000);
    greedy.arrive();
    QVERIFY(greedy.left > 990);
    QVERIFY(!queue.isEmpty());
    Worker modest(queue, m_clock, 1);
    modest.arrive();
    QCOMPARE(modest.left, 0);
    QVERIFY(!modest.asks());
}

void TestReadQueue::leftoversTakeTurns()
{
    ReadQueue queue(m_clock);
    Worker first(queue, m_clock, 20);
    Worker second(queue, m_clock, 20);
    Worker third(queue, m_clock, 20);
    for (Worker *worker : {&first, &second, &third})
        worker->arrive();
    int turns = 0;
    for (; !queue.isEmpty(); ++turns) {
        const auto began = m_clock.now();
        queue.run();
        QVERIFY(m_clock.now() - began <= 6ms);
        QVERIFY(std::abs(first.left - third.left) <= 2);
        QVERIFY(std::abs(first.left - second.left) <= 2);
    }
    QVERIFY(turns > 10);
    QCOMPARE(first.left + second.left + third.left, 0);
}

void TestReadQueue::aTurnIsNoLongerForMany()
{
    ReadQueue queue(m_clock);
    std::vector<std::unique_ptr<Worker>> crowd;
    for (int i = 0; i < 100; ++i)
        crowd.push_back(std::make_unique<Worker>(queue, m_clock, 10));
    const auto began = m_clock.now();
    for (const auto &worker : crowd)
        worker->arrive();
    QVERIFY(m_clock.now() - began <= 10ms);
    while (!queue.isEmpty())
        queue.run();
    for (const auto &worker : crowd)
        QCOMPARE(worker->left, 0);
}

void TestReadQueue::whoIsHeldBackWaits()
{
    ReadQueue queue(m_clock);
    Worker held(queue, m_clock, 1);
    held.rest();
    QVERIFY(queue.isEmpty());
    queue.run();
    QCOMPARE(held.left, 1);
    queue.retryHeld();
    queue.run();
    QCOMPARE(held.left, 0);
}

void TestReadQueue::forgetsWhoIsGone()
{
    ReadQueue queue(m_clock);
    {
        Worker waiting(queue, m_clock, 100);
        Worker held(queue, m_clock, 1);
        waiting.arrive();
        held.rest();
    }
    queue.retryHeld();
    QVERIFY(queue.isEmpty());
    queue.run();
}

QTEST_APPLESS_MAIN(TestReadQueue)
#include "tst_readqueue.moc"
