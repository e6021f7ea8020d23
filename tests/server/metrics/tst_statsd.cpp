// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/statsdsender.h"

#include <QNetworkDatagram>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace ct::server::metrics;

class TestStatsd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreGaugesAndDifferences();
    void datagramsStayWithinAFrame();
    void sendsOverUdp();
    void tellsACounterAgainThatDidNotArrive();
    void saysALossOnceAndTheReturnOnce();

private:
    static MetricsConfig configFor(quint16 port, StatsdProtocol protocol);
    StatsdSender::Said listener()
    {
        return [this](StatsdSender::News news, const QString &) {
            m_news.append(news);
        };
    }

    QList<StatsdSender::News> m_news;
};

MetricsConfig TestStatsd::configFor(quint16 port, StatsdProtocol protocol)
{
    MetricsConfig config;
    config.statsdTarget = u"127.0.0.1"_s;
    config.statsdPort = port;
    config.statsdProtocol = protocol;
    return config;
}

void TestStatsd::linesAreGaugesAndDifferences()
{
    ServerFigures figures;
    figures.front.usersConnected = 3;
    figures.front.sessions = 1;
    figures.front.connectedParticipants = 4;
    figures.mainLag.mean = 0.0125;
    figures.hostedBefore = 10;
    figures.sessions.hosted = 5;
    figures.downloads.add(Ide::VsCode);
    const QList<QByteArray> expected {
        "codetogether.users.online:3|g\n",
        "codetogether.sessions.active:1|g\n",
        "codetogether.sessions.connections:4|g\n",
        "codetogether.server.lag_ms:12.500|g\n",
        "codetogether.sessions.hosted:3|c\n",
        "codetogether.clients.downloads:1|c\n"};
    QCOMPARE(statsdLines("codetogether.", figures, {2, 0}), expected);
    // What earlier runs counted, they have told.
    figures.downloads.byIde = {30, 20, 10};
    figures.downloadsBefore = 58;
    QVERIFY(statsdLines("x.", figures, {}).contains("x.clients.downloads:2|c\n"));
    QVERIFY(statsdLines("x.", figures, {}).contains("x.sessions.hosted:5|c\n"));
    // A count that went back would be a fault of ours, not a gift to StatsD.
    QVERIFY(statsdLines("x.", figures, {99, 0}).contains("x.sessions.hosted:0|c\n"));
}

void TestStatsd::datagramsStayWithinAFrame()
{
    QList<QByteArray> lines;
    for (int at = 0; at < 100; ++at)
        lines.append(QByteArray(49, 'x') + '\n');
    const QList<QByteArray> datagrams = statsdDatagrams(lines);
    QCOMPARE(datagrams.size(), 4);
    for (const QByteArray &datagram : datagrams)
        QVERIFY(datagram.size() <= 1432 && datagram.endsWith('\n'));
    QCOMPARE(datagrams.join(), lines.join());
    QCOMPARE(statsdDatagrams({}).size(), 0);
}

void TestStatsd::sendsOverUdp()
{
    QUdpSocket receiver;
    QVERIFY(receiver.bind(QHostAddress::LocalHost));
    StatsdSender sender(configFor(receiver.localPort(), StatsdProtocol::Udp), listener());
    sender.send({});
    QTRY_VERIFY(receiver.hasPendingDatagrams());
    const QByteArray datagram = receiver.receiveDatagram().data();
    QVERIFY2(datagram.contains("codetogether.users.online:0|g\n"), datagram.constData());
    QCOMPARE(sender.figures().sent, 1U);
}

void TestStatsd::tellsACounterAgainThatDidNotArrive()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    StatsdSender sender(configFor(port, StatsdProtocol::Tcp), listener());
    ServerFigures figures;
    figures.sessions.hosted = 7;
    sender.send(figures);
    QTRY_COMPARE(sender.figures().failed, 1U);
    QVERIFY(server.listen(QHostAddress::LocalHost, port));
    sender.send(figures);
    QTRY_VERIFY(server.hasPendingConnections());
    const std::unique_ptr<QTcpSocket> receiver(server.nextPendingConnection());
    QTRY_VERIFY(receiver->bytesAvailable() > 0);
    QVERIFY(receiver->readAll().contains("sessions.hosted:7|c\n"));
    sender.send(figures);
    QTRY_VERIFY(receiver->bytesAvailable() > 0);
    QVERIFY(receiver->readAll().contains("sessions.hosted:0|c\n"));
}

void TestStatsd::saysALossOnceAndTheReturnOnce()
{
    m_news.clear();
    QUdpSocket receiver;
    QVERIFY(receiver.bind(QHostAddress::LocalHost));
    const quint16 port = receiver.localPort();
    receiver.close();
    StatsdSender sender(configFor(port, StatsdProtocol::Udp), listener());
    for (quint64 round = 1; round <= 3; ++round) {
        sender.send({});
        QTRY_COMPARE(sender.figures().failed, round);
    }
    using News = StatsdSender::News;
    QCOMPARE(m_news, QList<News> {News::Bad});
    QVERIFY(receiver.bind(QHostAddress::LocalHost, port));
    for (int round = 1; round <= 3; ++round) {
        sender.send({});
        QTRY_VERIFY(receiver.hasPendingDatagrams());
        while (receiver.hasPendingDatagrams())
            (void)receiver.receiveDatagram();
    }
    const QList<News> expected {News::Bad, News::Good};
    QCOMPARE(m_news, expected);
}

QTEST_GUILESS_MAIN(TestStatsd)
#include "tst_statsd.moc"
