// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/certificatedialog.h"
#include "console/app/commandsearch.h"
#include "console/app/serverdialog.h"
#include "console/app/serverlist.h"
#include "console/widgets/words.h"
#include "tests/console/cannedserver.h"
#include "tests/console/consolefixture.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolBar>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ct::console;
using api::ConnectionState;
using ct::test::ConsoleFixture;
using ct::test::EdgeServer;

namespace {

/// Gives these answers to the questions that come, one after the other.
class Answers
{
public:
    explicit Answers(QList<QMessageBox::StandardButton> buttons) : m_buttons(std::move(buttons))
    {
        QObject::connect(&m_looks, &QTimer::timeout, &m_looks, [this] { look(); });
        m_looks.start(10ms);
    }
    bool isDone() const { return m_buttons.isEmpty(); }
    QStringList texts() const { return m_texts; }

private:
    void look()
    {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        // One that has not been expected is said no to, so that the test can fail.
        const auto wanted = m_buttons.value(0, QMessageBox::Cancel);
        if (!box || !box->button(wanted))
            return;
        m_texts.append(box->text());
        m_buttons.removeOne(wanted);
        box->button(wanted)->click();
    }

    QList<QMessageBox::StandardButton> m_buttons;
    QStringList m_texts;
    QTimer m_looks;
};

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget)
        || qobject_cast<const QProgressBar *>(widget);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_console.reset(); }
    void saysWhatToDoWithoutAServer();
    void addsAServerByItsDialog();
    void explainsABadAddressWhileTyping();
    void explainsThatNothingListens();
    void refusesAnUnknownCertificateByDefault();
    void remembersACertificateAndComesBack();
    void stopsLoudlyWhenTheCertificateChanges();
    void saysThatThePasswordIsWrong();
    void remembersASecretWhenTold();
    void asksAgainInPlaceWhenNobodyWasThere();
    void signsInAgainForWhomItRemembers();
    void keepsThePageOverARestart();
    void showsThePageThatIsAskedFor();
    void findsCommandsByTheirWords();
    void everyCommandHasAShortcutOfItsOwn();
    void wordsOfMenusStandAloneElsewhere();
    void removesAServerAfterAsking();
    void removesNoServerWithUnsavedChangesUnasked();
    void saysWhatAMalformedAnswerIs();
    void everyControlHasAName();

private:
    QString textOf(const QString &name) { return m_console->part<QLabel>(name)->text(); }
    enum class Remember { No, Yes };
    /// With the right password, unless there is another one.
    void signIn(Remember remember = Remember::No, const QString &password = {});
    void trigger(const QString &action);
    /// A form with something in it that the server has not got.
    void changeMetrics();

    std::unique_ptr<EdgeServer> m_edge;
    std::unique_ptr<ConsoleFixture> m_console;
};

void TestMainWindow::initTestCase()
{
    m_edge = std::make_unique<EdgeServer>(EdgeServer::withAdministrator());
    QVERIFY(m_edge->isUp());
}

void TestMainWindow::init()
{
    m_console = std::make_unique<ConsoleFixture>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_console->window()));
}

void TestMainWindow::signIn(Remember remember, const QString &password)
{
    QVERIFY(m_console->waitFor(ConnectionState::SignInNeeded));
    m_console->part<QLineEdit>(u"user"_s)->setText(m_edge->user());
    QTest::keyClicks(
        m_console->part<QLineEdit>(u"password"_s),
        password.isEmpty() ? m_edge->password() : password);
    m_console->part<QAbstractButton>(u"remember"_s)->setChecked(remember == Remember::Yes);
    QTest::keyClick(m_console->part<QLineEdit>(u"password"_s), Qt::Key_Return);
}

void TestMainWindow::trigger(const QString &action)
{
    for (QAction *one : m_console->window().actions()) {
        if (one->text() == action)
            return one->trigger();
    }
    QFAIL(qPrintable(action));
}

void TestMainWindow::changeMetrics()
{
    m_console->window().go({}, u"metrics"_s);
    auto *mode = m_console->part<QComboBox>(u"metricsMode"_s);
    QTRY_VERIFY(mode->isVisible() && mode->isEnabled());
    mode->setCurrentIndex(1);
    QTest::keyClicks(m_console->part<QLineEdit>(u"metricsHost"_s), u"192.0.2.7"_s);
}

void TestMainWindow::saysWhatToDoWithoutAServer()
{
    QCOMPARE(textOf(u"emptySentence"_s), u"No server yet."_s);
    QTest::mouseClick(m_console->part<QPushButton>(u"emptyAction"_s), Qt::LeftButton);
    QVERIFY(m_console->window().findChild<app::ServerDialog *>());
}

