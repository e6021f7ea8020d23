// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/clientaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::net;

namespace {

QList<Subnet> proxies()
{
    return {
        QHostAddress::parseSubnet(u"127.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"10.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"2001:db8:ff::/48"_s)};
}

} // namespace

class TestClientAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheClient_data();
    void findsTheClient();
    void severalHeaderLinesAreOneList();
    void aVeryLongChainEnds();
    void takesRealIpOnlyAlone_data();
    void takesRealIpOnlyAlone();
    void tellsTheScheme_data();
    void tellsTheScheme();
};

void TestClientAddress::findsTheClient_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("forwardedFor");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name,
                        const QString &peer,
                        const QByteArray &header,
                        const QString &expected) {
        QTest::newRow(name) << peer << header << expected;
    };
    const QString proxy = u"10.0.0.1"_s;
    row("stranger's word", u"203.0.113.9"_s, "1.2.3.4"_ba, u"203.0.113.9"_s);
    row("mapped stranger", u"::ffff:203.0.113.9"_s, "1.2.3.4"_ba, u"203.0.113.9"_s);
    row("one", proxy, "1.2.3.4"_ba, u"1.2.3.4"_s);
    row("mapped proxy", u"::ffff:10.0.0.1"_s, "1.2.3.4"_ba, u"1.2.3.4"_s);
    row("the client's own claim", proxy, "8.8.8.8, 1.2.3.4"_ba, u"1.2.3.4"_s);
    row("a claim of trust", proxy, "127.0.0.1, 1.2.3.4"_ba, u"1.2.3.4"_s);
    row("through two", proxy, "8.8.8.8, 1.2.3.4, 10.0.0.2"_ba, u"1.2.3.4"_s);
    row("all trusted", proxy, "10.0.0.3,10.0.0.2"_ba, u"10.0.0.3"_s);
    row("six", proxy, "2001:db8::1"_ba, u"2001:db8::1"_s);
    row("six, brackets", proxy, "[2001:db8::1]"_ba, u"2001:db8::1"_s);
    row("six, port", proxy, "[2001:db8::1]:4711"_ba, u"2001:db8::1"_s);
    row("four, port", proxy, "1.2.3.4:4711"_ba, u"1.2.3.4"_s);
    row("through six", proxy, "1.2.3.4, 2001:db8:ff::1"_ba, u"1.2.3.4"_s);
    row("mapped", proxy, "::ffff:1.2.3.4"_ba, u"1.2.3.4"_s);
    row("blanks", proxy, " \t 1.2.3.4 \t"_ba, u"1.2.3.4"_s);
    row("empty", proxy, ""_ba, proxy);
    row("garbage", proxy, "1.2.3.4, unknown"_ba, proxy);
    row("garbage behind a proxy", proxy, "1.2.3.4, _x, 10.0.0.2"_ba, u"10.0.0.2"_s);
    row("garbage before the client", proxy, "\xff\xff, 1.2.3.4"_ba, u"1.2.3.4"_s);
    row("empty entry", proxy, "1.2.3.4,,10.0.0.2"_ba, u"10.0.0.2"_s);
    row("a number", proxy, "1"_ba, proxy);
    row("short form", proxy, "127.1"_ba, proxy);
    row("hex", proxy, "0x7f.0.0.1"_ba, proxy);
    row("octal", proxy, "010.0.0.1"_ba, proxy);
    row("bad port", proxy, "1.2.3.4:99999"_ba, proxy);
    row("no port", proxy, "1.2.3.4:"_ba, proxy);
    row("open bracket", proxy, "[2001:db8::1"_ba, proxy);
    row("after the bracket", proxy, "[2001:db8::1]x"_ba, proxy);
    row("empty brackets", proxy, "[]"_ba, proxy);
    row("scope", proxy, "fe80::1%eth0"_ba, proxy);
    row("zero byte", proxy, QByteArray("1.2.3.4\0x", 9), proxy);
    row("long", proxy, QByteArray(10'000, '1'), proxy);
}

void TestClientAddress::findsTheClient()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, forwardedFor);
    QFETCH(QString, expected);
    const ForwardedHeaders headers {{forwardedFor}, {}, {}};
    QCOMPARE(realClient(QHostAddress(peer), headers, proxies()), QHostAddress(expected));
}

