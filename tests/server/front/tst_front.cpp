// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/front/frontbench.h"

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

auth::RoomClaims hostOf(const QByteArray &room)
{
    auth::RoomClaims claims;
    claims.room = room;
    claims.instance = "instance";
    claims.participant = "host";
    claims.user.id = u"ada"_s;
    claims.host = true;
    return claims;
}

} // namespace

class TestFront : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesNewRoomsAndJoinsOnceStopped();
    void keepsItsDoorsOpenUntilTheFarewell();

private:
    bool isRefused(const std::function<void(std::function<void(Status)>)> &ask)
    {
        std::optional<ErrorCode> refusal;
        ask([&refusal](const Status &status) {
            if (!status)
                refusal = status.error().code;
        });
        return refusal == ErrorCode::Unavailable;
    }
    bool letsIn(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected();
    }

    std::unique_ptr<test::FrontBench> m_bench;
};

void TestFront::init()
{
    m_bench = std::make_unique<test::FrontBench>();
}

void TestFront::refusesNewRoomsAndJoinsOnceStopped()
{
    const auto front = m_bench->make();
    QVERIFY(front->start());
    front->beginStop(u"the test is over"_s);
    front->stop();
    QVERIFY(isRefused([&](auto answer) { front->reserve(hostOf("room"), this, answer); }));
    QVERIFY(isRefused([&](auto started) {
        front->askToJoin("room", {}, this, started, [](const session::JoinDecision &) {});
    }));
}

void TestFront::keepsItsDoorsOpenUntilTheFarewell()
{
    const auto front = m_bench->make();
    QVERIFY(front->start());
    const quint16 port = front->ports().http;
    front->beginStop(u"the test is over"_s);
    QTRY_COMPARE(front->remaining(), 0);
    QVERIFY(letsIn(port));
    front->beginFarewell();
    QVERIFY(!letsIn(port));
    QTRY_COMPARE(front->remaining(), 0);
}

} // namespace ct::server::front

QTEST_GUILESS_MAIN(ct::server::front::TestFront)
#include "tst_front.moc"
