// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/tokenservice.h"
#include "tests/server/auth/tokensamples.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

constexpr qint64 day = 86'400;

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64Url);
}

/// Signed as the issuer would, whatever it says.
QByteArray signedWith(
    const SigningKey &key,
    const QByteArray &header,
    const QByteArray &payload,
    QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256)
{
    const QByteArray text = header + '.' + payload;
    const QByteArray code = QMessageAuthenticationCode::hash(text, key.secret, hash);
    return text + '.' + code.toBase64(base64Url);
}

} // namespace

class TestTokenService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void verifiesALoginTokenItIssued();
    void verifiesARoomTokenItIssued();
    void omitsAnEmptyEmailAndAFalseHost();
    void writesTokensInPrintableAscii();
    void givesEachTokenAnIdOfItsOwn();
    void namesAlgorithmAndKeyInTheHeader();
    void r1ATokenSignedWithAGuessableKeyIsRefused();
    void r2TokensExpire();
    void r2ALoginTokenIsNoRoomToken();
    void r2AnEndedLoginsTokensAreDead();
    void r2ALogoutEverywhereEndsWhatWasIssuedBefore();
    void weakness4TokensSayWhenTheyExpire();
    void acceptsAClockThatIsALittleOff();
    void refusesATokenFromTheFuture();
    void refusesAnotherHeader_data();
    void refusesAnotherHeader();
    void refusesMalformedTokens_data();
    void refusesMalformedTokens();
    void refusesAnyChangedLetter();
    void refusesSignedNonsense_data();
    void refusesSignedNonsense();
    void refusesOverlongTokensUnread();
    void neverRepeatsATokenInItsErrors();

private:
    /// A payload that is good but for the changes.
    QByteArray payload(const QJsonObject &changes = {}, const QString &removed = {}) const;
    QByteArray header() const { return encoded({{"alg"_L1, "HS256"_L1}, {"kid"_L1, "new"_L1}}); }
    qint64 now() const { return sinceEpoch(m_clock.wallNow()).count(); }

    test::FakeClock m_clock;
    test::CountingRandom m_random;
    std::unique_ptr<TokenService> m_tokens;
};

void TestTokenService::init()
{
    m_tokens = std::make_unique<TokenService>(
        QList {keyNamed("new"), keyNamed("old")}, TokenLifetimes(), m_clock, m_random);
}

QByteArray TestTokenService::payload(const QJsonObject &changes, const QString &removed) const
{
    QJsonObject claims = segment(m_tokens->issueLogin(ada()), 1);
    for (auto change = changes.begin(); change != changes.end(); ++change)
        claims.insert(change.key(), change.value());
    claims.remove(removed);
    return encoded(claims);
}

void TestTokenService::verifiesALoginTokenItIssued()
{
    const Result<LoginClaims> claims = m_tokens->verifyLogin(m_tokens->issueLogin(ada()));
    QVERIFY(claims);
    QCOMPARE(claims->user.id, ada().id);
    QCOMPARE(claims->user.name, ada().name);
    QCOMPARE(claims->user.email, ada().email);
    QCOMPARE(claims->user.authProvider, ada().authProvider);
    QCOMPARE(claims->tokenId.size(), 24);
    QCOMPARE(claims->expires, now() + day);
}

void TestTokenService::verifiesARoomTokenItIssued()
{
    const Result<RoomClaims> claims = m_tokens->verifyRoom(m_tokens->issueRoom(hostOf("room1")));
    QVERIFY(claims);
    QCOMPARE(claims->room, "room1"_ba);
    QCOMPARE(claims->instance, "inst"_ba);
    QCOMPARE(claims->participant, "part"_ba);
    QCOMPARE(claims->user.name, ada().name);
    QCOMPARE(claims->user.email, ada().email);
    QVERIFY(claims->host);
    QVERIFY(claims->tokenId != "ignored");
    QCOMPARE(claims->expires, now() + day);
}

void TestTokenService::omitsAnEmptyEmailAndAFalseHost()
{
    RoomClaims guest = hostOf("room1");
    guest.host = false;
    guest.user.email.clear();
    const QByteArray token = m_tokens->issueRoom(guest);
    QVERIFY(!segment(token, 1).contains("host"_L1));
    QVERIFY(!segment(token, 1).value("user"_L1).toObject().contains("email"_L1));
    const Result<RoomClaims> claims = m_tokens->verifyRoom(token);
    QVERIFY(claims);
    QVERIFY(!claims->host);
    QVERIFY(claims->user.email.isEmpty());
}

