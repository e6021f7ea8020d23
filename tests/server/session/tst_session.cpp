// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/session/sessionbench.h"

#include <QTest>

using namespace ct;
using namespace ct::server::session;
using namespace ct::test;
using namespace std::chrono_literals;
using Kind = SessionEvent::Kind;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roomExistsOnceItsHostHasConnected();
    void guestIsAnnouncedBeforeItIsTold();
    void rejectedGuestHasNoSeat_data();
    void rejectedGuestHasNoSeat();
    void joinTimesOut();
    void weakness5_guestTokenIsDeadAfterLeaving();
    void weakness6_hostTokenDoesNotBringAClosedRoomBack();
    void hostLeavingClosesTheRoom();
    void d12_logoutEndsSeatsGrantsAndRequests();
    void d12_logoutOfTheHostClosesTheRoom();
    void d12_logoutEndsAReservation();
    void brokenSeatIsKeptForTheGraceTime();
    void goodbyeFreesTheSeatAtOnce();
    void resumeRepeatsWhatTheClientHasNotSeen();
    void r14_takeoverEndsTheOldConnectionAndRefusesAnotherKey();
    void tooSlowParticipantLosesItsSeat();
    void usedUpBudgetCostsTheOneThatHoldsMost();
    void usedUpBudgetCostsAnIdleRoomItsHog();
    void floodingParticipantLosesItsSeat();
    void fullRoomRefusesToAskTheHost();
    void oneLoginTakesNotAllJoinPlaces();
    void timeLimitsEndTheRoom_data();
    void timeLimitsEndTheRoom();
    void quotaIsGivenBackWhenTheRoomEnds();
    void reservationEndsWhenTheHostDoesNotCome();
};

void TestSession::roomExistsOnceItsHostHasConnected()
{
    SessionBench bench;
    QVERIFY(bench.quota.take(QStringLiteral("HOST")));
    bench.directory->reserve(bench.claims("HOST", true));
    QCOMPARE(
        bench.directory->askToJoin("ROOM", {}, [](const auto &) {}).error().code,
        ErrorCode::NotFound);
    FakeLink host;
    QVERIFY(bench.connect(bench.claims("HOST", true), host));
    QVERIFY(bench.directory->askToJoin("ROOM", {}, [](const auto &) {}));
    QCOMPARE(bench.events.kinds(), QList {Kind::Created});
    QCOMPARE(bench.events.all[0].begun, bench.clock.wallNow());
    const auto told = host.take();
    QCOMPARE(told.size(), 2);
    QVERIFY(told[0].contains("peer/info"));
    QVERIFY(told[1].contains("peer/join"));
}

void TestSession::guestIsAnnouncedBeforeItIsTold()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    bench.admit(host, guest);
    const auto toHost = host.take();
    QCOMPARE(toHost.size(), 1);
    QVERIFY(toHost[0].contains("room/joined"));
    const auto toGuest = guest.take();
    QCOMPARE(toGuest.size(), 1);
    QVERIFY(toGuest[0].contains("peer/info"));
}

void TestSession::rejectedGuestHasNoSeat_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("undefined") << QByteArray("join-rejected");
    QTest::newRow("response-error") << QByteArray("join-failed");
}

void TestSession::rejectedGuestHasNoSeat()
{
    QFETCH(QByteArray, answer);
    SessionBench bench;
    FakeLink host;
    bench.open(host);
    std::optional<JoinDecision> decided;
    QVERIFY(bench.directory->askToJoin(
        "ROOM", {}, [&decided](const auto &decision) { decided = decision; }));
    bench.answerJoin(host, answer);
    QVERIFY(decided);
    QCOMPARE(decided->outcome, JoinDecision::Outcome::Rejected);
    FakeLink guest;
    QCOMPARE(bench.connect(bench.claims("GUEST", false), guest).error().code, ErrorCode::Forbidden);
}

void TestSession::joinTimesOut()
{
    SessionBench bench;
    FakeLink host;
    bench.open(host);
    std::optional<JoinDecision> decided;
    QVERIFY(bench.directory->askToJoin(
        "ROOM", {}, [&decided](const auto &decision) { decided = decision; }));
    bench.clock.advance(bench.config.joinTimeout - 1s);
    bench.directory->tick();
    QVERIFY(!decided);
    bench.clock.advance(1s);
    bench.directory->tick();
    QVERIFY(decided);
    QCOMPARE(decided->outcome, JoinDecision::Outcome::TimedOut);
    bench.answerJoin(host, "join-accepted");
    QCOMPARE(decided->outcome, JoinDecision::Outcome::TimedOut);
}

