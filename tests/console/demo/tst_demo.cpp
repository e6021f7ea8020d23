// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/connectionlist.h"
#include "console/demo/demonetwork.h"
#include "shared/protocol/admin/bans.h"
#include "shared/protocol/admin/certificate.h"
#include "shared/protocol/admin/credentials.h"
#include "shared/protocol/admin/integrations.h"
#include "shared/protocol/admin/licence.h"
#include "shared/protocol/admin/live.h"
#include "shared/protocol/admin/lockouts.h"
#include "shared/protocol/admin/logs.h"
#include "shared/protocol/admin/packages.h"
#include "shared/protocol/admin/settings.h"
#include "shared/protocol/admin/tokens.h"
#include "shared/protocol/audit.h"
#include "shared/protocol/control.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"

#include <QBuffer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace ct::console;
using namespace ct::console::demo;
namespace wire = ct::protocol::admin;

/// The demo as the console meets it: by an ordinary connection.
class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void letsAnybodyIn();
    void answersEveryPageWithAMessageOfItsKind();
    void sessionsComeAndGo();
    void neverLosesASessionsHost();
    void pagesThroughAllSessions();
    void doesWhatItIsTold();
    void refusesAnOutdatedChange();
    void keepsPeopleOutAndLetsThemInAgain();
    void takesPackagesAndRemovesThem();
    void tellsWhatHappensWithoutAWebSocket();
    void leavesNothingOut();

private:
    template<typename T>
    api::Outcome<T> ask(const api::Request &request);
    /// The answer is one of that kind.
    template<typename T>
    bool tells(QByteArrayView operation, const QUrlQuery &query = {});
    static api::Request changeOf(
        QByteArrayView operation,
        const QStringList &values,
        const QJsonObject &body,
        const QByteArray &tag);

    ct::test::FakeClock m_clock;
    ct::SystemRandom m_random;
    std::unique_ptr<DemoWorld> m_world;
    std::unique_ptr<api::ConnectionList> m_list;
    api::Connection *m_connection = nullptr;
};

void TestDemo::init()
{
    m_list.reset();
    m_world = std::make_unique<DemoWorld>(m_clock, m_random);
    m_list = std::make_unique<api::ConnectionList>(
        m_clock,
        [] { return std::make_unique<api::TimerDelay>(); },
        [this] { return std::make_unique<DemoNetwork>(*m_world); });
    m_connection
        = &m_list->add({u"demo"_s, u"Demo"_s, QUrl(u"https://demo.invalid/"_s), u"demo"_s});
    m_connection->setSecret(api::Secret {u"demo"_s, u"demo"_s});
    m_connection->open();
    QTRY_VERIFY(m_connection->isOnline());
}

template<typename T>
api::Outcome<T> TestDemo::ask(const api::Request &request)
{
    std::optional<api::Outcome<T>> answer;
    m_connection->client().ask<T>(
        request, this, [&answer](const api::Outcome<T> &given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000))
        return api::Failure {api::FailureKind::TimedOut, {}};
    return *answer;
}

template<typename T>
bool TestDemo::tells(QByteArrayView operation, const QUrlQuery &query)
{
    const auto answer = ask<T>({operation, {}, query});
    if (!answer)
        qWarning("%s: %s", operation.data(), qPrintable(answer.failure().detail));
    return answer.has_value();
}

api::Request TestDemo::changeOf(
    QByteArrayView operation,
    const QStringList &values,
    const QJsonObject &body,
    const QByteArray &tag)
{
    api::Request request {operation, values};
    request.body = body;
    request.ifMatch = tag;
    return request;
}

void TestDemo::letsAnybodyIn()
{
    QCOMPARE(m_connection->state(), api::ConnectionState::Online);
    QCOMPARE(m_connection->version().product, u"codetogether-edge"_s);
}

