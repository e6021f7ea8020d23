// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/epolldispatcher.h"
#include "server/eventloop/wakesignal.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <memory>
#include <sys/eventfd.h>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace ct::server::eventloop;

namespace {

/// Fires once after a time no test should need, so that a loop that wrongly blocks ends.
class Guard : public QTimer
{
public:
    Guard()
    {
        setSingleShot(true);
        start(10s);
    }
    bool isQuiet() const { return isActive(); }
};

bool waitOnce()
{
    return QAbstractEventDispatcher::instance()->processEvents(
        QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

} // namespace

class TestEpollDispatcher : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private Q_SLOTS:
    void isTheOneInUse();
    void manyWakeUpsAreOneWrite();
    void wakesFromAnotherThread();
    void aPostedEventOfItsOwnThreadKeepsItFromBlocking();
    void wakesForEventsPostedByThreads();
    void interruptEndsTheWait();
    void firesTimersInOrder();
    void zeroTimersFireOncePerTurn();
    void singleShotOfZero();
    void aTimerMayBeStoppedInItsEvent();
    void aTimerMayBeRestartedInItsEvent();
    void aTimerMayDeleteItsObject();
    void aTimerDoesNotReenter();
    void nestedLoopsFireOtherTimers();
    void excludedTimersWait();
    void tellsTheTimersOfAnObject();
    void deleteLaterWorks();
    void aboutToBlockComesBeforeTheWait();
    void whatAboutToBlockPostsIsDoneBeforeBlocking();
    void whatAboutToBlockMakesDueIsDoneBeforeBlocking();
    void interruptFromAboutToBlockIsHeard();
    void idleLoopsDoNotSpin();
    void runsAsAThreadsLoop();
};

void TestEpollDispatcher::isTheOneInUse()
{
    QVERIFY(qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()) != nullptr);
}

void TestEpollDispatcher::manyWakeUpsAreOneWrite()
{
    WakeSignal signal;
    for (int i = 0; i < 1000; ++i)
        signal.raise();
    QVERIFY(signal.wait(0));
    eventfd_t count = 0;
    QCOMPARE(::eventfd_read(signal.descriptor(), &count), 0);
    QCOMPARE(count, eventfd_t(1));
    signal.lower();
    QVERIFY(!signal.wait(0));
    signal.raise();
    QVERIFY(signal.wait(0));
}

void TestEpollDispatcher::wakesFromAnotherThread()
{
    const Guard guard;
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    for (int i = 0; i < 200; ++i) {
        std::thread other([dispatcher] { dispatcher->wakeUp(); });
        QVERIFY(waitOnce());
        other.join();
    }
    QVERIFY(guard.isQuiet());
}

void TestEpollDispatcher::aPostedEventOfItsOwnThreadKeepsItFromBlocking()
{
    const Guard guard;
    int received = 0;
    QMetaObject::invokeMethod(
        this,
        [this, &received] {
            ++received;
            QMetaObject::invokeMethod(
                this, [&received] { ++received; }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    waitOnce();
    QCOMPARE(received, 1);
    QVERIFY(QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents));
    QCOMPARE(received, 2);
    QVERIFY(guard.isQuiet());
}

void TestEpollDispatcher::wakesForEventsPostedByThreads()
{
    constexpr int perThread = 5000;
    int received = 0;
    const auto post = [this, &received] {
        for (int i = 0; i < perThread; ++i)
            QMetaObject::invokeMethod(
                this, [&received] { ++received; }, Qt::QueuedConnection);
    };
    std::thread first(post);
    std::thread second(post);
    QTRY_COMPARE_WITH_TIMEOUT(received, 2 * perThread, 20'000);
    first.join();
    second.join();
}

void TestEpollDispatcher::interruptEndsTheWait()
{
    const Guard guard;
    QEventLoop loop;
    std::thread other;
    // From within, as an exit before the loop runs is forgotten when it begins.
    QTimer::singleShot(
        0, &loop, [&loop, &other] { other = std::thread([&loop] { loop.exit(7); }); });
    QCOMPARE(loop.exec(), 7);
    other.join();
    QVERIFY(guard.isQuiet());
}

void TestEpollDispatcher::firesTimersInOrder()
{
    /// When a timer is due, between two looks at the clock around its start.
    struct Due {
        std::chrono::steady_clock::time_point earliest;
        std::chrono::steady_clock::time_point latest;
    };
    constexpr int count = 500;
    std::vector<Due> fired;
    std::vector<std::unique_ptr<QTimer>> timers;
    std::vector<Due> due(count);
    for (int i = 0; i < count; ++i) {
        const auto interval = std::chrono::milliseconds(200 + 20 * ((i * 37) % 50));
        timers.push_back(std::make_unique<QTimer>());
        QTimer *timer = timers.back().get();
        connect(timer, &QTimer::timeout, this, [&fired, &due, i] {
            fired.push_back(due.at(static_cast<std::size_t>(i)));
        });
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
        Due &mine = due.at(static_cast<std::size_t>(i));
        mine.earliest = std::chrono::steady_clock::now() + interval;
        timer->start(interval);
        mine.latest = std::chrono::steady_clock::now() + interval;
    }
    QTRY_COMPARE_WITH_TIMEOUT(fired.size(), std::size_t(count), 20'000);
    for (std::size_t i = 1; i < fired.size(); ++i)
        QVERIFY(fired[i - 1].earliest <= fired[i].latest);
}

void TestEpollDispatcher::zeroTimersFireOncePerTurn()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&fired] { ++fired; });
    timer.start(0);
    for (int turn = 1; turn <= 5; ++turn) {
        QVERIFY(waitOnce());
        QCOMPARE(fired, turn);
    }
}

void TestEpollDispatcher::singleShotOfZero()
{
    QStringList order;
    QTimer::singleShot(0, this, [this, &order] {
        order.append(QStringLiteral("first"));
        QTimer::singleShot(0, this, [&order] { order.append(QStringLiteral("second")); });
    });
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order, QStringList({QStringLiteral("first"), QStringLiteral("second")}));
}

