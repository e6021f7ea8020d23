// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/connectionlist.h"
#include "tests/console/cannedserver.h"
#include "tests/console/fakedelay.h"
#include "tests/console/selfsigned.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace ct::console::api;
using namespace std::chrono_literals;
using ct::test::CannedServer;

namespace {

const QByteArray versionPath = "/api/admin/v1/version";
const QByteArray healthPath = "/api/admin/v1/health";
const QByteArray sessionPath = "/api/admin/v1/session";
const auto version = R"({"product":"codetogether-edge","version":"0.1.0","api":"1"})";
const auto signedIn
    = R"({"user":"ctuser","csrfToken":"abc","idleSeconds":1800,"longestSeconds":43200})";

void answerWell(CannedServer &server)
{
    server.answer(versionPath, "200 OK", version);
    server.answer(healthPath, "200 OK", R"({"status":"ok","pid":1,"uptimeSeconds":1,"parts":[]})");
    server.answer(sessionPath, "201 Created", signedIn, "Set-Cookie: __Host-a=b; Path=/\r\n");
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signsInAndIsOnline();
    void usesAKeptSecretUnasked();
    void saysWhenTheSecretIsWrong();
    void namesWhatItDoesNotUnderstand_data();
    void namesWhatItDoesNotUnderstand();
    void triesAgainLaterAndLater();
    void comesBackAfterARestart();
    void wakesUpAtOnce();
    void signsInAgainWhenASessionHasEnded();
    void saysWhenNobodyIsThere();
    void asksWhenNobodyWasThere();
    void asksWhenATokenIsRevoked();
    void stopsAtAnUnknownCertificate();
    void trustsOnlyWhatWasLookedAt();
    void remembersACertificate();
    void closingEndsEverything();
    void removesOne();

private:
    Connection &open(const CannedServer &server, const QString &scheme = u"http"_s);
    Connection &online(CannedServer &server);
    /// So many minutes after somebody has done something.
    void pass(std::chrono::minutes time) { m_unused = time; }

    std::chrono::milliseconds m_unused {0};
    ct::test::FakeClock m_clock;
    ct::test::FakeDelays m_delays;
    std::unique_ptr<ConnectionList> m_list;
};

void TestConnection::init()
{
    m_unused = 0ms;
    m_list = std::make_unique<ConnectionList>(
        m_clock,
        m_delays.maker(),
        [] { return std::make_unique<QNetworkAccessManager>(); },
        [this] { return m_unused; });
}

void TestConnection::cleanup()
{
    m_list.reset();
}

Connection &TestConnection::open(const CannedServer &server, const QString &scheme)
{
    ServerProfile profile;
    profile.url = QUrl(scheme + u"://127.0.0.1:"_s + QString::number(server.port()) + u"/"_s);
    Connection &connection = m_list->add(profile);
    connection.open();
    return connection;
}

Connection &TestConnection::online(CannedServer &server)
{
    answerWell(server);
    Connection &connection = open(server);
    connection.setSecret(Secret {u"ctuser"_s, u"secret"_s});
    [&] {
        QTRY_COMPARE(connection.state(), ConnectionState::Online);
    }();
    return connection;
}

void TestConnection::signsInAndIsOnline()
{
    CannedServer server;
    answerWell(server);
    Connection &connection = open(server);
    QCOMPARE(connection.state(), ConnectionState::Connecting);
    QTRY_COMPARE(connection.state(), ConnectionState::SignInNeeded);
    QCOMPARE(connection.version().version, u"0.1.0"_s);
    const QSignalSpy accepted(&connection, &Connection::secretAccepted);
    connection.signIn({u"ctuser"_s, u"secret"_s});
    QCOMPARE(connection.state(), ConnectionState::SigningIn);
    QTRY_COMPARE(connection.state(), ConnectionState::Online);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(connection.profile().user, u"ctuser"_s);
}

void TestConnection::usesAKeptSecretUnasked()
{
    CannedServer server;
    online(server);
    QVERIFY(m_delays.waiting());
}

void TestConnection::saysWhenTheSecretIsWrong()
{
    CannedServer server;
    answerWell(server);
    server.answer(sessionPath, "401 No", "{}");
    Connection &connection = open(server);
    QTRY_COMPARE(connection.state(), ConnectionState::SignInNeeded);
    connection.signIn({u"ctuser"_s, u"wrong"_s});
    QTRY_COMPARE(connection.state(), ConnectionState::SignInNeeded);
    QCOMPARE(connection.failure().kind, FailureKind::SignInNeeded);
    QCOMPARE(connection.failure().status, 401);
}

void TestConnection::namesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("state");
    QTest::newRow("no such path") << "404 No"_ba
                                  << "Not found"_ba << int(ConnectionState::NoAdminApi);
    QTest::newRow("a page") << "200 OK"_ba
                            << "<html>"_ba << int(ConnectionState::NoAdminApi);
    QTest::newRow("another product") << "200 OK"_ba
                                     << R"({"product":"other","version":"0.1.0","api":"1"})"_ba
                                     << int(ConnectionState::NoAdminApi);
    QTest::newRow("newer") << "200 OK"_ba
                           << R"({"product":"codetogether-edge","version":"9.0","api":"2"})"_ba
                           << int(ConnectionState::ServerTooNew);
    QTest::newRow("older") << "200 OK"_ba
                           << R"({"product":"codetogether-edge","version":"0.0","api":"0"})"_ba
                           << int(ConnectionState::ServerTooOld);
    QTest::newRow("busy") << "503 No"_ba
                          << ""_ba << int(ConnectionState::Reconnecting);
}

