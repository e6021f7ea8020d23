// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/answers.h"
#include "server/admin/api.h"
#include "shared/protocol/admin/signin.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server;
using namespace std::chrono_literals;
using ct::protocol::admin::Needs;
using ct::protocol::admin::Operation;
using ct::protocol::admin::operations;
using ct::protocol::admin::Verb;
using ct::protocol::admin::verbNames;

namespace {

/// Who may ask, as somebody at the door is known.
enum class Identity {
    Nobody,
    SignedIn,
    SignedInWithoutToken,
    Bearer,
    /// Of a token that is for reading only.
    ReadingBearer,
    WrongBearer,
    EndedSession,
    Operator,
    /// By the private port, but with what opens other doors only.
    WrongOperator,
    BearerAtPrivatePort,
    SignedInAtPrivatePort,
    /// With the operator's token, but from anywhere.
    OperatorFromAfar
};
constexpr std::array identities {
    Identity::Nobody,
    Identity::SignedIn,
    Identity::SignedInWithoutToken,
    Identity::Bearer,
    Identity::ReadingBearer,
    Identity::WrongBearer,
    Identity::EndedSession,
    Identity::Operator,
    Identity::WrongOperator,
    Identity::BearerAtPrivatePort,
    Identity::SignedInAtPrivatePort,
    Identity::OperatorFromAfar};

const QByteArray operatorToken = "of the state folder's control-token";

/// A path of the pattern.
QByteArray pathOf(const Operation &operation)
{
    QByteArray path = operation.path.toByteArray();
    while (path.contains('{'))
        path.replace(path.indexOf('{'), path.indexOf('}') - path.indexOf('{') + 1, "some");
    return path;
}

/// What the handlers say; those of signing in are the API's own, and get no body here.
int servedStatus(const Operation &operation)
{
    if (operation.path != "/session")
        return 299;
    return operation.verb == Verb::Post ? 400 : operation.verb == Verb::Get ? 200 : 204;
}

int expected(const Operation &operation, Identity identity)
{
    const int served = servedStatus(operation);
    const Needs needs = operation.needs;
    if (needs == Needs::Nothing)
        return served;
    switch (identity) {
    case Identity::SignedIn:
        return needs == Needs::Operator ? 403 : served;
    case Identity::SignedInWithoutToken:
        return operation.verb == Verb::Get ? served : 403;
    case Identity::Bearer:
        return needs == Needs::Administrator ? served : 403;
    case Identity::ReadingBearer:
        return needs == Needs::Administrator && operation.verb == Verb::Get ? served : 403;
    case Identity::Operator:
        return served;
    case Identity::WrongOperator:
    case Identity::BearerAtPrivatePort:
    case Identity::SignedInAtPrivatePort:
    case Identity::OperatorFromAfar:
    case Identity::Nobody:
    case Identity::WrongBearer:
    case Identity::EndedSession:
        break;
    }
    return 401;
}

/// As the document names them.
QString schemesOf(Needs needs)
{
    switch (needs) {
    case Needs::Nothing:
        break;
    case Needs::Administrator:
        return u"signIn,token"_s;
    case Needs::SignIn:
        return u"signIn"_s;
    case Needs::Operator:
        return u"operator"_s;
    }
    return {};
}

/// Whether "/more" below the path is another operation's.
bool hasPlaceBelow(const Operation &operation)
{
    const QByteArray begin = operation.path.toByteArray() + "/{";
    return std::any_of(operations.begin(), operations.end(), [&begin](const Operation &other) {
        return other.path.startsWith(begin) && !other.path.sliced(begin.size()).contains('/');
    });
}

QString problemOf(const admin::Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object().value("type"_L1).toString();
}

} // namespace

class TestAdminApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void knowsExactlyWhatTheDocumentLists();
    void letsThroughWhomTheTableNames_data();
    void letsThroughWhomTheTableNames();
    void takesOneSpellingOnly_data();
    void takesOneSpellingOnly();
    void saysWhichMethodsAPathTakes();
    void refusesStrangersInTheClear();
    void refusesPagesOfElsewhere();
    void refusesWhatIsNoJson();
    void signsInAndOut();
    void locksWhoGuessesTokens();
    void forgetsExpiredTokens();
    void wantsToKnowWhichVersionIsChanged();