void TestEpollDispatcher::aTimerMayBeStoppedInItsEvent()
{
    QTimer timer;
    QTimer later;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&timer, &fired] {
        ++fired;
        timer.stop();
    });
    QSignalSpy end(&later, &QTimer::timeout);
    timer.start(1ms);
    later.start(40ms);
    QVERIFY(end.wait());
    QCOMPARE(fired, 1);
}

void TestEpollDispatcher::aTimerMayBeRestartedInItsEvent()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&timer, &fired] {
        if (++fired < 3)
            timer.start(fired);
        else
            timer.stop();
    });
    timer.start(0);
    QTRY_COMPARE(fired, 3);
    QVERIFY(!timer.isActive());
    QCOMPARE(timer.remainingTime(), -1);
}

void TestEpollDispatcher::aTimerMayDeleteItsObject()
{
    QPointer<QTimer> timer = new QTimer;
    connect(timer.data(), &QTimer::timeout, this, [timer] { delete timer.data(); });
    timer->start(0);
    QTRY_VERIFY(timer.isNull());
    QVERIFY(!QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents));
}

void TestEpollDispatcher::aTimerDoesNotReenter()
{
    QTimer timer;
    int depth = 0;
    int deepest = 0;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        deepest = std::max(deepest, ++depth);
        QEventLoop nested;
        QTimer::singleShot(20, &nested, &QEventLoop::quit);
        QSignalSpy turns(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake);
        nested.exec();
        QVERIFY2(turns.size() < 10, "the nested loop spins on the timer in its turn");
        --depth;
        ++fired;
    });
    timer.start(0);
    QTRY_VERIFY(fired >= 3);
    QCOMPARE(deepest, 1);
}

void TestEpollDispatcher::nestedLoopsFireOtherTimers()
{
    QEventLoop nested;
    QTimer outer;
    QTimer inner;
    int innerFired = 0;
    bool outerDone = false;
    connect(&outer, &QTimer::timeout, this, [&] {
        outer.stop();
        nested.exec();
        outerDone = true;
    });
    connect(&inner, &QTimer::timeout, this, [&] {
        if (++innerFired == 3)
            nested.quit();
    });
    outer.start(1ms);
    inner.start(1ms);
    QTRY_VERIFY(outerDone);
    QVERIFY(innerFired >= 3);
}

void TestEpollDispatcher::excludedTimersWait()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&fired] { ++fired; });
    timer.start(0);
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    dispatcher->processEvents(QEventLoop::X11ExcludeTimers);
    QCOMPARE(fired, 0);
    std::thread other([dispatcher] { dispatcher->wakeUp(); });
    dispatcher->processEvents(QEventLoop::X11ExcludeTimers | QEventLoop::WaitForMoreEvents);
    other.join();
    QCOMPARE(fired, 0);
    dispatcher->processEvents(QEventLoop::AllEvents);
    QCOMPARE(fired, 1);
}

