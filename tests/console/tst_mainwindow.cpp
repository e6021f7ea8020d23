// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/mainwindow.h"
#include "console/pages/server/certificatedialog.h"
#include "tests/console/cannedserver.h"
#include "tests/console/selfsigned.h"
#include "tests/support/fakeclock.h"

#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ct::console::pages::CertificateDialog;
using ct::test::CannedServer;

namespace {

QByteArray healthOf(const QByteArray &status)
{
    return R"({"status":")" + status + R"(","version":"0.1.0","uptime":3600})";
}

void answerWell(CannedServer &server)
{
    server.answer(
        "/api/meta",
        "200 OK",
        R"({"owner":"<b>Team</b>","version":"0.3.1","transports":["socket.io","websocket"]})");
    server.answer("/ct-health/ready", "200 OK", healthOf("ok"));
}

QString addressOf(const CannedServer &server, const QString &scheme = u"http"_s)
{
    return scheme + u"://localhost:"_s + QString::number(server.port());
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsNameVersionAndHealth();
    void saysEachHealthInWords_data();
    void saysEachHealthInWords();
    void signsOfHealthDifferInShape();
    void remembersOnlyAServerThatAnswered();
    void explainsABadAddressInPlace();
    void explainsAFailureInPlace();
    void theButtonCancelsWhileAsking();
    void showsTheFingerprintAndRefusesByDefault();
    void connectsOnceWhenTold();

private:
    template<typename Widget>
    Widget *part(const QString &name) const
    {
        return m_window->findChild<Widget *>(name);
    }
    QString textOf(const QString &name) const { return part<QLabel>(name)->text(); }
    void type(const QString &address);
    CertificateDialog *dialog() const { return m_window->findChild<CertificateDialog *>(); }
    QPushButton *dialogButton(QDialogButtonBox::ButtonRole role) const;

    ct::test::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ct::console::app::MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings
        = std::make_unique<QSettings>(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
    m_window = std::make_unique<ct::console::app::MainWindow>(m_clock, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_settings.reset();
}

void TestMainWindow::type(const QString &address)
{
    auto *field = part<QLineEdit>(u"address"_s);
    field->clear();
    QTest::keyClicks(field, address);
    QTest::keyClick(field, Qt::Key_Return);
}

QPushButton *TestMainWindow::dialogButton(QDialogButtonBox::ButtonRole role) const
{
    auto *box = dialog()->findChild<QDialogButtonBox *>();
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == role)
            return qobject_cast<QPushButton *>(button);
    }
    return nullptr;
}

void TestMainWindow::showsNameVersionAndHealth()
{
    CannedServer server;
    answerWell(server);
    type(addressOf(server));
    QTRY_VERIFY(part<QLabel>(u"owner"_s)->isVisible());
    QCOMPARE(textOf(u"owner"_s), u"<b>Team</b>"_s);
    QCOMPARE(part<QLabel>(u"owner"_s)->textFormat(), Qt::PlainText);
    QCOMPARE(textOf(u"version"_s), u"0.1.0"_s);
    QCOMPARE(textOf(u"protocol"_s), u"0.3.1"_s);
    QCOMPARE(textOf(u"transports"_s), u"socket.io, websocket"_s);
    QVERIFY(textOf(u"health"_s).startsWith(u"Ready"_s));
    QVERIFY(!part<QLabel>(u"failure"_s)->isVisible());
}

void TestMainWindow::saysEachHealthInWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("ok") << u"Ready"_s;
    QTest::newRow("starting") << u"Starting"_s;
    QTest::newRow("draining") << u"Draining"_s;
    QTest::newRow("of another make") << u"Unknown"_s;
}

void TestMainWindow::saysEachHealthInWords()
{
    QFETCH(QString, words);
    CannedServer server;
    answerWell(server);
    server.answer("/ct-health/ready", "200 OK", healthOf(QTest::currentDataTag()));
    type(addressOf(server));
    QTRY_VERIFY(part<QLabel>(u"owner"_s)->isVisible());
    QVERIFY(textOf(u"health"_s).startsWith(words));
}

