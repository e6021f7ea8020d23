// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/connectionledger.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace ct::server::net;

namespace {

using Ids = std::vector<ConnectionId>;

AddressKey client(quint32 number)
{
    return AddressKey(QHostAddress(number));
}

NetConfig small()
{
    NetConfig config;
    config.connections = 10;
    config.connectionsPerAddress = 4;
    config.unauthenticated = 6;
    config.unauthenticatedPerAddress = 3;
    return config;
}

} // namespace

class TestConnectionLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_ledger.emplace(small()); }

    void countsWhoIsThere();
    void aFullAddressMakesRoomItself();
    void theOldestIsTheOneIdleForLongest();
    void neverEvictsABusyOne();
    void anAddressFullOfAuthenticatedOnesRefuses();
    void theBusiestAddressMakesRoomForStrangers();
    void amongEqualsTheOldestMakesRoom();
    void strangersIdlingNeverKeepANewcomerOut();
    void refusesWhenNobodyIdles();
    void theTotalCountsAuthenticatedOnesToo();
    void anEvictedOneDoesNotComeBack();
    void slowOwnersAreWaitedForInTheEnd();
    void aProxysConnectionsHaveNoAddressCaps();
    void aProxysConnectionsMakeRoomLast();
    void theClientBehindAProxyCounts();
    void aFullClientBehindAProxyIsRefused();
    void theClientMayChangeWithEveryRequest();
    void unknownIdsAreIgnored();
    void newLimitsCountForNewcomers();
    void aFloodIsFast();
    void threadsMayShareIt();

private:
    ConnectionId admitted(quint32 address, AddressCaps caps = AddressCaps::Apply);
    Ids evictedFor(quint32 address, AddressCaps caps = AddressCaps::Apply);
    bool isRefused(quint32 address);

    std::optional<ConnectionLedger> m_ledger;
};

/// Admits without anybody having to go.
ConnectionId TestConnectionLedger::admitted(quint32 address, AddressCaps caps)
{
    const auto admission = m_ledger->admit(client(address), caps);
    if (!admission || !admission->toEvict.empty())
        qFatal("not admitted");
    return admission->id;
}

Ids TestConnectionLedger::evictedFor(quint32 address, AddressCaps caps)
{
    const auto admission = m_ledger->admit(client(address), caps);
    if (!admission)
        qFatal("not admitted");
    return admission->toEvict;
}

bool TestConnectionLedger::isRefused(quint32 address)
{
    const auto admission = m_ledger->admit(client(address), AddressCaps::Apply);
    return !admission && admission.error().code == ct::ErrorCode::TooMany;
}

void TestConnectionLedger::countsWhoIsThere()
{
    const ConnectionId one = admitted(1);
    const ConnectionId two = admitted(1);
    const ConnectionId three = admitted(2);
    QVERIFY(m_ledger->setState(two, ConnectionState::Busy));
    QVERIFY(m_ledger->setState(three, ConnectionState::Authenticated));
    ConnectionLedger::Counts counts = m_ledger->counts();
    QCOMPARE(counts.connections, 3);
    QCOMPARE(counts.unauthenticated, 2);
    QCOMPARE(counts.idle, 1);
    QCOMPARE(counts.addresses, 2);
    QCOMPARE(counts.admitted, 3U);
    for (const ConnectionId id : {one, two, three})
        m_ledger->release(id);
    counts = m_ledger->counts();
    QCOMPARE(counts.connections, 0);
    QCOMPARE(counts.unauthenticated, 0);
    QCOMPARE(counts.idle, 0);
    QCOMPARE(counts.addresses, 0);
}

void TestConnectionLedger::newLimitsCountForNewcomers()
{
    for (int count = 0; count < 3; ++count)
        admitted(1);
    QCOMPARE(evictedFor(1).size(), 1U);
    NetConfig config = small();
    config.unauthenticatedPerAddress = 4;
    m_ledger->setLimits(config);
    admitted(1);
    config.connectionsPerAddress = 2;
    m_ledger->setLimits(config);
    QCOMPARE(m_ledger->counts().connections, 4);
    QVERIFY(!evictedFor(1).empty());
}

void TestConnectionLedger::aFullAddressMakesRoomItself()
{
    admitted(2);
    const ConnectionId oldest = admitted(1);
    admitted(1);
    admitted(1);
    QCOMPARE(evictedFor(1), Ids {oldest});
    QCOMPARE(m_ledger->counts().unauthenticated, 4);
    QCOMPARE(m_ledger->counts().evicted, 1U);
}

