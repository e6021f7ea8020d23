// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/timerqueue.h"

#include <QTest>

#include <limits>

using namespace std::chrono_literals;
using ct::server::eventloop::TimerQueue;

class TestTimerQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersByDeadlineThenByAge();
    void neverFiresEarly_data();
    void neverFiresEarly();
    void keepsTheBeatOfARepeatedTimer();
    void leavesOutMissedBeats();
    void keepsATimerInItsTurnOutOfTheOrder();
    void forgetsATimerRemovedInItsTurn();
    void knowsAnIdTakenAgainInItsTurn();
    void aTurnTakenElsewhereIsNotTakenTwice();
    void removesAllOfAnObject();
    void tellsTheRemainingTime();
    void survivesAbsurdIntervals();
    void firesTenThousandInOrder();

private:
    QList<int> fire(TimerQueue &queue, TimerQueue::Time now);

    const TimerQueue::Time m_start {1h};
    QObject m_object;
};

QList<int> TestTimerQueue::fire(TimerQueue &queue, TimerQueue::Time now)
{
    QList<int> ids;
    for (TimerQueue::Ticket ticket : queue.due(now)) {
        if (queue.start(ticket, now) != nullptr)
            ids.append(ticket.id);
        queue.finish(ticket);
    }
    return ids;
}

void TestTimerQueue::ordersByDeadlineThenByAge()
{
    TimerQueue queue;
    queue.add({1, 30ms, Qt::PreciseTimer, &m_object}, m_start);
    queue.add({2, 10ms, Qt::PreciseTimer, &m_object}, m_start);
    queue.add({3, 30ms, Qt::PreciseTimer, &m_object}, m_start);
    queue.add({4, 20ms, Qt::PreciseTimer, &m_object}, m_start);
    QCOMPARE(queue.nextDeadline(), std::optional(m_start + 10ms));
    QCOMPARE(fire(queue, m_start + 9ms), QList<int>());
    QCOMPARE(fire(queue, m_start + 30ms), QList<int>({2, 4, 1, 3}));
}

void TestTimerQueue::neverFiresEarly_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<qint64>("latest");
    QTest::newRow("precise") << int(Qt::PreciseTimer) << 1000LL << 1000LL;
    QTest::newRow("coarse") << int(Qt::CoarseTimer) << 1000LL << 1050LL;
    QTest::newRow("short coarse") << int(Qt::CoarseTimer) << 15LL << 15LL;
    QTest::newRow("long coarse") << int(Qt::CoarseTimer) << 25'000LL << 26'250LL;
    QTest::newRow("very coarse") << int(Qt::VeryCoarseTimer) << 25'000LL << 26'000LL;
    QTest::newRow("zero very coarse") << int(Qt::VeryCoarseTimer) << 0LL << 0LL;
}

void TestTimerQueue::neverFiresEarly()
{
    QFETCH(int, type);
    QFETCH(qint64, interval);
    QFETCH(qint64, latest);
    const auto timerType = static_cast<Qt::TimerType>(type);
    for (const auto offset : {0us, 1us, 777'777us, 123'456us}) {
        TimerQueue queue;
        const TimerQueue::Time now = m_start + offset;
        queue.add({7, std::chrono::milliseconds(interval), timerType, &m_object}, now);
        QVERIFY(*queue.nextDeadline() >= now + std::chrono::milliseconds(interval));
        QVERIFY(*queue.nextDeadline() <= now + std::chrono::milliseconds(latest));
    }
}

void TestTimerQueue::keepsTheBeatOfARepeatedTimer()
{
    TimerQueue queue;
    queue.add({1, 10ms, Qt::PreciseTimer, &m_object}, m_start);
    QCOMPARE(fire(queue, m_start + 13ms), QList<int>({1}));
    QCOMPARE(queue.nextDeadline(), std::optional(m_start + 20ms));
}

void TestTimerQueue::leavesOutMissedBeats()
{
    TimerQueue queue;
    queue.add({1, 10ms, Qt::PreciseTimer, &m_object}, m_start);
    QCOMPARE(fire(queue, m_start + 95ms), QList<int>({1}));
    QCOMPARE(queue.nextDeadline(), std::optional(m_start + 105ms));
}

void TestTimerQueue::keepsATimerInItsTurnOutOfTheOrder()
{
    TimerQueue queue;
    queue.add({1, 0ms, Qt::PreciseTimer, &m_object}, m_start);
    auto tickets = queue.due(m_start);
    QCOMPARE(tickets.size(), std::size_t(1));
    QCOMPARE(queue.start(tickets[0], m_start), &m_object);
    QVERIFY(!queue.nextDeadline());
    QVERIFY(queue.due(m_start + 1h).empty());
    queue.finish(tickets[0]);
    QCOMPARE(queue.nextDeadline(), std::optional(m_start));
}

