// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/adminclient.h"
#include "shared/protocol/admin/status.h"
#include "shared/protocol/audit.h"
#include "tests/console/cannedserver.h"
#include "tests/console/selfsigned.h"
#include "tests/support/patience.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QSignalSpy>
#include <QSslCertificate>

using namespace Qt::StringLiterals;
using namespace ct::console::api;
using ct::protocol::admin::Version;
using ct::test::CannedServer;

namespace {

const QByteArray versionPath = "/api/admin/v1/version";
const QByteArray overviewPath = "/api/admin/v1/overview";
const QByteArray sessionPath = "/api/admin/v1/session";
const auto version = R"({"product":"codetogether-edge","version":"0.1.0","api":"1"})";
const auto overview = R"({"atMs":5,"metrics":[]})";
const auto signedIn
    = R"({"user":"ctuser","csrfToken":"abc","idleSeconds":1800,"longestSeconds":43200})";

QUrl addressOf(const CannedServer &server, const QString &scheme = u"http"_s)
{
    return QUrl(scheme + u"://127.0.0.1:"_s + QString::number(server.port()) + u"/"_s);
}

/// A client and what came of what it was asked.
template<typename T>
struct Asked {
    Call call;
    std::optional<Outcome<T>> outcome;

    FailureKind failure() const { return outcome->failure().kind; }
};

} // namespace

class TestAdminClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<CannedServer>(); }
    void readsAMessageAndItsTag();
    void namesTheFailure_data();
    void namesTheFailure();
    void tellsTheFaultsOfFields();
    void doesNotTakeAnEndlessAnswer();
    void anAnswerThatBreaksOffIsNone();
    void givesUpInTime();
    void staysSilentAfterCancel();
    void staysSilentWhenCancelledByWhoeverHears_data();
    void staysSilentWhenCancelledByWhoeverHears();
    void staysSilentWhenItsContextIsGone();
    void isOverOnceItHasAnswered();
    void encodesWhatGoesIntoAPath();
    void signsInAndSaysWhoAsks();
    void waitsForTheNextSignIn();
    void givesUpWaitingWhenTold();
    void failsAtOnceWhenItMayNotWait();
    void sendsNoSecretInTheClear();
    void fillsASink();
    void asksAboutASelfSignedCertificate();
    void trustsOnlyWhatItWasTold();
    void stopsWhenTheRememberedOneChanges();

private:
    template<typename T>
    void ask(AdminClient &client, const Request &request, Asked<T> &asked)
    {
        asked.call = client.ask<T>(
            request, &client, [&asked](const Outcome<T> &outcome) { asked.outcome = outcome; });
    }
    AdminClient &client() { return *m_client; }
    AdminClient &clientFor(const CannedServer &server, const QString &scheme = u"http"_s)
    {
        const QUrl url = addressOf(server, scheme);
        m_client = std::make_unique<AdminClient>(url, CertificateTrust(url, {}));
        return *m_client;
    }
    void signIn();

    std::unique_ptr<CannedServer> m_server;
    std::unique_ptr<AdminClient> m_client;
};

void TestAdminClient::signIn()
{
    m_server->answer(
        sessionPath, "201 Created", signedIn, "Set-Cookie: __Host-a=b; Path=/; Secure\r\n");
    bool done = false;
    client().signIn(u"ctuser"_s, u"secret"_s, this, [&](const auto &outcome) {
        QVERIFY(outcome);
        done = true;
    });
    QTRY_VERIFY(done);
}

void TestAdminClient::readsAMessageAndItsTag()
{
    m_server->answer(versionPath, "200 OK", version, "ETag: \"7\"\r\n");
    Asked<Version> asked;
    ask(clientFor(*m_server), {"getVersion"}, asked);
    QVERIFY(!asked.outcome);
    QTRY_VERIFY(asked.outcome);
    QVERIFY(*asked.outcome);
    QCOMPARE((*asked.outcome)->version, u"0.1.0"_s);
    QCOMPARE(asked.outcome->etag(), "\"7\"");
    QVERIFY(m_server->lastHead().startsWith("GET /api/admin/v1/version HTTP/1.1"));
}