void TestConnectionLedger::theOldestIsTheOneIdleForLongest()
{
    const ConnectionId first = admitted(1);
    const ConnectionId second = admitted(1);
    admitted(1);
    m_ledger->setState(first, ConnectionState::Busy);
    m_ledger->setState(first, ConnectionState::Idle);
    QCOMPARE(evictedFor(1), Ids {second});
}

void TestConnectionLedger::neverEvictsABusyOne()
{
    const ConnectionId first = admitted(1);
    const ConnectionId second = admitted(1);
    const ConnectionId third = admitted(1);
    m_ledger->setState(first, ConnectionState::Busy);
    QCOMPARE(evictedFor(1), Ids {second});
    QCOMPARE(evictedFor(1), Ids {third});
}

void TestConnectionLedger::anAddressFullOfAuthenticatedOnesRefuses()
{
    for (int count = 0; count < 4; ++count)
        QVERIFY(m_ledger->setState(admitted(1), ConnectionState::Authenticated));
    QVERIFY(isRefused(1));
    QCOMPARE(m_ledger->counts().refused, 1U);
    admitted(2);
}

void TestConnectionLedger::theBusiestAddressMakesRoomForStrangers()
{
    admitted(1);
    const ConnectionId oldest = admitted(2);
    admitted(2);
    admitted(2);
    admitted(3);
    admitted(3);
    QCOMPARE(evictedFor(4), Ids {oldest});
}

void TestConnectionLedger::amongEqualsTheOldestMakesRoom()
{
    const ConnectionId first = admitted(1);
    for (quint32 address = 2; address <= 6; ++address)
        admitted(address);
    QCOMPARE(evictedFor(7), Ids {first});
}

void TestConnectionLedger::strangersIdlingNeverKeepANewcomerOut()
{
    for (quint32 address = 100; address < 1100; ++address) {
        const auto admission = m_ledger->admit(client(address), AddressCaps::Apply);
        QVERIFY(admission);
        for (const ConnectionId id : admission->toEvict)
            m_ledger->release(id);
    }
    const ConnectionLedger::Counts counts = m_ledger->counts();
    QCOMPARE(counts.unauthenticated, 6);
    QCOMPARE(counts.leaving, 0);
    QCOMPARE(counts.evicted, 994U);
}

void TestConnectionLedger::refusesWhenNobodyIdles()
{
    for (quint32 address = 1; address <= 6; ++address)
        m_ledger->setState(admitted(address), ConnectionState::Busy);
    QVERIFY(isRefused(7));
    QCOMPARE(m_ledger->counts().connections, 6);
}

void TestConnectionLedger::theTotalCountsAuthenticatedOnesToo()
{
    for (quint32 address = 1; address <= 9; ++address)
        m_ledger->setState(admitted(address), ConnectionState::Authenticated);
    const ConnectionId idle = admitted(10);
    QCOMPARE(evictedFor(11), Ids {idle});
}

void TestConnectionLedger::anEvictedOneDoesNotComeBack()
{
    const ConnectionId oldest = admitted(1);
    admitted(1);
    admitted(1);
    QCOMPARE(evictedFor(1), Ids {oldest});
    QVERIFY(!m_ledger->setState(oldest, ConnectionState::Authenticated));
    QVERIFY(m_ledger->setClient(oldest, client(9), AddressCaps::Apply)->empty());
    QCOMPARE(m_ledger->counts().connections, 3);
    QCOMPARE(m_ledger->counts().leaving, 1);
    m_ledger->release(oldest);
    m_ledger->release(oldest);
    QCOMPARE(m_ledger->counts().connections, 3);
    QCOMPARE(m_ledger->counts().leaving, 0);
}

void TestConnectionLedger::slowOwnersAreWaitedForInTheEnd()
{
    Ids leaving;
    quint32 address = 1;
    while (true) {
        const auto admission = m_ledger->admit(client(address++), AddressCaps::Apply);
        if (!admission)
            break;
        leaving.insert(leaving.end(), admission->toEvict.begin(), admission->toEvict.end());
        QVERIFY(leaving.size() < 1000);
    }
    const ConnectionLedger::Counts counts = m_ledger->counts();
    QCOMPARE(counts.connections + counts.leaving, 10 + 5);
    m_ledger->release(leaving.front());
    QVERIFY(m_ledger->admit(client(address), AddressCaps::Apply));
}

