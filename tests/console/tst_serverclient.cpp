// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/serverclient.h"
#include "tests/console/cannedserver.h"
#include "tests/console/selfsigned.h"
#include "tests/support/fakeclock.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::console::api;
using ct::test::CannedServer;

namespace {

const auto health = R"({"status":"ok","version":"0.1.0","uptime":60})";
const auto meta = R"({"owner":"Team","version":"0.3.1","transports":["socket.io","websocket"]})";

QUrl addressOf(
    const CannedServer &server, const QString &scheme = u"http"_s, const QString &path = u"/"_s)
{
    return QUrl(scheme + u"://127.0.0.1:"_s + QString::number(server.port()) + path);
}

/// A client with ears for its three signals.
struct Listener {
    int heard() const { return static_cast<int>(states.size() + failures.size() + doubts.size()); }
    ServerState state() const { return states.constLast().constFirst().value<ServerState>(); }
    Failure failure() const { return failures.constLast().constFirst().value<Failure>(); }
    Certificate doubt() const { return doubts.constLast().constFirst().value<Certificate>(); }

    std::chrono::milliseconds patience = std::chrono::seconds(10);
    ct::test::FakeClock clock {};
    ServerClient client {clock, patience};
    QSignalSpy states {&client, &ServerClient::stateReceived};
    QSignalSpy failures {&client, &ServerClient::failed};
    QSignalSpy doubts {&client, &ServerClient::certificateDoubted};
};

} // namespace

class TestServerClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNameVersionAndHealth_data();
    void tellsNameVersionAndHealth();
    void knowsNoHealthOfOtherServers_data();
    void knowsNoHealthOfOtherServers();
    void failsWhenTheServerGoesInBetween();
    void keepsThePathPrefix();
    void namesTheFailure_data();
    void namesTheFailure();
    void namesARefusedConnection();
    void givesUpInTime();
    void doesNotTakeAnEndlessAnswer();
    void doesNotFollowRedirects();
    void staysSilentAfterCancel();
    void theLaterAskWins();
    void asksAboutASelfSignedCertificate();
    void goesOnWithATrustedCertificate();
    void trustDoesNotCoverAnotherCertificate();
};

void TestServerClient::tellsNameVersionAndHealth_data()
{
    using ct::protocol::HealthStatus;
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("health");
    QTest::newRow("ready") << "200 OK"_ba
                           << "ok"_ba << int(HealthStatus::Ok);
    QTest::newRow("starting") << "503 No"_ba
                              << "starting"_ba << int(HealthStatus::Starting);
    QTest::newRow("draining") << "503 No"_ba
                              << "draining"_ba << int(HealthStatus::Draining);
}

void TestServerClient::tellsNameVersionAndHealth()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, word);
    QFETCH(int, health);
    CannedServer server;
    server.answer("/api/meta", "200 OK", meta);
    server.answer(
        "/ct-health/ready",
        status,
        R"({"status":")" + word + R"(","version":"0.1.0","uptime":60})");
    Listener listener;
    listener.client.ask(addressOf(server));
    QTRY_COMPARE(listener.heard(), 1);
    QCOMPARE(listener.states.size(), 1);
    const ServerState state = listener.state();
    QCOMPARE(state.meta.owner, u"Team"_s);
    QCOMPARE(state.meta.version, u"0.3.1"_s);
    QCOMPARE(state.meta.transports, QStringList({u"socket.io"_s, u"websocket"_s}));
    QVERIFY(state.health);
    QCOMPARE(int(state.health->status), health);
    QCOMPARE(state.health->version, u"0.1.0"_s);
    QCOMPARE(state.askedAt.toSecsSinceEpoch(), ct::sinceEpoch(listener.clock.wallNow()).count());
}

void TestServerClient::knowsNoHealthOfOtherServers_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no such route") << "404 Not Found"_ba
                                   << "Cannot GET"_ba;
    QTest::newRow("a proxy's page") << "503 No"_ba
                                    << "<html>"_ba;
    QTest::newRow("other JSON") << "200 OK"_ba
                                << R"({"status":"UP"})"_ba;
}