void TestTokenService::writesTokensInPrintableAscii()
{
    const QByteArray token = m_tokens->issueLogin(ada());
    QVERIFY(token.size() > 100);
    for (const char c : token)
        QVERIFY(c > ' ' && c < 127);
}

void TestTokenService::givesEachTokenAnIdOfItsOwn()
{
    const Result<LoginClaims> one = m_tokens->verifyLogin(m_tokens->issueLogin(ada()));
    const Result<LoginClaims> two = m_tokens->verifyLogin(m_tokens->issueLogin(ada()));
    QVERIFY(one && two);
    QVERIFY(one->tokenId != two->tokenId);
}

void TestTokenService::namesAlgorithmAndKeyInTheHeader()
{
    const QJsonObject header = segment(m_tokens->issueLogin(ada()), 0);
    QCOMPARE(header.value("alg"_L1).toString(), u"HS256"_s);
    QCOMPARE(header.value("kid"_L1).toString(), u"new"_s);
    // What the rows below build is what the service would take.
    QVERIFY(m_tokens->verifyLogin(signedWith(keyNamed("new"), this->header(), payload())));
}

void TestTokenService::r1ATokenSignedWithAGuessableKeyIsRefused()
{
    for (const QByteArray &guess :
         {"/app/bundle/app.js"_ba, "secret"_ba, QByteArray(), QByteArray(32, '\0')}) {
        const Result<LoginClaims> claims
            = m_tokens->verifyLogin(signedWith({"new", guess}, header(), payload()));
        QVERIFY(!claims);
        QCOMPARE(claims.error().code, ErrorCode::Unauthorized);
    }
}

void TestTokenService::r2TokensExpire()
{
    const QByteArray login = m_tokens->issueLogin(ada());
    const QByteArray room = m_tokens->issueRoom(hostOf("room1"));
    m_clock.advance(std::chrono::hours(24) + std::chrono::seconds(59));
    QVERIFY(m_tokens->verifyLogin(login));
    QVERIFY(m_tokens->verifyRoom(room));
    m_clock.advance(std::chrono::seconds(1));
    QVERIFY(!m_tokens->verifyLogin(login));
    QVERIFY(!m_tokens->verifyRoom(room));
}

void TestTokenService::r2ALoginTokenIsNoRoomToken()
{
    QVERIFY(!m_tokens->verifyRoom(m_tokens->issueLogin(ada())));
    QVERIFY(!m_tokens->verifyLogin(m_tokens->issueRoom(hostOf("room1"))));
    // Not even when it has all that a room token has.
    QJsonObject claims = segment(m_tokens->issueRoom(hostOf("room1")), 1);
    claims.insert("aud"_L1, "login"_L1);
    QVERIFY(!m_tokens->verifyRoom(signedWith(keyNamed("new"), header(), encoded(claims))));
}

void TestTokenService::r2AnEndedLoginsTokensAreDead()
{
    const QByteArray login = m_tokens->issueLogin(ada());
    const QByteArray other = m_tokens->issueLogin(ada());
    RoomClaims room = hostOf("room1");
    room.login = m_tokens->verifyLogin(login)->tokenId;
    const QByteArray ofLogin = m_tokens->issueRoom(room);
    room.login = m_tokens->verifyLogin(other)->tokenId;
    const QByteArray ofOther = m_tokens->issueRoom(room);
    QCOMPARE(m_tokens->verifyRoom(ofOther)->login, room.login);
    m_tokens->revoke({m_tokens->verifyLogin(login)->tokenId, ada().id});
    QVERIFY(!m_tokens->verifyLogin(login));
    QVERIFY(!m_tokens->verifyRoom(ofLogin));
    QVERIFY(m_tokens->verifyLogin(other));
    QVERIFY(m_tokens->verifyRoom(ofOther));
    // Not even the clock brings it back.
    m_clock.advance(std::chrono::hours(23));
    m_tokens->revoke({"another", {}});
    QVERIFY(!m_tokens->verifyLogin(login));
}

void TestTokenService::r2ALogoutEverywhereEndsWhatWasIssuedBefore()
{
    const QByteArray before = m_tokens->issueLogin(ada());
    const QByteArray room = m_tokens->issueRoom(hostOf("room1"));
    User bob = ada();
    bob.id = u"id-2"_s;
    const QByteArray others = m_tokens->issueLogin(bob);
    m_tokens->revoke({{}, ada().id});
    QVERIFY(!m_tokens->verifyLogin(before));
    QVERIFY(!m_tokens->verifyRoom(room));
    QVERIFY(m_tokens->verifyLogin(others));
    // Within the same second.
    QVERIFY(m_tokens->verifyLogin(m_tokens->issueLogin(ada())));
    QVERIFY(m_tokens->verifyRoom(m_tokens->issueRoom(hostOf("room2"))));
}

