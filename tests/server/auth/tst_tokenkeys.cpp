// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which keys a token stands on: the one that signed it, and the API key whose program it was issued
// to.

#include "server/auth/tokenservice.h"
#include "tests/server/auth/tokensamples.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

class TestTokenKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsVerifyingWithTheFormerKey();
    void refusesTokensOfAKeyThatIsGone();
    void tellsWhichKeysAreGone();
    void refusesTokensOfAWithdrawnApiKey();
    void neverShowsAnApiKeyInATokenOfIt();
    void verifiesOnManyThreadsWhileKeysAreSwapped();

private:
    test::FakeClock m_clock;
    test::CountingRandom m_random;
    std::unique_ptr<TokenService> m_tokens;
};

void TestTokenKeys::init()
{
    m_tokens = std::make_unique<TokenService>(
        QList {keyNamed("new"), keyNamed("old")}, TokenLifetimes(), m_clock, m_random);
}

void TestTokenKeys::keepsVerifyingWithTheFormerKey()
{
    const QByteArray token = m_tokens->issueLogin(ada());
    m_tokens->setKeys({keyNamed("newest"), keyNamed("new")});
    QVERIFY(m_tokens->verifyLogin(token));
    QCOMPARE(segment(m_tokens->issueLogin(ada()), 0).value("kid"_L1).toString(), u"newest"_s);
}

void TestTokenKeys::refusesTokensOfAKeyThatIsGone()
{
    const QByteArray token = m_tokens->issueLogin(ada());
    m_tokens->setKeys({keyNamed("b"), keyNamed("a")});
    QVERIFY(!m_tokens->verifyLogin(token));
    // The same id on another key does not help.
    m_tokens->setKeys({{"new", QByteArray(32, 'k')}});
    QVERIFY(!m_tokens->verifyLogin(token));
}

void TestTokenKeys::tellsWhichKeysAreGone()
{
    QCOMPARE(m_tokens->setKeys({keyNamed("newer"), keyNamed("new")}), QList<QByteArray> {"old"});
    QCOMPARE(m_tokens->setKeys({keyNamed("newer"), keyNamed("new")}), QList<QByteArray> {});
    QCOMPARE(m_tokens->setApiKeys({"one", "two"}), QList<QByteArray> {});
    QCOMPARE(m_tokens->setApiKeys({"two", "three"}), QList<QByteArray> {"one"});
    QCOMPARE(m_tokens->setApiKeys({}), QList<QByteArray>({"two", "three"}));
}

void TestTokenKeys::refusesTokensOfAWithdrawnApiKey()
{
    m_tokens->setApiKeys({"one", "two"});
    const auto tokensOf = [this](const QByteArray &apiKey) {
        RoomClaims room = hostOf("room1");
        room.user.apiKey = apiKey;
        const QByteArray login = m_tokens->issueLogin(room.user);
        return QList<QByteArray> {login, m_tokens->issueRoom(room)};
    };
    const QList<QByteArray> one = tokensOf("one");
    const QList<QByteArray> two = tokensOf("two");
    const Result<LoginClaims> login = m_tokens->verifyLogin(one[0]);
    QVERIFY(login);
    QCOMPARE(login->user.apiKey, "one"_ba);
    QCOMPARE(login->user.signer, "new"_ba);
    QCOMPARE(m_tokens->verifyRoom(one[1])->user.apiKey, "one"_ba);
    // A renewed login stands on the same key, under whatever key it is signed.
    m_clock.advance(std::chrono::hours(1));
    m_tokens->setKeys({keyNamed("newer"), keyNamed("new")});
    const Result<QByteArray> renewed = m_tokens->renewLogin(*login);
    QVERIFY(renewed);
    QCOMPARE(m_tokens->verifyLogin(*renewed)->user.signer, "newer"_ba);
    QCOMPARE(m_tokens->verifyLogin(*renewed)->user.apiKey, "one"_ba);
    m_tokens->setApiKeys({"two"});
    QVERIFY(!m_tokens->verifyLogin(one[0]));
    QVERIFY(!m_tokens->verifyRoom(one[1]));
    QVERIFY(!m_tokens->verifyLogin(*renewed));
    // What is issued to it meanwhile is no better.
    QVERIFY(!m_tokens->verifyLogin(tokensOf("one")[0]));
    QVERIFY(m_tokens->verifyLogin(two[0]));
    QVERIFY(m_tokens->verifyRoom(two[1]));
    QVERIFY(m_tokens->verifyLogin(m_tokens->issueLogin(ada())));
}

void TestTokenKeys::neverShowsAnApiKeyInATokenOfIt()
{
    const QByteArray digest
        = QByteArray::fromHex("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    m_tokens->setApiKeys({digest});
    User user = ada();
    user.apiKey = digest;
    const QString mark = segment(m_tokens->issueLogin(user), 1).value("key"_L1).toString();
    QVERIFY(!mark.isEmpty());
    QVERIFY(!digest.toHex().contains(mark.toLatin1()));
    m_tokens->setKeys({keyNamed("newer")});
    QVERIFY(segment(m_tokens->issueLogin(user), 1).value("key"_L1).toString() != mark);
}

void TestTokenKeys::verifiesOnManyThreadsWhileKeysAreSwapped()
{
    const QByteArray token = m_tokens->issueLogin(ada());
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int count = 0; count < 4; ++count) {
        threads.emplace_back([&] {
            for (int turn = 0; turn < 500; ++turn)
                refused += m_tokens->verifyLogin(token) ? 0 : 1;
        });
    }
    for (int turn = 0; turn < 200; ++turn)
        m_tokens->setKeys({keyNamed(QByteArray::number(turn % 7)), keyNamed("new")});
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(refused.load(), 0);
}

} // namespace ct::server::auth

QTEST_GUILESS_MAIN(ct::server::auth::TestTokenKeys)
#include "tst_tokenkeys.moc"