void TestSession::weakness5_guestTokenIsDeadAfterLeaving()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    const auto claims = bench.admit(host, guest);
    guest.send(frames::golden("room-leave"));
    QVERIFY(!guest.finished.isEmpty());
    QVERIFY(host.take().last().contains("room/left"));
    FakeLink again;
    QCOMPARE(bench.connect(claims, again).error().code, ErrorCode::Forbidden);
}

void TestSession::weakness6_hostTokenDoesNotBringAClosedRoomBack()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    const auto guestClaims = bench.admit(host, guest);
    host.sayGoodbye();
    for (const bool isSwept : {false, true}) {
        if (isSwept)
            bench.directory->tick();
        FakeLink again;
        QCOMPARE(
            bench.connect(bench.claims("HOST", true), again).error().code, ErrorCode::NotFound);
        QCOMPARE(bench.connect(guestClaims, again).error().code, ErrorCode::NotFound);
    }
}

void TestSession::hostLeavingClosesTheRoom()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    bench.admit(host, guest);
    guest.take();
    host.sayGoodbye();
    QCOMPARE(guest.messages.size(), 1);
    QVERIFY(guest.messages[0].contains("room/closed"));
    QVERIFY(!guest.finished.isEmpty());
    QVERIFY(!host.finished.isEmpty());
    QCOMPARE(bench.events.kinds().last(), Kind::Ended);
}

void TestSession::d12_logoutEndsSeatsGrantsAndRequests()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    FakeLink other;
    bench.open(host);
    bench.admit(host, guest);
    const auto others = bench.admit(host, other);
    const JoinRequest request {
        {QStringLiteral("U"), {}, {}, {}}, guest.participant->identity().login};
    std::optional<JoinDecision> granted;
    QVERIFY(bench.directory->askToJoin(
        "ROOM", request, [&granted](const auto &decision) { granted = decision; }));
    bench.answerJoin(host, "join-accepted");
    QVERIFY(granted && granted->outcome == JoinDecision::Outcome::Accepted);
    std::optional<JoinDecision> asked;
    QVERIFY(bench.directory->askToJoin(
        "ROOM", request, [&asked](const auto &decision) { asked = decision; }));
    host.take();
    bench.directory->endSeats({request.login, {}});
    QVERIFY(guest.finished.contains("Logged out"));
    QVERIFY(host.take().last().contains("room/left"));
    QVERIFY(asked && asked->outcome == JoinDecision::Outcome::Rejected);
    FakeLink again;
    QCOMPARE(
        bench.connect(bench.claims(granted->participant, false), again).error().code,
        ErrorCode::Forbidden);
    QVERIFY(other.finished.isEmpty());
    bench.directory->endSeats({{}, others.user.id});
    QVERIFY(other.finished.contains("Logged out"));
    QVERIFY(host.finished.isEmpty());
}

void TestSession::d12_logoutOfTheHostClosesTheRoom()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    bench.admit(host, guest);
    guest.take();
    bench.directory->endSeats({bench.claims("HOST", true).login, {}});
    QVERIFY(host.finished.contains("Logged out"));
    QVERIFY(guest.take().last().contains("room/closed"));
    FakeLink again;
    QCOMPARE(bench.connect(bench.claims("HOST", true), again).error().code, ErrorCode::NotFound);
}

void TestSession::d12_logoutEndsAReservation()
{
    SessionConfig config;
    config.roomsPerUser = 1;
    SessionBench bench(config);
    QVERIFY(bench.quota.take(QStringLiteral("HOST")));
    bench.directory->reserve(bench.claims("HOST", true));
    bench.directory->endSeats({bench.claims("HOST", true).login, {}});
    QVERIFY(bench.quota.take(QStringLiteral("HOST")));
    FakeLink host;
    QCOMPARE(bench.connect(bench.claims("HOST", true), host).error().code, ErrorCode::NotFound);
}