void TestServerClient::knowsNoHealthOfOtherServers()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    CannedServer server;
    server.answer("/api/meta", "200 OK", meta);
    server.answer("/ct-health/ready", status, body);
    Listener listener;
    listener.client.ask(addressOf(server));
    QTRY_COMPARE(listener.states.size(), 1);
    QVERIFY(!listener.state().health);
}

void TestServerClient::failsWhenTheServerGoesInBetween()
{
    CannedServer server;
    server.answer("/api/meta", "200 OK", meta);
    server.answerRaw("/ct-health/ready", "");
    Listener listener;
    listener.client.ask(addressOf(server));
    QTRY_COMPARE(listener.heard(), 1);
    QCOMPARE(listener.failures.size(), 1);
    QCOMPARE(listener.failure().kind, FailureKind::Closed);
}

void TestServerClient::keepsThePathPrefix()
{
    CannedServer server;
    server.answer("/tools/oct/api/meta", "200 OK", meta);
    server.answer("/tools/oct/ct-health/ready", "200 OK", health);
    Listener listener;
    listener.client.ask(addressOf(server, u"http"_s, u"/tools/oct/"_s));
    QTRY_COMPARE(listener.states.size(), 1);
}

void TestServerClient::namesTheFailure_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &answer, FailureKind kind) {
        QTest::newRow(name) << answer << int(kind);
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    row("web page", ok + "<html></html>", FailureKind::NotOurServer);
    row("other JSON", ok + R"({"hello":1})", FailureKind::NotOurServer);
    row("JSON list", ok + "[]", FailureKind::NotOurServer);
    row("version is a number",
        ok + R"({"owner":"a","version":3,"transports":[]})",
        FailureKind::NotOurServer);
    row("not found",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        FailureKind::NotOurServer);
    row("broken", "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n", FailureKind::NotOurServer);
    row("rate limit", "HTTP/1.1 429 Slow\r\nContent-Length: 0\r\n\r\n", FailureKind::Busy);
    row("overload", "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", FailureKind::Busy);
    row("closed", "", FailureKind::Closed);
}

void TestServerClient::namesTheFailure()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, kind);
    CannedServer server;
    server.answerRaw("/api/meta", answer);
    Listener listener;
    listener.client.ask(addressOf(server));
    QTRY_COMPARE(listener.heard(), 1);
    QCOMPARE(listener.failures.size(), 1);
    QCOMPARE(int(listener.failure().kind), kind);
    QVERIFY(!listener.failure().detail.isEmpty());
}

void TestServerClient::namesARefusedConnection()
{
    CannedServer server;
    const QUrl address = addressOf(server);
    server.close();
    Listener listener;
    listener.client.ask(address);
    QTRY_COMPARE(listener.failures.size(), 1);
    QCOMPARE(listener.failure().kind, FailureKind::Refused);
}

void TestServerClient::givesUpInTime()
{
    const CannedServer server;
    Listener listener {std::chrono::milliseconds(50)};
    listener.client.ask(addressOf(server));
    QTRY_COMPARE(listener.failures.size(), 1);
    QCOMPARE(listener.failure().kind, FailureKind::TimedOut);
}

void TestServerClient::doesNotTakeAnEndlessAnswer()
{
    CannedServer server;
    server.answer("/api/meta", "200 OK", QByteArray(1'000'000, ' ') + meta);
    Listener listener;
    listener.client.ask(addressOf(server));
    QTRY_COMPARE(listener.heard(), 1);
    QCOMPARE(listener.failure().kind, FailureKind::NotOurServer);
}

