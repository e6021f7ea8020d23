// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/gate.h"
#include "tests/support/fakeclock.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server;
using namespace ct::server::credentials;
using namespace std::chrono_literals;
using Kind = Verdict::Kind;

class TestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void letsInWithTheRightPairOnly_data();
    void letsInWithTheRightPairOnly();
    void takesAStoredHash();
    void remembersAVerifiedPairForAWhile();
    void changedCredentialsForgetWhatWasVerified();
    void failuresLockAndDouble();
    void aLockIsOfOneAddressOnly();
    void thousandsOfGuessesCostFewHashes();
    void refusesWhenTooManyHashesWait();
    void tellsOfEachLoginWithoutStrangersWords();
    void unknownUsersTakeAsLongAsKnownOnes();

private:
    Verdict check(
        const QString &user, const QByteArray &password, const QByteArray &address = "192.0.2.1");
    static Selection pair(const QString &user, const QByteArray &password);

    CredentialsConfig m_config;
    auth::AuthConfig m_auth;
    ct::test::FakeClock m_clock;
    QList<Gate::Event> m_events;
    std::unique_ptr<Gate> m_gate;
};

void TestGate::init()
{
    m_events.clear();
    m_gate = std::make_unique<Gate>(
        m_config, m_auth, m_clock, [this](const Gate::Event &event) { m_events.append(event); });
    m_gate->useNow(pair(u"admin"_s, "secret"));
}

Selection TestGate::pair(const QString &user, const QByteArray &password)
{
    Selection selection;
    selection.origin = Origin::Dashboard;
    selection.user = user;
    selection.password = password;
    return selection;
}

Verdict TestGate::check(const QString &user, const QByteArray &password, const QByteArray &address)
{
    std::optional<Verdict> answer;
    m_gate->check(user, password, address, [&answer](const Verdict &verdict) { answer = verdict; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000))
        return {Kind::Busy, -1s};
    return *answer;
}

void TestGate::letsInWithTheRightPairOnly_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("right") << u"admin"_s << "secret"_ba << Kind::Accepted;
    QTest::newRow("wrong password") << u"admin"_s << "Secret"_ba << Kind::Refused;
    QTest::newRow("no password") << u"admin"_s << ""_ba << Kind::Refused;
    QTest::newRow("unknown user") << u"root"_s << "secret"_ba << Kind::Refused;
    QTest::newRow("other case") << u"Admin"_s << "secret"_ba << Kind::Refused;
    QTest::newRow("no user") << QString() << "secret"_ba << Kind::Refused;
    QTest::newRow("zero") << u"admin"_s << QByteArray("secret\0x", 8) << Kind::Refused;
    QTest::newRow("long") << u"admin"_s << QByteArray(100'000, 'x') << Kind::Refused;
}

void TestGate::letsInWithTheRightPairOnly()
{
    QFETCH(const QString, user);
    QFETCH(const QByteArray, password);
    QFETCH(const Kind, kind);
    QCOMPARE(check(user, password).kind, kind);
}

void TestGate::takesAStoredHash()
{
    Selection stored;
    stored.origin = Origin::Stored;
    stored.user = u"kept"_s;
    stored.hash = hashPassword("stored");
    QVERIFY(stored.hash.startsWith("$argon2id$"));
    bool isTaken = false;
    m_gate->use(stored, [&isTaken] { isTaken = true; });
    QTRY_VERIFY(isTaken);
    QCOMPARE(check(u"kept"_s, "stored").kind, Kind::Accepted);
    QCOMPARE(check(u"admin"_s, "secret").kind, Kind::Refused);
}

void TestGate::remembersAVerifiedPairForAWhile()
{
    QCOMPARE(check(u"admin"_s, "secret").kind, Kind::Accepted);
    bool isAtOnce = false;
    m_gate->check(u"admin"_s, "secret", "192.0.2.1", [&isAtOnce](const Verdict &verdict) {
        isAtOnce = verdict.kind == Kind::Accepted;
    });
    QVERIFY(isAtOnce);
    m_clock.advance(5min);
    isAtOnce = false;
    m_gate->check(
        u"admin"_s, "secret", "192.0.2.1", [&isAtOnce](const Verdict &) { isAtOnce = true; });
    QVERIFY(!isAtOnce);
    QTRY_VERIFY(isAtOnce);
}

