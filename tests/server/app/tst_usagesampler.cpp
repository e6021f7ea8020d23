// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/usagesampler.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace ct;
using namespace ct::server::app;
using namespace std::chrono_literals;

class TestUsageSampler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesTwelveInAnHour();
    void hasNoGapOverARestart();
    void putsInWhatWasMissed();
    void fillsAWeekAtMost();
    void aClockSetBackDoublesNothing();
    void saysWhenTheProcessWasHeldUp();

private:
    std::unique_ptr<UsageSampler> sampler();
    void pass(std::chrono::seconds time, UsageSampler &sampler);
    /// Whether the samples lie five minutes apart, each.
    bool isGapless() const;

    ct::test::FakeClock m_clock;
    QList<UsageSample> m_samples;
};

void TestUsageSampler::init()
{
    m_samples.clear();
    // 2 minutes and 3 seconds after a full interval.
    m_clock.setWall(WallTime(std::chrono::seconds(1'790'000'100 - 1'790'000'100 % 300 + 123)));
}

std::unique_ptr<UsageSampler> TestUsageSampler::sampler()
{
    return std::make_unique<UsageSampler>(
        m_clock,
        300s,
        [](const std::function<void(const LiveNumbers &)> &done) {
            done({3, 2, 1, 3});
        },
        [this](const UsageSample &sample) { m_samples.append(sample); });
}

void TestUsageSampler::pass(std::chrono::seconds time, UsageSampler &sampler)
{
    for (; time.count() > 0; time -= 1s) {
        m_clock.advance(1s);
        sampler.tick();
    }
}

bool TestUsageSampler::isGapless() const
{
    for (qsizetype at = 1; at < m_samples.size(); ++at) {
        if (m_samples.at(at).at - m_samples.at(at - 1).at != 300s)
            return false;
    }
    return true;
}

void TestUsageSampler::takesTwelveInAnHour()
{
    const auto one = sampler();
    one->begin({});
    pass(1h, *one);
    QCOMPARE(m_samples.size(), 12);
    QVERIFY(isGapless());
    QCOMPARE(sinceEpoch(m_samples.constFirst().at).count() % 300, 0);
    QCOMPARE(m_samples.constFirst().numbers.usersOnline, 3);
}

void TestUsageSampler::hasNoGapOverARestart()
{
    auto one = sampler();
    one->begin({});
    pass(30min, *one);
    one.reset();
    m_clock.advance(20s);
    one = sampler();
    one->begin(m_samples.constLast().at);
    pass(30min - 20s, *one);
    QCOMPARE(m_samples.size(), 12);
    QVERIFY(isGapless());
}

void TestUsageSampler::putsInWhatWasMissed()
{
    auto one = sampler();
    one->begin({});
    pass(10min, *one);
    m_clock.advance(30min);
    one = sampler();
    one->begin(m_samples.constLast().at);
    pass(20min, *one);
    QCOMPARE(m_samples.size(), 12);
    QVERIFY(isGapless());
    for (qsizetype at = 0; at < m_samples.size(); ++at)
        QCOMPARE(m_samples.at(at).wasRunning, at < 2 || at >= 8);
}

void TestUsageSampler::fillsAWeekAtMost()
{
    const auto one = sampler();
    one->begin(WallTime {});
    QCOMPARE(m_samples.size(), 7 * 24 * 12);
    QVERIFY(isGapless());
}

void TestUsageSampler::aClockSetBackDoublesNothing()
{
    const auto one = sampler();
    one->begin({});
    pass(30min, *one);
    m_clock.setWall(m_clock.wallNow() - 20min);
    pass(30min, *one);
    QCOMPARE(m_samples.size(), 8);
    QVERIFY(isGapless());
}

void TestUsageSampler::saysWhenTheProcessWasHeldUp()
{
    const auto one = sampler();
    one->begin({});
    m_clock.advance(15min);
    one->tick();
    QCOMPARE(m_samples.size(), 3);
    QVERIFY(isGapless());
    QVERIFY(!m_samples.at(1).wasRunning);
    QVERIFY(m_samples.at(2).wasRunning);
}

QTEST_GUILESS_MAIN(TestUsageSampler)
#include "tst_usagesampler.moc"
