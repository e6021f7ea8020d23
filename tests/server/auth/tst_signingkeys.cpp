// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/tokenservice.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// 32 bytes in base64url.
const QByteArray secret = QByteArray(42, 'A') + 'E';

} // namespace

class TestSigningKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void r1TheFirstStartMakesARandomKeyOnlyItsOwnerCanRead();
    void r1TwoServersHaveDifferentKeys();
    void readsTheSameKeysAgain();
    void refusesAFileOthersMayRead_data();
    void refusesAFileOthersMayRead();
    void refusesWhatIsNoFile();
    void refusesBrokenFilesAndLeavesThemAlone_data();
    void refusesBrokenFilesAndLeavesThemAlone();
    void readsAFileWithBlankLines();
    void takesAGivenKeyInsteadOfTheFile();
    void refusesAShortGivenKey_data();
    void refusesAShortGivenKey();
    void tellsGivenKeysApartByTheirIds();
    void aGivenFormerKeyStillVerifies();
    void rotationKeepsTheFormerKeyAndNoMore();
    void rotationLeavesTokensOfTheFormerKeyGood();
    void rotationNeedsAFile();
    void namesTheFileThatCannotBeWritten();
    void leavesNoTemporaryFiles();

private:
    Result<QList<SigningKey>> load(const QByteArray &given = {}, const QByteArray &former = {})
    {
        return loadSigningKeys(m_path, given, former, m_random);
    }
    void write(const QByteArray &text, QFile::Permissions permissions = ownerOnly) const;
    QByteArray content() const;

    test::CountingRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSigningKeys::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"jwt.keys"_s);
}

void TestSigningKeys::write(const QByteArray &text, QFile::Permissions permissions) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    QVERIFY(file.setPermissions(permissions));
}

QByteArray TestSigningKeys::content() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSigningKeys::r1TheFirstStartMakesARandomKeyOnlyItsOwnerCanRead()
{
    const Result<QList<SigningKey>> keys = load();
    QVERIFY(keys);
    QCOMPARE(keys->size(), 1);
    QCOMPARE(keys->constFirst().secret.size(), 32);
    QVERIFY(!keys->constFirst().id.isEmpty());
    const QFile::Permissions foreign = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(m_path) & foreign));
    QVERIFY(!content().contains(m_path.toUtf8()));
}

void TestSigningKeys::r1TwoServersHaveDifferentKeys()
{
    SystemRandom random;
    const auto one = loadSigningKeys(m_folder->filePath(u"one"_s), {}, {}, random);
    const auto two = loadSigningKeys(m_folder->filePath(u"two"_s), {}, {}, random);
    QVERIFY(one && two);
    QVERIFY(one->constFirst().secret != two->constFirst().secret);
    QVERIFY(one->constFirst().id != two->constFirst().id);
}

void TestSigningKeys::readsTheSameKeysAgain()
{
    const auto first = load();
    const auto again = load();
    QVERIFY(first && again);
    QCOMPARE(again->size(), 1);
    QCOMPARE(again->constFirst().id, first->constFirst().id);
    QCOMPARE(again->constFirst().secret, first->constFirst().secret);
}

void TestSigningKeys::refusesAFileOthersMayRead_data()
{
    QTest::addColumn<int>("permission");
    for (const auto permission :
         {QFile::ReadGroup, QFile::WriteGroup, QFile::ReadOther, QFile::WriteOther})
        QTest::addRow("%x", unsigned(permission)) << int(permission);
}

void TestSigningKeys::refusesAFileOthersMayRead()
{
    QFETCH(const int, permission);
    write("a:" + secret, ownerOnly | QFile::Permission(permission));
    for (const Result<QList<SigningKey>> &keys : {load(), rotateSigningKeys(m_path, m_random)}) {
        QVERIFY(!keys);
        QCOMPARE(keys.error().code, ErrorCode::Forbidden);
        QVERIFY(keys.error().message.contains(m_path));
        QVERIFY(keys.error().message.contains(u"chmod 600"_s));
    }
}

void TestSigningKeys::refusesWhatIsNoFile()
{
    QVERIFY(QDir().mkdir(m_path));
    QVERIFY(QFile::setPermissions(m_path, ownerOnly | QFile::ExeOwner));
    const auto keys = load();
    QVERIFY(!keys);
    QCOMPARE(keys.error().code, ErrorCode::Forbidden);
}

void TestSigningKeys::refusesBrokenFilesAndLeavesThemAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << "\n \n"_ba;
    QTest::newRow("no colon") << secret;
    QTest::newRow("no id") << QByteArray(':' + secret);
    QTest::newRow("bad id") << QByteArray("a b:" + secret);
    QTest::newRow("quote in id") << QByteArray("a\":" + secret);
    QTest::newRow("long id") << QByteArray(QByteArray(65, 'a') + ':' + secret);
    QTest::newRow("no key") << "a:"_ba;
    QTest::newRow("31 bytes") << QByteArray("a:" + QByteArray(31, 'k').toBase64());
    QTest::newRow("no base64") << QByteArray("a:" + QByteArray(60, '*'));
    QTest::newRow("same id twice") << QByteArray("a:" + secret + "\na:" + secret);
    QTest::newRow("three keys") << QByteArray("a:" + secret + "\nb:" + secret + "\nc:" + secret);
    QTest::newRow("too long") << QByteArray(5000, 'a');
    QTest::newRow("torn second line") << QByteArray("a:" + secret + "\nb:" + secret.left(20));
}

