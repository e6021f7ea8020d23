// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/ratelimiter.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace ct::server::net;
using namespace std::chrono_literals;

namespace {

AddressKey client(quint32 number)
{
    return AddressKey(QHostAddress(number));
}

} // namespace

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsABurstAndThenTheRate();
    void aRefusalCostsNothing();
    void neverHoldsMoreThanTheBurst();
    void clientsDoNotDisturbEachOther();
    void tellsWhenToComeBack();
    void asksWithoutTaking();
    void aFasterRateCountsForWhoWaitsAlready();
    void tidiesWithoutNewcomers();
    void tidiesSomeAtATime();
    void noCountIsNoLimit();
    void countsPerMinute();
    void theTableIsBounded();
    void theOneNotSeenForLongestGivesWay();
    void whoHasAllTokensAgainIsForgotten();
    void theTableGetsSmallerAfterARush();
    void whoHasNotAllTokensIsRemembered();
    void sharedOnesCountTogether();
    void aNewRateCountsFromTheNextCall();

private:
    ct::test::FakeClock m_clock;
    const AddressKey m_anna = client(1);
    const AddressKey m_eve = client(2);
};

void TestRateLimiter::allowsABurstAndThenTheRate()
{
    RateLimiter limiter({10, 1s, 3}, m_clock);
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(!limiter.allow(m_anna));
    m_clock.advance(99ms);
    QVERIFY(!limiter.allow(m_anna));
    m_clock.advance(1ms);
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(!limiter.allow(m_anna));
}

void TestRateLimiter::aNewRateCountsFromTheNextCall()
{
    SharedRateLimiter limiter({1, 1s, 1}, m_clock);
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(!limiter.allow(m_anna));
    limiter.setRate({1, 1s, 2});
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(!limiter.allow(m_anna));
    limiter.setRate({0, 1s, 1});
    QCOMPARE(limiter.retryAfter(m_anna), 0ns);
    QVERIFY(limiter.allow(m_anna));
    limiter.setRate({1, 1s, 1});
    QVERIFY(!limiter.allow(m_anna));
}

void TestRateLimiter::aRefusalCostsNothing()
{
    RateLimiter limiter({10, 1s, 1}, m_clock);
    QVERIFY(limiter.allow(m_anna));
    for (int count = 0; count < 1000; ++count)
        QVERIFY(!limiter.allow(m_anna));
    m_clock.advance(100ms);
    QVERIFY(limiter.allow(m_anna));
}

void TestRateLimiter::neverHoldsMoreThanTheBurst()
{
    RateLimiter limiter({10, 1s, 2}, m_clock);
    QVERIFY(limiter.allow(m_anna));
    m_clock.advance(24h);
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(!limiter.allow(m_anna));
}

void TestRateLimiter::clientsDoNotDisturbEachOther()
{
    RateLimiter limiter({1, 1s, 1}, m_clock);
    QVERIFY(limiter.allow(m_eve));
    QVERIFY(!limiter.allow(m_eve));
    QVERIFY(limiter.allow(m_anna));
}

void TestRateLimiter::tellsWhenToComeBack()
{
    RateLimiter limiter({1, 10s, 1}, m_clock);
    QCOMPARE(limiter.retryAfter(m_anna), 0ns);
    QVERIFY(limiter.allow(m_anna));
    QCOMPARE(limiter.retryAfter(m_anna), std::chrono::nanoseconds(10s));
    m_clock.advance(4s);
    QCOMPARE(limiter.retryAfter(m_anna), std::chrono::nanoseconds(6s));
    m_clock.advance(60s);
    QCOMPARE(limiter.retryAfter(m_anna), 0ns);
}

void TestRateLimiter::asksWithoutTaking()
{
    RateLimiter limiter({1, 1s, 1}, m_clock);
    QCOMPARE(limiter.retryAfter(m_anna), 0ns);
    QCOMPARE(limiter.retryAfter(m_anna), 0ns);
    QCOMPARE(limiter.size(), 0U);
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(limiter.retryAfter(m_anna) > 0ns);
}

void TestRateLimiter::aFasterRateCountsForWhoWaitsAlready()
{
    RateLimiter limiter({1, 1s, 1000}, m_clock);
    for (int count = 0; count < 1000; ++count)
        QVERIFY(limiter.allow(m_anna));
    QCOMPARE(limiter.retryAfter(m_anna), std::chrono::nanoseconds(1s));
    limiter.setRate({100, 1s, 2});
    QCOMPARE(limiter.retryAfter(m_anna), std::chrono::nanoseconds(10ms));
    QVERIFY(!limiter.allow(m_anna));
    m_clock.advance(10ms);
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(!limiter.allow(m_anna));
}

