// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/loginservice.h"
#include "server/auth/tokenservice.h"
#include "tests/server/auth/distinctrandom.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::server::auth {

namespace {

using Outcome = LoginPoll::Outcome;

/// Keeps what a poll was answered.
struct Poller {
    std::vector<LoginPoll> answers;

    LoginService::Waiter waiter()
    {
        return [this](const LoginPoll &answer) {
            answers.push_back(answer);
        };
    }
    bool isWaiting() const { return answers.empty(); }
    bool got(Outcome outcome) const
    {
        return answers.size() == 1 && answers.front().outcome == outcome;
    }
};

User ada()
{
    return {u"id-1"_s, u"Ada"_s, QString(), u"Unverified"_s};
}

} // namespace

class TestLoginService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersAWaitingPollOnceTheLoginIsComplete();
    void answersAPollThatComesAfterTheLoginAtOnce();
    void answersThirtySecondsLaterThatItIsStillWaiting();
    void refusesUnknownTokens();
    void refusesToCompleteTwice();
    void expiresWithItsPoll();
    void expiresWithoutATick();
    void expiresAlthoughCompleted();
    void aSecondPollReleasesTheFirst();
    void weakness8APollTokenIsSpentOnceItsAnswerIsWritten();
    void weakness8AnAnswerThatIsBeingWrittenIsNotGivenTwice();
    void anAnswerThatWasNotWrittenCanBeFetchedAgain();
    void anAnswerDroppedUnwrittenCanBeFetchedAgain();
    void anUnwrittenAnswerGoesToThePollThatWaits();
    void repeatedReportsDoNothing();
    void aReportAfterTheServicesEndDoesNothing();
    void r9AttemptsOfOneAddressAreLimited();
    void r9AttemptsInAllEvictTheOldestOfTheBusiestAddress();
    void r9ExpiredAttemptsMakeRoom();
    void heldPollsInAllAreLimited();
    void releasesAllPollsWhenTheServerStops();
    void aWaiterMayPollAgain();
    void tellsPendingAttemptsFromOthers();

private:
    QByteArray begin(const QByteArray &address = "192.0.2.1") { return *m_service->begin(address); }

    AuthConfig m_config;
    test::FakeClock m_clock;
    test::DistinctRandom m_random;
    TokenService m_tokens {{{"k", QByteArray(32, 'k')}}, TokenLifetimes(), m_clock, m_random};
    std::unique_ptr<LoginService> m_service;
};

void TestLoginService::init()
{
    m_config = {};
    m_service = std::make_unique<LoginService>(m_config, m_tokens, m_clock, m_random);
}

void TestLoginService::answersAWaitingPollOnceTheLoginIsComplete()
{
    const QByteArray token = begin();
    Poller poller;
    m_service->poll(token, poller.waiter());
    QVERIFY(poller.isWaiting());
    QVERIFY(m_service->complete(token, ada()));
    QVERIFY(poller.got(Outcome::Token));
    const Result<LoginClaims> claims = m_tokens.verifyLogin(poller.answers.front().loginToken);
    QVERIFY(claims);
    QCOMPARE(claims->user.name, u"Ada"_s);
    QCOMPARE(m_service->heldPolls(), 0);
}

void TestLoginService::answersAPollThatComesAfterTheLoginAtOnce()
{
    const QByteArray token = begin();
    QVERIFY(m_service->complete(token, ada()));
    Poller poller;
    m_service->poll(token, poller.waiter());
    QVERIFY(poller.got(Outcome::Token));
}

void TestLoginService::answersThirtySecondsLaterThatItIsStillWaiting()
{
    const QByteArray token = begin();
    Poller poller;
    m_service->poll(token, poller.waiter());
    m_clock.advance(29'999ms);
    m_service->tick();
    QVERIFY(poller.isWaiting());
    m_clock.advance(1ms);
    m_service->tick();
    QVERIFY(poller.got(Outcome::StillWaiting));
    Poller next;
    m_service->poll(token, next.waiter());
    QVERIFY(next.isWaiting());
}

void TestLoginService::refusesUnknownTokens()
{
    const QByteArray token = begin();
    for (const QByteArray &other : {QByteArray(), "x"_ba, token.toLower(), token.left(23)}) {
        Poller poller;
        m_service->poll(other, poller.waiter());
        QVERIFY(poller.got(Outcome::Unknown));
        const Status completed = m_service->complete(other, ada());
        QVERIFY(!completed);
        QCOMPARE(completed.error().code, ErrorCode::NotFound);
    }
}

void TestLoginService::refusesToCompleteTwice()
{
    const QByteArray token = begin();
    QVERIFY(m_service->complete(token, ada()));
    const Status again = m_service->complete(token, ada());
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NotFound);
}