void TestServerClient::doesNotFollowRedirects()
{
    CannedServer other;
    other.answer("/api/meta", "200 OK", meta);
    CannedServer server;
    server.answerRaw(
        "/api/meta",
        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
            + addressOf(other).resolved(QUrl(u"api/meta"_s)).toEncoded() + "\r\n\r\n");
    Listener listener;
    listener.client.ask(addressOf(server));
    QTRY_COMPARE(listener.failures.size(), 1);
    QCOMPARE(listener.failure().kind, FailureKind::NotOurServer);
    QCOMPARE(other.requests(), 0);
}

void TestServerClient::staysSilentAfterCancel()
{
    CannedServer server;
    Listener listener {std::chrono::milliseconds(100)};
    listener.client.ask(addressOf(server));
    QTRY_COMPARE(server.requests(), 1);
    listener.client.cancel();
    // A later ask is heard once, so the cancelled one was not.
    server.answer("/api/meta", "200 OK", meta);
    server.answer("/ct-health/ready", "200 OK", health);
    listener.client.ask(addressOf(server));
    QTRY_COMPARE(listener.states.size(), 1);
    QCOMPARE(listener.heard(), 1);
}

void TestServerClient::theLaterAskWins()
{
    CannedServer first;
    CannedServer second;
    for (CannedServer *server : {&first, &second})
        server->answer("/ct-health/ready", "200 OK", health);
    first.answer("/api/meta", "200 OK", R"({"owner":"first","version":"0.3.1","transports":[]})");
    second.answer("/api/meta", "200 OK", R"({"owner":"second","version":"0.3.1","transports":[]})");
    Listener listener;
    listener.client.ask(addressOf(first));
    listener.client.ask(addressOf(second));
    QTRY_COMPARE(listener.heard(), 1);
    QCOMPARE(listener.state().meta.owner, u"second"_s);
}

void TestServerClient::asksAboutASelfSignedCertificate()
{
    const QSslConfiguration tls = ct::test::selfSigned();
    QVERIFY(!tls.localCertificate().isNull());
    CannedServer server(tls);
    server.answer("/api/meta", "200 OK", meta);
    Listener listener;
    listener.client.ask(addressOf(server, u"https"_s));
    QTRY_COMPARE(listener.heard(), 1);
    QCOMPARE(listener.doubts.size(), 1);
    QCOMPARE(listener.doubt().sha256, tls.localCertificate().digest(QCryptographicHash::Sha256));
    QCOMPARE(listener.doubt().subject, u"localhost"_s);
    QCOMPARE(listener.doubt().host, u"127.0.0.1:%1"_s.arg(server.port()));
    QVERIFY(listener.doubt().expires > QDateTime::currentDateTime());
    QVERIFY(!listener.doubt().complaints.isEmpty());
    QCOMPARE(server.requests(), 0);
}

void TestServerClient::goesOnWithATrustedCertificate()
{
    CannedServer server(ct::test::selfSigned());
    server.answer("/api/meta", "200 OK", meta);
    server.answer("/ct-health/ready", "200 OK", health);
    Listener listener;
    listener.client.ask(addressOf(server, u"https"_s));
    QTRY_COMPARE(listener.doubts.size(), 1);
    listener.client.trust(listener.doubt());
    listener.client.ask(addressOf(server, u"https"_s));
    QTRY_COMPARE(listener.states.size(), 1);
    QCOMPARE(listener.heard(), 2);
}

void TestServerClient::trustDoesNotCoverAnotherCertificate()
{
    const CannedServer server(ct::test::selfSigned());
    Listener listener;
    listener.client.ask(addressOf(server, u"https"_s));
    QTRY_COMPARE(listener.doubts.size(), 1);
    Certificate other = listener.doubt();
    other.sha256[0] = static_cast<char>(other.sha256.at(0) ^ 1);
    listener.client.trust(other);
    listener.client.ask(addressOf(server, u"https"_s));
    QTRY_COMPARE(listener.doubts.size(), 2);
    QCOMPARE(server.requests(), 0);
}

QTEST_GUILESS_MAIN(TestServerClient)
#include "tst_serverclient.moc"