void TestRateLimiter::tidiesWithoutNewcomers()
{
    SharedRateLimiter limiter({1, 1s, 1}, m_clock);
    for (quint32 number = 0; number < 10'000; ++number)
        QVERIFY(limiter.allow(client(number)));
    limiter.tidy();
    QCOMPARE(limiter.size(), 10'000U);
    m_clock.advance(1s);
    limiter.tidy();
    QCOMPARE(limiter.size(), 0U);
}

void TestRateLimiter::tidiesSomeAtATime()
{
    RateLimiter limiter({1, 1s, 1}, m_clock);
    for (quint32 number = 0; number < 10'000; ++number)
        QVERIFY(limiter.allow(client(number)));
    m_clock.advance(1s);
    limiter.tidy();
    QCOMPARE(limiter.size(), 10'000 - RateLimiter::tidiedAtOnce);
}

void TestRateLimiter::noCountIsNoLimit()
{
    RateLimiter limiter({0, 1s, 0}, m_clock);
    for (int count = 0; count < 1000; ++count)
        QVERIFY(limiter.allow(m_anna));
    QCOMPARE(limiter.retryAfter(m_anna), 0ns);
    QCOMPARE(limiter.size(), 0U);
}

void TestRateLimiter::countsPerMinute()
{
    RateLimiter limiter({15, 1min, 15}, m_clock);
    for (int count = 0; count < 15; ++count)
        QVERIFY(limiter.allow(m_anna));
    QVERIFY(!limiter.allow(m_anna));
    m_clock.advance(4s);
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(!limiter.allow(m_anna));
}

void TestRateLimiter::theTableIsBounded()
{
    RateLimiter limiter({1, 1s, 1}, m_clock, 100);
    for (quint32 number = 0; number < 10'000; ++number)
        QVERIFY(limiter.allow(client(number)));
    QCOMPARE(limiter.size(), 100U);
}

void TestRateLimiter::theOneNotSeenForLongestGivesWay()
{
    RateLimiter limiter({1, 1h, 1}, m_clock, 2);
    QVERIFY(limiter.allow(client(1)));
    QVERIFY(limiter.allow(client(2)));
    // Even a refusal is a sign of life.
    QVERIFY(!limiter.allow(client(1)));
    QVERIFY(limiter.allow(client(3)));
    QVERIFY(!limiter.allow(client(1)));
    QCOMPARE(limiter.retryAfter(client(2)), 0ns);
}

void TestRateLimiter::whoHasAllTokensAgainIsForgotten()
{
    RateLimiter limiter({10, 1s, 5}, m_clock);
    for (quint32 number = 0; number < 10'000; ++number) {
        QVERIFY(limiter.allow(client(number)));
        m_clock.advance(50ms);
    }
    // A token takes 100 ms to come back, and a client comes every 50.
    QVERIFY2(limiter.size() <= 4, qPrintable(QString::number(limiter.size())));
}

void TestRateLimiter::theTableGetsSmallerAfterARush()
{
    RateLimiter limiter({1, 1s, 1}, m_clock);
    for (quint32 number = 0; number < 1000; ++number)
        QVERIFY(limiter.allow(client(number)));
    QCOMPARE(limiter.size(), 1000U);
    m_clock.advance(1s);
    for (quint32 number = 1000; number < 2000; ++number) {
        QVERIFY(limiter.allow(client(number)));
        m_clock.advance(1s);
    }
    QVERIFY2(limiter.size() <= 2, qPrintable(QString::number(limiter.size())));
}

void TestRateLimiter::whoHasNotAllTokensIsRemembered()
{
    RateLimiter limiter({1, 10s, 2}, m_clock);
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(limiter.allow(m_anna));
    for (quint32 number = 100; number < 119; ++number) {
        m_clock.advance(1s);
        QVERIFY(limiter.allow(client(number)));
    }
    QCOMPARE(limiter.retryAfter(m_anna), 0ns);
    QVERIFY(limiter.allow(m_anna));
    QVERIFY(!limiter.allow(m_anna));
    QCOMPARE(limiter.retryAfter(m_anna), std::chrono::nanoseconds(1s));
}

void TestRateLimiter::sharedOnesCountTogether()
{
    SharedRateLimiter limiter({1, 1h, 500}, m_clock, 1000);
    std::atomic<int> allowed = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (int count = 0; count < 300; ++count)
                allowed += limiter.allow(m_anna) ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(allowed.load(), 500);
    QVERIFY(limiter.retryAfter(m_anna) > 0ns);
    QVERIFY(limiter.allow(m_eve));
    for (quint32 number = 0; number < 20'000; ++number)
        limiter.allow(client(number));
    QVERIFY(limiter.size() > 900);
    QVERIFY(limiter.size() <= 1008);
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
