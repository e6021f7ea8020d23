// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/audit.h"
#include "shared/protocol/control.h"
#include "shared/protocol/health.h"
#include "shared/protocol/info.h"
#include "shared/protocol/login.h"
#include "shared/protocol/meta.h"
#include "shared/protocol/paths.h"
#include "shared/protocol/session.h"
#include "shared/protocol/status.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace ct::protocol {

namespace {

/// Reads a message of one type and writes it again.
using RoundTrip = std::function<Result<QJsonObject>(const QJsonObject &)>;

template<typename T>
RoundTrip roundTrip()
{
    return [](const QJsonObject &object) -> Result<QJsonObject> {
        const Result<T> message = fromJson<T>(object);
        if (!message)
            return message.error();
        return toJson(*message);
    };
}

struct Family {
    const char *golden;
    RoundTrip again;
    /// Fields whose absence is no fault.
    QStringList optional;
};

QList<Family> families()
{
    return {
        {"meta", roundTrip<Meta>(), {}},
        {"infomessage", roundTrip<InfoMessage>(), {}},
        {"error", roundTrip<InfoMessage>(), {}},
        {"authfield", roundTrip<AuthField>(), {u"placeHolder"_s}},
        {"authprovider-form", roundTrip<AuthProvider>(), {u"details"_s}},
        {"authprovider-web", roundTrip<AuthProvider>(), {}},
        {"logininitial", roundTrip<LoginInitial>(), {}},
        {"loginpoll", roundTrip<LoginPoll>(), {}},
        {"loginvalidate", roundTrip<LoginValidate>(), {}},
        {"roomcreated", roundTrip<RoomCreated>(), {}},
        {"joinstarted", roundTrip<JoinStarted>(), {}},
        {"joinpolled-waiting", roundTrip<JoinPolled>(), {}},
        {"joinpolled-rejected", roundTrip<JoinPolled>(), {}},
        {"workspace", roundTrip<Workspace>(), {}},
        {"peer", roundTrip<Peer>(), {u"email"_s}},
        {"joinanswer", roundTrip<JoinAnswer>(), {}},
        {"health", roundTrip<Health>(), {}},
        {"health-degraded", roundTrip<Health>(), {u"degraded"_s}},
        {"keyfigures", roundTrip<KeyFigures>(), {}},
        {"licencesummary", roundTrip<LicenceSummary>(), {u"daysLeft"_s}},
        {"serverstatus", roundTrip<ServerStatus>(), {}},
        {"serverprocess", roundTrip<ServerProcess>(), {}},
        {"serverprocesses", roundTrip<ServerProcesses>(), {}},
        {"reloadanswer", roundTrip<ReloadAnswer>(), {}},
        {"endinganswer", roundTrip<EndingAnswer>(), {}},
        {"audititem", roundTrip<AuditItem>(), {}},
        {"chainedaudititem", roundTrip<ChainedAuditItem>(), {}},
        {"auditpage", roundTrip<AuditPage>(), {u"next"_s}},
        {"auditpage-purged", roundTrip<AuditPage>(), {u"purged"_s}},
        {"auditverdict", roundTrip<AuditVerdict>(), {}},
        {"auditverdict-purged", roundTrip<AuditVerdict>(), {u"purged"_s}},
    };
}

QByteArray golden(const char *name)
{
    QFile file(QStringLiteral(CT_TEST_DATA "/protocol/%1.json").arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

QJsonObject goldenObject(const char *name)
{
    return QJsonDocument::fromJson(golden(name)).object();
}

const InfoMessage thirdParty {.code = u"ThirdParty"_s, .params = {}, .message = u"Third party"_s};

AuthProvider webProvider()
{
    return {
        .type = AuthType::Web,
        .name = u"oidc"_s,
        .endpoint = u"/api/login/oidc"_s,
        .label = {.code = u"OidcLabel"_s, .params = {}, .message = u"Company login"_s},
        .group = thirdParty};
}

AuthProvider formProvider()
{
    const InfoMessage label {.code = codes::apiKeyLabel, .params = {}, .message = u"API Key"_s};
    return {
        .type = AuthType::Form,
        .name = u"apikey"_s,
        .endpoint = u"/api/login/apikey"_s,
        .label = {.code = codes::apiKeyLoginLabel, .params = {}, .message = u"API Key"_s},
        .details
        = InfoMessage {.code = codes::apiKeyLoginDetails, .params = {}, .message = u"Login with a key"_s},
        .group = {.code = codes::builtinsGroup, .params = {}, .message = u"Builtins"_s},
        .fields = {{.name = u"apiKey"_s, .required = true, .label = label}}};
}

Peer hostPeer()
{
    return {
        .id = "host1",
        .host = true,
        .name = u"Ada"_s,
        .email = u"ada@example.org"_s,
        .publicKey = "TUlJ+/==",
        .compression = {u"gzip"_s, u"none"_s}};
}

const KeyFigures keyFigures {3, 1, 3, std::chrono::microseconds(412), 17, 4};

LicenceSummary licenceSummary()
{
    return {
        .state = u"expiring"_s,
        .licensee = u"Ötztal Software"_s,
        .maxConnections = u"50"_s,
        .expiration = u"2027/01/31"_s,
        .locator = u"eu-1"_s,
        .daysLeft = 12,
        .seatsUsed = 3,
        .seatsLimit = 50};
}

AuditItem auditItem()
{
    return {
        7,
        std::chrono::milliseconds(1'790'000'000'123),
        u"session.ended"_s,
        u"Hana"_s,
        u"127.0.0.1"_s,
        u"aB3"_s,
        u"said \"bye\""_s};
}

ServerProcess serverProcess()
{
    return {
        .uid = u"tQIL"_s,
        .command = u"/usr/bin/codetogether-edge"_s,
        .script = u"codetogether-edge --hostname 127.0.0.1 --port 3001"_s,
        .supervisorPid = 200,
        .pid = 212,
        .logFile = u"/var/log/codetogether/server.log"_s,
        .uptime = std::chrono::milliseconds(229'069'537)};
}

} // namespace

class TestProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEachMessageAsItsGoldenFile_data();
    void writesEachMessageAsItsGoldenFile();
    void readsAndWritesEachGoldenFileUnchanged_data() { eachFamily(); }
    void readsAndWritesEachGoldenFileUnchanged();
    void namesTheMissingField_data() { eachFamily(); }
    void namesTheMissingField();
    void namesTheMistypedField_data() { eachFamily(); }
    void namesTheMistypedField();
    void ignoresUnknownFields_data() { eachFamily(); }
    void ignoresUnknownFields();
    void namesAFaultInside_data();
    void namesAFaultInside();
    void writesNoEmptyEmail();
    void takesNullForNoEmail();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void offersSocketIoFirst();
    void buildsRoutesThatBeginAlike();
    void hasAStatusForEachCause_data();
    void hasAStatusForEachCause();

private:
    void eachFamily();
};

void TestProtocol::eachFamily()
{
    QTest::addColumn<int>("index");
    const QList<Family> all = families();
    for (int index = 0; index < all.size(); ++index)
        QTest::newRow(all.at(index).golden) << index;
}

void TestProtocol::writesEachMessageAsItsGoldenFile_data()
{
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *name, const QJsonObject &object) {
        QTest::newRow(name) << toBytes(object);
    };
    row("meta", toJson(Meta {.owner = u"Ötztal Software"_s}));
    row("infomessage",
        toJson(InfoMessage {
            u"InvalidServerVersion"_s,
            {u"1"_s},
            u"Invalid protocol version returned by server: 1"_s}));
    QTest::newRow("error") << errorBody(codes::roomNotFound, u"There is no such room."_s);
    row("authfield",
        toJson(AuthField {
            .name = u"email"_s,
            .required = false,
            .label = {codes::emailLabel, {}, u"Email"_s},
            .placeHolder = InfoMessage {codes::emailPlaceholder, {}, u"you@example.org"_s}}));
    row("authprovider-form", toJson(formProvider()));
    row("authprovider-web", toJson(webProvider()));
    row("logininitial",
        toJson(LoginInitial {"abc", u"/login.html?token=abc"_s, {webProvider()}, QString()}));
    row("loginpoll", toJson(LoginPoll {"e30.e30.AA"}));
    row("loginvalidate", toJson(LoginValidate {true}));
    row("roomcreated", toJson(RoomCreated {"aB3", "e30.e30.AA"}));
    row("joinstarted", toJson(JoinStarted {"abc", "aB3"}));
    row("joinpolled-waiting",
        toJson(JoinPolled {{codes::waitingForHost, {}, u"Waiting for the host"_s}, false}));
    row("joinpolled-rejected",
        toJson(JoinPolled {{codes::joinRejected, {}, u"The host said no"_s}, true}));
    row("workspace", toJson(Workspace {u"demo"_s, {u"src"_s, u"doc"_s}}));
    row("peer", toJson(Peer {"guest1", false, u"Zoë"_s, QString(), "AAAA", {u"none"_s}}));
    row("joinanswer",
        toJson(JoinAnswer {"aB3", "e30.e30.AA", {u"demo"_s, {u"src"_s}}, hostPeer()}));
    row("health",
        toJson(Health {HealthStatus::Draining, u"0.1.0"_s, std::chrono::seconds(4242), {}}));
    row("health-degraded",
        toJson(
            Health {HealthStatus::Ok, u"0.1.0"_s, std::chrono::seconds(7), u"the disk is full"_s}));
    row("keyfigures", toJson(keyFigures));
    row("licencesummary", toJson(licenceSummary()));
    row("serverstatus",
        toJson(ServerStatus {
            {HealthStatus::Ok, u"0.1.0"_s, std::chrono::seconds(7), u"the disk is full"_s},
            212,
            keyFigures,
            {.state = u"none"_s}}));
    row("serverprocess", toJson(serverProcess()));
    row("serverprocesses", toJson(ServerProcesses {{serverProcess()}}));
    row("reloadanswer",
        toJson(ReloadAnswer {
            true,
            u"Settings read again"_s,
            {u"The certificate"_s},
            {u"LOG_LEVEL"_s},
            {u"CT_HTTP_PORT"_s},
            {u"The token key stays as it was"_s},
            {u"CT_HTTP_PORT has changed"_s}}));
    row("endinganswer", toJson(EndingAnswer {2, std::chrono::seconds(600)}));
    row("audititem", toJson(auditItem()));
    row("chainedaudititem",
        toJson(ChainedAuditItem {auditItem(), u"aB3dE5"_s, 9, QString(64, u'0')}));
    row("auditpage", toJson(AuditPage {{auditItem()}, 7}));
    const PurgedAudit purged {5, 5, std::chrono::milliseconds(1'790'000'000'456)};
    row("auditpage-purged", toJson(AuditPage {{auditItem()}, {}, purged}));
    row("auditverdict-purged", toJson(AuditVerdict {true, 7, {}, purged}));
    row("auditverdict", toJson(AuditVerdict {false, 7, u"Entry 8 does not fit"_s}));
}

