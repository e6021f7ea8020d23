// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/throttle.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::server::auth {

class TestThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void r8GuessesAreSlowedDown();
    void locksAfterFiveFailures();
    void lockDoublesUpToAQuarterOfAnHour();
    void failuresOfLongAgoDoNotCount();
    void aStrangerCannotLockAnotherAddressOut();
    void aLockOfOneAccountLeavesOthersAlone();
    void spellingsOfOneAccountAreOne();
    void successForgetsFailures();
    void locksAreForgottenAfterAWhileWithoutFailures();
    void limitsTheTriesOfAnAddressWhateverTheirOutcome();
    void refusedTriesDoNotProlongTheWait();
    void tellsWhenToComeBack();
    void nobodyIsExempt_data();
    void nobodyIsExempt();
    void forgetsTheOldestWhenFull();
    void forgetsTriesThatCountNoMore();
    void forgetsFailuresThatCountNoMore();
    void remembersLocksBehindOthersFailures();
    void tidiesWithoutFurtherTries();
    void newRulesCountForTheNextTryAndLocksStay();
    void tellsItsLocksAndEndsThem();

private:
    /// A try that fails; true when it was let through.
    bool guess(const QString &account, const QByteArray &address);
    bool isLocked(const QString &account, const QByteArray &address)
    {
        return m_throttle->check(account, address).has_value();
    }
    void lock(const QString &account, const QByteArray &address);

    AuthConfig m_config;
    test::FakeClock m_clock;
    std::unique_ptr<LoginThrottle> m_throttle;
};

void TestThrottle::init()
{
    m_throttle = std::make_unique<LoginThrottle>(m_config, m_clock);
}

bool TestThrottle::guess(const QString &account, const QByteArray &address)
{
    if (m_throttle->check(account, address))
        return false;
    m_throttle->failed(account, address);
    return true;
}

void TestThrottle::lock(const QString &account, const QByteArray &address)
{
    for (int count = 0; count < m_config.failuresToLock; ++count)
        QVERIFY(guess(account, address));
}

void TestThrottle::r8GuessesAreSlowedDown()
{
    int letThrough = 0;
    for (int count = 0; count < 2000; ++count)
        letThrough += guess(u"apikey"_s, "192.0.2.1") ? 1 : 0;
    QCOMPARE(letThrough, 5);
    // Nor does another account for each guess help.
    for (int count = 0; count < 2000; ++count)
        letThrough += guess(QString::number(count), "192.0.2.1") ? 1 : 0;
    QCOMPARE(letThrough, 20);
}

void TestThrottle::newRulesCountForTheNextTryAndLocksStay()
{
    lock(u"ada"_s, "a");
    AuthConfig strict = m_config;
    strict.failuresToLock = 1;
    m_throttle->apply(strict);
    QVERIFY(isLocked(u"ada"_s, "a"));
    QVERIFY(guess(u"bob"_s, "b"));
    QVERIFY(isLocked(u"bob"_s, "b"));
}

