// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/session/sessionbench.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace ct::server::session;
using ct::test::FakeLink;
using ct::test::SessionBench;

class TestSeats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverGivesMoreThanTheLimitToManyThreads();
    void tellsTheMostThatWereUsedSinceItWasAsked();
    void aHostTakesOneAndAGuestAnother();
    void aSeatIsFreeAsSoonAsItsParticipantHasLeft();
    void anEndingSessionFreesAllItsSeats();
    void resumingTakesNoSeat();
    void whoIsRefusedMayTryAgain();
    void aLowerLimitEndsNobodysSeat();
};

void TestSeats::neverGivesMoreThanTheLimitToManyThreads()
{
    static constexpr int limit = 100;
    SeatCounter seats;
    seats.setLimit(limit);
    std::atomic<int> highest = 0;
    std::vector<std::thread> workers;
    for (int number = 0; number < 8; ++number) {
        workers.emplace_back([&] {
            for (int round = 0; round < 2'000; ++round) {
                std::vector<HeldSeat> held;
                while (held.size() < 20) {
                    HeldSeat seat(seats);
                    if (!seat)
                        break;
                    held.push_back(std::move(seat));
                }
                const int used = seats.used();
                int known = highest;
                while (used > known && !highest.compare_exchange_weak(known, used)) { }
            }
        });
    }
    for (std::thread &worker : workers)
        worker.join();
    QVERIFY2(highest <= limit, qPrintable(QString::number(highest)));
    QVERIFY(highest > 0);
    QCOMPARE(seats.used(), 0);
}

void TestSeats::tellsTheMostThatWereUsedSinceItWasAsked()
{
    SeatCounter seats;
    HeldSeat first(seats);
    {
        const HeldSeat second(seats);
        const HeldSeat third(seats);
    }
    QCOMPARE(seats.takeMost(), 3);
    QCOMPARE(seats.takeMost(), 1);
    first.release();
    QCOMPARE(seats.takeMost(), 1);
    QCOMPARE(seats.takeMost(), 0);
}

void TestSeats::aHostTakesOneAndAGuestAnother()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    QCOMPARE(bench.seats.used(), 1);
    (void)bench.admit(host, guest);
    QCOMPARE(bench.seats.used(), 2);
}

void TestSeats::aSeatIsFreeAsSoonAsItsParticipantHasLeft()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    (void)bench.admit(host, guest);
    guest.sayGoodbye();
    // Without any tick in between.
    QCOMPARE(bench.seats.used(), 1);
}

void TestSeats::anEndingSessionFreesAllItsSeats()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    (void)bench.admit(host, guest);
    host.sayGoodbye();
    QCOMPARE(bench.seats.used(), 0);
}

void TestSeats::resumingTakesNoSeat()
{
    SessionBench bench;
    bench.seats.setLimit(1);
    FakeLink first;
    FakeLink second;
    bench.open(first);
    first.breakOff();
    QCOMPARE(bench.seats.used(), 1);
    QVERIFY(bench.connect(bench.claims("HOST", true), second));
    QCOMPARE(bench.seats.used(), 1);
}

void TestSeats::whoIsRefusedMayTryAgain()
{
    SessionBench bench;
    FakeLink host;
    FakeLink refused;
    FakeLink admitted;
    bench.open(host);
    bench.seats.setLimit(1);
    JoinDecision decided;
    (void)bench.directory->askToJoin(
        "ROOM", {}, [&decided](const auto &decision) { decided = decision; });
    bench.answerJoin(host, "join-accepted");
    const auto guest = bench.claims(decided.participant, false);
    const auto outcome = bench.connect(guest, refused);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ct::ErrorCode::TooMany);
    QVERIFY(outcome.error().message.contains(u"All 1 connections"_s));
    bench.seats.setLimit(2);
    QVERIFY(bench.connect(guest, admitted));
}

void TestSeats::aLowerLimitEndsNobodysSeat()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    (void)bench.admit(host, guest);
    bench.seats.setLimit(1);
    bench.directory->tick();
    QCOMPARE(bench.directory->counts().connected, 2);
    QVERIFY(bench.seats.isFull());
}

QTEST_GUILESS_MAIN(TestSeats)
#include "tst_seats.moc"
