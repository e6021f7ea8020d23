// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/connectionlist.h"
#include "tests/console/edgeserver.h"
#include "tests/console/people.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::console::api;
using ct::test::EdgeServer;

/// Against the real server.
class TestEventStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tellsWhoComesAndGoes();
    void goesOnAfterARestart();
    void saysThatTheSignInHasEnded();
    void goesByTlsToo();

private:
    Connection &online(const QString &url);

    ct::SystemClock m_clock;
    std::unique_ptr<EdgeServer> m_edge;
    std::unique_ptr<ConnectionList> m_list;
};

void TestEventStream::initTestCase()
{
    m_edge = std::make_unique<EdgeServer>(EdgeServer::withAdministrator());
    QVERIFY(m_edge->isUp());
}

void TestEventStream::init()
{
    m_list = std::make_unique<ConnectionList>(m_clock);
}

Connection &TestEventStream::online(const QString &url)
{
    ServerProfile profile;
    profile.url = QUrl(url);
    Connection &connection = m_list->add(profile);
    connection.setSecret(Secret {m_edge->user(), m_edge->password()});
    connection.open();
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(
            connection.isOnline() || connection.state() == ConnectionState::CertificateDoubted,
            20'000);
        if (!connection.isOnline())
            connection.trustForGood(connection.certificate().sha256);
        QTRY_VERIFY_WITH_TIMEOUT(connection.isOnline(), 20'000);
    }();
    connection.live().watch(this);
    return connection;
}

void TestEventStream::tellsWhoComesAndGoes()
{
    Live &live = online(m_edge->httpUrl()).live();
    QTRY_VERIFY_WITH_TIMEOUT(live.isKnown(), 20'000);
    QVERIFY(live.sessions().empty());
    QVERIFY(live.overview());
    QVERIFY(live.health());
    ct::test::People people;
    QVERIFY2(people.start(m_edge->httpUrl(), 1, 1), people.output().constData());
    QTRY_COMPARE_WITH_TIMEOUT(live.sessions().size(), std::size_t(1), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(live.sessions().begin()->second.participants.size(), 2, 20'000);
}

void TestEventStream::goesOnAfterARestart()
{
    Connection &connection = online(m_edge->httpUrl());
    QTRY_VERIFY_WITH_TIMEOUT(connection.live().isKnown(), 20'000);
    QVERIFY(m_edge->restart());
    connection.wake();
    QTRY_VERIFY_WITH_TIMEOUT(connection.isOnline(), 30'000);
    const QSignalSpy figures(&connection.live(), &Live::overviewChanged);
    QTRY_VERIFY_WITH_TIMEOUT(!figures.isEmpty(), 30'000);
}

void TestEventStream::saysThatTheSignInHasEnded()
{
    Connection &connection = online(m_edge->httpUrl());
    QTRY_VERIFY_WITH_TIMEOUT(connection.live().isKnown(), 20'000);
    // Another program signs the same one out.
    connection.client().ask<Nothing>({"signOut"}, this, [](const auto &) {});
    const QSignalSpy states(&connection, &Connection::stateChanged);
    QTRY_VERIFY_WITH_TIMEOUT(!states.isEmpty(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(connection.isOnline(), 20'000);
}

void TestEventStream::goesByTlsToo()
{
    Connection &connection = online(m_edge->httpsUrl().toString());
    QTRY_VERIFY_WITH_TIMEOUT(connection.live().isKnown(), 20'000);
    QVERIFY(!connection.profile().trustedSha256.isEmpty());
}

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