void TestClientAddress::severalHeaderLinesAreOneList()
{
    const ForwardedHeaders headers {{"8.8.8.8"_ba, "1.2.3.4, 10.0.0.3"_ba, "10.0.0.2"_ba}, {}, {}};
    QCOMPARE(
        realClient(QHostAddress(u"10.0.0.1"_s), headers, proxies()), QHostAddress(u"1.2.3.4"_s));
}

void TestClientAddress::aVeryLongChainEnds()
{
    QByteArray chain = "1.2.3.4"_ba;
    for (int hop = 0; hop < 1000; ++hop)
        chain += ",10.0.0.2";
    const ForwardedHeaders headers {{chain}, {}, {}};
    QCOMPARE(
        realClient(QHostAddress(u"10.0.0.1"_s), headers, proxies()), QHostAddress(u"10.0.0.2"_s));
}

void TestClientAddress::takesRealIpOnlyAlone_data()
{
    QTest::addColumn<QList<QByteArray>>("forwardedFor");
    QTest::addColumn<QByteArray>("realIp");
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("expected");
    const QList<QByteArray> none;
    const QString proxy = u"10.0.0.1"_s;
    QTest::newRow("alone") << none << "1.2.3.4"_ba << proxy << u"1.2.3.4"_s;
    QTest::newRow("both") << QList {"5.6.7.8"_ba} << "1.2.3.4"_ba << proxy << u"5.6.7.8"_s;
    QTest::newRow("garbage first") << QList {"?"_ba} << "1.2.3.4"_ba << proxy << proxy;
    QTest::newRow("garbage") << none << "?"_ba << proxy << proxy;
    QTest::newRow("stranger") << none << "1.2.3.4"_ba << u"8.8.8.8"_s << u"8.8.8.8"_s;
}

void TestClientAddress::takesRealIpOnlyAlone()
{
    QFETCH(QList<QByteArray>, forwardedFor);
    QFETCH(QByteArray, realIp);
    QFETCH(QString, peer);
    QFETCH(QString, expected);
    const ForwardedHeaders headers {forwardedFor, realIp, {}};
    QCOMPARE(realClient(QHostAddress(peer), headers, proxies()), QHostAddress(expected));
}

void TestClientAddress::tellsTheScheme_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QList<QByteArray>>("proto");
    QTest::addColumn<bool>("isOwnHttps");
    QTest::addColumn<bool>("expected");
    const QString proxy = u"::ffff:127.0.0.1"_s;
    const QString stranger = u"8.8.8.8"_s;
    const QList<QByteArray> none;
    QTest::newRow("nothing said") << proxy << none << false << false;
    QTest::newRow("nothing said, tls") << proxy << none << true << true;
    QTest::newRow("https") << proxy << QList {"https"_ba} << false << true;
    QTest::newRow("http over tls") << proxy << QList {"http"_ba} << true << false;
    QTest::newRow("capitals") << proxy << QList {" HTTPS "_ba} << false << true;
    QTest::newRow("websocket") << proxy << QList {"wss"_ba} << false << true;
    QTest::newRow("the last counts") << proxy << QList {"https, http"_ba} << false << false;
    QTest::newRow("of the last line") << proxy << QList {"http"_ba, "https"_ba} << false << true;
    QTest::newRow("garbage") << proxy << QList {"gopher"_ba} << true << true;
    QTest::newRow("stranger") << stranger << QList {"https"_ba} << false << false;
}

void TestClientAddress::tellsTheScheme()
{
    QFETCH(QString, peer);
    QFETCH(QList<QByteArray>, proto);
    QFETCH(bool, isOwnHttps);
    QFETCH(bool, expected);
    const ForwardedHeaders headers {{}, {}, proto};
    const Scheme own = isOwnHttps ? Scheme::Https : Scheme::Http;
    const Scheme scheme = forwardedScheme(QHostAddress(peer), headers, proxies(), own);
    QCOMPARE(scheme == Scheme::Https, expected);
}

QTEST_GUILESS_MAIN(TestClientAddress)
#include "tst_clientaddress.moc"