void TestMainWindow::addsAServerByItsDialog()
{
    QTest::keyClick(&m_console->window(), Qt::Key_N, Qt::ControlModifier);
    auto *dialog = m_console->window().findChild<app::ServerDialog *>();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QPushButton *>(u"submit"_s)->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"address"_s), m_edge->httpUrl());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"name"_s), u"Edge of tests"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"submit"_s), Qt::LeftButton);
    signIn();
    QVERIFY(m_console->waitFor(ConnectionState::Online));
    QVERIFY(m_console->window().windowTitle().startsWith(u"Edge of tests"_s));
    QVERIFY(textOf(u"state"_s).startsWith(u"Connected as ada"_s));
    m_console->window().go({}, u"health"_s);
    QTRY_VERIFY(m_console->part<QLabel>(u"status"_s)->isVisible());
    QVERIFY(textOf(u"status"_s).startsWith(u"Ready"_s));
}

void TestMainWindow::explainsABadAddressWhileTyping()
{
    QTest::keyClick(&m_console->window(), Qt::Key_N, Qt::ControlModifier);
    auto *dialog = m_console->window().findChild<app::ServerDialog *>();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"address"_s), u"ftp://edge.example.org"_s);
    auto *fault = dialog->findChild<QLabel *>(u"serverFault"_s);
    QVERIFY(fault->text().startsWith(u"This is no server address."_s));
    QVERIFY(!dialog->findChild<QPushButton *>(u"submit"_s)->isEnabled());
}

void TestMainWindow::explainsThatNothingListens()
{
    ct::test::CannedServer gone;
    const QString address = u"http://localhost:%1/"_s.arg(gone.port());
    gone.close();
    m_console->window().go(address, {});
    QVERIFY(m_console->waitFor(ConnectionState::Reconnecting));
    QVERIFY(textOf(u"emptySentence"_s).startsWith(u"Nothing listens"_s));
    QVERIFY(textOf(u"emptyHint"_s).contains(u"Next try in"_s));
    QCOMPARE(m_console->part<QPushButton>(u"emptyAction"_s)->text(), u"&Try Now"_s);
}

void TestMainWindow::refusesAnUnknownCertificateByDefault()
{
    m_console->window().go(m_edge->httpsUrl().toString(), {});
    QVERIFY(m_console->waitFor(ConnectionState::CertificateDoubted));
    auto *dialog = m_console->window().findChild<app::CertificateDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const QByteArray shown = dialog->findChild<QLabel *>(u"fingerprint"_s)->text().toLatin1();
    QCOMPARE(
        QByteArray::fromHex(QByteArray(shown).replace(':', "").replace('\n', "")),
        m_console->connection().certificate().sha256);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!m_console->window().findChild<app::CertificateDialog *>());
    QCOMPARE(m_console->connection().state(), ConnectionState::CertificateDoubted);
    QTest::mouseClick(m_console->part<QPushButton>(u"emptyAction"_s), Qt::LeftButton);
    QVERIFY(m_console->window().findChild<app::CertificateDialog *>());
}

void TestMainWindow::remembersACertificateAndComesBack()
{
    m_console->window().go(m_edge->httpsUrl().toString(), {});
    QVERIFY(m_console->waitFor(ConnectionState::CertificateDoubted));
    auto *dialog = m_console->window().findChild<app::CertificateDialog *>();
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"forGood"_s), Qt::LeftButton);
    signIn();
    QVERIFY(m_console->waitFor(ConnectionState::Online));
    m_console->restart();
    m_console->window().reopen();
    QVERIFY(m_console->waitFor(ConnectionState::SignInNeeded));
    QCOMPARE(m_console->part<QLineEdit>(u"user"_s)->text(), m_edge->user());
}

void TestMainWindow::stopsLoudlyWhenTheCertificateChanges()
{
    m_console->window().go(m_edge->httpsUrl().toString(), {});
    QVERIFY(m_console->waitFor(ConnectionState::CertificateDoubted));
    auto *dialog = m_console->window().findChild<app::CertificateDialog *>();
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"forGood"_s), Qt::LeftButton);
    QVERIFY(m_console->waitFor(ConnectionState::SignInNeeded));
    m_console->connection().close();
    m_console->connection().client().remember(QByteArray(32, 'a'));
    m_console->connection().open();
    QVERIFY(m_console->waitFor(ConnectionState::CertificateChanged));
    QVERIFY(textOf(u"emptySentence"_s).startsWith(u"Stopped:"_s));
    QTRY_VERIFY(m_console->window().findChild<QLabel *>(u"remembered"_s));
}

