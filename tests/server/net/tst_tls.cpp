// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/selfsigned.h"
#include "server/net/tls.h"
#include "server/net/tlssession.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QSslCipher>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::net;
using namespace std::chrono_literals;

namespace {

/// A server for one connection, which carries between its socket and a session.
class OneTlsServer : public QTcpServer
{
public:
    explicit OneTlsServer(const SslContext &context) : session(context)
    {
        listen(QHostAddress::LocalHost);
    }

    TlsSession session;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        m_socket.setSocketDescriptor(descriptor);
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] {
            const QByteArray arrived = m_socket.readAll();
            QByteArrayView sealed = arrived;
            QByteArray out;
            session.shakeHands(sealed, out);
            m_socket.write(out);
            if (session.state() == TlsSession::State::Failed)
                m_socket.disconnectFromHost();
        });
    }

private:
    QTcpSocket m_socket;
};

void write(const QString &name, const QByteArray &text)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
}

QByteArray read(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void takesModernCiphersOnly_data();
    void takesModernCiphersOnly();
    void shakesHands_data();
    void shakesHands();
    void isTrustedByWhoIsGivenTheFile();
    void refusesOldProtocols();
    void offersOnlyTheVersionAskedFor_data();
    void offersOnlyTheVersionAskedFor();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void aKeyOfAnotherCertificateIsNamed();
    void anEncryptedKeyIsNamed();
    void readsAChain();
    void reloadsForNewConnections();
    void keepsTheOldOneWhenReloadingFails();
    void warnsOfTheEnd_data();
    void warnsOfTheEnd();
    void warnsOfAnOpenKey();

private:
    TlsSource source() const { return {m_certificate, m_key}; }
    std::unique_ptr<TlsContext> opened();
    ct::Error failure();
    void makeAnother();
    QSslSocket *shakeHands(OneTlsServer &server, QSsl::SslProtocol protocol);

    std::optional<QTemporaryDir> m_folder;
    ct::test::FakeClock m_clock;
    QString m_certificate;
    QString m_key;
    std::unique_ptr<QSslSocket> m_client;
};

void TestTls::init()
{
    m_client.reset();
    m_folder.emplace();
    m_clock.setWall(std::chrono::system_clock::now());
    makeAnother();
}

void TestTls::makeAnother()
{
    if (!m_certificate.isEmpty())
        QFile::remove(m_certificate);
    const auto made = ensureSelfSigned(m_folder->path(), {}, m_clock);
    QVERIFY(made);
    QVERIFY(made->isNew);
    m_certificate = made->certificateFile;
    m_key = made->keyFile;
}

std::unique_ptr<TlsContext> TestTls::opened()
{
    auto context = TlsContext::open(source(), m_clock);
    if (!context)
        qFatal("%s", qPrintable(context.error().message));
    return *std::move(context);
}

ct::Error TestTls::failure()
{
    const auto context = TlsContext::open(source(), m_clock);
    if (context)
        qFatal("was opened");
    return context.error();
}

QSslSocket *TestTls::shakeHands(OneTlsServer &server, QSsl::SslProtocol protocol)
{
    m_client = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(protocol);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setAllowedNextProtocols({"h2"_ba, "http/1.1"_ba});
    m_client->setSslConfiguration(configuration);
    m_client->connectToHostEncrypted(u"127.0.0.1"_s, server.serverPort());
    return m_client.get();
}

void TestTls::takesModernCiphersOnly_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("AES 128") << u"ECDHE-ECDSA-AES128-GCM-SHA256"_s << true;
    QTest::newRow("AES 256") << u"ECDHE-ECDSA-AES256-GCM-SHA384"_s << true;
    QTest::newRow("ChaCha") << u"ECDHE-ECDSA-CHACHA20-POLY1305"_s << true;
    QTest::newRow("CBC") << u"ECDHE-ECDSA-AES128-SHA256"_s << false;
    QTest::newRow("CBC, SHA-1") << u"ECDHE-ECDSA-AES256-SHA"_s << false;
}