void TestConnection::namesWhatItDoesNotUnderstand()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(int, state);
    CannedServer server;
    server.answer(versionPath, status, body);
    const Connection &connection = open(server);
    QTRY_COMPARE(int(connection.state()), state);
}

void TestConnection::triesAgainLaterAndLater()
{
    CannedServer server;
    const Connection &connection = open(server);
    server.close();
    QList<std::chrono::milliseconds> pauses;
    for (int i = 0; i < 7; ++i) {
        QTRY_VERIFY(m_delays.waiting());
        QCOMPARE(connection.state(), ConnectionState::Reconnecting);
        QVERIFY(connection.failure().isUnreachable());
        QCOMPARE(connection.nextTry(), m_clock.now() + *m_delays.waiting());
        pauses.append(*m_delays.waiting());
        m_delays.endLast();
    }
    const QList<std::chrono::milliseconds> expected {1s, 2s, 4s, 8s, 16s, 30s, 30s};
    QCOMPARE(pauses, expected);
}

void TestConnection::comesBackAfterARestart()
{
    CannedServer server;
    const Connection &connection = online(server);
    server.answerRaw(versionPath, "");
    m_delays.endLast();
    QTRY_COMPARE(connection.state(), ConnectionState::Reconnecting);
    server.answer(versionPath, "200 OK", version);
    // The server has forgotten its sign-ins.
    server.answerFirst(healthPath, "401 No", "{}");
    m_delays.endLast();
    QTRY_COMPARE(connection.state(), ConnectionState::Online);
}

void TestConnection::wakesUpAtOnce()
{
    CannedServer server;
    const Connection &connection = online(server);
    const int before = server.requests();
    m_list->wake();
    QTRY_COMPARE(server.requests(), before + 1);
    QCOMPARE(connection.state(), ConnectionState::Online);
}

void TestConnection::signsInAgainWhenASessionHasEnded()
{
    CannedServer server;
    Connection &connection = online(server);
    server.answerFirst(healthPath, "401 No", "{}");
    bool answered = false;
    connection.client().ask<ct::protocol::admin::HealthDetail>(
        {"getHealth"}, this, [&](const auto &outcome) { answered = outcome.has_value(); });
    QTRY_VERIFY(answered);
    QCOMPARE(connection.state(), ConnectionState::Online);
}

void TestConnection::saysWhenNobodyIsThere()
{
    CannedServer server;
    Connection &connection = online(server);
    const auto headOfNext = [&] {
        const int before = server.requests();
        connection.client().ask<Nothing>({"getHealth"}, this, [](const auto &) {});
        [&] {
            QTRY_COMPARE(server.requests(), before + 1);
        }();
        return server.lastHead().toLower();
    };
    QVERIFY(!headOfNext().contains("x-unattended"));
    pass(1min);
    QVERIFY(headOfNext().contains("x-unattended: 1"));
    pass(0min);
    QVERIFY(!headOfNext().contains("x-unattended"));
}