void TestAdminClient::namesTheFailure_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *status, const char *body, FailureKind kind) {
        QTest::newRow(name) << QByteArray(status) << QByteArray(body) << int(kind);
    };
    row("no JSON", "200 OK", "<html>", FailureKind::NotOurServer);
    row("a field is missing", "200 OK", R"({"product":"a"})", FailureKind::NotOurServer);
    row("a field is of another type",
        "200 OK",
        R"({"product":1,"version":"","api":""})",
        FailureKind::NotOurServer);
    row("redirect", "302 Found", "", FailureKind::NotOurServer);
    row("forbidden", "403 No", "", FailureKind::Forbidden);
    row("not found", "404 No", "gone", FailureKind::NotFound);
    row("conflict", "409 No", "{}", FailureKind::Conflict);
    row("outdated", "412 No", "", FailureKind::Outdated);
    row("invalid", "422 No", "", FailureKind::Invalid);
    row("busy", "503 No", "", FailureKind::Busy);
    row("too many", "429 No", "", FailureKind::Busy);
    row("its own fault", "500 No", "", FailureKind::Other);
}

void TestAdminClient::namesTheFailure()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    m_server->answer(versionPath, status, body);
    Asked<Version> asked;
    ask(clientFor(*m_server), {"getVersion"}, asked);
    QTRY_VERIFY(asked.outcome);
    QVERIFY(!*asked.outcome);
    QCOMPARE(int(asked.failure()), kind);
    QVERIFY(!asked.outcome->failure().isUnreachable());
}

void TestAdminClient::tellsTheFaultsOfFields()
{
    m_server->answer(
        versionPath,
        "422 No",
        R"({"type":"t","title":"No","status":422,"detail":"Look at the fields",)"
        R"("errors":[{"field":"user","detail":"Too short"}]})");
    Asked<Version> asked;
    ask(clientFor(*m_server), {"getVersion"}, asked);
    QTRY_VERIFY(asked.outcome);
    const Failure &failure = asked.outcome->failure();
    QCOMPARE(failure.detail, u"Look at the fields"_s);
    QCOMPARE(failure.faultOf(u"user"_s), u"Too short"_s);
    QCOMPARE(failure.faultOf(u"password"_s), QString());
}

void TestAdminClient::doesNotTakeAnEndlessAnswer()
{
    m_server->answer(versionPath, "200 OK", QByteArray(2000, 'a'));
    Request request {"getVersion"};
    request.longestAnswer = 1000;
    Asked<Version> asked;
    ask(clientFor(*m_server), request, asked);
    QTRY_VERIFY(asked.outcome);
    QCOMPARE(asked.failure(), FailureKind::TooLong);
}

void TestAdminClient::anAnswerThatBreaksOffIsNone()
{
    m_server->answerRaw(
        versionPath, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + QByteArray(version));
    Asked<Version> asked;
    ask(clientFor(*m_server), {"getVersion"}, asked);
    QTRY_VERIFY(asked.outcome);
    QCOMPARE(asked.failure(), FailureKind::Closed);
    QVERIFY(asked.outcome->failure().isUnreachable());
}

void TestAdminClient::givesUpInTime()
{
    clientFor(*m_server).setPatience(std::chrono::milliseconds(50));
    const QSignalSpy lost(&client(), &AdminClient::unreachable);
    Asked<Version> asked;
    ask(client(), {"getVersion"}, asked);
    QTRY_VERIFY(asked.outcome);
    QCOMPARE(asked.failure(), FailureKind::TimedOut);
    QCOMPARE(lost.size(), 1);
}

void TestAdminClient::staysSilentAfterCancel()
{
    m_server->answer(versionPath, "200 OK", version);
    Asked<Version> cancelled;
    Asked<Version> next;
    ask(clientFor(*m_server), {"getVersion"}, cancelled);
    cancelled.call.cancel();
    QVERIFY(!cancelled.call.isRunning());
    ask(client(), {"getVersion"}, next);
    QTRY_VERIFY(next.outcome);
    QVERIFY(!cancelled.outcome);
}

void TestAdminClient::staysSilentWhenCancelledByWhoeverHears_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("that it is gone") << u"http"_s;
    QTest::newRow("that its certificate is doubted") << u"https"_s;
}