void TestTls::takesModernCiphersOnly()
{
    QFETCH(QString, name);
    QFETCH(bool, isTaken);
    OneTlsServer server(opened()->current());
    QSslSocket client;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    const QSslCipher cipher(name);
    QVERIFY(!cipher.isNull());
    configuration.setCiphers({cipher});
    client.setSslConfiguration(configuration);
    client.connectToHostEncrypted(u"127.0.0.1"_s, server.serverPort());
    QTRY_VERIFY(client.isEncrypted() || client.state() == QAbstractSocket::UnconnectedState);
    QCOMPARE(client.isEncrypted(), isTaken);
}

void TestTls::shakesHands_data()
{
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QTest::newRow("1.2") << QSsl::TlsV1_2;
    QTest::newRow("1.3") << QSsl::TlsV1_3;
}

void TestTls::shakesHands()
{
    QFETCH(QSsl::SslProtocol, protocol);
    OneTlsServer server(opened()->current());
    QSslSocket *client = shakeHands(server, protocol);
    QTRY_VERIFY(client->isEncrypted());
    QTRY_VERIFY(server.session.state() == TlsSession::State::Open);
    QCOMPARE(client->sessionProtocol(), protocol);
    QCOMPARE(client->sslConfiguration().nextNegotiatedProtocol(), "http/1.1"_ba);
    QVERIFY(client->sslConfiguration().sessionTicket().isEmpty());
}

void TestTls::isTrustedByWhoIsGivenTheFile()
{
    OneTlsServer server(opened()->current());
    QSslSocket client;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(m_certificate));
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    client.setSslConfiguration(configuration);
    client.connectToHostEncrypted(u"127.0.0.1"_s, server.serverPort());
    QTRY_VERIFY2(client.isEncrypted(), qPrintable(client.errorString()));
    QVERIFY(client.sslHandshakeErrors().isEmpty());
}

void TestTls::refusesOldProtocols()
{
    OneTlsServer server(opened()->current());
    // The name is deprecated, but the question is whether the server refuses what it stands for.
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QSslSocket *client = shakeHands(server, QSsl::TlsV1_1);
    QT_WARNING_POP
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!client->isEncrypted());
}

void TestTls::offersOnlyTheVersionAskedFor_data()
{
    QTest::addColumn<TlsVersions>("versions");
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("1.3, by 1.3") << TlsVersions::Only13 << QSsl::TlsV1_3 << true;
    QTest::newRow("1.3, by 1.2") << TlsVersions::Only13 << QSsl::TlsV1_2 << false;
    QTest::newRow("1.2, by 1.2") << TlsVersions::Only12 << QSsl::TlsV1_2 << true;
    QTest::newRow("1.2, by 1.3") << TlsVersions::Only12 << QSsl::TlsV1_3 << false;
}

void TestTls::offersOnlyTheVersionAskedFor()
{
    QFETCH(const TlsVersions, versions);
    QFETCH(const QSsl::SslProtocol, protocol);
    QFETCH(const bool, isOffered);
    const auto context = opened();
    QVERIFY(context->reload({m_certificate, m_key, versions}));
    OneTlsServer server(context->current());
    QSslSocket *client = shakeHands(server, protocol);
    QTRY_VERIFY(client->isEncrypted() || client->state() == QAbstractSocket::UnconnectedState);
    QCOMPARE(client->isEncrypted(), isOffered);
}

void TestTls::refusesBadFiles_data()
{
    QTest::addColumn<bool>("isKey");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no certificate") << false << QByteArray();
    QTest::newRow("no key") << true << QByteArray();
    QTest::newRow("empty certificate") << false << "\n"_ba;
    QTest::newRow("garbage key") << true << "\xff\xfe\x00"_ba;
    QTest::newRow("huge certificate") << false << QByteArray(2'000'000, 'x');
    QTest::newRow("broken certificate")
        << false << "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"_ba;
    // Neither kind works in QSslKey or in every client.
    QTest::newRow("ed25519") << true
                             << "-----BEGIN PRIVATE KEY-----\n"
                                "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                                "-----END PRIVATE KEY-----\n"_ba;
}

