// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/selfsigned.h"
#include "tests/support/fakeclock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::net;
using namespace std::chrono_literals;

class TestSelfSigned : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void makesAServerCertificate();
    void namesWhatItIsFor();
    void theKeyIsTheOwnersOnly();
    void staysUntil30DaysBeforeItsEnd();
    void isMadeAnewFor_data();
    void isMadeAnewFor();
    void refusesWhatIsNoName_data();
    void refusesWhatIsNoName();
    void failsWithoutAFolder();

private:
    SelfSigned ensured(const QStringList &names = {});
    QSslCertificate certificate() const;

    std::optional<QTemporaryDir> m_folder;
    ct::test::FakeClock m_clock;
};

SelfSigned TestSelfSigned::ensured(const QStringList &names)
{
    const auto made = ensureSelfSigned(m_folder->path(), names, m_clock);
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return *made;
}

QSslCertificate TestSelfSigned::certificate() const
{
    return QSslCertificate::fromPath(m_folder->filePath(u"selfsigned.crt"_s)).value(0);
}

void TestSelfSigned::makesAServerCertificate()
{
    const SelfSigned made = ensured();
    QVERIFY(made.isNew);
    const QSslCertificate leaf = certificate();
    QVERIFY(leaf.isSelfSigned());
    QCOMPARE(leaf.version(), "3"_ba);
    QCOMPARE(leaf.publicKey().algorithm(), QSsl::Ec);
    QCOMPARE(leaf.publicKey().length(), 256);
    QVERIFY(leaf.serialNumber().size() > 40);
    QCOMPARE(
        leaf.effectiveDate().secsTo(leaf.expiryDate()),
        std::chrono::seconds(std::chrono::hours(397 * 24)).count());
    QCOMPARE(made.fingerprint, leaf.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    QCOMPARE(made.fingerprint.size(), 95);

    QHash<QString, QVariant> extensions;
    for (const QSslCertificateExtension &extension : leaf.extensions())
        extensions.insert(extension.name(), extension.value());
    QCOMPARE(extensions.value(u"basicConstraints"_s).toMap().value(u"ca"_s), QVariant(false));
    QVERIFY(leaf.toText().contains(u"TLS Web Server Authentication"_s));
}

void TestSelfSigned::namesWhatItIsFor()
{
    ensured({u"edge.example"_s, u"192.0.2.7"_s, u"2001:db8::7"_s, u"*.intern.example"_s});
    const auto names = certificate().subjectAlternativeNames();
    for (const QString &name : {u"localhost"_s, u"edge.example"_s, u"*.intern.example"_s})
        QVERIFY2(names.contains(QSsl::DnsEntry, name), qPrintable(name));
    for (const QString &name : {u"127.0.0.1"_s, u"192.0.2.7"_s})
        QVERIFY2(names.contains(QSsl::IpAddressEntry, name), qPrintable(name));
    QVERIFY(!ensured({u"192.0.2.7"_s, u"2001:DB8::7"_s, u"::1"_s}).isNew);
}

void TestSelfSigned::theKeyIsTheOwnersOnly()
{
    const SelfSigned made = ensured();
    static constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup
        | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(made.keyFile) & others));
    QVERIFY(QFile::permissions(made.certificateFile) & QFile::ReadOther);
    const QStringList files = QDir(m_folder->path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files, QStringList({u"selfsigned.crt"_s, u"selfsigned.key"_s}));
}

void TestSelfSigned::staysUntil30DaysBeforeItsEnd()
{
    const SelfSigned first = ensured();
    const SelfSigned second = ensured();
    QVERIFY(!second.isNew);
    QCOMPARE(second.fingerprint, first.fingerprint);
    m_clock.advance(std::chrono::hours(366 * 24));
    QVERIFY(!ensured().isNew);
    m_clock.advance(24h);
    const SelfSigned renewed = ensured();
    QVERIFY(renewed.isNew);
    QVERIFY(renewed.fingerprint != first.fingerprint);
}

void TestSelfSigned::isMadeAnewFor_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no certificate") << u"selfsigned.crt"_s << QByteArray();
    QTest::newRow("no key") << u"selfsigned.key"_s << QByteArray();
    QTest::newRow("garbage") << u"selfsigned.crt"_s << "-----BEGIN CERTIFICATE-----\n"_ba;
    QTest::newRow("garbage key") << u"selfsigned.key"_s << "x"_ba;
    QTest::newRow("a clock set back") << QString() << QByteArray();
    QTest::newRow("an open key") << u"mode"_s << QByteArray();
    QTest::newRow("a further name") << u"name"_s << QByteArray();
}

void TestSelfSigned::isMadeAnewFor()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    const SelfSigned first = ensured();
    QStringList names;
    if (file.isEmpty()) {
        m_clock.advance(-2h);
    } else if (file == u"mode"_s) {
        QVERIFY(QFile::setPermissions(
            first.keyFile, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    } else if (file == u"name"_s) {
        names.append(u"new.example"_s);
    } else {
        QFile target(m_folder->filePath(file));
        QVERIFY(target.remove());
        if (!text.isEmpty()) {
            QVERIFY(target.open(QIODevice::WriteOnly));
            QVERIFY(target.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            target.write(text);
        }
    }
    const SelfSigned second = ensured(names);
    QVERIFY(second.isNew);
    QVERIFY(second.fingerprint != first.fingerprint);
    QVERIFY(!ensured(names).isNew);
}

void TestSelfSigned::refusesWhatIsNoName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("a second entry") << u"a.example,DNS:bank.example"_s;
    QTest::newRow("OpenSSL's words") << u"email:copy"_s;
    QTest::newRow("line feed") << u"a.example\n"_s;
    QTest::newRow("blank") << u"a b"_s;
    QTest::newRow("not ASCII") << u"ü.example"_s;
    QTest::newRow("scope") << u"fe80::1%eth0"_s;
    QTest::newRow("stars") << u"a.*.example"_s;
    QTest::newRow("long") << QString(254, u'a');
}

void TestSelfSigned::refusesWhatIsNoName()
{
    QFETCH(QString, name);
    const auto made = ensureSelfSigned(m_folder->path(), {name}, m_clock);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ct::ErrorCode::InvalidInput);
    QVERIFY(certificate().isNull());
}

void TestSelfSigned::failsWithoutAFolder()
{
    const auto made = ensureSelfSigned(m_folder->filePath(u"nowhere"_s), {}, m_clock);
    QVERIFY(!made);
    QVERIFY(made.error().message.contains(u"nowhere/selfsigned.key"_s));
}

QTEST_GUILESS_MAIN(TestSelfSigned)
#include "tst_selfsigned.moc"
