// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/lookqueue.h"

#include <QTest>

#include <array>

using namespace std::chrono_literals;
using namespace ct::server::front;

class TestLookQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWhoIsDueInOrder();
    void keepsTheEarlierTime();
    void forgets();

private:
    static ct::Instant after(std::chrono::milliseconds time) { return ct::Instant(1h + time); }
    /// Never called, only told from others.
    ParticipantLink &link(std::size_t number)
    {
        return *reinterpret_cast<ParticipantLink *>(&m_places.at(number));
    }

    std::array<quint64, 4> m_places {};
};

void TestLookQueue::givesWhoIsDueInOrder()
{
    LookQueue queue;
    queue.add(link(0), after(30ms));
    queue.add(link(1), after(10ms));
    queue.add(link(2), after(20ms));
    QVERIFY(queue.takeDue(after(9ms)).empty());
    const std::vector<ParticipantLink *> both {&link(1), &link(2)};
    QCOMPARE(queue.takeDue(after(20ms)), both);
    QVERIFY(queue.takeDue(after(20ms)).empty());
    const std::vector<ParticipantLink *> last {&link(0)};
    QCOMPARE(queue.takeAll(), last);
}

void TestLookQueue::keepsTheEarlierTime()
{
    LookQueue queue;
    queue.add(link(0), after(30ms));
    queue.add(link(0), after(10ms));
    queue.add(link(0), after(50ms));
    QCOMPARE(queue.takeDue(after(10ms)).size(), std::size_t {1});
    QVERIFY(queue.takeAll().empty());
}

void TestLookQueue::forgets()
{
    LookQueue queue;
    queue.add(link(0), after(10ms));
    queue.add(link(1), after(10ms));
    queue.forget(link(0));
    queue.forget(link(3));
    const std::vector<ParticipantLink *> rest {&link(1)};
    QCOMPARE(queue.takeAll(), rest);
}

QTEST_APPLESS_MAIN(TestLookQueue)
#include "tst_lookqueue.moc"
