// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/apikeylogin.h"
#include "server/auth/loginmethods.h"
#include "server/auth/simplelogin.h"
#include "tests/support/countingrandom.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

/// Lets everybody in, to show that a method is one more class.
class WebLogin final : public LoginMethod
{
public:
    QString name() const override { return u"Web"_s; }
    QString routeName() const override { return u"web"_s; }
    protocol::AuthProvider description() const override
    {
        return {
            .type = protocol::AuthType::Web,
            .name = u"web"_s,
            .endpoint = u"/api/login/web"_s,
            .label = {},
            .group = {}};
    }
    QString account(const QJsonObject &) const override { return {}; }
    void authenticate(const QJsonObject &, const LoginContext &, const Finished &finished) override
    {
        finished(User {u"1"_s, u"n"_s, QString(), name()});
    }
};

Result<User> tried(LoginMethod &method, const QJsonObject &form)
{
    std::optional<Result<User>> result;
    int calls = 0;
    method.authenticate(form, {.clientAddress = "192.0.2.1"}, [&](const Result<User> &user) {
        result = user;
        ++calls;
    });
    if (calls != 1)
        return Error {ErrorCode::Internal, u"called %1 times"_s.arg(calls)};
    return *result;
}

} // namespace

class TestLoginMethods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void simpleTakesANameAndAnEmail();
    void simpleTakesFitNames_data();
    void simpleTakesFitNames();
    void weakness9SimpleRefusesUnfitNames_data();
    void weakness9SimpleRefusesUnfitNames();
    void simpleTakesFitEmails_data();
    void simpleTakesFitEmails();
    void simpleRefusesUnfitEmails_data();
    void simpleRefusesUnfitEmails();
    void r15AClaimedEmailStaysUnverified();
    void r15ANameIsNoIdentity();
    void r12NamesCannotForgeLogLines();
    void simpleIsDescribedAsClientsKnowIt();
    void apiKeyLetsInWhoKnowsAKey();
    void apiKeyRefusesWrongKeys_data();
    void apiKeyRefusesWrongKeys();
    void apiKeyRefusesFormsWithoutKey_data();
    void apiKeyRefusesFormsWithoutKey();
    void apiKeyMayBeGivenAName();
    void apiKeyChecksTheGivenName();
    void apiKeyIgnoresEmptyKeys();
    void apiKeyNeverRepeatsAKey();
    void apiKeyIsDescribedAsAForm();
    void throttledAccountsDoNotDependOnTheForm();
    void onlyMethodsThatAreOnAreOffered();
    void tokensOfAMethodThatIsOffDoNotCount();
    void aNewMethodIsOneMoreClass();

private:
    test::CountingRandom m_random;
    SimpleLogin m_simple {m_random};
    ApiKeyLogin m_apiKey {{{u"ci"_s, "key-of-ci"}, {u"bot"_s, "bot:with:colons é"}}};
};

void TestLoginMethods::simpleTakesANameAndAnEmail()
{
    const auto user = tried(
        m_simple, {{"token"_L1, "t"_L1}, {"user"_L1, " Ada "_L1}, {"email"_L1, "a@b.org "_L1}});
    QVERIFY(user);
    QCOMPARE(user->name, u"Ada"_s);
    QCOMPARE(user->email, u"a@b.org"_s);
    QCOMPARE(user->authProvider, u"Unverified"_s);
    QCOMPARE(user->id.size(), 24);
}

void TestLoginMethods::simpleTakesFitNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("one letter") << u"A"_s;
    QTest::newRow("64 letters") << QString(64, u'x');
    QTest::newRow("64 crabs") << u"🦀"_s.repeated(64);
    QTest::newRow("accents") << u"Zoë Łukasz"_s;
    QTest::newRow("Arabic") << u"محمد"_s;
    QTest::newRow("Persian with a joiner") << u"می\u200cخواهم"_s;
    QTest::newRow("joined emoji") << u"👩\u200d💻"_s;
    QTest::newRow("markup") << u"<b>&amp;\"'"_s;
}

void TestLoginMethods::simpleTakesFitNames()
{
    QFETCH(const QString, name);
    const auto user = tried(m_simple, {{"user"_L1, name}});
    QVERIFY(user);
    QCOMPARE(user->name, name);
    QVERIFY(user->email.isEmpty());
}