private:
    /// An API whose handlers but for signing in say 299.
    void bindAll();
    admin::Request requestBy(Identity identity);
    admin::Answer ask(const admin::Request &request);
    admin::Answer signIn(const QString &user, const QString &password);

    ct::test::FakeClock m_clock;
    ct::SystemRandom m_random;
    credentials::CredentialsConfig m_config;
    auth::AuthConfig m_throttle;
    std::unique_ptr<credentials::Gate> m_gate;
    std::unique_ptr<credentials::PageSessions> m_sessions;
    std::unique_ptr<credentials::ApiTokens> m_tokens;
    std::unique_ptr<admin::Api> m_api;
    QByteArray m_token;
    QByteArray m_readingToken;
    QStringList m_arguments;
    QList<credentials::Gate::Event> m_events;
};

void TestAdminApi::init()
{
    m_events.clear();
    m_throttle.triesPerMinute = 10'000;
    m_gate = std::make_unique<credentials::Gate>(
        m_config, m_throttle, m_clock, [this](const auto &event) { m_events.append(event); });
    m_sessions = std::make_unique<credentials::PageSessions>(m_config, m_clock, m_random);
    m_tokens = std::make_unique<credentials::ApiTokens>(m_clock);
    m_token = credentials::ApiTokens::make(m_random);
    m_readingToken = credentials::ApiTokens::make(m_random);
    const ct::WallTime now = m_clock.wallNow();
    const auto hash = &credentials::ApiTokens::hashOf;
    m_tokens->add({u"id"_s, u"backup"_s, hash(m_token), u"ada"_s, now, now + 24h});
    m_tokens->add({u"id2"_s, u"watcher"_s, hash(m_readingToken), u"ada"_s, now, now + 24h, true});
    m_api = std::make_unique<admin::Api>(*m_gate, *m_sessions, *m_tokens, m_config, operatorToken);
}

void TestAdminApi::bindAll()
{
    for (const QByteArray &id : m_api->table().unbound())
        m_api->table().bind(id, [this](const admin::Call &call, const admin::Done &done) {
            m_arguments = call.arguments;
            done({299});
        });
}

admin::Request TestAdminApi::requestBy(Identity identity)
{
    admin::Request request;
    request.isSecure = true;
    // Each guesses from an address of its own.
    request.clientKey = "192.0.2." + QByteArray::number(static_cast<int>(identity));
    if (identity == Identity::Bearer)
        request.authorization = "Bearer " + m_token;
    if (identity == Identity::ReadingBearer)
        request.authorization = "Bearer " + m_readingToken;
    if (identity == Identity::WrongBearer)
        request.authorization = "Bearer " + m_token + 'x';
    request.isPrivate = identity == Identity::Operator || identity == Identity::WrongOperator
        || identity == Identity::BearerAtPrivatePort || identity == Identity::SignedInAtPrivatePort;
    if (identity == Identity::Operator || identity == Identity::OperatorFromAfar)
        request.authorization = "Bearer " + operatorToken;
    if (identity == Identity::WrongOperator)
        request.authorization = "Bearer " + operatorToken.chopped(1);
    if (identity == Identity::BearerAtPrivatePort)
        request.authorization = "Bearer " + m_token;
    const bool hasCookie = identity == Identity::SignedIn
        || identity == Identity::SignedInWithoutToken || identity == Identity::EndedSession
        || identity == Identity::SignedInAtPrivatePort;
    if (!hasCookie)
        return request;
    request.cookie = m_sessions->open(u"ada"_s);
    if (identity != Identity::SignedInWithoutToken)
        request.csrfToken = m_sessions->formToken(request.cookie);
    if (identity == Identity::EndedSession)
        m_sessions->close(request.cookie);
    return request;
}