void TestProtocol::writesEachMessageAsItsGoldenFile()
{
    QFETCH(const QByteArray, written);
    QCOMPARE(written, golden(QTest::currentDataTag()));
}

void TestProtocol::readsAndWritesEachGoldenFileUnchanged()
{
    QFETCH(const int, index);
    const Family family = families().at(index);
    const Result<QJsonObject> object = objectFromBytes(golden(family.golden));
    QVERIFY2(object, "the golden file is missing or no JSON");
    const Result<QJsonObject> again = family.again(*object);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(toBytes(*again), golden(family.golden));
}

void TestProtocol::namesTheMissingField()
{
    QFETCH(const int, index);
    const Family family = families().at(index);
    const QJsonObject whole = goldenObject(family.golden);
    for (const QString &name : whole.keys()) {
        QJsonObject object = whole;
        object.remove(name);
        const Result<QJsonObject> again = family.again(object);
        QCOMPARE(again.has_value(), family.optional.contains(name));
        if (again)
            continue;
        QCOMPARE(again.error().code, ErrorCode::InvalidInput);
        QVERIFY(again.error().message.contains(u"\"%1\" is missing"_s.arg(name)));
    }
}

void TestProtocol::namesTheMistypedField()
{
    QFETCH(const int, index);
    const Family family = families().at(index);
    const QJsonObject whole = goldenObject(family.golden);
    for (const QString &name : whole.keys()) {
        for (const QJsonValue &wrong :
             {QJsonValue(1.5),
              QJsonValue(QJsonArray {1, QJsonObject()}),
              QJsonValue(QJsonObject {})}) {
            QJsonObject object = whole;
            object.insert(name, wrong);
            const Result<QJsonObject> again = family.again(object);
            QVERIFY2(!again, qPrintable(name));
            QVERIFY(again.error().message.contains(u"\"%1\""_s.arg(name)) || wrong.isObject());
        }
    }
}