void TestSession::brokenSeatIsKeptForTheGraceTime()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    bench.admit(host, guest);
    host.take();
    guest.breakOff();
    bench.clock.advance(bench.config.seatGrace - 1s);
    bench.directory->tick();
    QVERIFY(host.take().isEmpty());
    bench.clock.advance(1s);
    bench.directory->tick();
    const auto told = host.take();
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0].contains("room/left"));
}

void TestSession::goodbyeFreesTheSeatAtOnce()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    bench.admit(host, guest);
    host.take();
    guest.sayGoodbye();
    QVERIFY(host.take().last().contains("room/left"));
    QCOMPARE(bench.directory->counts().participants, 1);
}

void TestSession::resumeRepeatsWhatTheClientHasNotSeen()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    const auto claims = bench.admit(host, guest);
    const QByteArray pid = guest.participant->recoveryId();
    for (int at = 0; at < 3; ++at)
        guest.participant->deliver(server::relay::roomClosed(QByteArray::number(at)));
    QCOMPARE(guest.take().size(), 4);
    guest.breakOff();
    FakeLink next;
    QVERIFY(bench.connect(claims, next, Resume {pid, 2}));
    const auto repeated = next.take();
    QCOMPARE(repeated.size(), 2);
    QVERIFY(repeated[0].contains("room/closed"));
    next.breakOff();
    FakeLink stranger;
    QVERIFY(bench.connect(claims, stranger, Resume {"somebody else's", 4}));
    QCOMPARE(stranger.take().size(), 2);
}

void TestSession::r14_takeoverEndsTheOldConnectionAndRefusesAnotherKey()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    const auto claims = bench.admit(host, guest);
    FakeLink thief;
    const auto refused
        = bench.directory->connect(claims, SessionBench::details("OTHER"), {}, thief);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(guest.abandoned.isEmpty());
    FakeLink second;
    QVERIFY(bench.connect(claims, second));
    QVERIFY(!guest.abandoned.isEmpty());
    QVERIFY(second.participant->link() == &second);
}

void TestSession::tooSlowParticipantLosesItsSeat()
{
    SessionConfig config;
    config.replayPerParticipant = 64 * 1024;
    SessionBench bench(config);
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    bench.admit(host, guest);
    guest.breakOff();
    const server::relay::Outgoing big(QByteArray(40 * 1024, 'x'));
    Participant *slow = nullptr;
    // A message of the host makes the session look at its outboxes.
    FakeLink other;
    bench.admit(host, other);
    slow = other.participant;
    slow->deliver(big);
    slow->deliver(big);
    host.send("not a message");
    QVERIFY(other.finished.contains("slow"));
    QVERIFY(bench.events.all.back().reason.contains(QStringLiteral("Too slow")));
}

void TestSession::usedUpBudgetCostsTheOneThatHoldsMost()
{
    SessionConfig config;
    config.replayTotal = 256 * 1024;
    SessionBench bench(config);
    FakeLink host;
    FakeLink slow;
    FakeLink prompt;
    bench.open(host);
    bench.admit(host, slow);
    bench.admit(host, prompt);
    const server::relay::Outgoing big(QByteArray(150 * 1024, 'x'));
    const server::relay::Outgoing small(QByteArray(10 * 1024, 'x'));
    prompt.participant->deliver(small);
    slow.participant->deliver(big);
    host.send("not a message");
    QVERIFY(slow.finished.isEmpty());
    slow.participant->deliver(big);
    host.send("not a message");
    QVERIFY(slow.finished.contains("CT_REPLAY_TOTAL"));
    // What the slow one did not take is not kept for it.
    QVERIFY(!bench.budget.isExceeded());
    QVERIFY(prompt.finished.isEmpty());
    QVERIFY(host.finished.isEmpty());
}

void TestSession::usedUpBudgetCostsAnIdleRoomItsHog()
{
    SessionConfig config;
    config.replayTotal = 256 * 1024;
    SessionBench bench(config);
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    bench.admit(host, guest);
    Participant *away = guest.participant;
    guest.breakOff();
    away->deliver(server::relay::Outgoing(QByteArray(300 * 1024, 'x')));
    bench.directory->tick();
    QVERIFY(bench.events.all.back().reason.contains(QStringLiteral("CT_REPLAY_TOTAL")));
    QVERIFY(!bench.budget.isExceeded());
}