admin::Answer TestAdminApi::ask(const admin::Request &request)
{
    std::optional<admin::Answer> answer;
    m_api->handle(request, [&answer](const admin::Answer &given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        return {0};
    return *answer;
}

void TestAdminApi::knowsExactlyWhatTheDocumentLists()
{
    QFile file(QStringLiteral(CT_SOURCE_DIR "/resources/openapi/admin-v1.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject paths
        = QJsonDocument::fromJson(file.readAll()).object().value("paths"_L1).toObject();
    QStringList documented;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject verbs = path.value().toObject();
        for (auto verb = verbs.begin(); verb != verbs.end(); ++verb) {
            const QJsonObject said = verb.value().toObject();
            QStringList schemes;
            for (const QJsonValue &one : said.value("security"_L1).toArray())
                schemes += one.toObject().keys();
            documented.append(
                u"%1 %2 %3 %4"_s
                    .arg(said.value("operationId"_L1).toString(), verb.key().toUpper(), path.key())
                    .arg(schemes.join(u',')));
        }
    }
    QStringList served;
    for (const Operation &operation : operations) {
        served.append(
            u"%1 %2 %3 %4"_s
                .arg(
                    QString::fromLatin1(operation.id),
                    QString::fromLatin1(verbNames.at(static_cast<std::size_t>(operation.verb))),
                    QString::fromLatin1(operation.path))
                .arg(schemesOf(operation.needs)));
    }
    documented.sort();
    served.sort();
    QCOMPARE(served, documented);
}

void TestAdminApi::letsThroughWhomTheTableNames_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < static_cast<int>(operations.size()); ++index)
        QTest::newRow(operations.at(static_cast<std::size_t>(index)).id.data()) << index;
}

void TestAdminApi::letsThroughWhomTheTableNames()
{
    QFETCH(int, index);
    const Operation &operation = operations.at(static_cast<std::size_t>(index));
    bindAll();
    for (const Verb verb : {Verb::Get, Verb::Post, Verb::Put, Verb::Patch, Verb::Delete}) {
        for (const Identity identity : identities) {
            admin::Request request = requestBy(identity);
            request.verb = verb;
            request.path = pathOf(operation);
            const admin::Answer answer = ask(request);
            const auto match = m_api->table().match(verb, request.path);
            const int wanted = match.operation ? expected(*match.operation, identity) : 405;
            QCOMPARE(answer.status, wanted);
            QCOMPARE(problemOf(answer).isEmpty(), answer.status < 300);
        }
    }
}

void TestAdminApi::takesOneSpellingOnly_data()
{
    letsThroughWhomTheTableNames_data();
}

void TestAdminApi::takesOneSpellingOnly()
{
    QFETCH(int, index);
    const Operation &operation = operations.at(static_cast<std::size_t>(index));
    bindAll();
    const QByteArray path = pathOf(operation);
    const QList<QByteArray> others {
        path.toUpper(),
        path + '/',
        path + "/more",
        '/' + path,
        path.sliced(1),
        path + "%20",
        path + ";x=1",
        path + 'x',
        QByteArray(path).replace("/", "//"),
        QByteArray(path).replace('s', "%73"),
        path + "/..",
        path + "%00",
        ct::protocol::admin::base + path,
        {}};
    for (const QByteArray &other : others) {
        admin::Request request = requestBy(Identity::SignedIn);
        request.verb = operation.verb;
        request.path = other;
        const auto match = m_api->table().match(operation.verb, other);
        // A placeholder takes what looks like more of its name, and for the front it is no path.
        const bool isPlace = operation.path.endsWith('}') && match.operation == &operation;
        const bool isNext = other == path + "/more" && hasPlaceBelow(operation);
        if (other == path || isPlace || isNext)
            continue;
        QCOMPARE(ask(request).status, 404);
    }
}

void TestAdminApi::saysWhichMethodsAPathTakes()
{
    admin::Request request = requestBy(Identity::Nobody);
    request.verb = Verb::Patch;
    request.path = "/session";
    const admin::Answer answer = ask(request);
    QCOMPARE(answer.status, 405);
    QVERIFY(answer.headers.contains({"Allow", "POST, GET, DELETE"}));
}

void TestAdminApi::refusesStrangersInTheClear()
{
    bindAll();
    for (const Operation &operation : operations) {
        for (const Identity identity : identities) {
            admin::Request request = requestBy(identity);
            request.isSecure = false;
            request.verb = operation.verb;
            request.path = pathOf(operation);
            QCOMPARE(ask(request).status, 403);
        }
    }
}

void TestAdminApi::refusesPagesOfElsewhere()
{
    bindAll();
    for (const Operation &operation : operations) {
        admin::Request request = requestBy(Identity::SignedIn);
        request.isOurOrigin = false;
        request.verb = operation.verb;
        request.path = pathOf(operation);
        QCOMPARE(ask(request).status, 403);
    }
}

void TestAdminApi::refusesWhatIsNoJson()
{
    admin::Request request = requestBy(Identity::Nobody);
    request.verb = Verb::Post;
    request.path = "/session";
    request.body = R"({"user":"ada","password":"x"})";
    for (const char *type :
         {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"}) {
        request.contentType = type;
        QCOMPARE(ask(request).status, 415);
    }
    request.contentType = "application/json; charset=utf-8";
    for (const char *body :
         {"[]", "{", "\"x\"", "{\"user\":1,\"password\":\"x\"}", "{\"user\":\"x\"}"}) {
        request.body = body;
        QCOMPARE(ask(request).status, 400);
    }
}

admin::Answer TestAdminApi::signIn(const QString &user, const QString &password)
{
    admin::Request request = requestBy(Identity::Nobody);
    request.verb = Verb::Post;
    request.path = "/session";
    request.contentType = "application/json";
    request.body = ct::protocol::toBytes(
        ct::protocol::FieldWriter::objectOf(ct::protocol::admin::SignIn {user, password}));
    return ask(request);
}

void TestAdminApi::signsInAndOut()
{
    m_gate->useNow({.origin = credentials::Origin::Stored, .user = u"ada"_s, .password = "right"});
    QCOMPARE(signIn(u"ada"_s, u"wrong"_s).status, 401);
    const admin::Answer answer = signIn(u"ada"_s, u"right"_s);
    QCOMPARE(answer.status, 201);
    const auto field
        = std::find_if(answer.headers.begin(), answer.headers.end(), [](const auto &header) {
              return header.first == "Set-Cookie";
          });
    QVERIFY(field != answer.headers.end());
    QVERIFY(field->second.startsWith("__Host-ct-dashboard="));
    QVERIFY(field->second.endsWith("; Path=/; Secure; HttpOnly; SameSite=Strict"));
    const auto signedIn = ct::protocol::FieldReader::messageOf<ct::protocol::admin::SignedIn>(
        QJsonDocument::fromJson(answer.body).object());
    QVERIFY(signedIn);
    QCOMPARE(signedIn->idleSeconds, 30min);
    QCOMPARE(signedIn->longestSeconds, 12h);

    admin::Request request = requestBy(Identity::Nobody);
    request.cookie = field->second.mid(field->second.indexOf('=') + 1).split(';').constFirst();
    request.path = "/session";
    QCOMPARE(ask(request).status, 200);
    request.verb = Verb::Delete;
    QCOMPARE(ask(request).status, 403);
    request.csrfToken = signedIn->csrfToken.toLatin1();
    QCOMPARE(ask(request).status, 204);
    QCOMPARE(ask(request).status, 401);
}

void TestAdminApi::locksWhoGuessesTokens()
{
    bindAll();
    m_throttle.failuresToLock = 5;
    m_gate = std::make_unique<credentials::Gate>(
        m_config, m_throttle, m_clock, [this](const auto &event) { m_events.append(event); });
    m_api = std::make_unique<admin::Api>(*m_gate, *m_sessions, *m_tokens, m_config, operatorToken);
    bindAll();
    QList<int> statuses;
    for (int count = 0; count < 7; ++count) {
        admin::Request wrong = requestBy(Identity::WrongBearer);
        wrong.path = "/health";
        statuses.append(ask(wrong).status);
    }
    QCOMPARE(statuses, QList<int>({401, 401, 401, 401, 401, 429, 429}));
    QCOMPARE(m_events.size(), 5);
    QVERIFY(m_events.constLast().lock > 0s);
    // Nobody is locked out by others' guesses.
    admin::Request right = requestBy(Identity::Bearer);
    right.path = "/health";
    QCOMPARE(ask(right).status, 299);
}

void TestAdminApi::forgetsExpiredTokens()
{
    bindAll();
    admin::Request request = requestBy(Identity::Bearer);
    request.path = "/health";
    m_clock.advance(24h - 1s);
    QCOMPARE(ask(request).status, 299);
    m_clock.advance(1s);
    QCOMPARE(ask(request).status, 401);
}

void TestAdminApi::wantsToKnowWhichVersionIsChanged()
{
    const QJsonObject now {{u"name"_s, u"x"_s}};
    admin::Call call;
    QCOMPARE(admin::preconditionFault(call, now)->status, 428);
    call.ifMatch = R"("another")";
    const auto lost = admin::preconditionFault(call, now);
    QCOMPARE(lost->status, 412);
    QVERIFY(lost->headers.contains({"ETag", admin::entityTag(now)}));
    call.ifMatch = R"("another", )" + admin::entityTag(now);
    QVERIFY(!admin::preconditionFault(call, now));
    QVERIFY(admin::taggedAnswer(now).headers.contains({"ETag", admin::entityTag(now)}));
}

QTEST_GUILESS_MAIN(TestAdminApi)
#include "tst_adminapi.moc"