void TestProtocol::ignoresUnknownFields()
{
    QFETCH(const int, index);
    const Family family = families().at(index);
    QJsonObject object = goldenObject(family.golden);
    object.insert(u"ofALaterVersion"_s, QJsonArray {1, 2});
    const Result<QJsonObject> again = family.again(object);
    QVERIFY(again);
    QCOMPARE(toBytes(*again), golden(family.golden));
}

void TestProtocol::namesAFaultInside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("peer without key")
        << R"({"id":"a","host":true,"name":"n","metadata":{"encryption":{},"compression":{"supported":[]}}})"_ba
        << u"\"publicKey\""_s;
    QTest::newRow("peer without encryption")
        << R"({"id":"a","host":true,"name":"n","metadata":{"compression":{"supported":[]}}})"_ba
        << u"\"encryption\""_s;
    QTest::newRow("peer without compression list")
        << R"({"id":"a","host":true,"name":"n","metadata":{"encryption":{"publicKey":"k"},"compression":{}}})"_ba
        << u"\"supported\""_s;
    QTest::newRow("peer with a number for a mail address")
        << R"({"id":"a","host":true,"name":"n","email":7,"metadata":{}})"_ba << u"\"email\""_s;
}

void TestProtocol::namesAFaultInside()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, named);
    const Result<QJsonObject> object = objectFromBytes(text);
    QVERIFY(object);
    const Result<Peer> peer = fromJson<Peer>(*object);
    QVERIFY(!peer);
    QVERIFY2(peer.error().message.contains(named), qPrintable(peer.error().message));
}