void TestAdminClient::staysSilentWhenCancelledByWhoeverHears()
{
    QFETCH(const QString, scheme);
    if (scheme == u"https"_s)
        m_server = std::make_unique<CannedServer>(ct::test::selfSigned());
    else
        m_server->answerRaw(overviewPath, "");
    clientFor(*m_server, scheme);
    Asked<Nothing> asked;
    bool heard = false;
    const auto cancel = [&] {
        asked.call.cancel();
        heard = true;
    };
    connect(&client(), &AdminClient::unreachable, this, cancel);
    connect(&client(), &AdminClient::certificateDoubted, this, cancel);
    ask(client(), {"getOverview"}, asked);
    QTRY_VERIFY(heard);
    QCoreApplication::processEvents();
    QVERIFY(!asked.outcome);
}

void TestAdminClient::staysSilentWhenItsContextIsGone()
{
    m_server->answer(versionPath, "200 OK", version);
    Asked<Version> next;
    bool called = false;
    {
        QObject context;
        clientFor(*m_server).ask<Version>(
            {"getVersion"}, &context, [&](const auto &) { called = true; });
    }
    ask(client(), {"getVersion"}, next);
    QTRY_VERIFY(next.outcome);
    QVERIFY(!called);
}

void TestAdminClient::isOverOnceItHasAnswered()
{
    m_server->answer(versionPath, "200 OK", version);
    bool wasRunning = true;
    bool done = false;
    Call call;
    call = clientFor(*m_server).ask<Version>({"getVersion"}, this, [&](const auto &) {
        wasRunning = call.isRunning();
        done = true;
    });
    QVERIFY(call.isRunning());
    QTRY_VERIFY(done);
    QVERIFY(!wasRunning);
}

void TestAdminClient::encodesWhatGoesIntoAPath()
{
    m_server->answer("/api/admin/v1/sessions/a%2Fb/participants/c%20d%3F", "204 No", "");
    Asked<Nothing> asked;
    ask(clientFor(*m_server), {"removeParticipant", {u"a/b"_s, u"c d?"_s}}, asked);
    QTRY_VERIFY(asked.outcome);
    QVERIFY(*asked.outcome);
    QVERIFY(m_server->lastHead().startsWith("DELETE "));
}

void TestAdminClient::signsInAndSaysWhoAsks()
{
    clientFor(*m_server);
    signIn();
    QVERIFY(m_server->lastHead().startsWith("POST "));
    QCOMPARE(m_server->lastBody(), R"({"password":"secret","user":"ctuser"})");
    m_server->answer(overviewPath, "200 OK", overview);
    Asked<ct::protocol::admin::Overview> asked;
    ask(client(), {"getOverview"}, asked);
    QTRY_VERIFY(asked.outcome);
    QVERIFY(m_server->lastHead().toLower().contains("cookie: __host-a=b"));
    QVERIFY(!m_server->lastHead().toLower().contains("x-csrf-token"));

    m_server->answer("/api/admin/v1/sessions/a", "204 No", "");
    Asked<Nothing> change;
    ask(client(), {"endSession", {u"a"_s}}, change);
    QTRY_VERIFY(change.outcome);
    QVERIFY(m_server->lastHead().toLower().contains("x-csrf-token: abc"));
}

void TestAdminClient::waitsForTheNextSignIn()
{
    m_server->answerFirst(overviewPath, "401 No", "{}");
    m_server->answer(overviewPath, "200 OK", overview);
    const QSignalSpy needed(&clientFor(*m_server), &AdminClient::signInNeeded);
    Asked<ct::protocol::admin::Overview> asked;
    ask(client(), {"getOverview"}, asked);
    QTRY_COMPARE(needed.size(), 1);
    QVERIFY(!asked.outcome);
    QVERIFY(asked.call.isRunning());
    signIn();
    QTRY_VERIFY(asked.outcome);
    QVERIFY(*asked.outcome);
}

void TestAdminClient::givesUpWaitingWhenTold()
{
    m_server->answer(overviewPath, "401 No", "{}");
    const QSignalSpy needed(&clientFor(*m_server), &AdminClient::signInNeeded);
    Asked<Nothing> asked;
    ask(client(), {"getOverview"}, asked);
    QTRY_COMPARE(needed.size(), 1);
    client().giveUpWaiting();
    QVERIFY(asked.outcome);
    QCOMPARE(asked.failure(), FailureKind::SignInNeeded);
}