void TestSigningKeys::refusesBrokenFilesAndLeavesThemAlone()
{
    QFETCH(const QByteArray, text);
    write(text);
    const auto keys = load();
    QVERIFY(!keys);
    QVERIFY(keys.error().code == ErrorCode::Corrupt || keys.error().code == ErrorCode::TooLarge);
    QVERIFY(keys.error().message.contains(m_path));
    QVERIFY(!keys.error().message.contains(QString::fromLatin1(secret.left(20))));
    QVERIFY(!rotateSigningKeys(m_path, m_random));
    QCOMPARE(content(), text);
}

void TestSigningKeys::readsAFileWithBlankLines()
{
    write("\n a:" + secret + " \r\n\nb:" + secret + "\n");
    const auto keys = load();
    QVERIFY(keys);
    QCOMPARE(keys->size(), 2);
    QCOMPARE(keys->at(0).id, "a"_ba);
    QCOMPARE(keys->at(1).id, "b"_ba);
}

void TestSigningKeys::takesAGivenKeyInsteadOfTheFile()
{
    const QByteArray given(32, 'g');
    const auto keys = load(given);
    QVERIFY(keys);
    QCOMPARE(keys->size(), 1);
    QCOMPARE(keys->constFirst().secret, given);
    QVERIFY(!QFile::exists(m_path));
}

void TestSigningKeys::refusesAShortGivenKey_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::newRow("one byte") << "x"_ba;
    QTest::newRow("31 bytes") << QByteArray(31, 'x');
}

void TestSigningKeys::refusesAShortGivenKey()
{
    QFETCH(const QByteArray, given);
    const auto keys = load(given);
    QVERIFY(!keys);
    QCOMPARE(keys.error().code, ErrorCode::InvalidInput);
    QVERIFY(keys.error().message.contains(u"OCT_JWT_PRIVATE_KEY"_s));
    QVERIFY(!keys.error().message.contains(u"xx"_s));
    QVERIFY(keys.error().message.contains(u"openssl rand"_s));
}

void TestSigningKeys::tellsGivenKeysApartByTheirIds()
{
    const auto one = load(QByteArray(32, 'a'));
    const auto same = load(QByteArray(32, 'a'));
    const auto other = load(QByteArray(32, 'b'));
    QVERIFY(one && same && other);
    QCOMPARE(one->constFirst().id, same->constFirst().id);
    QVERIFY(one->constFirst().id != other->constFirst().id);
}

void TestSigningKeys::aGivenFormerKeyStillVerifies()
{
    const QByteArray old(32, 'a');
    const QByteArray fresh(32, 'b');
    const test::FakeClock clock;
    TokenService tokens(*load(old), TokenLifetimes(), clock, m_random);
    const QByteArray token = tokens.issueLogin({u"i"_s, u"n"_s, QString(), u"p"_s});
    tokens.setKeys(*load(fresh, old));
    QVERIFY(tokens.verifyLogin(token));
    QVERIFY(tokens.verifyLogin(tokens.issueLogin({u"i"_s, u"n"_s, QString(), u"p"_s})));
    tokens.setKeys(*load(fresh));
    QVERIFY(!tokens.verifyLogin(token));
    QCOMPARE(load(fresh, fresh)->size(), 1);
}

void TestSigningKeys::rotationKeepsTheFormerKeyAndNoMore()
{
    const auto first = load();
    const auto second = rotateSigningKeys(m_path, m_random);
    const auto third = rotateSigningKeys(m_path, m_random);
    QVERIFY(first && second && third);
    QCOMPARE(second->size(), 2);
    QCOMPARE(second->at(1).secret, first->at(0).secret);
    QVERIFY(second->at(0).secret != first->at(0).secret);
    QCOMPARE(third->size(), 2);
    QCOMPARE(third->at(1).id, second->at(0).id);
    const auto loaded = load();
    QVERIFY(loaded);
    QCOMPARE(loaded->at(0).secret, third->at(0).secret);
    QCOMPARE(loaded->at(1).secret, third->at(1).secret);
}

void TestSigningKeys::rotationLeavesTokensOfTheFormerKeyGood()
{
    const test::FakeClock clock;
    TokenService tokens(*load(), TokenLifetimes(), clock, m_random);
    const QByteArray token = tokens.issueLogin({u"i"_s, u"n"_s, QString(), u"p"_s});
    tokens.setKeys(*rotateSigningKeys(m_path, m_random));
    QVERIFY(tokens.verifyLogin(token));
    tokens.setKeys(*rotateSigningKeys(m_path, m_random));
    QVERIFY(!tokens.verifyLogin(token));
}

void TestSigningKeys::rotationNeedsAFile()
{
    const auto keys = rotateSigningKeys(m_path, m_random);
    QVERIFY(!keys);
    QCOMPARE(keys.error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(m_path));
}

void TestSigningKeys::namesTheFileThatCannotBeWritten()
{
    const QString path = m_folder->filePath(u"missing/jwt.keys"_s);
    const auto keys = loadSigningKeys(path, {}, {}, m_random);
    QVERIFY(!keys);
    QVERIFY(keys.error().message.contains(path));
}

void TestSigningKeys::leavesNoTemporaryFiles()
{
    QVERIFY(load());
    QVERIFY(rotateSigningKeys(m_path, m_random));
    QCOMPARE(
        QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList {u"jwt.keys"_s});
}

} // namespace ct::server::auth

QTEST_GUILESS_MAIN(ct::server::auth::TestSigningKeys)
#include "tst_signingkeys.moc"