void TestProtocol::writesNoEmptyEmail()
{
    Peer peer = hostPeer();
    QVERIFY(toJson(peer).contains("email"_L1));
    peer.email.clear();
    QVERIFY(!toJson(peer).contains("email"_L1));
}

void TestProtocol::takesNullForNoEmail()
{
    QJsonObject object = goldenObject("peer");
    object.insert("email"_L1, QJsonValue::Null);
    const Result<Peer> peer = fromJson<Peer>(object);
    QVERIFY(peer);
    QVERIFY(peer->email.isEmpty());
}

void TestProtocol::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("broken") << R"({"a":)"_ba;
    QTest::newRow("list") << "[]"_ba;
    QTest::newRow("two") << "{}{}"_ba;
    QTest::newRow("no UTF-8") << "{\"a\":\"\xff\"}"_ba;
    QTest::newRow("deep") << QByteArray(60'000, '[');
}

void TestProtocol::refusesWhatIsNoObject()
{
    QFETCH(const QByteArray, bytes);
    const Result<QJsonObject> object = objectFromBytes(bytes);
    QVERIFY(!object);
    QCOMPARE(object.error().code, ErrorCode::InvalidInput);
}

void TestProtocol::offersSocketIoFirst()
{
    QCOMPARE(Meta().transports, (QStringList {u"socket.io"_s, u"websocket"_s}));
    QCOMPARE(Meta().version, u"0.3.1"_s);
}

void TestProtocol::buildsRoutesThatBeginAlike()
{
    for (const QLatin1StringView path :
         {paths::sessionCreate, paths::sessionJoin, paths::sessionPoll})
        QVERIFY(path.startsWith(paths::session));
    for (const QLatin1StringView path :
         {paths::loginInitial, paths::loginPoll, paths::loginValidate})
        QVERIFY(path.startsWith(paths::login));
    QVERIFY(paths::healthReady.startsWith(paths::health));
}

// RFC 9110, section 15; 429 is of RFC 6585.
void TestProtocol::hasAStatusForEachCause_data()
{
    QTest::addColumn<ErrorCode>("cause");
    QTest::addColumn<int>("status");
    const auto row = [](ErrorCode cause, int status) {
        QTest::newRow(qPrintable(errorName(cause))) << cause << status;
    };
    row(ErrorCode::InvalidInput, 400);
    row(ErrorCode::Unauthorized, 401);
    row(ErrorCode::Forbidden, 403);
    row(ErrorCode::NotFound, 404);
    row(ErrorCode::Conflict, 409);
    row(ErrorCode::TooLarge, 413);
    row(ErrorCode::TooMany, 429);
    row(ErrorCode::Internal, 500);
    row(ErrorCode::Corrupt, 500);
    row(ErrorCode::Unavailable, 503);
    row(ErrorCode::Timeout, 504);
}

void TestProtocol::hasAStatusForEachCause()
{
    QFETCH(const ErrorCode, cause);
    QFETCH(const int, status);
    QCOMPARE(statusOf(cause), status);
}

} // namespace ct::protocol

QTEST_GUILESS_MAIN(ct::protocol::TestProtocol)
#include "tst_protocol.moc"