void TestTls::refusesBadFiles()
{
    QFETCH(bool, isKey);
    QFETCH(QByteArray, text);
    const QString file = isKey ? m_key : m_certificate;
    QVERIFY(QFile::remove(file));
    if (!text.isEmpty())
        write(file, text);
    const ct::Error error = failure();
    QCOMPARE(error.code, ct::ErrorCode::InvalidInput);
    QVERIFY2(error.message.contains(file), qPrintable(error.message));
}

void TestTls::aKeyOfAnotherCertificateIsNamed()
{
    const QByteArray oldKey = read(m_key);
    makeAnother();
    write(m_key, oldKey);
    const QString message = failure().message;
    QVERIFY2(message.contains(u"does not belong"_s), qPrintable(message));
    QVERIFY(message.contains(m_key));
    QVERIFY(message.contains(m_certificate));
}

void TestTls::anEncryptedKeyIsNamed()
{
    const QSslKey key(read(m_key), QSsl::Ec);
    QVERIFY(!key.isNull());
    write(m_key, key.toPem("secret"_ba));
    QVERIFY(read(m_key).contains("ENCRYPTED"));
    QVERIFY2(failure().message.contains(u"encrypted"_s), qPrintable(failure().message));
}

void TestTls::readsAChain()
{
    const QByteArray leaf = read(m_certificate);
    QTemporaryDir other;
    const auto authority = ensureSelfSigned(other.path(), {}, m_clock);
    write(m_certificate, leaf + read(authority->certificateFile));
    OneTlsServer server(opened()->current());
    QSslSocket *client = shakeHands(server, QSsl::TlsV1_3);
    QTRY_VERIFY(client->isEncrypted());
    const QList<QSslCertificate> chain = client->peerCertificateChain();
    QCOMPARE(chain.size(), 2);
    QCOMPARE(chain.first(), QSslCertificate(leaf, QSsl::Pem));
}

void TestTls::reloadsForNewConnections()
{
    const auto context = opened();
    const QByteArray before = context->facts().fingerprint;
    makeAnother();
    QCOMPARE(context->facts().fingerprint, before);
    QVERIFY(context->reload(source()));
    QVERIFY(context->facts().fingerprint != before);
    OneTlsServer server(context->current());
    QSslSocket *client = shakeHands(server, QSsl::TlsV1_3);
    QTRY_VERIFY(client->isEncrypted());
    QCOMPARE(fingerprintOf(client->peerCertificate()), context->facts().fingerprint);
}

void TestTls::keepsTheOldOneWhenReloadingFails()
{
    const auto context = opened();
    const QByteArray before = context->facts().fingerprint;
    write(m_certificate, "half a fi"_ba);
    const ct::Status reloaded = context->reload(source());
    QVERIFY(!reloaded);
    QVERIFY(reloaded.error().message.contains(m_certificate));
    QCOMPARE(context->facts().fingerprint, before);
    OneTlsServer server(context->current());
    QSslSocket *client = shakeHands(server, QSsl::TlsV1_3);
    QTRY_VERIFY(client->isEncrypted());
    QCOMPARE(fingerprintOf(client->peerCertificate()), before);
}

void TestTls::warnsOfTheEnd_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("expected");
    QTest::newRow("fresh") << 0 << QString();
    QTest::newRow("old") << 380 << QString();
    QTest::newRow("soon") << 390 << u" expires on "_s;
    QTest::newRow("over") << 400 << u" has expired on "_s;
    QTest::newRow("early") << -1 << u" is not valid before "_s;
}

void TestTls::warnsOfTheEnd()
{
    QFETCH(int, days);
    QFETCH(QString, expected);
    m_clock.advance(std::chrono::hours(days * 24));
    const QStringList warnings = opened()->facts().warnings;
    QCOMPARE(warnings.size(), expected.isEmpty() ? 0 : 1);
    QVERIFY(expected.isEmpty() || warnings.first().contains(m_certificate + expected));
}

void TestTls::warnsOfAnOpenKey()
{
    QVERIFY(QFile::setPermissions(m_key, QFile::ReadOwner | QFile::ReadOther));
    const QStringList warnings = opened()->facts().warnings;
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.first().contains(m_key));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