void TestAdminClient::failsAtOnceWhenItMayNotWait()
{
    m_server->answer(overviewPath, "401 No", "{}");
    const QSignalSpy needed(&clientFor(*m_server), &AdminClient::signInNeeded);
    Request request {"getOverview"};
    request.waitsForSignIn = false;
    Asked<Nothing> asked;
    ask(client(), request, asked);
    QTRY_VERIFY(asked.outcome);
    QCOMPARE(asked.failure(), FailureKind::SignInNeeded);
    QCOMPARE(needed.size(), 0);
}

void TestAdminClient::sendsNoSecretInTheClear()
{
    const QUrl url(u"http://edge.example.org/"_s);
    AdminClient client(url, CertificateTrust(url, {}));
    client.useToken("secret");
    Asked<Nothing> asked;
    ask(client, {"getOverview"}, asked);
    std::optional<FailureKind> signInFailure;
    client.signIn(u"ctuser"_s, u"secret"_s, this, [&](const auto &outcome) {
        signInFailure = outcome.failure().kind;
    });
    QTRY_VERIFY(asked.outcome && signInFailure);
    QCOMPARE(asked.failure(), FailureKind::InTheClear);
    QCOMPARE(*signInFailure, FailureKind::InTheClear);
}

void TestAdminClient::fillsASink()
{
    const QByteArray log(100'000, 'x');
    m_server->answer("/api/admin/v1/logs/server.log/file", "200 OK", log);
    auto sink = std::make_shared<QBuffer>();
    sink->open(QIODevice::WriteOnly);
    Request request {"downloadLog", {u"server.log"_s}};
    request.sink = sink;
    request.longestAnswer = 10;
    qint64 progress = 0;
    request.progress = [&](qint64 done, qint64) {
        progress = done;
    };
    Asked<Nothing> asked;
    ask(clientFor(*m_server), request, asked);
    QTRY_VERIFY(asked.outcome);
    QVERIFY(*asked.outcome);
    QCOMPARE(sink->data().size(), log.size());
    QCOMPARE(progress, log.size());
}

void TestAdminClient::asksAboutASelfSignedCertificate()
{
    const QSslConfiguration tls = ct::test::selfSigned();
    CannedServer server(tls);
    server.answer(versionPath, "200 OK", version);
    const QSignalSpy doubts(&clientFor(server, u"https"_s), &AdminClient::certificateDoubted);
    Asked<Version> asked;
    ask(client(), {"getVersion"}, asked);
    QTRY_VERIFY(asked.outcome);
    QCOMPARE(asked.failure(), FailureKind::CertificateDoubted);
    QCOMPARE(doubts.size(), 1);
    const auto certificate = doubts.constFirst().constFirst().value<Certificate>();
    QCOMPARE(certificate.sha256, tls.localCertificate().digest(QCryptographicHash::Sha256));
    QCOMPARE(certificate.subject, u"localhost"_s);
    QCOMPARE(server.requests(), 0);
}

void TestAdminClient::trustsOnlyWhatItWasTold()
{
    const QSslConfiguration tls = ct::test::selfSigned();
    CannedServer server(tls);
    server.answer(versionPath, "200 OK", version);
    clientFor(server, u"https"_s).trustOnce(QByteArray(32, 'a'));
    Asked<Version> refused;
    ask(client(), {"getVersion"}, refused);
    QTRY_VERIFY(refused.outcome);
    QVERIFY(!*refused.outcome);
    client().trustOnce(tls.localCertificate().digest(QCryptographicHash::Sha256));
    Asked<Version> asked;
    ask(client(), {"getVersion"}, asked);
    QTRY_VERIFY(asked.outcome);
    QVERIFY(*asked.outcome);
}

void TestAdminClient::stopsWhenTheRememberedOneChanges()
{
    CannedServer server(ct::test::selfSigned());
    server.answer(versionPath, "200 OK", version);
    const QUrl url = addressOf(server, u"https"_s);
    AdminClient client(url, CertificateTrust(url, QByteArray(32, 'a')));
    const QSignalSpy doubts(&client, &AdminClient::certificateDoubted);
    Asked<Version> asked;
    ask(client, {"getVersion"}, asked);
    QTRY_VERIFY(asked.outcome);
    QCOMPARE(asked.failure(), FailureKind::CertificateDoubted);
    QCOMPARE(doubts.constFirst().constFirst().value<Certificate>().remembered, QByteArray(32, 'a'));
    QCOMPARE(server.requests(), 0);
}

QTEST_GUILESS_MAIN(TestAdminClient)
#include "tst_adminclient.moc"
