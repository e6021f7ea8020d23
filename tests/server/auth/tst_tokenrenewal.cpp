// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/tokenservice.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

constexpr qint64 day = 86'400;

User ada()
{
    return {u"id-1"_s, u"Ada"_s, u"ada@example.org"_s, u"Unverified"_s};
}

} // namespace

class TestTokenRenewal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void d12ALoginIsRenewed();
    void d12ARenewedLoginEndsOnceAtLast();
    void d12ALogoutEndsARenewedLogin();

private:
    test::FakeClock m_clock;
    test::CountingRandom m_random;
    TokenService m_tokens {
        {{"key", "a secret of well over thirty-two bytes, for tests"}},
        TokenLifetimes(),
        m_clock,
        m_random};
};

void TestTokenRenewal::d12ALoginIsRenewed()
{
    const LoginClaims first = *m_tokens.verifyLogin(m_tokens.issueLogin(ada()));
    m_clock.advance(std::chrono::hours(20));
    const Result<QByteArray> renewed = m_tokens.renewLogin(first);
    QVERIFY(renewed);
    m_clock.advance(std::chrono::hours(20));
    const Result<LoginClaims> claims = m_tokens.verifyLogin(*renewed);
    QVERIFY(claims);
    QCOMPARE(claims->user.id, ada().id);
    QCOMPARE(claims->user.name, ada().name);
    QCOMPARE(claims->since, first.since);
    QCOMPARE(claims->expires, first.expires + day * 20 / 24);
}

void TestTokenRenewal::d12ARenewedLoginEndsOnceAtLast()
{
    LoginClaims claims = *m_tokens.verifyLogin(m_tokens.issueLogin(ada()));
    const qint64 last = claims.since + 30 * day;
    for (int hour = 0; hour < 28 * 24 + 12; hour += 12) {
        m_clock.advance(std::chrono::hours(12));
        const Result<QByteArray> renewed = m_tokens.renewLogin(claims);
        QVERIFY(renewed);
        claims = *m_tokens.verifyLogin(*renewed);
        QVERIFY(claims.expires <= last);
    }
    m_clock.advance(std::chrono::hours(20));
    const Result<QByteArray> shorter = m_tokens.renewLogin(claims);
    QVERIFY(shorter);
    claims = *m_tokens.verifyLogin(*shorter);
    QCOMPARE(claims.expires, last);
    QCOMPARE(m_tokens.renewLogin(claims).error().code, ErrorCode::Unauthorized);
}

void TestTokenRenewal::d12ALogoutEndsARenewedLogin()
{
    const QByteArray login = m_tokens.issueLogin(ada());
    m_clock.advance(std::chrono::hours(1));
    const QByteArray renewed = *m_tokens.renewLogin(*m_tokens.verifyLogin(login));
    m_tokens.revoke({m_tokens.verifyLogin(renewed)->tokenId, ada().id});
    QVERIFY(!m_tokens.verifyLogin(renewed));
    QVERIFY(!m_tokens.verifyLogin(login));
}

} // namespace ct::server::auth

QTEST_GUILESS_MAIN(ct::server::auth::TestTokenRenewal)
#include "tst_tokenrenewal.moc"