void TestConnection::asksWhenNobodyWasThere()
{
    CannedServer server;
    Connection &connection = online(server);
    pass(30min);
    server.answer(healthPath, "401 No", "{}");
    bool answered = false;
    connection.client().ask<Nothing>(
        {"getHealth"}, this, [&](const auto &outcome) { answered = outcome.has_value(); });
    QTRY_COMPARE(connection.state(), ConnectionState::SignInNeeded);
    QCOMPARE(connection.failure().kind, FailureKind::SignInUnused);
    // Not even by a look that was due before.
    connection.open();
    QTRY_COMPARE(connection.state(), ConnectionState::SignInNeeded);
    QVERIFY(!answered);
    pass(0min);
    answerWell(server);
    connection.signIn({u"ctuser"_s, u"secret"_s});
    QTRY_VERIFY(answered);
    QCOMPARE(connection.state(), ConnectionState::Online);
}

void TestConnection::asksWhenATokenIsRevoked()
{
    CannedServer server;
    answerWell(server);
    Connection &connection = open(server);
    QTRY_COMPARE(connection.state(), ConnectionState::SignInNeeded);
    connection.signIn({{}, {}, "token"});
    QTRY_COMPARE(connection.state(), ConnectionState::Online);
    server.answer(healthPath, "401 No", "{}");
    connection.client().ask<Nothing>({"getHealth"}, this, [](const auto &) {});
    QTRY_COMPARE(connection.state(), ConnectionState::SignInNeeded);
}

void TestConnection::stopsAtAnUnknownCertificate()
{
    CannedServer server(ct::test::selfSigned());
    answerWell(server);
    Connection &connection = open(server, u"https"_s);
    QTRY_COMPARE(connection.state(), ConnectionState::CertificateDoubted);
    QCOMPARE(connection.certificate().subject, u"localhost"_s);
    QVERIFY(!m_delays.waiting());
    connection.trustOnce(connection.certificate().sha256);
    QTRY_COMPARE(connection.state(), ConnectionState::SignInNeeded);
    QVERIFY(connection.profile().trustedSha256.isEmpty());
}

void TestConnection::trustsOnlyWhatWasLookedAt()
{
    auto server = std::make_unique<CannedServer>(ct::test::selfSigned());
    answerWell(*server);
    Connection &connection = open(*server, u"https"_s);
    QTRY_COMPARE(connection.state(), ConnectionState::CertificateDoubted);
    const QByteArray shown = connection.certificate().sha256;
    // While somebody reads, another server takes the place.
    const quint16 port = server->port();
    server->close();
    CannedServer other(ct::test::selfSigned(), port);
    answerWell(other);
    connection.open();
    QTRY_VERIFY(
        connection.state() == ConnectionState::CertificateDoubted
        && connection.certificate().sha256 != shown);
    connection.trustForGood(shown);
    QTRY_COMPARE(connection.state(), ConnectionState::CertificateChanged);
    QCOMPARE(connection.profile().trustedSha256, shown);
    QCOMPARE(other.requests(), 0);
}

void TestConnection::remembersACertificate()
{
    CannedServer server(ct::test::selfSigned());
    answerWell(server);
    Connection &connection = open(server, u"https"_s);
    QTRY_COMPARE(connection.state(), ConnectionState::CertificateDoubted);
    const QSignalSpy changes(&connection, &Connection::profileChanged);
    connection.trustForGood(connection.certificate().sha256);
    QTRY_COMPARE(connection.state(), ConnectionState::SignInNeeded);
    QCOMPARE(changes.size(), 1);

    // Another server at that address, later.
    CannedServer other(ct::test::selfSigned());
    ServerProfile profile = connection.profile();
    profile.url.setPort(other.port());
    Connection &next = m_list->add(profile);
    next.open();
    QTRY_COMPARE(next.state(), ConnectionState::CertificateChanged);
    QCOMPARE(next.certificate().remembered, profile.trustedSha256);
}

void TestConnection::closingEndsEverything()
{
    CannedServer server;
    Connection &connection = online(server);
    connection.close();
    QCOMPARE(connection.state(), ConnectionState::Offline);
    QVERIFY(!m_delays.waiting());
    QVERIFY(!connection.client().isSignedIn());
    connection.open();
    QTRY_COMPARE(connection.state(), ConnectionState::SignInNeeded);
}

void TestConnection::removesOne()
{
    CannedServer server;
    Connection &connection = online(server);
    QCOMPARE(m_list->find(connection.profile().url), &connection);
    QVERIFY(!connection.profile().id.isEmpty());
    m_list->remove(connection);
    QCOMPARE(m_list->size(), 0);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
