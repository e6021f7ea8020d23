// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/syslogreceiver.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::auditfeed;

class TestSyslogReceiver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsADatagramForEachEntry();
    void failsOnceWhereNobodyListens();

private:
    static Batch batch(int count);
    static AuditFeedConfig towards(quint16 port);
};

Batch TestSyslogReceiver::batch(int count)
{
    Batch batch;
    for (int number = 1; number <= count; ++number) {
        const store::AuditEntry what {WallTime(1s), u"k"_s, {}, {}, {}, QString(1'000, u'd')};
        batch.append({number, {u"run"_s, number}, what, QByteArray(64, 'f')});
    }
    return batch;
}

AuditFeedConfig TestSyslogReceiver::towards(quint16 port)
{
    AuditFeedConfig config;
    config.syslog = {SyslogTransport::Udp, u"127.0.0.1"_s, port};
    config.settling = 50ms;
    return config;
}

void TestSyslogReceiver::sendsADatagramForEachEntry()
{
    QUdpSocket server;
    QVERIFY(server.bind(QHostAddress::LocalHost));
    SyslogReceiver receiver(towards(server.localPort()));
    QSignalSpy settled(&receiver, &Receiver::settled);
    receiver.deliver(batch(5));
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(settled.constFirst().constFirst().toString(), QString());
    for (int number = 1; number <= 5; ++number) {
        QTRY_VERIFY(server.hasPendingDatagrams());
        QByteArray datagram(server.pendingDatagramSize(), Qt::Uninitialized);
        server.readDatagram(datagram.data(), datagram.size());
        QVERIFY(datagram.contains(QByteArray("entry=\"" + QByteArray::number(number) + '"')));
    }
}

// The second datagram already finds that the first one came back.
void TestSyslogReceiver::failsOnceWhereNobodyListens()
{
    quint16 port = 0;
    {
        QUdpSocket gone;
        QVERIFY(gone.bind(QHostAddress::LocalHost));
        port = gone.localPort();
    }
    SyslogReceiver receiver(towards(port));
    QSignalSpy settled(&receiver, &Receiver::settled);
    for (int time = 1; time <= 20; ++time) {
        receiver.deliver(batch(50));
        QTRY_COMPARE(settled.size(), time);
        QVERIFY(!settled.constLast().constFirst().toString().isEmpty());
    }
    // Nothing comes of it later.
    QTest::qWait(200);
    QCOMPARE(settled.size(), 20);
}

QTEST_GUILESS_MAIN(TestSyslogReceiver)
#include "tst_syslogreceiver.moc"
