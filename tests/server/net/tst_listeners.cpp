// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/listeners.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ct::server::net;

namespace {

NetConfig anyPorts()
{
    NetConfig config;
    config.httpPort = 0;
    config.httpsPort = 0;
    config.privatePort = 0;
    config.bindAddresses = {QHostAddress(QHostAddress::LocalHost)};
    return config;
}

bool hasIpv6()
{
    QTcpServer probe;
    return probe.listen(QHostAddress(QHostAddress::LocalHostIPv6));
}

bool isConnected(const QHostAddress &address, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    return socket.waitForConnected(5000);
}

} // namespace

class TestListeners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void handsDescriptorsOn();
    void tellsThePortsReallyTaken();
    void withoutHttpsThereIsNoPort();
    void severalAddressesShareAPort();
    void allAddressesAreBothFamilies();
    void aTakenPortIsNamed();
    void aStrangeAddressIsNamed();
    void aFailureLeavesNothingOpen();
    void closedListenersTakeNobody();
    void restsWithoutDescriptors();

private:
    Listener::Incoming receiver();

    struct Received {
        qintptr descriptor;
        Port port;
    };
    std::vector<Received> m_received;
    std::unique_ptr<Listeners> m_listeners;
};

void TestListeners::init()
{
    m_listeners = std::make_unique<Listeners>(receiver());
}

void TestListeners::cleanup()
{
    m_listeners.reset();
    for (const Received &one : m_received)
        ::close(static_cast<int>(one.descriptor));
    m_received.clear();
}

Listener::Incoming TestListeners::receiver()
{
    return [this](qintptr descriptor, Port port) {
        m_received.push_back({descriptor, port});
    };
}

void TestListeners::handsDescriptorsOn()
{
    QVERIFY(m_listeners->open(anyPorts()));
    for (const Port port : {Port::Http, Port::Https, Port::Private}) {
        const std::size_t before = m_received.size();
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, m_listeners->number(port));
        QTRY_COMPARE(m_received.size(), before + 1);
        QCOMPARE(m_received.back().port, port);
        const auto descriptor = static_cast<int>(m_received.back().descriptor);
        QVERIFY((::fcntl(descriptor, F_GETFD) & FD_CLOEXEC) != 0);
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(::write(descriptor, "x", 1), 1);
        QTRY_COMPARE(client.bytesAvailable(), 1);
    }
}

void TestListeners::tellsThePortsReallyTaken()
{
    QCOMPARE(m_listeners->number(Port::Http), 0);
    QVERIFY(m_listeners->open(anyPorts()));
    const QSet<quint16> numbers {
        m_listeners->number(Port::Http),
        m_listeners->number(Port::Https),
        m_listeners->number(Port::Private)};
    QCOMPARE(numbers.size(), 3);
    QVERIFY(!numbers.contains(0));
}

void TestListeners::withoutHttpsThereIsNoPort()
{
    NetConfig config = anyPorts();
    config.httpsEnabled = false;
    QVERIFY(m_listeners->open(config));
    QCOMPARE(m_listeners->number(Port::Https), 0);
}

void TestListeners::severalAddressesShareAPort()
{
    NetConfig config = anyPorts();
    config.bindAddresses = {QHostAddress(u"127.0.0.1"_s), QHostAddress(u"127.0.0.2"_s)};
    QVERIFY(m_listeners->open(config));
    const quint16 port = m_listeners->number(Port::Http);
    QVERIFY(isConnected(QHostAddress(u"127.0.0.1"_s), port));
    QVERIFY(isConnected(QHostAddress(u"127.0.0.2"_s), port));
    QVERIFY(!isConnected(QHostAddress(u"127.0.0.3"_s), port));
}

void TestListeners::allAddressesAreBothFamilies()
{
    NetConfig config = anyPorts();
    config.bindAddresses.clear();
    QVERIFY(m_listeners->open(config));
    QVERIFY(isConnected(QHostAddress(u"127.0.0.3"_s), m_listeners->number(Port::Http)));
    QVERIFY(!isConnected(QHostAddress(u"127.0.0.3"_s), m_listeners->number(Port::Private)));
    if (hasIpv6())
        QVERIFY(isConnected(
            QHostAddress(QHostAddress::LocalHostIPv6), m_listeners->number(Port::Http)));
}

void TestListeners::aTakenPortIsNamed()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    NetConfig config = anyPorts();
    config.httpsPort = other.serverPort();
    const ct::Status status = m_listeners->open(config);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ct::ErrorCode::Conflict);
    const QString message = status.error().message;
    const QString where = u"127.0.0.1 port %1 (CT_HTTPS_PORT"_s.arg(other.serverPort());
    QVERIFY2(message.contains(where), qPrintable(message));
}

void TestListeners::aStrangeAddressIsNamed()
{
    NetConfig config = anyPorts();
    // A documentation address, which no machine has.
    config.bindAddresses = {QHostAddress(u"192.0.2.1"_s)};
    const ct::Status status = m_listeners->open(config);
    QVERIFY(!status);
    QVERIFY2(
        status.error().message.contains(u"192.0.2.1 port 0 (CT_HTTP_PORT, CT_BIND_ADDRESS)"_s),
        qPrintable(status.error().message));
}

void TestListeners::aFailureLeavesNothingOpen()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    NetConfig config = anyPorts();
    config.privatePort = other.serverPort();
    const ct::Status status = m_listeners->open(config);
    QVERIFY(!status);
    QVERIFY(status.error().message.contains(u"(CT_PRIVATE_PORT)"_s));
    QCOMPARE(m_listeners->number(Port::Http), 0);
}

void TestListeners::closedListenersTakeNobody()
{
    QVERIFY(m_listeners->open(anyPorts()));
    const quint16 port = m_listeners->number(Port::Http);
    m_listeners->close();
    QVERIFY(!isConnected(QHostAddress(QHostAddress::LocalHost), port));
}

void TestListeners::restsWithoutDescriptors()
{
    QVERIFY(m_listeners->open(anyPorts()));
    QSignalSpy overloads(m_listeners.get(), &Listeners::overloaded);
    QTcpSocket client;
    QSignalSpy closed(&client, &QTcpSocket::disconnected);
    client.connectToHost(QHostAddress::LocalHost, m_listeners->number(Port::Http));
    // In the listener's queue, but not accepted: no event loop has run since.
    QVERIFY(client.waitForConnected(5000));

    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const int next = ::dup(0);
    ::close(next);
    const rlimit none {static_cast<rlim_t>(next), before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
    QTRY_COMPARE(closed.size(), 1);
    const auto timesWhileFull = overloads.size();
    ::setrlimit(RLIMIT_NOFILE, &before);

    QVERIFY(timesWhileFull >= 1);
    QVERIFY(timesWhileFull <= 2);
    QCOMPARE(m_received.size(), 0U);
    QTcpSocket later;
    later.connectToHost(QHostAddress::LocalHost, m_listeners->number(Port::Http));
    QTRY_COMPARE(m_received.size(), 1U);
}

QTEST_GUILESS_MAIN(TestListeners)
#include "tst_listeners.moc"