void TestGate::changedCredentialsForgetWhatWasVerified()
{
    QCOMPARE(check(u"admin"_s, "secret").kind, Kind::Accepted);
    bool isTaken = false;
    m_gate->use(pair(u"admin"_s, "changed"), [&isTaken] { isTaken = true; });
    QTRY_VERIFY(isTaken);
    QCOMPARE(check(u"admin"_s, "secret").kind, Kind::Refused);
    QCOMPARE(check(u"admin"_s, "changed").kind, Kind::Accepted);
}

void TestGate::failuresLockAndDouble()
{
    for (int count = 0; count < 5; ++count)
        QCOMPARE(check(u"admin"_s, "guess").kind, Kind::Refused);
    const Verdict locked = check(u"admin"_s, "secret");
    QCOMPARE(locked.kind, Kind::Locked);
    QCOMPARE(locked.wait, 60s);
    m_clock.advance(60s);
    QCOMPARE(check(u"admin"_s, "guess").kind, Kind::Refused);
    QCOMPARE(check(u"admin"_s, "secret").wait, 120s);
    QCOMPARE(m_events.constLast().lock, 120s);
}

void TestGate::aLockIsOfOneAddressOnly()
{
    for (int count = 0; count < 5; ++count)
        check(u"admin"_s, "guess", "203.0.113.9");
    QCOMPARE(check(u"admin"_s, "secret", "203.0.113.9").kind, Kind::Locked);
    QCOMPARE(check(u"admin"_s, "secret", "192.0.2.1").kind, Kind::Accepted);
}

// 2,000 guesses from one address may cost 25 hashes at most.
void TestGate::thousandsOfGuessesCostFewHashes()
{
    int hashes = 0;
    for (int count = 0; count < 2'000; ++count) {
        const QString user = count % 2 ? u"admin"_s : QString::number(count);
        hashes += check(user, QByteArray::number(count)).kind == Kind::Refused ? 1 : 0;
    }
    QVERIFY2(hashes <= 25, qPrintable(QString::number(hashes)));
}

void TestGate::refusesWhenTooManyHashesWait()
{
    m_auth.triesPerMinute = 1'000;
    init();
    int busy = 0;
    int decided = 0;
    const int tries = HashPool::atOnce + HashPool::mostWaiting + 6;
    for (int count = 0; count < tries; ++count) {
        const QByteArray address = "192.0.2." + QByteArray::number(count);
        m_gate->check(u"admin"_s, "guess", address, [&](const Verdict &verdict) {
            ++decided;
            busy += verdict.kind == Kind::Busy && verdict.wait > 0s ? 1 : 0;
        });
    }
    QCOMPARE(busy, 6);
    QTRY_COMPARE_WITH_TIMEOUT(decided, tries, 50'000);
    m_auth.triesPerMinute = 20;
}

void TestGate::tellsOfEachLoginWithoutStrangersWords()
{
    check(u"admin"_s, "secret");
    check(u"admin"_s, "guess");
    check(u"typed-password"_s, "guess");
    QCOMPARE(m_events.size(), 3);
    QCOMPARE(m_events.at(0).kind, Kind::Accepted);
    QCOMPARE(m_events.at(1).user, u"admin"_s);
    QCOMPARE(m_events.at(2).user, QString());
}

void TestGate::unknownUsersTakeAsLongAsKnownOnes()
{
    const auto timeOf = [this](const QString &user, const QByteArray &address) {
        QElapsedTimer timer;
        timer.start();
        check(user, "guess", address);
        return timer.nsecsElapsed();
    };
    // The least of some tries, as other programs share the machine.
    qint64 known = std::numeric_limits<qint64>::max();
    qint64 unknown = known;
    for (int count = 0; count < 4; ++count) {
        known = std::min(known, timeOf(u"admin"_s, "192.0.2.1"));
        unknown = std::min(unknown, timeOf(u"nobody"_s, "192.0.2.2"));
    }
    // One without a hash would take a thousandth.
    QVERIFY(unknown > known / 5 && known > unknown / 5);
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