void TestTokenService::weakness4TokensSayWhenTheyExpire()
{
    for (const QByteArray &token :
         {m_tokens->issueLogin(ada()), m_tokens->issueRoom(hostOf("room1"))}) {
        QCOMPARE(segment(token, 1).value("iat"_L1).toInteger(), now());
        QCOMPARE(segment(token, 1).value("exp"_L1).toInteger(), now() + day);
    }
}

void TestTokenService::acceptsAClockThatIsALittleOff()
{
    const QByteArray token = m_tokens->issueLogin(ada());
    m_clock.setWall(m_clock.wallNow() - std::chrono::seconds(60));
    QVERIFY(m_tokens->verifyLogin(token));
    m_clock.setWall(m_clock.wallNow() + std::chrono::seconds(60));
}

void TestTokenService::refusesATokenFromTheFuture()
{
    const QByteArray token = m_tokens->issueLogin(ada());
    m_clock.setWall(m_clock.wallNow() - std::chrono::seconds(61));
    const Result<LoginClaims> claims = m_tokens->verifyLogin(token);
    m_clock.setWall(m_clock.wallNow() + std::chrono::seconds(61));
    QVERIFY(!claims);
    QVERIFY(claims.error().message.contains(u"future"_s));
}

void TestTokenService::refusesAnotherHeader_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("none") << R"({"alg":"none","kid":"new"})"_ba;
    QTest::newRow("None") << R"({"alg":"None","kid":"new"})"_ba;
    QTest::newRow("HS384") << R"({"alg":"HS384","kid":"new"})"_ba;
    QTest::newRow("HS512") << R"({"alg":"HS512","kid":"new"})"_ba;
    QTest::newRow("RS256") << R"({"alg":"RS256","kid":"new"})"_ba;
    QTest::newRow("ES256") << R"({"alg":"ES256","kid":"new"})"_ba;
    QTest::newRow("no alg") << R"({"kid":"new"})"_ba;
    QTest::newRow("alg is a number") << R"({"alg":1,"kid":"new"})"_ba;
    QTest::newRow("no kid") << R"({"alg":"HS256"})"_ba;
    QTest::newRow("unknown kid") << R"({"alg":"HS256","kid":"newer"})"_ba;
    QTest::newRow("empty kid") << R"({"alg":"HS256","kid":""})"_ba;
    QTest::newRow("the other key's id") << R"({"alg":"HS256","kid":"old"})"_ba;
    QTest::newRow("path as kid") << R"({"alg":"HS256","kid":"../../dev/null"})"_ba;
    QTest::newRow("critical extension")
        << R"({"alg":"HS256","kid":"new","crit":["b64"],"b64":false})"_ba;
    QTest::newRow("two algs") << R"({"alg":"none","alg":"HS256","kid":"new"})"_ba;
    QTest::newRow("key given along")
        << R"({"alg":"HS256","kid":"new","jwk":{"kty":"oct","k":"AA"}})"_ba;
    QTest::newRow("no object") << "[]"_ba;
    QTest::newRow("no JSON") << "{"_ba;
    QTest::newRow("deep") << QByteArray(3000, '[');
}

void TestTokenService::refusesAnotherHeader()
{
    QFETCH(const QByteArray, text);
    const QByteArray header = text.toBase64(base64Url);
    const QByteArray good = signedWith(keyNamed("new"), header, payload());
    QVERIFY(!m_tokens->verifyLogin(good));
    const QByteArray longer
        = signedWith(keyNamed("new"), header, payload(), QCryptographicHash::Sha512);
    QVERIFY(!m_tokens->verifyLogin(longer));
    QVERIFY(!m_tokens->verifyLogin(good.left(good.lastIndexOf('.') + 1)));
}