void TestMainWindow::signsOfHealthDifferInShape()
{
    QList<QImage> signs;
    for (const char *status : {"ok", "draining", "of another make"}) {
        CannedServer server;
        answerWell(server);
        server.answer("/ct-health/ready", "200 OK", healthOf(status));
        type(addressOf(server));
        QTRY_VERIFY(part<QLabel>(u"owner"_s)->isVisible());
        signs.append(part<QLabel>(u"healthSign"_s)
                         ->pixmap(Qt::ReturnByValue)
                         .toImage()
                         .convertToFormat(QImage::Format_Alpha8));
    }
    QVERIFY(!signs.at(0).isNull());
    QVERIFY(signs.at(0) != signs.at(1));
    QVERIFY(signs.at(1) != signs.at(2));
    QVERIFY(signs.at(0) != signs.at(2));
}

void TestMainWindow::remembersOnlyAServerThatAnswered()
{
    CannedServer server;
    answerWell(server);
    type(addressOf(server));
    QTRY_VERIFY(part<QLabel>(u"owner"_s)->isVisible());
    const QString reached = addressOf(server);
    server.close();
    type(u"http://localhost:1/"_s);
    QTRY_VERIFY(part<QLabel>(u"failure"_s)->isVisible());

    const ct::console::app::MainWindow next(m_clock, *m_settings);
    QCOMPARE(next.findChild<QLineEdit *>(u"address"_s)->text(), reached + u'/');
}

void TestMainWindow::explainsABadAddressInPlace()
{
    type(u"ftp://edge.example.org"_s);
    QVERIFY(part<QLabel>(u"failure"_s)->isVisible());
    QVERIFY(textOf(u"failure"_s).startsWith(u"This is no server address."_s));
}

void TestMainWindow::explainsAFailureInPlace()
{
    CannedServer server;
    server.answer("/api/meta", "200 OK", "<html>");
    type(addressOf(server));
    QTRY_VERIFY(part<QLabel>(u"failure"_s)->isVisible());
    QVERIFY(textOf(u"failure"_s).startsWith(u"Something answers there"_s));
    QVERIFY(!part<QLabel>(u"owner"_s)->isVisible());
    // The next try starts clean.
    answerWell(server);
    type(addressOf(server));
    QTRY_VERIFY(part<QLabel>(u"owner"_s)->isVisible());
    QVERIFY(!part<QLabel>(u"failure"_s)->isVisible());
}

void TestMainWindow::theButtonCancelsWhileAsking()
{
    const CannedServer server;
    type(addressOf(server));
    auto *button = part<QPushButton>(u"connect"_s);
    QCOMPARE(button->text(), u"&Cancel"_s);
    QTRY_COMPARE(server.requests(), 1);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(button->text(), u"&Connect"_s);
    QVERIFY(!part<QLabel>(u"failure"_s)->isVisible());
}

void TestMainWindow::showsTheFingerprintAndRefusesByDefault()
{
    const QSslConfiguration tls = ct::test::selfSigned();
    CannedServer server(tls);
    answerWell(server);
    type(addressOf(server, u"https"_s));
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    const QByteArray shown = dialog()->findChild<QLabel *>(u"fingerprint"_s)->text().toLatin1();
    QCOMPARE(
        QByteArray::fromHex(QByteArray(shown).replace(':', "").replace('\n', "")),
        tls.localCertificate().digest(QCryptographicHash::Sha256));
    QVERIFY(dialogButton(QDialogButtonBox::RejectRole)->isDefault());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(part<QLabel>(u"failure"_s)->isVisible());
    QVERIFY(textOf(u"failure"_s).contains(u"refused"_s));
    QCOMPARE(server.requests(), 0);
}

void TestMainWindow::connectsOnceWhenTold()
{
    CannedServer server(ct::test::selfSigned());
    answerWell(server);
    type(addressOf(server, u"https"_s));
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QTest::mouseClick(dialogButton(QDialogButtonBox::AcceptRole), Qt::LeftButton);
    QTRY_VERIFY(part<QLabel>(u"owner"_s)->isVisible());
    QCOMPARE(server.requests(), 2);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