void TestDemo::answersEveryPageWithAMessageOfItsKind()
{
    QVERIFY(tells<wire::HealthDetail>("getHealth"));
    QVERIFY(tells<wire::Overview>("getOverview"));
    QVERIFY(tells<wire::UsageHistory>("getUsageHistory"));
    QVERIFY(tells<wire::LiveSessions>("listSessions"));
    QVERIFY(tells<wire::CredentialsState>("getCredentials"));
    QVERIFY(tells<wire::Tokens>("listTokens"));
    QVERIFY(tells<wire::LicenceDetail>("getLicence"));
    QVERIFY(tells<wire::MetricsIntegration>("getMetricsIntegration"));
    QVERIFY(tells<ct::protocol::AuditPage>("listAudit"));
    QVERIFY(tells<ct::protocol::AuditVerdict>("verifyAudit"));
    QVERIFY(tells<wire::LogFiles>("listLogs"));
    QVERIFY(tells<wire::Configuration>("getConfiguration"));
    QVERIFY(tells<wire::CertificateFacts>("getCertificate"));
    QVERIFY(tells<wire::Packages>("listPackages"));
    QVERIFY(tells<wire::Bans>("listBans"));
    QVERIFY(tells<wire::Lockouts>("listLockouts"));
    QVERIFY(tells<wire::SeatHistory>("getSeatHistory"));
    QVERIFY(tells<ct::protocol::ServerStatus>("getServer"));
    QVERIFY(tells<ct::protocol::ServerProcesses>("listProcesses"));
    const auto log = ask<wire::LogLines>({"readLog", {u"server.log"_s}});
    QVERIFY(log);
    QVERIFY(!log->lines.isEmpty());
    const auto history = ask<wire::UsageHistory>({"getUsageHistory"});
    QVERIFY(history->points.size() > 30 * 23);
}

void TestDemo::sessionsComeAndGo()
{
    QSet<QString> seen;
    QSet<QString> gone;
    for (int count = 0; count < 300; ++count) {
        const auto page = ask<wire::LiveSessions>({"listSessions"});
        QVERIFY(page);
        QSet<QString> now;
        for (const wire::LiveSession &session : page->sessions)
            now.insert(session.id);
        gone += seen - now;
        seen += now;
        if (seen.size() > 12 && !gone.isEmpty())
            return;
        for (int steps = 0; steps < 10; ++steps)
            m_world->step();
    }
    QFAIL("the demo stands still");
}

void TestDemo::neverLosesASessionsHost()
{
    DemoSessions sessions(m_clock, m_random);
    for (int count = 0; count < 2'000; ++count) {
        sessions.step();
        for (const auto &[id, session] : sessions.all()) {
            QVERIFY(!session.participants.isEmpty());
            QVERIFY(session.participants.constFirst().host);
        }
        QVERIFY(sessions.all().size() < 20);
    }
}

void TestDemo::pagesThroughAllSessions()
{
    const auto whole = ask<wire::LiveSessions>({"listSessions"});
    QVERIFY(whole->sessions.size() > 3);
    QStringList seen;
    std::optional<QString> after;
    do {
        QUrlQuery query;
        query.addQueryItem(u"limit"_s, u"3"_s);
        if (after)
            query.addQueryItem(u"after"_s, *after);
        const auto page = ask<wire::LiveSessions>({"listSessions", {}, query});
        for (const wire::LiveSession &session : page->sessions)
            seen.append(session.id);
        after = page->next;
    } while (after);
    QStringList all;
    for (const wire::LiveSession &session : whole->sessions)
        all.append(session.id);
    QCOMPARE(seen, all);
}

void TestDemo::doesWhatItIsTold()
{
    const auto before = ask<wire::LiveSessions>({"listSessions"});
    const QString session = before->sessions.constFirst().id;
    const QString host = before->sessions.constFirst().participants.constFirst().id;
    const auto refused = ask<api::Nothing>({"removeParticipant", {session, host}});
    QCOMPARE(refused.failure().kind, api::FailureKind::Conflict);
    QVERIFY(ask<api::Nothing>({"endSession", {session}}));
    QCOMPARE(
        ask<api::Nothing>({"endSession", {session}}).failure().kind, api::FailureKind::NotFound);
    const auto audit = ask<ct::protocol::AuditPage>({"listAudit"});
    QCOMPARE(audit->entries.constFirst().kind, u"admin.session.end"_s);

    const auto made = ask<wire::MadeToken>(
        changeOf("makeToken", {}, {{u"name"_s, u"backup"_s}, {u"days"_s, 30}}, {}));
    QVERIFY(made);
    QVERIFY(!made->secret.isEmpty());
    QVERIFY(ask<api::Nothing>({"revokeToken", {made->token.id}}));
    QVERIFY(ask<wire::Tokens>({"listTokens"})->tokens.isEmpty());
}

