// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/jointickets.h"
#include "tests/server/auth/distinctrandom.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::server::auth {

namespace {

using Kind = JoinOutcome::Kind;
using Outcome = JoinPoll::Outcome;

/// Keeps what a poll was answered.
struct Poller {
    std::vector<JoinPoll> answers;

    JoinTickets::Waiter waiter()
    {
        return [this](const JoinPoll &answer) {
            answers.push_back(answer);
        };
    }
    bool isWaiting() const { return answers.empty(); }
    bool got(Outcome outcome) const
    {
        return answers.size() == 1 && answers.front().outcome == outcome;
    }
};

JoinOutcome accepted()
{
    return {
        .kind = Kind::Accepted,
        .answer
        = {.roomId = "room1",
           .roomToken = "room.token.x",
           .workspace = {u"demo"_s, {u"src"_s}},
           .host = {.id = "host1", .host = true, .name = u"Ada"_s}}};
}

} // namespace

class TestJoinTickets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsTheFirstPollAtOnceThatTheHostIsAsked();
    void laterPollsWaitForTheHost();
    void skipsWaitingWhenTheHostWasQuicker();
    void repeatsWaitingAfterThirtySeconds();
    void weakness7ATicketIsGoodForItsRequesterAlone();
    void r7AnotherUserNeverGetsTheRoomToken();
    void theAnswerMayBeFetchedAgainForAMinute();
    void theMinuteBeginsWithTheFirstFetch();
    void anAnswerIsKeptAMinuteHoweverLateItComes();
    void aRejectionIsRepeatedAtOnce();
    void aHostWhoNeverDecidesIsATimeout();
    void aNewerPollReleasesTheOlder();
    void theFirstDecisionCounts();
    void refusesToResolveUnknownTickets();
    void rejectsAnAnswerOfAnyLength();
    void ticketsOfOneAddressAreLimited();
    void anOfficeMayJoinByTheHundred();
    void answersKeptForOneAddressAreLimited();
    void ticketsInAllEvictTheOldestOfTheBusiestAddress();
    void heldPollsOfOneAddressAreLimited();
    void releasesAllPollsWhenTheServerStops();
    void aWaiterMayPollAgain();

private:
    QByteArray open(const QByteArray &requester = "guest", const QByteArray &address = "192.0.2.1")
    {
        return *m_tickets->open("room1", requester, address);
    }
    /// What a poll is told at once.
    Poller polled(const QByteArray &ticket, const QByteArray &requester = "guest")
    {
        auto poller = std::make_shared<Poller>();
        m_tickets->poll(ticket, requester, [poller](const JoinPoll &answer) {
            poller->answers.push_back(answer);
        });
        return *poller;
    }

    AuthConfig m_config;
    test::FakeClock m_clock;
    test::DistinctRandom m_random;
    std::unique_ptr<JoinTickets> m_tickets;
};

void TestJoinTickets::init()
{
    m_config = {};
    m_tickets = std::make_unique<JoinTickets>(m_config, m_clock, m_random);
}

void TestJoinTickets::tellsTheFirstPollAtOnceThatTheHostIsAsked()
{
    QVERIFY(polled(open()).got(Outcome::Waiting));
    QCOMPARE(m_tickets->heldPolls(), 0);
}

void TestJoinTickets::laterPollsWaitForTheHost()
{
    const QByteArray ticket = open();
    polled(ticket);
    Poller poller;
    m_tickets->poll(ticket, "guest", poller.waiter());
    QVERIFY(poller.isWaiting());
    QVERIFY(m_tickets->resolve(ticket, accepted()));
    QVERIFY(poller.got(Outcome::Accepted));
    QCOMPARE(poller.answers.front().answer.roomToken, "room.token.x"_ba);
    QCOMPARE(poller.answers.front().answer.workspace.folders, QStringList {u"src"_s});
    QCOMPARE(poller.answers.front().answer.host.name, u"Ada"_s);
}

void TestJoinTickets::skipsWaitingWhenTheHostWasQuicker()
{
    const QByteArray ticket = open();
    QVERIFY(m_tickets->resolve(ticket, accepted()));
    QVERIFY(polled(ticket).got(Outcome::Accepted));
}