void TestEpollDispatcher::tellsTheTimersOfAnObject()
{
    QObject object;
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    const int id = object.startTimer(60'000, Qt::VeryCoarseTimer);
    QCOMPARE(dispatcher->registeredTimers(&object).size(), 1);
    QCOMPARE(dispatcher->registeredTimers(&object).at(0).timerId, id);
    const int left = dispatcher->remainingTime(id);
    QVERIFY(left > 55'000 && left <= 61'000);
    object.killTimer(id);
    QCOMPARE(dispatcher->remainingTime(id), -1);
    QVERIFY(!dispatcher->unregisterTimers(&object));
}

void TestEpollDispatcher::deleteLaterWorks()
{
    QPointer<QObject> object = new QObject;
    object->deleteLater();
    QTRY_VERIFY(object.isNull());

    // From within a nested loop it waits for the outer one.
    QPointer<QObject> inner = new QObject;
    bool keptByNested = false;
    QTimer::singleShot(0, this, [&] {
        inner->deleteLater();
        QCoreApplication::processEvents();
        keptByNested = !inner.isNull();
    });
    QTRY_VERIFY(inner.isNull());
    QVERIFY(keptByNested);
}

void TestEpollDispatcher::aboutToBlockComesBeforeTheWait()
{
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    QStringList order;
    QObject context;
    connect(dispatcher, &QAbstractEventDispatcher::awake, &context, [&order] {
        order.append(QStringLiteral("awake"));
    });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context, [&order] {
        order.append(QStringLiteral("aboutToBlock"));
    });
    QMetaObject::invokeMethod(
        this, [&order] { order.append(QStringLiteral("posted")); }, Qt::QueuedConnection);
    QTimer timer;
    timer.setSingleShot(true);
    connect(
        &timer, &QTimer::timeout, &context, [&order] { order.append(QStringLiteral("timer")); });
    timer.start(0);
    waitOnce();
    const QStringList expected {
        QStringLiteral("awake"),
        QStringLiteral("posted"),
        QStringLiteral("aboutToBlock"),
        QStringLiteral("timer")};
    QCOMPARE(order, expected);

    order.clear();
    dispatcher->processEvents(QEventLoop::AllEvents);
    QCOMPARE(order, QStringList({QStringLiteral("awake")}));
}

void TestEpollDispatcher::whatAboutToBlockPostsIsDoneBeforeBlocking()
{
    const Guard guard;
    QObject context;
    bool received = false;
    bool posted = false;
    connect(
        QAbstractEventDispatcher::instance(),
        &QAbstractEventDispatcher::aboutToBlock,
        &context,
        [&] {
            if (std::exchange(posted, true))
                return;
            QMetaObject::invokeMethod(
                &context, [&received] { received = true; }, Qt::QueuedConnection);
        });
    waitOnce();
    QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
    QVERIFY(received);
    QVERIFY(guard.isQuiet());
}

void TestEpollDispatcher::whatAboutToBlockMakesDueIsDoneBeforeBlocking()
{
    const Guard guard;
    QTimer timer;
    QSignalSpy fired(&timer, &QTimer::timeout);
    connect(
        QAbstractEventDispatcher::instance(),
        &QAbstractEventDispatcher::aboutToBlock,
        &timer,
        [&timer] { timer.start(0); });
    waitOnce();
    QCOMPARE(fired.size(), 1);
    QVERIFY(guard.isQuiet());
}

void TestEpollDispatcher::interruptFromAboutToBlockIsHeard()
{
    const Guard guard;
    QEventLoop loop;
    connect(
        QAbstractEventDispatcher::instance(),
        &QAbstractEventDispatcher::aboutToBlock,
        &loop,
        [&loop] { loop.exit(3); });
    QCOMPARE(loop.exec(), 3);
    QVERIFY(guard.isQuiet());
}

void TestEpollDispatcher::idleLoopsDoNotSpin()
{
    QEventLoop loop;
    QTimer::singleShot(100, &loop, &QEventLoop::quit);
    QSignalSpy turns(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake);
    loop.exec();
    QVERIFY2(turns.size() < 10, qPrintable(QString::number(turns.size())));
}

void TestEpollDispatcher::runsAsAThreadsLoop()
{
    QThread thread;
    thread.setEventDispatcher(new EpollDispatcher);
    QObject object;
    object.moveToThread(&thread);
    std::atomic<int> fired = 0;
    std::atomic<bool> ours = false;
    QPointer<QObject> doomed = new QObject;
    doomed->moveToThread(&thread);
    thread.start();
    QMetaObject::invokeMethod(&object, [&object, &fired, &ours, &thread] {
        ours = QThread::currentThread() == &thread
            && qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()) != nullptr;
        QTimer::singleShot(1, &object, [&fired] { ++fired; });
    });
    doomed->deleteLater();
    QTRY_COMPARE(fired.load(), 1);
    QVERIFY(ours.load());
    thread.quit();
    QVERIFY(thread.wait(10'000));
    QVERIFY(doomed.isNull());
}

QTEST_GUILESS_MAIN(TestEpollDispatcher)
#include "tst_epolldispatcher.moc"