void TestThrottle::locksAfterFiveFailures()
{
    for (int count = 1; count < 5; ++count)
        QVERIFY(!m_throttle->failed(u"ada"_s, "a"));
    QVERIFY(!isLocked(u"ada"_s, "a"));
    QCOMPARE(m_throttle->failed(u"ada"_s, "a").value_or(0s), 60s);
    QVERIFY(isLocked(u"ada"_s, "a"));
    m_clock.advance(59'999ms);
    QVERIFY(isLocked(u"ada"_s, "a"));
    m_clock.advance(1ms);
    QVERIFY(!isLocked(u"ada"_s, "a"));
}

void TestThrottle::lockDoublesUpToAQuarterOfAnHour()
{
    lock(u"ada"_s, "a");
    for (const std::chrono::seconds expected : {120s, 240s, 480s, 900s, 900s}) {
        m_clock.advance(*m_throttle->check(u"ada"_s, "a"));
        QVERIFY(!isLocked(u"ada"_s, "a"));
        QCOMPARE(m_throttle->failed(u"ada"_s, "a").value_or(0s), expected);
        QCOMPARE(m_throttle->check(u"ada"_s, "a").value_or(0s), expected);
    }
}

void TestThrottle::failuresOfLongAgoDoNotCount()
{
    for (int count = 0; count < 4; ++count)
        QVERIFY(guess(u"ada"_s, "a"));
    m_clock.advance(300s);
    for (int count = 0; count < 4; ++count)
        QVERIFY(guess(u"ada"_s, "a"));
    QVERIFY(!isLocked(u"ada"_s, "a"));
}

void TestThrottle::aStrangerCannotLockAnotherAddressOut()
{
    lock(u"ada"_s, "stranger");
    QVERIFY(isLocked(u"ada"_s, "stranger"));
    QVERIFY(!isLocked(u"ada"_s, "home"));
}

void TestThrottle::aLockOfOneAccountLeavesOthersAlone()
{
    lock(u"ada"_s, "a");
    QVERIFY(!isLocked(u"bob"_s, "a"));
}

void TestThrottle::spellingsOfOneAccountAreOne()
{
    lock(u"Ada"_s, "a");
    QVERIFY(isLocked(u"aDA"_s, "a"));
}

void TestThrottle::successForgetsFailures()
{
    for (int count = 0; count < 4; ++count)
        QVERIFY(guess(u"ada"_s, "a"));
    m_throttle->succeeded(u"ada"_s, "a");
    for (int count = 0; count < 4; ++count)
        QVERIFY(guess(u"ada"_s, "a"));
    QVERIFY(!isLocked(u"ada"_s, "a"));
}

void TestThrottle::locksAreForgottenAfterAWhileWithoutFailures()
{
    lock(u"ada"_s, "a");
    m_clock.advance(60s + 900s);
    QVERIFY(!m_throttle->failed(u"ada"_s, "a"));
    QVERIFY(!isLocked(u"ada"_s, "a"));
}

void TestThrottle::limitsTheTriesOfAnAddressWhateverTheirOutcome()
{
    for (int count = 0; count < 20; ++count) {
        QVERIFY(!m_throttle->check(u"ada"_s, "a"));
        m_throttle->succeeded(u"ada"_s, "a");
    }
    QVERIFY(m_throttle->check(u"ada"_s, "a"));
    QVERIFY(m_throttle->check(u"bob"_s, "a"));
    QVERIFY(!m_throttle->check(u"ada"_s, "b"));
}

void TestThrottle::refusedTriesDoNotProlongTheWait()
{
    for (int count = 0; count < 100; ++count)
        (void)m_throttle->check(u"ada"_s, "a");
    m_clock.advance(30s);
    QVERIFY(isLocked(u"ada"_s, "a"));
    m_clock.advance(30s);
    QVERIFY(!isLocked(u"ada"_s, "a"));
}

void TestThrottle::tellsWhenToComeBack()
{
    QVERIFY(!m_throttle->check(u"ada"_s, "a"));
    m_clock.advance(10s);
    for (int count = 0; count < 19; ++count)
        QVERIFY(!m_throttle->check(u"ada"_s, "a"));
    QCOMPARE(m_throttle->check(u"ada"_s, "a").value_or(0s), 50s);
    m_clock.advance(49'500ms);
    QCOMPARE(m_throttle->check(u"ada"_s, "a").value_or(0s), 1s);
    m_clock.advance(500ms);
    // One try has aged, so one is let through.
    QVERIFY(!m_throttle->check(u"ada"_s, "a"));
    QVERIFY(m_throttle->check(u"ada"_s, "a"));
}

void TestThrottle::nobodyIsExempt_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address : {"127.0.0.1", "::1", "10.0.0.1", ""})
        QTest::newRow(*address ? address : "empty") << QByteArray(address);
}

void TestThrottle::nobodyIsExempt()
{
    QFETCH(const QByteArray, address);
    lock(u"ada"_s, address);
    QVERIFY(isLocked(u"ada"_s, address));
}