void TestDemo::refusesAnOutdatedChange()
{
    const auto seen = ask<wire::CredentialsState>({"getCredentials"});
    const QJsonObject wanted {{u"user"_s, u"ada"_s}, {u"password"_s, u"a good password"_s}};
    QVERIFY(ask<wire::CredentialsState>(changeOf("setCredentials", {}, wanted, seen.etag())));
    const auto late
        = ask<wire::CredentialsState>(changeOf("setCredentials", {}, wanted, seen.etag()));
    QCOMPARE(late.failure().kind, api::FailureKind::Outdated);
}

void TestDemo::keepsPeopleOutAndLetsThemInAgain()
{
    const auto before = ask<wire::LiveSessions>({"listSessions"});
    const auto session = std::find_if(
        before->sessions.begin(), before->sessions.end(), [](const wire::LiveSession &one) {
            return one.participants.size() > 1;
        });
    QVERIFY(session != before->sessions.end());
    const QString guest = session->participants.constLast().id;
    const auto made = ask<wire::Ban>(changeOf(
        "banParticipant",
        {session->id},
        {{u"participant"_s, guest}, {u"by"_s, u"account"_s}, {u"minutes"_s, 60}},
        {}));
    QVERIFY(made);
    QCOMPARE(ask<wire::Bans>({"listBans"})->bans.constFirst().id, made->id);
    const auto again = ask<api::Nothing>({"removeParticipant", {session->id, guest}});
    QCOMPARE(again.failure().kind, api::FailureKind::NotFound);
    QVERIFY(ask<api::Nothing>({"liftBan", {made->id}}));
    QCOMPARE(ask<wire::Bans>({"listBans"})->bans.size(), 1);
}

void TestDemo::takesPackagesAndRemovesThem()
{
    const qsizetype before = ask<wire::Packages>({"listPackages"})->packages.size();
    const QJsonObject file {
        {u"ide"_s, u"vscode"_s}, {u"file"_s, u"mine-3.2.1.vsix"_s}, {u"size"_s, 3}};
    const auto upload = ask<wire::Upload>(changeOf("beginUpload", {}, file, {}));
    QVERIFY(upload);
    api::Request request {"sendPackage", {upload->id}};
    auto bytes = std::make_shared<QBuffer>();
    bytes->setData("abc");
    QVERIFY(bytes->open(QIODevice::ReadOnly));
    request.upload = bytes;
    const auto package = ask<wire::PackageFacts>(request);
    QVERIFY(package);
    QCOMPARE(package->version, u"3.2.1"_s);
    QVERIFY(package->sha256.startsWith(u"ba7816bf"_s));
    QCOMPARE(ask<wire::Upload>(changeOf("beginUpload", {}, file, {})).failure().status, 409);
    QVERIFY(ask<api::Nothing>({"removePackage", {u"vscode"_s, u"mine-3.2.1.vsix"_s}}));
    QCOMPARE(ask<wire::Packages>({"listPackages"})->packages.size(), before);
}

void TestDemo::tellsWhatHappensWithoutAWebSocket()
{
    api::Live &live = m_connection->live();
    QSignalSpy failures(&live, &api::Live::failed);
    live.watch(this);
    QTRY_VERIFY(live.isKnown());
    const auto before = live.sessions();
    QVERIFY(!before.empty());
    for (int steps = 0; steps < 40; ++steps)
        m_world->step();
    QTRY_VERIFY_WITH_TIMEOUT(live.sessions() != before, 20'000);
    QCOMPARE(failures.size(), 0);
    live.leave(this);
}

void TestDemo::leavesNothingOut()
{
    for (const wire::Operation &operation : wire::operations) {
        QByteArray path = operation.path.toByteArray();
        while (path.contains('{'))
            path.replace(path.indexOf('{'), path.indexOf('}') - path.indexOf('{') + 1, "some");
        const int status = m_world->answer(operation.verb, path, {}).status;
        // The document is every server's own.
        QVERIFY2(status != 501 || operation.id == "getDocument", operation.id.data());
    }
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