void TestMainWindow::saysThatThePasswordIsWrong()
{
    m_console->window().go(m_edge->httpUrl(), {});
    signIn(Remember::No, u"wrong"_s);
    QTRY_VERIFY(m_console->part<QLabel>(u"signInFault"_s)->isVisible());
    QVERIFY(textOf(u"signInFault"_s).contains(u"not right"_s));
    QCOMPARE(m_console->part<QLineEdit>(u"password"_s)->text(), QString());
    signIn();
    QVERIFY(m_console->waitFor(ConnectionState::Online));
    QVERIFY(!m_console->window().findChild<QLabel *>(u"signInFault"_s)->isVisible());
}

void TestMainWindow::remembersASecretWhenTold()
{
    m_console->window().go(m_edge->httpUrl(), {});
    signIn(Remember::Yes);
    QVERIFY(m_console->waitFor(ConnectionState::Online));
    m_console->restart();
    m_console->window().reopen();
    QVERIFY(m_console->waitFor(ConnectionState::Online));
}

void TestMainWindow::asksAgainInPlaceWhenNobodyWasThere()
{
    QVERIFY(m_console->open(*m_edge));
    changeMetrics();
    m_console->pass(31min);
    QVERIFY(m_edge->restart());
    // As it does by itself now and then.
    m_console->part<pages::Page>(u"metrics"_s)->refresh();
    QVERIFY(m_console->waitFor(ConnectionState::SignInNeeded));
    QVERIFY(textOf(u"signInFault"_s).contains(u"nobody was here"_s));
    auto *host = m_console->part<QLineEdit>(u"metricsHost"_s);
    QVERIFY(m_console->part<QLabel>(u"signInFault"_s)->isVisible() && host->isVisible());
    signIn();
    QVERIFY(m_console->waitFor(ConnectionState::Online));
    QCOMPARE(m_console->part<QLineEdit>(u"metricsHost"_s), host);
    QCOMPARE(host->text(), u"192.0.2.7"_s);
    QTRY_VERIFY(m_console->part<QPushButton>(u"saveMetrics"_s)->isEnabled());
}

void TestMainWindow::signsInAgainForWhomItRemembers()
{
    m_console->window().go(m_edge->httpUrl(), {});
    signIn(Remember::Yes);
    QVERIFY(m_console->waitFor(ConnectionState::Online));
    m_console->pass(31min);
    QVERIFY(m_edge->restart());
    m_console->connection().wake();
    QVERIFY(m_console->waitFor(ConnectionState::SignInNeeded));
    // Somebody is back.
    QTest::keyClick(&m_console->window(), Qt::Key_Shift);
    QVERIFY(m_console->waitFor(ConnectionState::Online));
}

void TestMainWindow::keepsThePageOverARestart()
{
    QVERIFY(m_console->open(*m_edge, u"health"_s));
    auto *page = m_console->part<QWidget>(u"health"_s);
    QVERIFY(page && page->isVisible());
    m_edge->stop();
    QTest::keyClick(&m_console->window(), Qt::Key_F5);
    QVERIFY(m_console->waitFor(ConnectionState::Reconnecting));
    QCOMPARE(m_console->part<QWidget>(u"health"_s), page);
    QVERIFY(page->isVisible());
    QVERIFY(m_console->part<QWidget>(u"connectionNotice"_s)->isVisible());
    QVERIFY(m_edge->restart());
    m_console->connection().wake();
    QVERIFY(m_console->waitFor(ConnectionState::Online));
    QVERIFY(page->isVisible());
}

void TestMainWindow::showsThePageThatIsAskedFor()
{
    QVERIFY(m_console->open(*m_edge, u"health"_s));
    QCOMPARE(m_console->part<app::ServerList>(u"servers"_s)->currentPage()->name, u"health"_s);
    m_console->window().go({}, u"nonsense"_s);
    QCOMPARE(m_console->window().findChildren<QMessageBox *>().size(), 0);
}

void TestMainWindow::findsCommandsByTheirWords()
{
    QVERIFY(m_console->open(*m_edge));
    QTest::keyClick(&m_console->window(), Qt::Key_K, Qt::ControlModifier);
    auto *search = m_console->window().findChild<app::CommandSearch *>();
    QVERIFY(search);
    auto *list = search->findChild<QListView *>(u"commandList"_s);
    const int all = list->model()->rowCount();
    auto *field = search->findChild<QLineEdit *>(u"commandField"_s);
    QTest::keyClicks(field, u"health localhost"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_console->part<app::ServerList>(u"servers"_s)->currentPage()->name, u"health"_s);
    QVERIFY(all > 5);
}

