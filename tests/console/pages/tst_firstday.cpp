// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/certificatedialog.h"
#include "console/widgets/signlabel.h"
#include "tests/console/consolefixture.h"
#include "tests/console/edgeserver.h"
#include "tests/console/people.h"

#include <QComboBox>
#include <QDate>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace ct::console;
using api::ConnectionState;
using ct::console::widgets::SignLabel;
using ct::test::ConsoleFixture;
using ct::test::EdgeServer;
using ct::test::People;

/// What a new administrator does with the console on the first day, from the server's log to a
/// verified audit, in one go: each step has what the one before has left.
class TestFirstDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void connectsAndTrustsTheCertificate();
    void signsInWithThePasswordOfTheLog();
    void setsCredentialsOfTheirOwn();
    void installsALicence();
    void switchesStatsdOnAfterATest();
    void watchesASessionRemovesAGuestAndEndsIt();
    void exportsAndVerifiesTheAudit();

private:
    template<typename Widget>
    Widget *part(const QString &name)
    {
        return m_console->part<Widget>(name);
    }
    void click(const QString &name) { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
    /// Says so, for whoever reads the output.
    void show(const QString &page)
    {
        m_console->window().go({}, page);
        qInfo("at the page %s", qPrintable(page));
    }
    void type(const QString &field, const QString &text)
    {
        part<QLineEdit>(field)->clear();
        QTest::keyClicks(part<QLineEdit>(field), text);
    }
    void signIn(const QString &user, const QString &password);
    static QByteArray licence();
    QByteArray gauge(const QByteArray &name);
    void confirm();

    std::unique_ptr<EdgeServer> m_server;
    std::unique_ptr<ConsoleFixture> m_console;
    QProcess m_statsd;
};

void TestFirstDay::initTestCase()
{
    // Nothing is configured but ports and folders.
    m_server = std::make_unique<EdgeServer>();
    QVERIFY(m_server->isUp());
    m_console = std::make_unique<ConsoleFixture>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_console->window()));
}

void TestFirstDay::connectsAndTrustsTheCertificate()
{
    m_console->window().go(m_server->httpsUrl().toString(), {});
    QVERIFY(m_console->waitFor(ConnectionState::CertificateDoubted));
    auto *dialog = m_console->window().findChild<app::CertificateDialog *>();
    QVERIFY(dialog);
    // The log tells the same fingerprint, for whoever compares.
    QString shown = dialog->findChild<QLabel *>(u"fingerprint"_s)->text();
    shown.remove(u'\n');
    QVERIFY2(m_server->log(u"server.log"_s).contains(shown.toLatin1()), qPrintable(shown));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"forGood"_s), Qt::LeftButton);
    QVERIFY(m_console->waitFor(ConnectionState::SignInNeeded));
}

void TestFirstDay::signIn(const QString &user, const QString &password)
{
    part<QLineEdit>(u"user"_s)->setText(user);
    QTest::keyClicks(part<QLineEdit>(u"password"_s), password);
    QTest::keyClick(part<QLineEdit>(u"password"_s), Qt::Key_Return);
    QVERIFY(m_console->waitFor(ConnectionState::Online));
}

void TestFirstDay::signsInWithThePasswordOfTheLog()
{
    QVERIFY(!m_server->password().isEmpty());
    signIn(m_server->user(), m_server->password());
    QVERIFY(part<QLabel>(u"state"_s)->text().startsWith(u"Connected as ctuser"_s));
}

void TestFirstDay::setsCredentialsOfTheirOwn()
{
    show(u"credentials"_s);
    QTRY_VERIFY(!part<SignLabel>(u"source"_s)->words().isEmpty());
    type(u"user"_s, u"chief"_s);
    type(u"password"_s, u"a password of my own"_s);
    type(u"repeat"_s, u"a password of my own"_s);
    QTRY_VERIFY(part<QPushButton>(u"save"_s)->isEnabled());
    click(u"save"_s);
    // The server ends the sign-in of before, and the console signs in anew with what was set.
    QTRY_VERIFY(part<SignLabel>(u"source"_s)->words().contains(u"set by an administrator"_s));
    QVERIFY(m_console->waitFor(ConnectionState::Online));
    // Once more by hand, as on the next day.
    m_console->restart();
    m_console->window().reopen();
    QVERIFY(m_console->waitFor(ConnectionState::SignInNeeded));
    signIn(u"chief"_s, u"a password of my own"_s);
    QVERIFY(part<QLabel>(u"state"_s)->text().startsWith(u"Connected as chief"_s));
}

/// As the issuer makes it, for this build's key.
QByteArray TestFirstDay::licence()
{
    QProcess tool;
    tool.start(
        QStringLiteral(CT_LICENSE_BIN),
        {u"sign"_s,
         u"--key"_s,
         QStringLiteral(CT_LICENSE_KEY),
         u"--licensee"_s,
         u"Example Works"_s,
         u"--max-connections"_s,
         u"25"_s,
         u"--expiration"_s,
         QDate::currentDate().addDays(200).toString(u"yyyy/MM/dd"_s)});
    tool.waitForFinished();
    return tool.readAllStandardOutput();
}

