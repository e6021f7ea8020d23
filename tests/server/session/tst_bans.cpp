// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/session/sessionbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ct::server::session;
using ct::test::FakeLink;
using ct::test::SessionBench;

class TestBans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepWhomTheyNameOutOfTheirSession();
    void countForTheirTime();
    void countAnAddressWithItsNeighbours();
    void areBounded();
    void makeRoomOnceTheyAreOver();
    void endWithTheirSession();
    void takeOutWhomTheyNameButNoHost();
    void refuseAJoinAndASeat();

private:
    static Ban byAddress(const QByteArray &session, const QString &address)
    {
        Ban ban {u"id"_s, session, Ban::By::Address};
        ban.key = Ban::addressKey(address);
        return ban;
    }
};

void TestBans::keepWhomTheyNameOutOfTheirSession()
{
    const ct::server::auth::User ada {u"1"_s, u"Ada"_s, u"ada@example.org"_s, u"oidc"_s};
    const ct::server::auth::User bob {u"2"_s, u"Ada"_s, u"bob@example.org"_s, u"oidc"_s};
    BanList bans;
    QVERIFY(!bans.keepsOut("a", ada, {}, {}));
    Ban ban {u"id"_s, "a"};
    ban.key = Ban::accountKey(ada);
    const quint64 changes = bans.changes();
    QVERIFY(bans.add(ban));
    QVERIFY(bans.changes() != changes);
    QVERIFY(bans.keepsOut("a", ada, {}, {}));
    QVERIFY(!bans.keepsOut("b", ada, {}, {}));
    QVERIFY(!bans.keepsOut("a", bob, {}, {}));
    QVERIFY(bans.remove(u"id"_s));
    QVERIFY(!bans.remove(u"id"_s));
    QVERIFY(!bans.keepsOut("a", ada, {}, {}));
}

void TestBans::countForTheirTime()
{
    BanList bans;
    Ban ban = byAddress({}, u"192.0.2.1"_s);
    const ct::WallTime now(100s);
    ban.until = now;
    QVERIFY(bans.add(ban));
    QVERIFY(bans.keepsOut("any", {}, u"192.0.2.1"_s, now - 1s));
    QVERIFY(!bans.keepsOut("any", {}, u"192.0.2.2"_s, now - 1s));
    QVERIFY(!bans.keepsOut("any", {}, u"192.0.2.1"_s, now));
    QCOMPARE(bans.all(now - 1s).size(), 1);
    QVERIFY(bans.all(now).isEmpty());
}

void TestBans::countAnAddressWithItsNeighbours()
{
    BanList bans;
    QVERIFY(bans.add(byAddress({}, u"2001:db8:0:1::7"_s)));
    QVERIFY(bans.keepsOut("any", {}, u"2001:db8:0:1:ffff::1"_s, {}));
    QVERIFY(!bans.keepsOut("any", {}, u"2001:db8:0:2::7"_s, {}));
}

void TestBans::makeRoomOnceTheyAreOver()
{
    BanList bans;
    Ban ban = byAddress({}, u"192.0.2.1"_s);
    ban.until = ct::WallTime(100s);
    for (qsizetype some = 0; some < BanList::most; ++some)
        QVERIFY(bans.add(ban));
    ban.created = ct::WallTime(99s);
    QVERIFY(!bans.add(ban));
    ban.created = ct::WallTime(100s);
    ban.until = ct::WallTime(200s);
    QVERIFY(bans.add(ban));
    QCOMPARE(bans.all(ban.created).size(), 1);
}

void TestBans::areBounded()
{
    BanList bans;
    for (qsizetype some = 0; some < BanList::most; ++some)
        QVERIFY(bans.add(byAddress("a", u"192.0.2.1"_s)));
    QVERIFY(!bans.add(byAddress("a", u"192.0.2.1"_s)));
}

void TestBans::endWithTheirSession()
{
    SessionBench bench;
    FakeLink host;
    bench.open(host);
    QVERIFY(bench.bans.add(byAddress("ROOM", u"192.0.2.99"_s)));
    QVERIFY(bench.bans.add(byAddress("OTHER", u"192.0.2.99"_s)));
    QVERIFY(bench.directory->end("ROOM", u"over"_s));
    bench.directory->tick();
    const QList<Ban> left = bench.bans.all(bench.clock.wallNow());
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.constFirst().session, QByteArray("OTHER"));
}

void TestBans::takeOutWhomTheyNameButNoHost()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    bench.admit(host, guest);
    QVERIFY(bench.bans.add(byAddress("ROOM", u"192.0.2.1"_s)));
    bench.directory->enforceBans(u"banned"_s);
    QCOMPARE(guest.finished, QByteArray("banned"));
    QCOMPARE(host.finished, QByteArray());
}

void TestBans::refuseAJoinAndASeat()
{
    SessionBench bench;
    FakeLink host;
    FakeLink guest;
    bench.open(host);
    const auto claims = bench.admit(host, guest);
    QVERIFY(bench.bans.add(byAddress("ROOM", u"192.0.2.1"_s)));
    FakeLink again;
    const auto seated = bench.connect(claims, again);
    QVERIFY(!seated);
    QCOMPARE(seated.error().code, ct::ErrorCode::Forbidden);
    JoinRequest request;
    request.address = u"192.0.2.1"_s;
    const ct::Status asked = bench.directory->askToJoin("ROOM", request, [](const auto &) {});
    QVERIFY(!asked);
    QCOMPARE(asked.error().code, ct::ErrorCode::Forbidden);
    request.address = u"192.0.2.2"_s;
    QVERIFY(bench.directory->askToJoin("ROOM", request, [](const auto &) {}));
}

QTEST_GUILESS_MAIN(TestBans)
#include "tst_bans.moc"