void TestSession::floodingParticipantLosesItsSeat()
{
    SessionConfig config;
    config.messagesPerSecond = 10;
    config.messageBurst = 20;
    SessionBench bench(config);
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    bench.admit(host, guest);
    for (int at = 0; at < 20; ++at)
        guest.send("flood");
    QVERIFY(guest.finished.isEmpty());
    guest.send("flood");
    QVERIFY(guest.finished.contains("Too many messages"));
}

void TestSession::fullRoomRefusesToAskTheHost()
{
    SessionConfig config;
    config.participantsPerRoom = 2;
    SessionBench bench(config);
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    bench.admit(host, guest);
    std::optional<JoinDecision> decided;
    QVERIFY(bench.directory->askToJoin(
        "ROOM", {}, [&decided](const auto &decision) { decided = decision; }));
    QVERIFY(decided);
    QCOMPARE(decided->outcome, JoinDecision::Outcome::Full);
}

void TestSession::oneLoginTakesNotAllJoinPlaces()
{
    // Joins that are open are answered when the room goes, so this outlives it.
    QList<JoinDecision::Outcome> decided;
    SessionBench bench;
    FakeLink host;
    bench.open(host);
    const auto ask = [&bench, &decided](const QByteArray &login) {
        return bench.directory->askToJoin("ROOM", {{}, login}, [&decided](const auto &decision) {
            decided.append(decision.outcome);
        });
    };
    for (int asked = 0; asked < bench.config.joinRequestsPerLogin; ++asked)
        QVERIFY(ask("one"));
    QVERIFY(decided.isEmpty());
    QVERIFY(ask("one"));
    QCOMPARE(decided, QList {JoinDecision::Outcome::Full});
    QVERIFY(ask("two"));
    QCOMPARE(decided.size(), 1);
    bench.answerJoin(host, "join-accepted");
    QCOMPARE(decided.last(), JoinDecision::Outcome::Accepted);
}

void TestSession::timeLimitsEndTheRoom_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<bool>("hasGuest");
    QTest::newRow("empty") << QStringLiteral("CT_SESSION_EMPTY") << false;
    QTest::newRow("deserted") << QStringLiteral("CT_SESSION_DESERTED") << true;
    QTest::newRow("inactive") << QStringLiteral("CT_SESSION_INACTIVITY") << false;
    QTest::newRow("too long") << QStringLiteral("CT_SESSION_MAX_DURATION") << false;
}

void TestSession::timeLimitsEndTheRoom()
{
    QFETCH(QString, variable);
    QFETCH(bool, hasGuest);
    SessionConfig config;
    config.emptyTimeout = variable.endsWith(QStringLiteral("EMPTY")) ? 60s : 0s;
    config.deserted = variable.endsWith(QStringLiteral("DESERTED")) ? 60s : 0s;
    config.inactivity = variable.endsWith(QStringLiteral("INACTIVITY")) ? 60s : 0s;
    config.maxDuration = variable.endsWith(QStringLiteral("DURATION")) ? 60s : 0s;
    SessionBench bench(config);
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    if (hasGuest) {
        bench.admit(host, guest);
        guest.sayGoodbye();
    }
    bench.clock.advance(59s);
    bench.directory->tick();
    QVERIFY(host.finished.isEmpty());
    bench.clock.advance(1s);
    bench.directory->tick();
    QVERIFY(!host.finished.isEmpty());
    QVERIFY(bench.events.all.back().reason.contains(variable));
}

void TestSession::quotaIsGivenBackWhenTheRoomEnds()
{
    SessionBench bench;
    FakeLink host;
    bench.open(host);
    QCOMPARE(bench.quota.taken(), 1);
    host.sayGoodbye();
    bench.directory->tick();
    QCOMPARE(bench.quota.taken(), 0);
    // The link shares the outbox until it has said its last words.
    host.outbox.reset();
    QCOMPARE(bench.budget.held(), 0);
}

void TestSession::reservationEndsWhenTheHostDoesNotCome()
{
    SessionBench bench;
    QVERIFY(bench.quota.take(QStringLiteral("HOST")));
    bench.directory->reserve(bench.claims("HOST", true));
    bench.clock.advance(bench.config.reservation);
    bench.directory->tick();
    QCOMPARE(bench.quota.taken(), 0);
    FakeLink host;
    QCOMPARE(bench.connect(bench.claims("HOST", true), host).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
