// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/api.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server;
using namespace std::chrono_literals;

/// How long a sign-in lasts.
class TestAdminSignIns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsUnlessSomebodyUsesIt_data();
    void endsUnlessSomebodyUsesIt();
    void endsAfterItsLongestTimeHoweverItIsUsed();

private:
    int ask(const admin::Request &request)
    {
        int status = 0;
        m_api.handle(request, [&status](const admin::Answer &given) { status = given.status; });
        return status;
    }
    admin::Request signedIn()
    {
        admin::Request made;
        made.path = "/overview";
        made.isSecure = true;
        made.cookie = m_sessions.open(u"ada"_s);
        return made;
    }

    ct::test::FakeClock m_clock;
    ct::SystemRandom m_random;
    credentials::CredentialsConfig m_config;
    auth::AuthConfig m_throttle;
    credentials::Gate m_gate {m_config, m_throttle, m_clock, [](const auto &) {
                              }};
    credentials::PageSessions m_sessions {m_config, m_clock, m_random};
    credentials::ApiTokens m_tokens {m_clock};
    admin::Api m_api {m_gate, m_sessions, m_tokens, m_config, "operator"};
};

void TestAdminSignIns::initTestCase()
{
    for (const QByteArray &id : m_api.table().unbound())
        m_api.table().bind(id, [](const admin::Call &, const admin::Done &done) { done({299}); });
}

void TestAdminSignIns::endsUnlessSomebodyUsesIt_data()
{
    QTest::addColumn<bool>("isUnattended");
    QTest::addColumn<bool>("isUpgrade");
    QTest::addColumn<int>("afterAnHour");
    QTest::newRow("somebody looks") << false << false << 299;
    QTest::newRow("a program looks by itself") << true << false << 401;
    QTest::newRow("a program watches, again and again") << false << true << 401;
}

// A console that asks every few seconds would keep its sign-in alive for ever.
void TestAdminSignIns::endsUnlessSomebodyUsesIt()
{
    QFETCH(const bool, isUnattended);
    QFETCH(const bool, isUpgrade);
    QFETCH(const int, afterAnHour);
    const admin::Request last = signedIn();
    admin::Request look = last;
    look.isUnattended = isUnattended;
    look.isUpgrade = isUpgrade;
    for (int count = 0; count < 59; ++count) {
        m_clock.advance(30s);
        QCOMPARE(ask(look), 299);
    }
    m_clock.advance(29min);
    QCOMPARE(ask(last), afterAnHour);
}

void TestAdminSignIns::endsAfterItsLongestTimeHoweverItIsUsed()
{
    const admin::Request look = signedIn();
    for (int count = 0; count < 47; ++count) {
        m_clock.advance(15min);
        QCOMPARE(ask(look), 299);
    }
    m_clock.advance(15min);
    QCOMPARE(ask(look), 401);
}

QTEST_GUILESS_MAIN(TestAdminSignIns)
#include "tst_adminsignins.moc"