void TestJoinTickets::repeatsWaitingAfterThirtySeconds()
{
    const QByteArray ticket = open();
    polled(ticket);
    for (int turn = 0; turn < 3; ++turn) {
        Poller poller;
        m_tickets->poll(ticket, "guest", poller.waiter());
        m_clock.advance(29'999ms);
        m_tickets->tick();
        QVERIFY(poller.isWaiting());
        m_clock.advance(1ms);
        m_tickets->tick();
        QVERIFY(poller.got(Outcome::Waiting));
    }
}

void TestJoinTickets::weakness7ATicketIsGoodForItsRequesterAlone()
{
    const QByteArray ticket = open("guest");
    for (const QByteArray &other : {"thief"_ba, "gues"_ba, QByteArray()})
        QVERIFY(polled(ticket, other).got(Outcome::NotFound));
    // Nor did the stranger use up the first answer.
    QVERIFY(polled(ticket, "guest").got(Outcome::Waiting));
    Poller guest;
    m_tickets->poll(ticket, "guest", guest.waiter());
    QVERIFY(polled(ticket, "thief").got(Outcome::NotFound));
    QVERIFY(guest.isWaiting());
}

void TestJoinTickets::r7AnotherUserNeverGetsTheRoomToken()
{
    const QByteArray ticket = open("guest");
    QVERIFY(m_tickets->resolve(ticket, accepted()));
    const Poller thief = polled(ticket, "thief");
    QVERIFY(thief.got(Outcome::NotFound));
    QVERIFY(thief.answers.front().answer.roomToken.isEmpty());
    QVERIFY(polled(ticket, "guest").got(Outcome::Accepted));
}

void TestJoinTickets::theAnswerMayBeFetchedAgainForAMinute()
{
    const QByteArray ticket = open();
    QVERIFY(m_tickets->resolve(ticket, accepted()));
    QVERIFY(polled(ticket).got(Outcome::Accepted));
    m_clock.advance(30s);
    QVERIFY(polled(ticket).got(Outcome::Accepted));
    m_clock.advance(29'999ms);
    QVERIFY(polled(ticket).got(Outcome::Accepted));
    m_clock.advance(1ms);
    QVERIFY(polled(ticket).got(Outcome::NotFound));
    QCOMPARE(m_tickets->tickets(), 0);
}

void TestJoinTickets::theMinuteBeginsWithTheFirstFetch()
{
    const QByteArray ticket = open();
    QVERIFY(m_tickets->resolve(ticket, accepted()));
    m_clock.advance(200s);
    QVERIFY(polled(ticket).got(Outcome::Accepted));
    m_clock.advance(59s);
    QVERIFY(polled(ticket).got(Outcome::Accepted));
}

void TestJoinTickets::anAnswerIsKeptAMinuteHoweverLateItComes()
{
    const QByteArray ticket = open();
    m_clock.advance(299s);
    QVERIFY(m_tickets->resolve(ticket, accepted()));
    m_clock.advance(59s);
    QVERIFY(polled(ticket).got(Outcome::Accepted));
}

void TestJoinTickets::aRejectionIsRepeatedAtOnce()
{
    const QByteArray ticket = open();
    polled(ticket);
    Poller waiting;
    m_tickets->poll(ticket, "guest", waiting.waiter());
    QVERIFY(m_tickets->resolve(ticket, {.kind = Kind::Rejected}));
    QVERIFY(waiting.got(Outcome::Rejected));
    QVERIFY(polled(ticket).got(Outcome::Rejected));
    m_clock.advance(60s);
    m_tickets->tick();
    QVERIFY(polled(ticket).got(Outcome::NotFound));
}

void TestJoinTickets::aHostWhoNeverDecidesIsATimeout()
{
    const QByteArray ticket = open();
    polled(ticket);
    m_clock.advance(290s);
    Poller waiting;
    m_tickets->poll(ticket, "guest", waiting.waiter());
    m_clock.advance(10s);
    m_tickets->tick();
    QVERIFY(waiting.got(Outcome::TimedOut));
    QVERIFY(polled(ticket).got(Outcome::TimedOut));
    QVERIFY(!m_tickets->resolve(ticket, accepted()));
    m_clock.advance(60s);
    QVERIFY(polled(ticket).got(Outcome::NotFound));
}

void TestJoinTickets::aNewerPollReleasesTheOlder()
{
    const QByteArray ticket = open();
    polled(ticket);
    Poller older;
    Poller newer;
    m_tickets->poll(ticket, "guest", older.waiter());
    m_tickets->poll(ticket, "guest", newer.waiter());
    QVERIFY(older.got(Outcome::Waiting));
    QVERIFY(newer.isWaiting());
    QCOMPARE(m_tickets->heldPolls(), 1);
}

void TestJoinTickets::theFirstDecisionCounts()
{
    const QByteArray ticket = open();
    QVERIFY(m_tickets->resolve(ticket, {.kind = Kind::Rejected}));
    const Status second = m_tickets->resolve(ticket, accepted());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::NotFound);
    QVERIFY(polled(ticket).got(Outcome::Rejected));
}

void TestJoinTickets::refusesToResolveUnknownTickets()
{
    const Status resolved = m_tickets->resolve("nobody", accepted());
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().code, ErrorCode::NotFound);
}