void TestConnectionLedger::aProxysConnectionsHaveNoAddressCaps()
{
    for (int count = 0; count < 6; ++count)
        admitted(1, AddressCaps::TotalOnly);
    QCOMPARE(m_ledger->counts().connections, 6);
    QCOMPARE(evictedFor(1, AddressCaps::TotalOnly).size(), 1U);
}

void TestConnectionLedger::aProxysConnectionsMakeRoomLast()
{
    for (int count = 0; count < 5; ++count)
        admitted(1, AddressCaps::TotalOnly);
    const ConnectionId stranger = admitted(2);
    QCOMPARE(evictedFor(1, AddressCaps::TotalOnly), Ids {stranger});
    QCOMPARE(evictedFor(1, AddressCaps::TotalOnly).size(), 1U);
}

void TestConnectionLedger::theClientBehindAProxyCounts()
{
    Ids ids;
    for (int count = 0; count < 4; ++count)
        ids.push_back(admitted(1, AddressCaps::TotalOnly));
    for (int count = 0; count < 3; ++count)
        QVERIFY(m_ledger->setClient(ids[count], client(7), AddressCaps::Apply)->empty());
    QCOMPARE(*m_ledger->setClient(ids[3], client(7), AddressCaps::Apply), Ids {ids[0]});
    QCOMPARE(m_ledger->counts().connections, 3);
    QCOMPARE(m_ledger->counts().addresses, 1);
}

void TestConnectionLedger::aFullClientBehindAProxyIsRefused()
{
    for (int count = 0; count < 3; ++count)
        m_ledger->setState(admitted(7), ConnectionState::Busy);
    const ConnectionId proxied = admitted(1, AddressCaps::TotalOnly);
    const auto moved = m_ledger->setClient(proxied, client(7), AddressCaps::Apply);
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ct::ErrorCode::TooMany);
    QCOMPARE(m_ledger->counts().connections, 4);
    m_ledger->release(proxied);
    QCOMPARE(m_ledger->counts().connections, 3);
}

void TestConnectionLedger::theClientMayChangeWithEveryRequest()
{
    const ConnectionId proxied = admitted(1, AddressCaps::TotalOnly);
    m_ledger->setState(proxied, ConnectionState::Busy);
    for (quint32 address = 2; address < 50; ++address)
        QVERIFY(m_ledger->setClient(proxied, client(address), AddressCaps::Apply));
    QVERIFY(m_ledger->setClient(proxied, client(1), AddressCaps::TotalOnly));
    QCOMPARE(m_ledger->counts().addresses, 1);
    QCOMPARE(m_ledger->counts().connections, 1);
    QCOMPARE(m_ledger->counts().idle, 0);
}

void TestConnectionLedger::unknownIdsAreIgnored()
{
    const ConnectionId nobody {4711};
    m_ledger->release(nobody);
    QVERIFY(!m_ledger->setState(nobody, ConnectionState::Busy));
    QVERIFY(m_ledger->setClient(nobody, client(1), AddressCaps::Apply)->empty());
    QCOMPARE(m_ledger->counts().connections, 0);
}

// Quadratic behaviour would take minutes here; the limit leaves room for sanitizers.
void TestConnectionLedger::aFloodIsFast()
{
    ConnectionLedger ledger {NetConfig {}};
    QElapsedTimer timer;
    timer.start();
    for (quint32 count = 0; count < 100'000; ++count) {
        const auto admission = ledger.admit(client(count % 20'011), AddressCaps::Apply);
        QVERIFY(admission);
        for (const ConnectionId id : admission->toEvict)
            ledger.release(id);
    }
    QCOMPARE(ledger.counts().unauthenticated, 3000);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void TestConnectionLedger::threadsMayShareIt()
{
    ConnectionLedger ledger {NetConfig {}};
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (quint32 thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&ledger, thread] {
            for (int count = 0; count < 2000; ++count) {
                const auto admission = ledger.admit(client(thread), AddressCaps::Apply);
                ledger.setState(admission->id, ConnectionState::Busy);
                ledger.setState(admission->id, ConnectionState::Authenticated);
                ledger.release(admission->id);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(ledger.counts().connections, 0);
    QCOMPARE(ledger.counts().admitted, 8000U);
}

QTEST_GUILESS_MAIN(TestConnectionLedger)
#include "tst_connectionledger.moc"