void TestTokenService::refusesMalformedTokens_data()
{
    init();
    const QByteArray good = m_tokens->issueLogin(ada());
    const QList<QByteArray> parts = good.split('.');
    const QByteArray head = parts.at(0) + '.' + parts.at(1) + '.';
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("dot") << "."_ba;
    QTest::newRow("dots") << ".."_ba;
    QTest::newRow("header") << parts.at(0);
    QTest::newRow("header and dot") << QByteArray(parts.at(0) + '.');
    QTest::newRow("two segments") << QByteArray(parts.at(0) + '.' + parts.at(1));
    QTest::newRow("no payload") << QByteArray(parts.at(0) + ".." + parts.at(2));
    QTest::newRow("no signature") << head;
    // cjose would read beyond these.
    QTest::newRow("signature of one byte") << QByteArray(head + "AA");
    QTest::newRow("signature of 31 bytes") << QByteArray(head + parts.at(2).left(42));
    QTest::newRow("signature of 33 bytes") << QByteArray(good + 'A');
    QTest::newRow("signature of 48 bytes") << QByteArray(good + "AAAAA");
    QTest::newRow("four segments") << QByteArray(good + ".AA");
    QTest::newRow("padding") << QByteArray(good + '=');
    QTest::newRow("leading space") << QByteArray(' ' + good);
    QTest::newRow("trailing line end") << QByteArray(good + '\n');
    QTest::newRow("standard alphabet") << QByteArray(head + QByteArray(41, 'A') + "+/");
    QTest::newRow("NUL in payload") << QByteArray(parts.at(0) + ".AA\0A."_ba + parts.at(2));
    QTest::newRow("byte over 127") << QByteArray(parts.at(0) + ".\xc3\xa9" + "AA." + parts.at(2));
    QTest::newRow("payload of one letter") << QByteArray(parts.at(0) + ".A." + parts.at(2));
    QTest::newRow("header cut") << good.mid(1);
    QTest::newRow("header longer")
        << QByteArray(parts.at(0) + "A." + parts.at(1) + '.' + parts.at(2));
}

void TestTokenService::refusesMalformedTokens()
{
    QFETCH(const QByteArray, token);
    const Result<LoginClaims> login = m_tokens->verifyLogin(token);
    QVERIFY(!login);
    QCOMPARE(login.error().code, ErrorCode::Unauthorized);
    QVERIFY(!m_tokens->verifyRoom(token));
}

void TestTokenService::refusesAnyChangedLetter()
{
    const QByteArray good = m_tokens->issueLogin(ada());
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray token = good;
        token[at] = token.at(at) == 'A' ? 'Q' : 'A';
        QVERIFY2(!m_tokens->verifyLogin(token), token.constData());
    }
    // The last letter's lowest bits belong to no byte, but four texts for one token are too many.
    for (const char letter :
         "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"_ba) {
        const QByteArray token = good.chopped(1) + letter;
        QCOMPARE(m_tokens->verifyLogin(token).has_value(), token == good);
    }
}

void TestTokenService::refusesSignedNonsense_data()
{
    init();
    QTest::addColumn<QByteArray>("claims");
    for (const char *name : {"id", "name", "authProvider", "aud", "jti", "iat", "exp"})
        QTest::addRow("without %s", name) << payload({}, QString::fromLatin1(name));
    const auto with = [this](const char *name, const QJsonValue &value) {
        QTest::addRow("wrong %s", name) << payload({{QLatin1StringView(name), value}});
    };
    with("exp", u"tomorrow"_s);
    with("exp", 1e300);
    with("exp", static_cast<double>(now()) + 1000.5);
    with("exp", -1);
    with("iat", QJsonValue::Null);
    with("iat", 1e300);
    with("id", 7);
    with("name", QJsonObject());
    with("email", 7);
    with("aud", QJsonObject());
    with("aud", u"Login"_s);
    QTest::newRow("list") << "[1]"_ba.toBase64(base64Url);
    QTest::newRow("no JSON") << "nonsense"_ba.toBase64(base64Url);
}

void TestTokenService::refusesSignedNonsense()
{
    QFETCH(const QByteArray, claims);
    const Result<LoginClaims> login
        = m_tokens->verifyLogin(signedWith(keyNamed("new"), header(), claims));
    QVERIFY(!login);
    QCOMPARE(login.error().code, ErrorCode::Unauthorized);
}

void TestTokenService::refusesOverlongTokensUnread()
{
    User user = ada();
    user.name = QString(8192, u'x');
    const Result<LoginClaims> claims = m_tokens->verifyLogin(m_tokens->issueLogin(user));
    QVERIFY(!claims);
    QVERIFY(claims.error().message.contains(u"8192"_s));
}

void TestTokenService::neverRepeatsATokenInItsErrors()
{
    const QByteArray token = m_tokens->issueLogin(ada());
    const QString secretPart = QString::fromLatin1(token.split('.').at(2));
    m_clock.advance(std::chrono::hours(48));
    for (const QByteArray &bad : {token, QByteArray(token + 'A'), token.mid(3)}) {
        const QString message = m_tokens->verifyLogin(bad).error().message;
        QVERIFY(!message.isEmpty());
        QVERIFY(!message.contains(secretPart.left(10)));
    }
}

} // namespace ct::server::auth

QTEST_GUILESS_MAIN(ct::server::auth::TestTokenService)
#include "tst_tokenservice.moc"