void TestJoinTickets::rejectsAnAnswerOfAnyLength()
{
    JoinOutcome outcome = accepted();
    const qsizetype rest = protocol::toBytes(protocol::toJson(outcome.answer)).size();
    const QByteArray fitting = open();
    outcome.answer.workspace.name += QString(JoinTickets::longestAnswer - rest, u'x');
    QVERIFY(m_tickets->resolve(fitting, outcome));
    QVERIFY(polled(fitting).got(Outcome::Accepted));

    const QByteArray ticket = open();
    outcome.answer.workspace.name += u'x';
    const Status resolved = m_tickets->resolve(ticket, outcome);
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().code, ErrorCode::TooLarge);
    QVERIFY(resolved.error().message.contains(u"room1"_s));
    QVERIFY(polled(ticket).got(Outcome::Rejected));
}

void TestJoinTickets::ticketsOfOneAddressAreLimited()
{
    for (int count = 0; count < m_config.pollTokensPerAddress; ++count)
        open();
    const Result<QByteArray> refused = m_tickets->open("room1", "guest", "192.0.2.1");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TooMany);
    QVERIFY(m_tickets->open("room1", "guest", "192.0.2.2"));
    // Timed out ones are told so, and stand in nobody's way.
    m_clock.advance(300s);
    QVERIFY(m_tickets->open("room1", "guest", "192.0.2.1"));
}

void TestJoinTickets::anOfficeMayJoinByTheHundred()
{
    for (int count = 0; count < 5 * m_config.pollTokensPerAddress; ++count) {
        const QByteArray ticket = open();
        QVERIFY(m_tickets->resolve(ticket, accepted()));
        QVERIFY(polled(ticket).got(Outcome::Accepted));
    }
}

void TestJoinTickets::answersKeptForOneAddressAreLimited()
{
    const QByteArray first = open();
    QVERIFY(m_tickets->resolve(first, accepted()));
    const QByteArray elsewhere = open("guest", "192.0.2.2");
    QVERIFY(m_tickets->resolve(elsewhere, accepted()));
    for (int count = 0; count < m_config.pollTokensPerAddress; ++count)
        QVERIFY(m_tickets->resolve(open(), accepted()));
    QVERIFY(polled(first).got(Outcome::NotFound));
    QVERIFY(polled(elsewhere).got(Outcome::Accepted));
    QCOMPARE(m_tickets->tickets(), m_config.pollTokensPerAddress + 1);
}

void TestJoinTickets::ticketsInAllEvictTheOldestOfTheBusiestAddress()
{
    m_config.pollTokens = 3;
    m_tickets = std::make_unique<JoinTickets>(m_config, m_clock, m_random);
    const QByteArray quiet = open("guest", "quiet");
    const QByteArray oldest = open("guest", "busy");
    const QByteArray younger = open("guest", "busy");
    polled(oldest);
    Poller evicted;
    m_tickets->poll(oldest, "guest", evicted.waiter());
    open("guest", "newcomer");
    QVERIFY(evicted.got(Outcome::NotFound));
    QVERIFY(polled(quiet).got(Outcome::Waiting));
    QVERIFY(polled(younger).got(Outcome::Waiting));
    QCOMPARE(m_tickets->tickets(), 3);
}

void TestJoinTickets::heldPollsOfOneAddressAreLimited()
{
    m_config.longPollsPerAddress = 2;
    m_tickets = std::make_unique<JoinTickets>(m_config, m_clock, m_random);
    std::vector<Poller> pollers(3);
    for (Poller &poller : pollers) {
        const QByteArray ticket = open();
        polled(ticket);
        m_tickets->poll(ticket, "guest", poller.waiter());
    }
    QVERIFY(pollers.at(0).got(Outcome::Waiting));
    QVERIFY(pollers.at(1).isWaiting());
    QVERIFY(pollers.at(2).isWaiting());
}

void TestJoinTickets::releasesAllPollsWhenTheServerStops()
{
    const QByteArray ticket = open();
    polled(ticket);
    Poller poller;
    m_tickets->poll(ticket, "guest", poller.waiter());
    m_tickets->releasePolls();
    QVERIFY(poller.got(Outcome::Waiting));
    QCOMPARE(m_tickets->heldPolls(), 0);
}

void TestJoinTickets::aWaiterMayPollAgain()
{
    const QByteArray ticket = open();
    polled(ticket);
    Poller next;
    m_tickets->poll(ticket, "guest", [&](const JoinPoll &) {
        m_tickets->poll(ticket, "guest", next.waiter());
    });
    QVERIFY(m_tickets->resolve(ticket, accepted()));
    QVERIFY(next.got(Outcome::Accepted));
}

} // namespace ct::server::auth

QTEST_GUILESS_MAIN(ct::server::auth::TestJoinTickets)
#include "tst_jointickets.moc"
