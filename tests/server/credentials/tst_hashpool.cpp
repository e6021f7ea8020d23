// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/hashpool.h"

#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace ct::server::credentials;

namespace {

/// Holds whoever passes until it opens.
class Barrier
{
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_most = std::max(m_most, ++m_inside);
        m_open.wait(lock, [this] { return m_isOpen; });
        --m_inside;
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_open.notify_all();
    }
    int mostInside()
    {
        const std::lock_guard lock(m_mutex);
        return m_most;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_open;
    bool m_isOpen = false;
    int m_inside = 0;
    int m_most = 0;
};

} // namespace

class TestHashPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsTwoAtOnceAndRefusesBeyondTheLine();
    void answersOnTheCallersThread();
    void answersNobodyAfterItsEnd();
};

void TestHashPool::runsTwoAtOnceAndRefusesBeyondTheLine()
{
    Barrier barrier;
    HashPool pool;
    int done = 0;
    const auto submit = [&] {
        return pool.run(
            [&barrier] {
                barrier.pass();
                return "x"_ba;
            },
            [&done](const QByteArray &) { ++done; });
    };
    for (int count = 0; count < HashPool::atOnce + HashPool::mostWaiting; ++count)
        QVERIFY(submit());
    QVERIFY(!submit());
    barrier.open();
    QTRY_COMPARE(done, HashPool::atOnce + HashPool::mostWaiting);
    QVERIFY(barrier.mostInside() <= HashPool::atOnce);
    QVERIFY(submit());
    QTRY_COMPARE(done, HashPool::atOnce + HashPool::mostWaiting + 1);
}

void TestHashPool::answersOnTheCallersThread()
{
    HashPool pool;
    QThread *worked = nullptr;
    QThread *answered = nullptr;
    QVERIFY(pool.run(
        [&worked] {
            worked = QThread::currentThread();
            return "x"_ba;
        },
        [&answered](const QByteArray &) { answered = QThread::currentThread(); }));
    QTRY_COMPARE(answered, QThread::currentThread());
    QVERIFY(worked != answered);
}

void TestHashPool::answersNobodyAfterItsEnd()
{
    bool isAnswered = false;
    {
        HashPool pool;
        QVERIFY(pool.run(
            [] { return "x"_ba; }, [&isAnswered](const QByteArray &) { isAnswered = true; }));
    }
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(TestHashPool)
#include "tst_hashpool.moc"
