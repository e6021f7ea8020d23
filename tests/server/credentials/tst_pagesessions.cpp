// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/pagesessions.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::credentials;
using namespace std::chrono_literals;

class TestPageSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void knowsWhomItHasLetIn();
    void endsWhenNotUsed();
    void isNotUsedByALook();
    void endsAfterItsLongestTimeEvenWhenUsed();
    void endsWhenClosed();
    void forgetsTheOneUnusedForLongest();
    void formsBelongToTheirCookie();

private:
    CredentialsConfig m_config;
    ct::test::FakeClock m_clock;
    ct::SystemRandom m_random;
    std::unique_ptr<PageSessions> m_sessions;
};

void TestPageSessions::init()
{
    m_sessions = std::make_unique<PageSessions>(m_config, m_clock, m_random);
}

void TestPageSessions::knowsWhomItHasLetIn()
{
    const QByteArray id = m_sessions->open(u"admin"_s);
    QVERIFY(id.size() >= 22);
    QCOMPARE(m_sessions->visit(id).value_or(QString()), u"admin"_s);
    QVERIFY(!m_sessions->visit(id + 'x'));
    QVERIFY(!m_sessions->visit({}));
}

void TestPageSessions::endsWhenNotUsed()
{
    const QByteArray id = m_sessions->open(u"admin"_s);
    m_clock.advance(29min);
    QVERIFY(m_sessions->visit(id));
    m_clock.advance(29min);
    QVERIFY(m_sessions->visit(id));
    m_clock.advance(30min);
    QVERIFY(!m_sessions->visit(id));
}

void TestPageSessions::isNotUsedByALook()
{
    const QByteArray id = m_sessions->open(u"admin"_s);
    for (int count = 0; count < 2; ++count) {
        QCOMPARE(m_sessions->userOf(id).value_or(QString()), u"admin"_s);
        m_clock.advance(15min);
    }
    QVERIFY(!m_sessions->userOf(id));
    QVERIFY(!m_sessions->userOf(id + 'x'));
    QVERIFY(!m_sessions->userOf({}));
}

void TestPageSessions::endsAfterItsLongestTimeEvenWhenUsed()
{
    const QByteArray id = m_sessions->open(u"admin"_s);
    for (int count = 0; count < 47; ++count) {
        m_clock.advance(15min);
        QVERIFY(m_sessions->visit(id));
    }
    m_clock.advance(15min);
    QVERIFY(!m_sessions->visit(id));
}

void TestPageSessions::endsWhenClosed()
{
    const QByteArray one = m_sessions->open(u"admin"_s);
    const QByteArray other = m_sessions->open(u"admin"_s);
    m_sessions->close(one);
    QVERIFY(!m_sessions->visit(one));
    QVERIFY(m_sessions->visit(other));
    m_sessions->closeAll();
    QVERIFY(!m_sessions->visit(other));
}

void TestPageSessions::forgetsTheOneUnusedForLongest()
{
    const QByteArray first = m_sessions->open(u"admin"_s);
    for (int count = 0; count < PageSessions::most; ++count)
        m_sessions->open(u"admin"_s);
    QVERIFY(!m_sessions->visit(first));
}

void TestPageSessions::formsBelongToTheirCookie()
{
    const QByteArray token = m_sessions->formToken("cookie");
    QVERIFY(m_sessions->isFormToken("cookie", token));
    QVERIFY(!m_sessions->isFormToken("another", token));
    QVERIFY(!m_sessions->isFormToken("cookie", {}));
    QVERIFY(!m_sessions->isFormToken({}, m_sessions->formToken({})));
    const PageSessions stranger(m_config, m_clock, m_random);
    QVERIFY(!stranger.isFormToken("cookie", token));
}

QTEST_GUILESS_MAIN(TestPageSessions)
#include "tst_pagesessions.moc"
