// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/requestquota.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

net::AddressKey client(const QString &address)
{
    return net::AddressKey(QHostAddress(address));
}

} // namespace

class TestRequestQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsEachAddress();
    void limitsAllTogether();
    void whatIsGivenBackCanBeTakenAgain();
    void newLimitsCountFromTheNextRequest();
};

void TestRequestQuota::limitsEachAddress()
{
    RequestQuota quota(10, 2);
    QVERIFY(quota.take(client(u"192.0.2.1"_s)));
    QVERIFY(quota.take(client(u"192.0.2.1"_s)));
    const Status refused = quota.take(client(u"192.0.2.1"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TooMany);
    QVERIFY(quota.take(client(u"192.0.2.2"_s)));
}

void TestRequestQuota::limitsAllTogether()
{
    RequestQuota quota(2, 2);
    QVERIFY(quota.take(client(u"192.0.2.1"_s)));
    QVERIFY(quota.take(client(u"192.0.2.2"_s)));
    const Status refused = quota.take(client(u"192.0.2.3"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QCOMPARE(quota.taken(), 2);
}

void TestRequestQuota::whatIsGivenBackCanBeTakenAgain()
{
    RequestQuota quota(1, 1);
    for (int turn = 0; turn < 3; ++turn) {
        QVERIFY(quota.take(client(u"192.0.2.1"_s)));
        QVERIFY(!quota.take(client(u"192.0.2.1"_s)));
        quota.giveBack(client(u"192.0.2.1"_s));
    }
    QCOMPARE(quota.taken(), 0);
}

void TestRequestQuota::newLimitsCountFromTheNextRequest()
{
    RequestQuota quota(1, 1);
    QVERIFY(quota.take(client(u"192.0.2.1"_s)));
    quota.setLimits(2, 2);
    QVERIFY(quota.take(client(u"192.0.2.1"_s)));
    quota.setLimits(1, 1);
    QVERIFY(!quota.take(client(u"192.0.2.2"_s)));
    QCOMPARE(quota.taken(), 2);
}

} // namespace ct::server::front

QTEST_GUILESS_MAIN(ct::server::front::TestRequestQuota)
#include "tst_requestquota.moc"
