// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/backendpool.h"
#include "tests/support/fakeclock.h"

#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::server::front {

namespace {

/// An application that reads what it is asked and answers only when told to.
class SilentApplication final : public ApplicationDoor
{
public:
    void admit(int descriptor) override
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->setSocketDescriptor(descriptor);
        sockets.push_back(std::move(socket));
    }
    void delivered(const QByteArray &, bool) override { }

    void answer(std::size_t which)
    {
        sockets.at(which)->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        sockets.at(which)->flush();
    }

    std::vector<std::unique_ptr<QTcpSocket>> sockets;
};

} // namespace

class TestBackendPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOutTheAnswer();
    void usesAPairAgain();
    void givesUpWhatIsNeverAnswered();
    void waitsLongerWhereItIsTold();
    void workersShareTheLimits();
    void goesWithRequestsUnderWay();

private:
    static constexpr std::chrono::seconds longPoll {30};

    void ask(
        BackendPool &pool,
        std::vector<Result<http::Response>> &answers,
        std::chrono::seconds longer = {})
    {
        pool.send(
            net::AddressKey(QHostAddress(u"192.0.2.1"_s)),
            {.method = "GET", .target = "/x", .fields = {}, .body = {}},
            [&answers](Result<http::Response> answer) { answers.push_back(std::move(answer)); },
            longer);
    }

    SilentApplication m_application;
    test::FakeClock m_clock;
};

void TestBackendPool::handsOutTheAnswer()
{
    RequestQuota quota(8, 8);
    BackendPool pool(m_application, quota, m_clock, longPoll);
    std::vector<Result<http::Response>> answers;
    ask(pool, answers);
    m_application.answer(m_application.sockets.size() - 1);
    QTRY_COMPARE(answers.size(), 1U);
    QVERIFY(answers.front());
    QCOMPARE(answers.front()->body, QByteArray("ok"));
    QCOMPARE(quota.taken(), 0);
}

void TestBackendPool::usesAPairAgain()
{
    RequestQuota quota(8, 8);
    BackendPool pool(m_application, quota, m_clock, longPoll);
    std::vector<Result<http::Response>> answers;
    for (std::size_t turn = 1; turn <= 3; ++turn) {
        ask(pool, answers);
        m_application.answer(m_application.sockets.size() - 1);
        QTRY_COMPARE(answers.size(), turn);
    }
    QCOMPARE(pool.pairs(), 1U);
}

void TestBackendPool::givesUpWhatIsNeverAnswered()
{
    RequestQuota quota(8, 8);
    BackendPool pool(m_application, quota, m_clock, longPoll);
    std::vector<Result<http::Response>> answers;
    ask(pool, answers);
    m_clock.advance(longPoll + 29s);
    pool.tick();
    QVERIFY(answers.empty());
    m_clock.advance(1s);
    pool.tick();
    QCOMPARE(answers.size(), 1U);
    QVERIFY(!answers.front());
    QCOMPARE(answers.front().error().code, ErrorCode::Unavailable);
    // The late answer must not be taken for that of the next request.
    QCOMPARE(pool.pairs(), 0U);
    QCOMPARE(quota.taken(), 0);
}

void TestBackendPool::waitsLongerWhereItIsTold()
{
    RequestQuota quota(8, 8);
    BackendPool pool(m_application, quota, m_clock, longPoll);
    std::vector<Result<http::Response>> answers;
    ask(pool, answers, 120s);
    m_clock.advance(longPoll + 149s);
    pool.tick();
    QVERIFY(answers.empty());
    m_clock.advance(1s);
    pool.tick();
    QCOMPARE(answers.size(), 1U);
    QVERIFY(!answers.front());
}

void TestBackendPool::workersShareTheLimits()
{
    RequestQuota quota(8, 1);
    BackendPool one(m_application, quota, m_clock, longPoll);
    BackendPool other(m_application, quota, m_clock, longPoll);
    std::vector<Result<http::Response>> answers;
    ask(one, answers);
    ask(other, answers);
    QCOMPARE(answers.size(), 1U);
    QCOMPARE(answers.front().error().code, ErrorCode::TooMany);
}

void TestBackendPool::goesWithRequestsUnderWay()
{
    RequestQuota quota(8, 8);
    std::vector<Result<http::Response>> answers;
    {
        BackendPool pool(m_application, quota, m_clock, longPoll);
        ask(pool, answers);
        ask(pool, answers);
    }
    QVERIFY(answers.empty());
}

} // namespace ct::server::front

QTEST_GUILESS_MAIN(ct::server::front::TestBackendPool)
#include "tst_backendpool.moc"