void TestTimerQueue::forgetsATimerRemovedInItsTurn()
{
    TimerQueue queue;
    queue.add({1, 10ms, Qt::PreciseTimer, &m_object}, m_start);
    auto tickets = queue.due(m_start + 10ms);
    QVERIFY(queue.start(tickets[0], m_start + 10ms) != nullptr);
    QVERIFY(queue.remove(1));
    queue.finish(tickets[0]);
    QVERIFY(!queue.nextDeadline());
    QVERIFY(queue.timersOf(&m_object).isEmpty());
    QVERIFY(!queue.remove(1));
}

void TestTimerQueue::knowsAnIdTakenAgainInItsTurn()
{
    TimerQueue queue;
    queue.add({1, 10ms, Qt::PreciseTimer, &m_object}, m_start);
    auto tickets = queue.due(m_start + 10ms);
    QVERIFY(queue.start(tickets[0], m_start + 10ms) != nullptr);
    queue.remove(1);
    queue.add({1, 50ms, Qt::PreciseTimer, &m_object}, m_start + 10ms);
    queue.finish(tickets[0]);
    QCOMPARE(queue.nextDeadline(), std::optional(m_start + 60ms));
    QCOMPARE(fire(queue, m_start + 60ms), QList<int>({1}));
}

void TestTimerQueue::aTurnTakenElsewhereIsNotTakenTwice()
{
    TimerQueue queue;
    queue.add({1, 10ms, Qt::PreciseTimer, &m_object}, m_start);
    queue.add({2, 10ms, Qt::PreciseTimer, &m_object}, m_start);
    auto outer = queue.due(m_start + 10ms);
    QVERIFY(queue.start(outer[0], m_start + 10ms) != nullptr);
    QCOMPARE(fire(queue, m_start + 10ms), QList<int>({2}));
    queue.finish(outer[0]);
    QVERIFY(queue.start(outer[1], m_start + 10ms) == nullptr);
}

void TestTimerQueue::removesAllOfAnObject()
{
    QObject other;
    TimerQueue queue;
    queue.add({1, 10ms, Qt::PreciseTimer, &m_object}, m_start);
    queue.add({2, 20ms, Qt::CoarseTimer, &other}, m_start);
    queue.add({3, 30ms, Qt::VeryCoarseTimer, &m_object}, m_start);
    QCOMPARE(queue.timersOf(&m_object).size(), 2);
    QCOMPARE(queue.timersOf(&m_object).at(1).timerId, 3);
    QCOMPARE(queue.timersOf(&m_object).at(1).interval, 30);
    QCOMPARE(queue.timersOf(&m_object).at(1).timerType, Qt::VeryCoarseTimer);
    QVERIFY(queue.removeAll(&m_object));
    QVERIFY(!queue.removeAll(&m_object));
    QVERIFY(queue.timersOf(&m_object).isEmpty());
    QCOMPARE(fire(queue, m_start + 1h), QList<int>({2}));
}

void TestTimerQueue::tellsTheRemainingTime()
{
    TimerQueue queue;
    queue.add({1, 10ms, Qt::PreciseTimer, &m_object}, m_start);
    QCOMPARE(queue.remaining(1, m_start), std::optional(10ms));
    QCOMPARE(queue.remaining(1, m_start + 100us), std::optional(10ms));
    QCOMPARE(queue.remaining(1, m_start + 20ms), std::optional(0ms));
    QVERIFY(!queue.remaining(2, m_start));
}

void TestTimerQueue::survivesAbsurdIntervals()
{
    TimerQueue queue;
    queue.add({1, std::chrono::milliseconds::max(), Qt::CoarseTimer, &m_object}, m_start);
    queue.add({2, -5ms, Qt::CoarseTimer, &m_object}, m_start);
    QCOMPARE(fire(queue, m_start + 24h), QList<int>({2}));
    QVERIFY(queue.remaining(1, m_start)->count() > 0);
    QCOMPARE(queue.timersOf(&m_object).at(0).interval, std::numeric_limits<int>::max());
}

void TestTimerQueue::firesTenThousandInOrder()
{
    constexpr int count = 10'000;
    TimerQueue queue;
    for (int i = 0; i < count; ++i) {
        const auto interval = std::chrono::milliseconds(1 + (i * 7919) % 5000);
        queue.add({i + 1, interval, Qt::PreciseTimer, &m_object}, m_start);
    }
    QList<int> fired;
    TimerQueue::Time last = m_start;
    while (const auto next = queue.nextDeadline()) {
        QVERIFY(*next > last);
        last = *next;
        for (const int id : fire(queue, last)) {
            fired.append(id);
            queue.remove(id);
        }
    }
    QCOMPARE(fired.size(), count);
    QVERIFY(last <= m_start + 5s);
}

QTEST_GUILESS_MAIN(TestTimerQueue)
#include "tst_timerqueue.moc"
