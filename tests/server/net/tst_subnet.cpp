// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/subnet.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::net;

class TestSubnet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAddresses_data();
    void findsAddresses();
    void anEmptyListHoldsNobody();
    void oneClientIsOneKey_data();
    void oneClientIsOneKey();
};

void TestSubnet::findsAddresses_data()
{
    QTest::addColumn<QString>("subnet");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("expected");
    QTest::newRow("inside") << u"10.0.0.0/8"_s << u"10.255.0.1"_s << true;
    QTest::newRow("outside") << u"10.0.0.0/8"_s << u"11.0.0.1"_s << false;
    QTest::newRow("one address") << u"192.0.2.1"_s << u"192.0.2.1"_s << true;
    QTest::newRow("its neighbour") << u"192.0.2.1"_s << u"192.0.2.2"_s << false;
    QTest::newRow("everybody") << u"0.0.0.0/0"_s << u"203.0.113.9"_s << true;
    QTest::newRow("mapped address") << u"10.0.0.0/8"_s << u"::ffff:10.1.2.3"_s << true;
    QTest::newRow("mapped subnet") << u"::ffff:10.0.0.0/104"_s << u"10.1.2.3"_s << true;
    QTest::newRow("both mapped") << u"::ffff:10.0.0.0/104"_s << u"::ffff:10.1.2.3"_s << true;
    QTest::newRow("mapped, outside") << u"10.0.0.0/8"_s << u"::ffff:11.1.2.3"_s << false;
    QTest::newRow("compatible is not mapped") << u"10.0.0.0/8"_s << u"::10.1.2.3"_s << false;
    QTest::newRow("six") << u"2001:db8::/32"_s << u"2001:db8:1::1"_s << true;
    QTest::newRow("six, outside") << u"2001:db8::/32"_s << u"2001:db9::1"_s << false;
    QTest::newRow("all of six is not four") << u"::/0"_s << u"10.0.0.1"_s << false;
    QTest::newRow("scope") << u"fe80::/10"_s << u"fe80::1%1"_s << true;
    QTest::newRow("loopback") << u"::1"_s << u"::1"_s << true;
    QTest::newRow("no address") << u"0.0.0.0/0"_s << u""_s << false;
}

void TestSubnet::findsAddresses()
{
    QFETCH(QString, subnet);
    QFETCH(QString, address);
    QFETCH(bool, expected);
    const QList<Subnet> subnets {
        QHostAddress::parseSubnet(u"198.51.100.0/24"_s), QHostAddress::parseSubnet(subnet)};
    QCOMPARE(isIn(QHostAddress(address), subnets), expected);
}

void TestSubnet::anEmptyListHoldsNobody()
{
    QVERIFY(!isIn(QHostAddress(QHostAddress::LocalHost), {}));
}

void TestSubnet::oneClientIsOneKey_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("expected");
    QTest::newRow("same") << u"192.0.2.1"_s << u"192.0.2.1"_s << true;
    QTest::newRow("other") << u"192.0.2.1"_s << u"192.0.2.2"_s << false;
    QTest::newRow("mapped") << u"192.0.2.1"_s << u"::ffff:192.0.2.1"_s << true;
    QTest::newRow("same /64") << u"2001:db8::1"_s << u"2001:db8::ffff:1"_s << true;
    QTest::newRow("other /64") << u"2001:db8:0:1::1"_s << u"2001:db8:0:2::1"_s << false;
    QTest::newRow("four is not six") << u"0.0.0.1"_s << u"0:0:0:1::"_s << false;
    QTest::newRow("nobody is not zero") << u""_s << u"0.0.0.0"_s << false;
}

void TestSubnet::oneClientIsOneKey()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(bool, expected);
    const AddressKey one {QHostAddress(left)};
    const AddressKey other {QHostAddress(right)};
    QCOMPARE(one == other, expected);
    QCOMPARE(AddressKeyHash()(one) == AddressKeyHash()(other), expected);
}

QTEST_GUILESS_MAIN(TestSubnet)
#include "tst_subnet.moc"