void TestMainWindow::everyCommandHasAShortcutOfItsOwn()
{
    QSet<QString> seen;
    for (const QAction *action : m_console->window().actions()) {
        const QString keys = action->shortcut().toString();
        QVERIFY2(keys.isEmpty() || !seen.contains(keys), qPrintable(keys));
        seen.insert(keys);
    }
    QVERIFY(seen.contains(u"Ctrl+K"_s));
}

void TestMainWindow::wordsOfMenusStandAloneElsewhere()
{
    QCOMPARE(widgets::withoutMnemonic(u"Lo&gs"_s), u"Logs"_s);
    QCOMPARE(widgets::withoutMnemonic(u"サーバーを追加(&A)…"_s), u"サーバーを追加…"_s);
    for (const QAction *action : m_console->window().actions())
        QVERIFY2(!action->iconText().contains(u'&'), qPrintable(action->iconText()));
}

void TestMainWindow::removesAServerAfterAsking()
{
    QVERIFY(m_console->open(*m_edge));
    const Answers answers({QMessageBox::Ok});
    trigger(u"&Remove Server…"_s);
    QVERIFY(answers.isDone());
    QCOMPARE(m_console->connections().size(), 0);
    QCOMPARE(textOf(u"emptySentence"_s), u"No server yet."_s);
    m_console->restart();
    QCOMPARE(m_console->connections().size(), 0);
}

void TestMainWindow::removesNoServerWithUnsavedChangesUnasked()
{
    QVERIFY(m_console->open(*m_edge));
    changeMetrics();
    {
        const Answers answers({QMessageBox::Cancel});
        trigger(u"&Remove Server…"_s);
        QVERIFY(answers.isDone());
        QVERIFY(answers.texts().constFirst().contains(u"Metrics"_s));
    }
    QCOMPARE(m_console->connections().size(), 1);
    QCOMPARE(m_console->part<QLineEdit>(u"metricsHost"_s)->text(), u"192.0.2.7"_s);
    const Answers answers({QMessageBox::Discard, QMessageBox::Ok});
    trigger(u"&Remove Server…"_s);
    QVERIFY(answers.isDone());
    QCOMPARE(m_console->connections().size(), 0);
}

void TestMainWindow::saysWhatAMalformedAnswerIs()
{
    ct::test::CannedServer server;
    server.answer(
        "/api/admin/v1/version",
        "200 OK",
        R"({"product":"codetogether-edge","version":"0.1.0","api":"1"})");
    server.answer(
        "/api/admin/v1/session",
        "201 Created",
        R"({"user":"ada","csrfToken":"abc","idleSeconds":1800,"longestSeconds":43200})",
        "Set-Cookie: __Host-a=b; Path=/\r\n");
    server.answer("/api/admin/v1/health", "200 OK", R"({"status":"ok","pid":"many"})");
    m_console->window().go(u"http://localhost:%1"_s.arg(server.port()), u"health"_s);
    signIn();
    QVERIFY(m_console->waitFor(ConnectionState::Online));
    QTRY_VERIFY(textOf(u"emptySentence"_s).startsWith(u"Something answers there"_s));
    QVERIFY(textOf(u"emptyHint"_s).contains(u"pid"_s));
}

void TestMainWindow::everyControlHasAName()
{
    QVERIFY(m_console->open(*m_edge));
    for (const pages::PageRow &row : pages::pageTable()) {
        m_console->window().go({}, row.name);
        auto *page = m_console->part<pages::Page>(row.name);
        QTRY_VERIFY2(page && page->isAnswered(), row.name.data());
        for (QWidget *widget : m_console->window().findChildren<QWidget *>()) {
            // What another control is made of goes by its name.
            if (!widget->isVisible() || !isControl(widget) || isControl(widget->parentWidget()))
                continue;
            const QByteArray what
                = row.name.data() + QByteArray(": ") + widget->objectName().toUtf8();
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), what.constData());
            // These have their places in menus.
            const bool isInBar = qobject_cast<QToolBar *>(widget->parentWidget())
                || qobject_cast<QDockWidget *>(widget->parentWidget());
            QVERIFY2(
                isInBar || (widget->focusPolicy() & Qt::TabFocus)
                    || qobject_cast<QProgressBar *>(widget),
                what.constData());
        }
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