void TestLoginService::expiresWithItsPoll()
{
    const QByteArray token = begin();
    m_clock.advance(280s);
    Poller poller;
    m_service->poll(token, poller.waiter());
    m_clock.advance(20s);
    m_service->tick();
    QVERIFY(poller.got(Outcome::Unknown));
    QCOMPARE(m_service->attempts(), 0);
    QCOMPARE(m_service->heldPolls(), 0);
}

void TestLoginService::expiresWithoutATick()
{
    const QByteArray token = begin();
    m_clock.advance(300s);
    QVERIFY(!m_service->complete(token, ada()));
    Poller poller;
    m_service->poll(token, poller.waiter());
    QVERIFY(poller.got(Outcome::Unknown));
}

void TestLoginService::expiresAlthoughCompleted()
{
    const QByteArray token = begin();
    QVERIFY(m_service->complete(token, ada()));
    m_clock.advance(300s);
    Poller poller;
    m_service->poll(token, poller.waiter());
    QVERIFY(poller.got(Outcome::Unknown));
}

void TestLoginService::aSecondPollReleasesTheFirst()
{
    const QByteArray token = begin();
    Poller first;
    Poller second;
    m_service->poll(token, first.waiter());
    m_service->poll(token, second.waiter());
    QVERIFY(first.got(Outcome::StillWaiting));
    QVERIFY(second.isWaiting());
    QCOMPARE(m_service->heldPolls(), 1);
    QVERIFY(m_service->complete(token, ada()));
    QCOMPARE(first.answers.size(), 1U);
    QVERIFY(second.got(Outcome::Token));
}

void TestLoginService::weakness8APollTokenIsSpentOnceItsAnswerIsWritten()
{
    const QByteArray token = begin();
    Poller waiting;
    m_service->poll(token, waiting.waiter());
    QVERIFY(m_service->complete(token, ada()));
    waiting.answers.front().done(true);
    Poller again;
    m_service->poll(token, again.waiter());
    QVERIFY(again.got(Outcome::Unknown));
    QCOMPARE(m_service->attempts(), 0);
}

void TestLoginService::weakness8AnAnswerThatIsBeingWrittenIsNotGivenTwice()
{
    const QByteArray token = begin();
    QVERIFY(m_service->complete(token, ada()));
    Poller first;
    Poller second;
    m_service->poll(token, first.waiter());
    m_service->poll(token, second.waiter());
    QVERIFY(first.got(Outcome::Token));
    QVERIFY(second.isWaiting());
    first.answers.front().done(true);
    QVERIFY(second.got(Outcome::Unknown));
}

void TestLoginService::anAnswerThatWasNotWrittenCanBeFetchedAgain()
{
    const QByteArray token = begin();
    QVERIFY(m_service->complete(token, ada()));
    Poller gone;
    m_service->poll(token, gone.waiter());
    gone.answers.front().done(false);
    Poller back;
    m_service->poll(token, back.waiter());
    QVERIFY(back.got(Outcome::Token));
    QCOMPARE(back.answers.front().loginToken, gone.answers.front().loginToken);
}

void TestLoginService::anAnswerDroppedUnwrittenCanBeFetchedAgain()
{
    const QByteArray token = begin();
    QVERIFY(m_service->complete(token, ada()));
    m_service->poll(token, [](const LoginPoll &) {});
    Poller back;
    m_service->poll(token, back.waiter());
    QVERIFY(back.got(Outcome::Token));
}

void TestLoginService::anUnwrittenAnswerGoesToThePollThatWaits()
{
    const QByteArray token = begin();
    QVERIFY(m_service->complete(token, ada()));
    Poller gone;
    Poller waiting;
    m_service->poll(token, gone.waiter());
    m_service->poll(token, waiting.waiter());
    gone.answers.front().done(false);
    QVERIFY(waiting.got(Outcome::Token));
}