void TestThrottle::forgetsTheOldestWhenFull()
{
    LoginThrottle small(m_config, m_clock, 3);
    for (int count = 0; count < 5; ++count)
        small.failed(u"ada"_s, "first");
    QVERIFY(small.check(u"ada"_s, "first"));
    for (int address = 0; address < 3; ++address)
        small.failed(u"ada"_s, QByteArray::number(address));
    QVERIFY(!small.check(u"ada"_s, "first"));
}

void TestThrottle::forgetsTriesThatCountNoMore()
{
    for (int address = 0; address < 1000; ++address) {
        QVERIFY(!m_throttle->check(u"ada"_s, QByteArray::number(address)));
        m_clock.advance(10s);
    }
    // A try counts for a minute.
    QVERIFY2(m_throttle->addresses() <= 7, qPrintable(QString::number(m_throttle->addresses())));
}

void TestThrottle::forgetsFailuresThatCountNoMore()
{
    for (int account = 0; account < 1000; ++account) {
        QVERIFY(guess(QString::number(account), QByteArray::number(account)));
        m_clock.advance(m_config.failureWindow);
    }
    QVERIFY2(m_throttle->pairs() <= 2, qPrintable(QString::number(m_throttle->pairs())));
}

void TestThrottle::remembersLocksBehindOthersFailures()
{
    lock(u"ada"_s, "a");
    m_clock.advance(m_config.firstLock + m_config.longestLock - 1s);
    for (int account = 0; account < 100; ++account)
        QVERIFY(guess(QString::number(account), QByteArray::number(account)));
    // One more failure is enough, as it is remembered.
    QVERIFY(guess(u"ada"_s, "a"));
    QVERIFY(isLocked(u"ada"_s, "a"));
    m_clock.advance(2 * m_config.longestLock);
    QVERIFY(guess(u"bob"_s, "b"));
    QVERIFY(guess(u"eve"_s, "e"));
    QVERIFY2(m_throttle->pairs() <= 99, qPrintable(QString::number(m_throttle->pairs())));
}

void TestThrottle::tidiesWithoutFurtherTries()
{
    const int many = LoginThrottle::tidiedAtOnce + 1;
    for (int account = 0; account < many; ++account)
        QVERIFY(guess(QString::number(account), QByteArray::number(account)));
    m_clock.advance(m_config.failureWindow - 1ms);
    m_throttle->tidy();
    QCOMPARE(m_throttle->addresses(), 1);
    QCOMPARE(m_throttle->pairs(), many);
    m_clock.advance(1ms);
    m_throttle->tidy();
    QCOMPARE(m_throttle->pairs(), 1);
    m_throttle->tidy();
    QCOMPARE(m_throttle->pairs(), 0);
}

void TestThrottle::tellsItsLocksAndEndsThem()
{
    QVERIFY(m_throttle->locks().isEmpty());
    lock(u"ada"_s, "192.0.2.1");
    lock(u"bob"_s, "192.0.2.2");
    const quint64 changes = m_throttle->lockChanges();
    QCOMPARE(m_throttle->locks().size(), 2);
    const LoginThrottle::Lock ada = m_throttle->locks().constLast();
    QCOMPARE(ada.address, QByteArray("192.0.2.1"));
    QCOMPARE(ada.failures, m_config.failuresToLock);
    QVERIFY(ada.until > m_clock.now());
    QVERIFY(m_throttle->unlock(ada.id));
    QVERIFY(m_throttle->lockChanges() != changes);
    QVERIFY(!isLocked(u"ada"_s, "192.0.2.1"));
    QVERIFY(isLocked(u"bob"_s, "192.0.2.2"));
    QVERIFY(!m_throttle->unlock(ada.id));
    QVERIFY(!m_throttle->unlock(0));
    m_clock.advance(m_config.firstLock);
    QVERIFY(m_throttle->locks().isEmpty());
}

} // namespace ct::server::auth

QTEST_GUILESS_MAIN(ct::server::auth::TestThrottle)
#include "tst_throttle.moc"
