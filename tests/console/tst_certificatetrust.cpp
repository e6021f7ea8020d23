// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/eventstream.h"
#include "tests/console/cannedserver.h"
#include "tests/console/fakedelay.h"
#include "tests/console/selfsigned.h"
#include "tests/console/tlsrecorder.h"
#include "tests/support/patience.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using namespace ct::console::api;
using ct::test::CannedServer;
using ct::test::TlsRecorder;

namespace {

QByteArray digestOf(const QSslConfiguration &tls)
{
    return tls.localCertificate().digest(QCryptographicHash::Sha256);
}

} // namespace

/// A server whose certificate is remembered, and another one that takes its place: the other must
/// not be told a single byte.
class TestCertificateTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_default); }
    void asksNothingOfAnother_data() { rows(); }
    void asksNothingOfAnother();
    void watchesNothingOfAnother_data() { rows(); }
    void watchesNothingOfAnother();
    void saysWhatIsWrongWithIt_data();
    void saysWhatIsWrongWithIt();

private:
    static void rows();
    /// The certificates of the row: the remembered one and the other.
    void choose();
    std::unique_ptr<AdminClient> clientAt(quint16 port) const
    {
        const QUrl url(u"https://127.0.0.1:"_s + QString::number(port) + u"/"_s);
        return std::make_unique<AdminClient>(url, CertificateTrust(url, digestOf(m_first)));
    }

    QSslConfiguration m_default = QSslConfiguration::defaultConfiguration();
    std::unique_ptr<ct::test::Authority> m_authority;
    QSslConfiguration m_first;
    QSslConfiguration m_other;
};

void TestCertificateTrust::init()
{
    m_authority = std::make_unique<ct::test::Authority>();
    QVERIFY(!m_authority->certificate().isNull());
}

void TestCertificateTrust::rows()
{
    QTest::addColumn<bool>("isFirstIssued");
    QTest::addColumn<bool>("isOtherIssued");
    QTest::addColumn<bool>("isAuthorityKnown");
    QTest::newRow("both sign themselves") << false << false << false;
    QTest::newRow("a known authority vouches for the other") << false << true << true;
    QTest::newRow("an unknown authority has signed both") << true << true << false;
    QTest::newRow("a known authority has signed both") << true << true << true;
}

void TestCertificateTrust::choose()
{
    QFETCH(const bool, isFirstIssued);
    QFETCH(const bool, isOtherIssued);
    QFETCH(const bool, isAuthorityKnown);
    m_first = isFirstIssued ? m_authority->issue() : ct::test::selfSigned();
    m_other = isOtherIssued ? m_authority->issue() : ct::test::selfSigned();
    QVERIFY(digestOf(m_first) != digestOf(m_other));
    QSslConfiguration known = m_default;
    known.setCaCertificates(
        isAuthorityKnown ? QList {m_authority->certificate()} : QList<QSslCertificate>());
    QSslConfiguration::setDefaultConfiguration(known);
}

void TestCertificateTrust::asksNothingOfAnother()
{
    choose();
    auto server = std::make_unique<CannedServer>(m_first);
    server->answer("/api/admin/v1/health", "204 No Content", {});
    const quint16 port = server->port();
    const auto client = clientAt(port);
    client->useToken("secret");
    std::optional<Outcome<Nothing>> outcome;
    const auto ask = [&] {
        outcome.reset();
        client->ask<Nothing>({"getHealth"}, this, [&](const auto &got) { outcome = got; });
    };
    ask();
    QTRY_VERIFY(outcome);
    QVERIFY(*outcome);

    server.reset();
    const TlsRecorder other(m_other, port, this);
    QVERIFY(other.isListening());
    ask();
    QTRY_VERIFY(outcome);
    QVERIFY(other.connections() > 0);
    QCOMPARE(other.received(), 0);
    QVERIFY(!*outcome);
    QCOMPARE(outcome->failure().kind, FailureKind::CertificateDoubted);
}

void TestCertificateTrust::watchesNothingOfAnother()
{
    choose();
    auto server = std::make_unique<QWebSocketServer>(u"edge"_s, QWebSocketServer::SecureMode);
    server->setSslConfiguration(m_first);
    QVERIFY(server->listen(QHostAddress::LocalHost));
    const quint16 port = server->serverPort();
    const auto client = clientAt(port);
    client->useToken("secret");
    const QSignalSpy doubts(client.get(), &AdminClient::certificateDoubted);
    ct::test::FakeDelays delays;
    EventStream stream(*client, delays.maker());
    stream.start();
    QTRY_VERIFY(server->hasPendingConnections() && !delays.waiting());

    server.reset();
    QTRY_VERIFY(delays.waiting());
    const TlsRecorder other(m_other, port);
    QVERIFY(other.isListening());
    delays.endLast();
    // The stream's connection, and that of the question which has a person asked.
    QTRY_COMPARE(doubts.size(), 1);
    QVERIFY(other.connections() >= 2);
    QCOMPARE(other.received(), 0);
}

void TestCertificateTrust::saysWhatIsWrongWithIt_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("nothing") << true;
    QTest::newRow("its authority") << false;
}

void TestCertificateTrust::saysWhatIsWrongWithIt()
{
    QFETCH(const bool, isKnown);
    QSslConfiguration known = m_default;
    known.setCaCertificates(
        isKnown ? QList {m_authority->certificate()} : QList<QSslCertificate>());
    QSslConfiguration::setDefaultConfiguration(known);
    m_first = ct::test::selfSigned();
    const CannedServer server(m_authority->issue());
    const auto client = clientAt(server.port());
    const QSignalSpy doubts(client.get(), &AdminClient::certificateDoubted);
    client->ask<Nothing>({"getVersion"}, this, [](const auto &) {});
    QTRY_COMPARE(doubts.size(), 1);
    const auto certificate = doubts.constFirst().constFirst().value<Certificate>();
    QCOMPARE(certificate.complaints.isEmpty(), isKnown);
    QCOMPARE(certificate.remembered, digestOf(m_first));
}

QTEST_GUILESS_MAIN(TestCertificateTrust)
#include "tst_certificatetrust.moc"