void TestLoginService::repeatedReportsDoNothing()
{
    const QByteArray token = begin();
    QVERIFY(m_service->complete(token, ada()));
    Poller first;
    Poller second;
    m_service->poll(token, first.waiter());
    first.answers.front().done(false);
    m_service->poll(token, second.waiter());
    first.answers.front().done(true);
    QCOMPARE(m_service->attempts(), 1);
    second.answers.front().done(true);
    QCOMPARE(m_service->attempts(), 0);
    second.answers.front().done(false);
}

void TestLoginService::aReportAfterTheServicesEndDoesNothing()
{
    const QByteArray token = begin();
    QVERIFY(m_service->complete(token, ada()));
    Poller poller;
    m_service->poll(token, poller.waiter());
    m_service.reset();
    poller.answers.front().done(true);
    QVERIFY(poller.got(Outcome::Token));
}

void TestLoginService::r9AttemptsOfOneAddressAreLimited()
{
    for (int count = 0; count < m_config.pollTokensPerAddress; ++count)
        QVERIFY(m_service->begin("192.0.2.1"));
    const Result<QByteArray> refused = m_service->begin("192.0.2.1");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TooMany);
    QVERIFY(m_service->begin("192.0.2.2"));
}

void TestLoginService::r9AttemptsInAllEvictTheOldestOfTheBusiestAddress()
{
    m_config.pollTokens = 4;
    LoginService service(m_config, m_tokens, m_clock, m_random);
    const QByteArray quiet = *service.begin("quiet");
    const QByteArray oldest = *service.begin("busy");
    const QByteArray younger = *service.begin("busy");
    const QByteArray youngest = *service.begin("busy");
    Poller evicted;
    service.poll(oldest, evicted.waiter());
    QVERIFY(service.begin("newcomer"));
    QVERIFY(evicted.got(Outcome::Unknown));
    QVERIFY(service.isPending(quiet));
    QVERIFY(service.isPending(younger));
    QVERIFY(service.isPending(youngest));
    QCOMPARE(service.attempts(), 4);
    QCOMPARE(service.heldPolls(), 0);
}

void TestLoginService::r9ExpiredAttemptsMakeRoom()
{
    for (int count = 0; count < m_config.pollTokensPerAddress; ++count)
        QVERIFY(m_service->begin("192.0.2.1"));
    m_clock.advance(300s);
    QVERIFY(m_service->begin("192.0.2.1"));
    QCOMPARE(m_service->attempts(), 1);
}

void TestLoginService::heldPollsInAllAreLimited()
{
    m_config.longPolls = 2;
    LoginService service(m_config, m_tokens, m_clock, m_random);
    std::vector<Poller> pollers(3);
    for (Poller &poller : pollers)
        service.poll(*service.begin("192.0.2.1"), poller.waiter());
    QVERIFY(pollers.at(0).got(Outcome::StillWaiting));
    QVERIFY(pollers.at(1).isWaiting());
    QVERIFY(pollers.at(2).isWaiting());
    QCOMPARE(service.heldPolls(), 2);
    QCOMPARE(service.attempts(), 3);
}

void TestLoginService::releasesAllPollsWhenTheServerStops()
{
    std::vector<Poller> pollers(3);
    for (Poller &poller : pollers)
        m_service->poll(begin(), poller.waiter());
    m_service->releasePolls();
    for (const Poller &poller : pollers)
        QVERIFY(poller.got(Outcome::StillWaiting));
    QCOMPARE(m_service->heldPolls(), 0);
}

void TestLoginService::aWaiterMayPollAgain()
{
    const QByteArray token = begin();
    Poller next;
    m_service->poll(token, [&](const LoginPoll &) { m_service->poll(token, next.waiter()); });
    m_clock.advance(30s);
    m_service->tick();
    QVERIFY(next.isWaiting());
    QVERIFY(m_service->complete(token, ada()));
    QVERIFY(next.got(Outcome::Token));
}

void TestLoginService::tellsPendingAttemptsFromOthers()
{
    const QByteArray token = begin();
    QVERIFY(m_service->isPending(token));
    QVERIFY(!m_service->isPending("other"));
    QVERIFY(m_service->complete(token, ada()));
    QVERIFY(!m_service->isPending(token));
    const QByteArray late = begin();
    m_clock.advance(300s);
    QVERIFY(!m_service->isPending(late));
}

} // namespace ct::server::auth

QTEST_GUILESS_MAIN(ct::server::auth::TestLoginService)
#include "tst_loginservice.moc"
