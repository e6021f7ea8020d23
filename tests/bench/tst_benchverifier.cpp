// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/verifier.h"

#include <QTest>

using namespace ct::bench;

namespace {

constexpr Delivery numbered(std::uint64_t sequence)
{
    return {Kind::Broadcast, 0, 1, sequence};
}

/// A verifier to which five messages from 0 to 1 are known.
Verifier afterFive()
{
    Verifier verifier(3);
    for (std::uint64_t i = 0; i < 5; ++i)
        verifier.sent(numbered(i));
    return verifier;
}

Faults afterDelivery(std::initializer_list<std::uint64_t> order)
{
    Verifier verifier = afterFive();
    for (const std::uint64_t sequence : order)
        verifier.delivered(numbered(sequence));
    return verifier.settle();
}

} // namespace

class TestBenchVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isContentWithAllInOrder();
    void countsLostMessages();
    void countsALostLastMessage();
    void countsDoubledMessages();
    void countsReorderedMessages();
    void countsAMessageThatNobodySent();
    void tellsFlowsApart();
    void tellsKindsApart();
    void startsAnewAfterSettling();
    void countsWhatComesAfterSettlingAsDoubled();
    void namesFaults();
};

void TestBenchVerifier::isContentWithAllInOrder()
{
    QCOMPARE(afterDelivery({0, 1, 2, 3, 4}).sum(), 0U);
}

void TestBenchVerifier::countsLostMessages()
{
    const Faults faults = afterDelivery({0, 3, 4});
    QCOMPARE(faults.lost, 2U);
    QCOMPARE(faults.sum(), 2U);
}

void TestBenchVerifier::countsALostLastMessage()
{
    const Faults faults = afterDelivery({0, 1, 2, 3});
    QCOMPARE(faults.lost, 1U);
    QCOMPARE(faults.sum(), 1U);
}

void TestBenchVerifier::countsDoubledMessages()
{
    const Faults faults = afterDelivery({0, 1, 1, 2, 3, 4, 0});
    QCOMPARE(faults.doubled, 2U);
    QCOMPARE(faults.sum(), 2U);
}

void TestBenchVerifier::countsReorderedMessages()
{
    const Faults faults = afterDelivery({0, 2, 1, 3, 4});
    QCOMPARE(faults.reordered, 1U);
    QCOMPARE(faults.sum(), 1U);
}

void TestBenchVerifier::countsAMessageThatNobodySent()
{
    const Faults faults = afterDelivery({0, 1, 2, 3, 4, 5});
    QCOMPARE(faults.damaged, 1U);
    QCOMPARE(faults.sum(), 1U);
}

void TestBenchVerifier::tellsFlowsApart()
{
    Verifier verifier(3);
    verifier.sent({Kind::Broadcast, 0, 1, 0});
    verifier.sent({Kind::Broadcast, 0, 2, 0});
    verifier.delivered({Kind::Broadcast, 0, 1, 0});
    verifier.delivered({Kind::Broadcast, 0, 1, 0});
    const Faults faults = verifier.settle();
    QCOMPARE(faults.doubled, 1U);
    QCOMPARE(faults.lost, 1U);
}

void TestBenchVerifier::tellsKindsApart()
{
    Verifier verifier(2);
    verifier.sent({Kind::Request, 0, 1, 0});
    verifier.delivered({Kind::Notification, 0, 1, 0});
    const Faults faults = verifier.settle();
    QCOMPARE(faults.damaged, 1U);
    QCOMPARE(faults.lost, 1U);
}

void TestBenchVerifier::startsAnewAfterSettling()
{
    Verifier verifier = afterFive();
    QCOMPARE(verifier.settle().lost, 5U);
    verifier.sent(numbered(5));
    verifier.delivered(numbered(5));
    QCOMPARE(verifier.settle().sum(), 0U);
}

void TestBenchVerifier::countsWhatComesAfterSettlingAsDoubled()
{
    Verifier verifier = afterFive();
    verifier.settle();
    verifier.delivered(numbered(4));
    QCOMPARE(verifier.settle().doubled, 1U);
}

void TestBenchVerifier::namesFaults()
{
    QCOMPARE(faultText({}), std::string("none"));
    QCOMPARE(faultText({3, 0, 1, 0, 2}), std::string("3 lost, 1 reordered, 2 connections broken"));
}

QTEST_GUILESS_MAIN(TestBenchVerifier)
#include "tst_benchverifier.moc"