void TestLoginMethods::weakness9SimpleRefusesUnfitNames_data()
{
    QTest::addColumn<QJsonObject>("form");
    QTest::newRow("missing") << QJsonObject {};
    const auto row = [](const char *tag, const QJsonValue &value) {
        QTest::newRow(tag) << QJsonObject {{"user"_L1, value}};
    };
    row("null", QJsonValue::Null);
    row("number", 7);
    row("true", true);
    row("list", QJsonArray {u"Ada"_s});
    row("object", QJsonObject {{"name"_L1, "Ada"_L1}});
    row("empty", QString());
    row("blank", u" \t\u00a0 "_s);
    row("invisible", u"\u200b\u200d\ufeff"_s);
    row("65 letters", QString(65, u'x'));
    row("65 crabs", u"🦀"_s.repeated(65));
    row("very long", QString(60'000, u'x'));
    row("line feed", u"Ada\nBob"_s);
    row("carriage return", u"Ada\rBob"_s);
    row("tab", u"Ada\tBob"_s);
    row("NUL", u"Ada\0Bob"_s);
    row("escape", u"Ada\u001b[2J"_s);
    row("next line", u"Ada\u0085Bob"_s);
    row("line separator", u"Ada\u2028Bob"_s);
    row("paragraph separator", u"Ada\u2029Bob"_s);
    row("override", u"Ada\u202egpj.exe"_s);
    row("isolate", u"Ada\u2066Bob"_s);
    row("half a pair", QString(QString(QChar(0xd83e)) + u"Ada"_s));
    row("no character", u"Ada\uffff"_s);
}

void TestLoginMethods::weakness9SimpleRefusesUnfitNames()
{
    QFETCH(const QJsonObject, form);
    const auto user = tried(m_simple, form);
    QVERIFY(!user);
    QCOMPARE(user.error().code, ErrorCode::InvalidInput);
    QVERIFY(user.error().message.contains(u"\"user\""_s));
}

void TestLoginMethods::simpleTakesFitEmails_data()
{
    QTest::addColumn<QJsonValue>("email");
    QTest::addColumn<QString>("expected");
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << QString();
    QTest::newRow("empty") << QJsonValue(QString()) << QString();
    QTest::newRow("blank") << QJsonValue(u"  "_s) << QString();
    for (const char *text : {"a@b", "first.last+tag@sub.example.org", "o'hara@x-y.de", "ü@ö.de"}) {
        const QString email = QString::fromUtf8(text);
        QTest::newRow(text) << QJsonValue(email) << email;
    }
    const QString longest = QString(64, u'l') + u'@' + QString(189, u'd');
    QTest::newRow("254 letters") << QJsonValue(longest) << longest;
}

void TestLoginMethods::simpleTakesFitEmails()
{
    QFETCH(const QJsonValue, email);
    QFETCH(const QString, expected);
    const auto user = tried(m_simple, {{"user"_L1, "Ada"_L1}, {"email"_L1, email}});
    QVERIFY(user);
    QCOMPARE(user->email, expected);
}

void TestLoginMethods::simpleRefusesUnfitEmails_data()
{
    QTest::addColumn<QJsonValue>("email");
    QTest::newRow("number") << QJsonValue(7);
    QTest::newRow("true") << QJsonValue(true);
    QTest::newRow("list") << QJsonValue(QJsonArray {u"a@b.org"_s});
    QTest::newRow("object") << QJsonValue(QJsonObject());
    for (const char *text :
         {"ada",
          "@",
          "@b.org",
          "ada@",
          "a@b@c.org",
          "a b@c.org",
          "a@b c.org",
          "a@b.org\nBcc",
          "<a@b.org>",
          "a@b.org,c@d.org",
          "\"a\"@b.org",
          "a@.org",
          "a@b..org",
          "a@b.org.",
          ".a@b.org",
          "a..b@c.org",
          "a@b.org;c",
          "a:b@c.org",
          "a\\b@c.org"})
        QTest::newRow(text) << QJsonValue(QString::fromUtf8(text));
    QTest::newRow("backspace") << QJsonValue(u"a\b@c.org"_s);
    QTest::newRow("override") << QJsonValue(u"a\u202e@b.org"_s);
    QTest::newRow("65 letters before the @") << QJsonValue(QString(65, u'l') + u"@b.org"_s);
    QTest::newRow("255 letters") << QJsonValue(
        QString(QString(64, u'l') + u'@' + QString(190, u'd')));
}

void TestLoginMethods::simpleRefusesUnfitEmails()
{
    QFETCH(const QJsonValue, email);
    const auto user = tried(m_simple, {{"user"_L1, "Ada"_L1}, {"email"_L1, email}});
    QVERIFY(!user);
    QCOMPARE(user.error().code, ErrorCode::InvalidInput);
    QVERIFY(user.error().message.contains(u"\"email\""_s));
}

void TestLoginMethods::r15AClaimedEmailStaysUnverified()
{
    const auto user
        = tried(m_simple, {{"user"_L1, "The boss"_L1}, {"email"_L1, "ceo@example.org"_L1}});
    QVERIFY(user);
    QCOMPARE(user->authProvider, u"Unverified"_s);
    QVERIFY(!user->id.contains(u"ceo"_s));
}

void TestLoginMethods::r15ANameIsNoIdentity()
{
    const QJsonObject form {
        {"user"_L1, "Ada"_L1}, {"id"_L1, "apikey:ci"_L1}, {"authProvider"_L1, "ApiKey"_L1}};
    const auto one = tried(m_simple, form);
    const auto two = tried(m_simple, form);
    QVERIFY(one && two);
    QVERIFY(one->id != two->id);
    QVERIFY(!one->id.startsWith(u"apikey:"_s));
    QCOMPARE(one->authProvider, u"Unverified"_s);
}

void TestLoginMethods::r12NamesCannotForgeLogLines()
{
    const QString forged = u"Ada\n2026-01-01 INFO admin logged in"_s;
    QVERIFY(!tried(m_simple, {{"user"_L1, forged}}));
    QVERIFY(!tried(m_apiKey, {{"apiKey"_L1, "key-of-ci"_L1}, {"user"_L1, forged}}));
}

void TestLoginMethods::simpleIsDescribedAsClientsKnowIt()
{
    const protocol::AuthProvider provider = m_simple.description();
    QVERIFY(provider.type == protocol::AuthType::Form);
    QCOMPARE(provider.name, u"unverified"_s);
    QCOMPARE(provider.endpoint, u"/api/login/simple"_s);
    QCOMPARE(provider.label.code, u"UnverifiedLoginLabel"_s);
    QCOMPARE(provider.details.value_or(protocol::InfoMessage()).code, u"UnverifiedLoginDetails"_s);
    QCOMPARE(provider.group.code, u"BuiltinsGroup"_s);
    QCOMPARE(provider.fields.size(), 2);
    QCOMPARE(provider.fields.at(0).name, u"user"_s);
    QVERIFY(provider.fields.at(0).required);
    QCOMPARE(provider.fields.at(0).label.code, u"UsernameLabel"_s);
    QCOMPARE(provider.fields.at(1).name, u"email"_s);
    QVERIFY(!provider.fields.at(1).required);
    QCOMPARE(provider.fields.at(1).label.code, u"EmailLabel"_s);
}

void TestLoginMethods::apiKeyLetsInWhoKnowsAKey()
{
    const auto ci = tried(m_apiKey, {{"apiKey"_L1, "key-of-ci"_L1}});
    const auto bot = tried(m_apiKey, {{"apiKey"_L1, u"bot:with:colons é"_s}});
    QVERIFY(ci && bot);
    QCOMPARE(ci->id, u"apikey:ci"_s);
    QCOMPARE(ci->name, u"ci"_s);
    QCOMPARE(ci->authProvider, u"ApiKey"_s);
    QVERIFY(ci->email.isEmpty());
    QCOMPARE(bot->id, u"apikey:bot"_s);
}

void TestLoginMethods::apiKeyRefusesWrongKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("beginning of one") << u"key-of-c"_s;
    QTest::newRow("one and more") << u"key-of-ci "_s;
    QTest::newRow("another case") << u"KEY-OF-CI"_s;
    QTest::newRow("two of them") << u"key-of-cibot:with:colons é"_s;
    QTest::newRow("with its name") << u"ci:key-of-ci"_s;
    QTest::newRow("with NUL") << u"key-of-ci\0"_s;
    QTest::newRow("long") << QString(60'000, u'k');
}

void TestLoginMethods::apiKeyRefusesWrongKeys()
{
    QFETCH(const QString, key);
    const auto user = tried(m_apiKey, {{"apiKey"_L1, key}});
    QVERIFY(!user);
    QCOMPARE(user.error().code, ErrorCode::Forbidden);
}

void TestLoginMethods::apiKeyRefusesFormsWithoutKey_data()
{
    QTest::addColumn<QJsonObject>("form");
    QTest::newRow("nothing") << QJsonObject {};
    QTest::newRow("empty") << QJsonObject {{"apiKey"_L1, QString()}};
    QTest::newRow("null") << QJsonObject {{"apiKey"_L1, QJsonValue::Null}};
    QTest::newRow("number") << QJsonObject {{"apiKey"_L1, 7}};
    QTest::newRow("list") << QJsonObject {{"apiKey"_L1, QJsonArray {u"key-of-ci"_s}}};
    QTest::newRow("other spelling") << QJsonObject {{"apikey"_L1, "key-of-ci"_L1}};
}

void TestLoginMethods::apiKeyRefusesFormsWithoutKey()
{
    QFETCH(const QJsonObject, form);
    const auto user = tried(m_apiKey, form);
    QVERIFY(!user);
    QCOMPARE(user.error().code, ErrorCode::InvalidInput);
}

void TestLoginMethods::apiKeyMayBeGivenAName()
{
    const auto user = tried(m_apiKey, {{"apiKey"_L1, "key-of-ci"_L1}, {"user"_L1, " Build 7 "_L1}});
    QVERIFY(user);
    QCOMPARE(user->name, u"Build 7"_s);
    QCOMPARE(user->id, u"apikey:ci"_s);
}

void TestLoginMethods::apiKeyChecksTheGivenName()
{
    const auto user = tried(m_apiKey, {{"apiKey"_L1, "key-of-ci"_L1}, {"user"_L1, 7}});
    QVERIFY(!user);
    QCOMPARE(user.error().code, ErrorCode::InvalidInput);
    // What a form says beside a wrong key is not commented on.
    const auto wrong = tried(m_apiKey, {{"apiKey"_L1, "wrong"_L1}, {"user"_L1, 7}});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::Forbidden);
}

void TestLoginMethods::apiKeyIgnoresEmptyKeys()
{
    ApiKeyLogin open({{u"nobody"_s, QByteArray()}});
    QVERIFY(!tried(open, {{"apiKey"_L1, QString()}}));
    QVERIFY(!tried(open, {{"apiKey"_L1, "x"_L1}}));
}

void TestLoginMethods::apiKeyNeverRepeatsAKey()
{
    const auto user = tried(m_apiKey, {{"apiKey"_L1, "nearly-key-of-ci"_L1}});
    QVERIFY(!user);
    QVERIFY(!user.error().message.contains(u"nearly"_s));
}

void TestLoginMethods::apiKeyIsDescribedAsAForm()
{
    const protocol::AuthProvider provider = m_apiKey.description();
    QCOMPARE(provider.name, u"apikey"_s);
    QCOMPARE(provider.endpoint, u"/api/login/apikey"_s);
    QCOMPARE(provider.fields.size(), 1);
    QCOMPARE(provider.fields.at(0).name, u"apiKey"_s);
    QVERIFY(provider.fields.at(0).required);
}

void TestLoginMethods::throttledAccountsDoNotDependOnTheForm()
{
    const QJsonObject form {{"user"_L1, "x"_L1}, {"apiKey"_L1, "y"_L1}};
    QCOMPARE(m_apiKey.account(form), m_apiKey.account({}));
    QVERIFY(m_apiKey.account(form) != m_simple.account(form));
}

void TestLoginMethods::onlyMethodsThatAreOnAreOffered()
{
    AuthConfig config;
    QVERIFY(makeLoginMethods(config, m_random).isEmpty());
    config.apiKeyLogin = true;
    const LoginMethods keys = makeLoginMethods(config, m_random);
    QCOMPARE(keys.descriptions().size(), 1);
    QVERIFY(keys.find(u"apikey"_s));
    QVERIFY(!keys.find(u"simple"_s));
    config.simpleLogin = true;
    const LoginMethods both = makeLoginMethods(config, m_random);
    QCOMPARE(both.descriptions().size(), 2);
    QCOMPARE(both.descriptions().at(0).name, u"unverified"_s);
    QVERIFY(!both.find(u"SIMPLE"_s));
}

void TestLoginMethods::tokensOfAMethodThatIsOffDoNotCount()
{
    AuthConfig config;
    config.apiKeyLogin = true;
    const LoginMethods methods = makeLoginMethods(config, m_random);
    QVERIFY(methods.isActive(u"ApiKey"_s));
    QVERIFY(!methods.isActive(u"Unverified"_s));
    QVERIFY(!methods.isActive(QString()));
}

void TestLoginMethods::aNewMethodIsOneMoreClass()
{
    LoginMethods methods;
    methods.add(std::make_unique<WebLogin>());
    QVERIFY(methods.isActive(u"Web"_s));
    const std::shared_ptr<LoginMethod> method = methods.find(u"web"_s);
    QVERIFY(method);
    QVERIFY(tried(*method, {}));
    QVERIFY(methods.descriptions().at(0).type == protocol::AuthType::Web);
}

} // namespace ct::server::auth

QTEST_GUILESS_MAIN(ct::server::auth::TestLoginMethods)
#include "tst_loginmethods.moc"
