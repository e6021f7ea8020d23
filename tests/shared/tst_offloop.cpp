// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/base/offloop.h"

#include <QTest>
#include <QThread>

#include <atomic>

namespace {

/// Counts its destructions on threads that are not the test's.
class Witness
{
public:
    explicit Witness(std::atomic<int> &strays) : m_home(QThread::currentThread()), m_strays(strays)
    { }
    ~Witness()
    {
        if (QThread::currentThread() != m_home)
            ++m_strays;
    }
    Witness(const Witness &) = delete;
    Witness &operator=(const Witness &) = delete;

private:
    QThread *const m_home;
    std::atomic<int> &m_strays;
};

/// Whoever destroys it elsewhere takes long to, so that the test's thread is done with its own by
/// then.
struct SlowAbroad {
    QThread *home = QThread::currentThread();
    ~SlowAbroad()
    {
        if (QThread::currentThread() != home)
            QThread::msleep(20);
    }
};

} // namespace

class TestOffLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheCallersThread();
    void whatIsToBeDoneNeverLeavesTheCaller();
    void countsWhatIsPending();
    void answersNobodyAfterItsEnd();
};

void TestOffLoop::answersOnTheCallersThread()
{
    ct::OffLoop pool;
    QThread *worked = nullptr;
    QThread *answered = nullptr;
    pool.run<QThread *>(
        [] { return QThread::currentThread(); },
        [&](QThread *const &thread) {
            worked = thread;
            answered = QThread::currentThread();
        });
    QTRY_VERIFY(answered != nullptr);
    QCOMPARE(answered, QThread::currentThread());
    QVERIFY(worked != answered);
}

void TestOffLoop::whatIsToBeDoneNeverLeavesTheCaller()
{
    std::atomic<int> strays = 0;
    ct::OffLoop pool;
    int answer = 0;
    pool.run<int>(
        [] { return 1; },
        [&answer, witness = std::make_shared<Witness>(strays), slow = SlowAbroad()](int got) {
            answer = got;
        });
    QTRY_COMPARE(answer, 1);
    QTest::qWait(50);
    QCOMPARE(strays.load(), 0);
}

void TestOffLoop::countsWhatIsPending()
{
    ct::OffLoop pool;
    pool.run<int>([] { return 1; }, [](int) {});
    pool.run<int>([] { return 2; }, [](int) {});
    QCOMPARE(pool.pending(), 2U);
    QTRY_COMPARE(pool.pending(), 0U);
}

void TestOffLoop::answersNobodyAfterItsEnd()
{
    bool isAnswered = false;
    {
        ct::OffLoop pool;
        for (int count = 0; count < 10; ++count)
            pool.run<int>([] { return 1; }, [&isAnswered](int) { isAnswered = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(TestOffLoop)
#include "tst_offloop.moc"