void TestFirstDay::installsALicence()
{
    show(u"licence"_s);
    QTRY_VERIFY(!part<SignLabel>(u"licenceState"_s)->words().isEmpty());
    part<QPlainTextEdit>(u"licenceText"_s)->setPlainText(QString::fromUtf8(licence()));
    QTRY_VERIFY(part<QPushButton>(u"installLicence"_s)->isEnabled());
    click(u"installLicence"_s);
    QTRY_COMPARE(part<QLabel>(u"licensee"_s)->text(), u"Example Works"_s);
    QVERIFY(part<SignLabel>(u"licenceState"_s)->words().contains(u"is valid"_s));
}

QByteArray TestFirstDay::gauge(const QByteArray &name)
{
    m_statsd.write(name + '\n');
    if (!QTest::qWaitFor([this] { return m_statsd.canReadLine(); }, 30'000))
        return "no answer";
    return m_statsd.readLine().trimmed();
}

void TestFirstDay::switchesStatsdOnAfterATest()
{
    m_statsd.start(u"node"_s, {QStringLiteral(CT_STATSD)});
    QTRY_VERIFY(m_statsd.canReadLine());
    const QByteArray told = m_statsd.readLine().trimmed();
    QVERIFY2(told.startsWith("port "), told.constData());
    show(u"metrics"_s);
    auto *mode = part<QComboBox>(u"metricsMode"_s);
    QTRY_VERIFY(mode->isVisible() && mode->count() == 4);
    mode->setCurrentIndex(1);
    type(u"metricsHost"_s, u"127.0.0.1"_s);
    part<QSpinBox>(u"metricsPort"_s)->setValue(told.sliced(5).toInt());
    QTRY_VERIFY(part<QPushButton>(u"testMetrics"_s)->isEnabled());
    click(u"testMetrics"_s);
    QTRY_VERIFY(part<SignLabel>(u"trial-statsd"_s));
    QCOMPARE(QString(part<SignLabel>(u"trial-statsd"_s)->icon()), u"good"_s);
    qInfo("StatsD: %s", qPrintable(part<SignLabel>(u"trial-statsd"_s)->words()));
    QVERIFY(gauge("codetogether.users.online") != "none");
    click(u"saveMetrics"_s);
    QTRY_VERIFY(!part<QPushButton>(u"saveMetrics"_s)->isEnabled());
}

void TestFirstDay::confirm()
{
    click(u"sessionAction"_s);
    auto *box = m_console->window().findChild<QMessageBox *>();
    QVERIFY(box);
    qInfo("asked: %s", qPrintable(box->text()));
    QTest::mouseClick(box->findChild<QPushButton *>(u"sure"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_console->window().findChild<QMessageBox *>());
}

void TestFirstDay::watchesASessionRemovesAGuestAndEndsIt()
{
    show(u"sessions"_s);
    People people;
    const bool isIn = people.start(m_server->url().toString(), 1, 2);
    QVERIFY2(isIn, people.output().constData());
    auto *tree = part<QTreeView>(u"sessionTree"_s);
    const auto participants = [tree] {
        return tree->model()->rowCount(tree->model()->index(0, 0));
    };
    QTRY_VERIFY(tree->isVisible() && participants() == 3);
    // What was switched on counts at once.
    QTRY_COMPARE(gauge("codetogether.users.online"), "3"_ba);
    tree->setCurrentIndex(tree->model()->index(2, 0, tree->model()->index(0, 0)));
    confirm();
    QTRY_COMPARE(participants(), 2);
    tree->setCurrentIndex(tree->model()->index(0, 0));
    confirm();
    QTRY_VERIFY(!tree->isVisible());
    QTRY_VERIFY(people.output().contains("closed"));
    m_statsd.closeWriteChannel();
    QVERIFY(m_statsd.waitForFinished());
}

void TestFirstDay::exportsAndVerifiesTheAudit()
{
    show(u"audit"_s);
    const QString path = m_server->folder() + u"/audit.ndjson"_s;
    QTRY_VERIFY(part<QPushButton>(u"exportAudit"_s)->isVisible());
    click(u"exportAudit"_s);
    auto *dialog = m_console->window().findChild<QFileDialog *>(u"auditFile"_s);
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QFile file(path);
    QTRY_VERIFY(file.size() > 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray audit = file.readAll();
    for (const char *kind :
         {"credentials.set",
          "admin.licence.install",
          "admin.metrics",
          "admin.participant.remove",
          "admin.session.end"})
        QVERIFY2(audit.contains(kind), kind);
    QVERIFY(!audit.contains("a password of my own"));
    click(u"verifyAudit"_s);
    auto *verdict = part<SignLabel>(u"auditVerdict"_s);
    QTRY_COMPARE(QString(verdict->icon()), u"good"_s);
    qInfo("audit: %s", qPrintable(verdict->words()));
}

QTEST_MAIN(TestFirstDay)
#include "tst_firstday.moc"
