// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/sessions/sessionspage.h"
#include "tests/console/consolefixture.h"
#include "tests/console/people.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace ct::console;
using ct::test::ConsoleFixture;
using ct::test::EdgeServer;
using ct::test::People;

class TestSessionsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_console.reset(); }
    void saysWhatToDoWithoutSessions();
    void showsRealSessionsAsTheyCome();
    void findsPeopleByTheirNames();
    void removesAGuestAfterSayingWhatHappens();
    void doesNothingWhenAskedNotTo();
    void endsASession();
    void bansAGuestAndLetsThemInAgain();
    void bansNoHost();

private:
    QTreeView *tree() { return m_console->part<QTreeView>(u"sessionTree"_s); }
    int sessions() { return tree()->model()->rowCount(); }
    int participants() { return tree()->model()->rowCount(tree()->model()->index(0, 0)); }
    void select(const QModelIndex &index);
    QMessageBox *question();

    std::unique_ptr<EdgeServer> m_edge;
    std::unique_ptr<ConsoleFixture> m_console;
};

void TestSessionsPage::initTestCase()
{
    m_edge = std::make_unique<EdgeServer>(EdgeServer::withAdministrator());
    QVERIFY(m_edge->isUp());
}

void TestSessionsPage::init()
{
    m_console = std::make_unique<ConsoleFixture>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_console->window()));
    QVERIFY(m_console->open(*m_edge, u"sessions"_s));
}

void TestSessionsPage::select(const QModelIndex &index)
{
    tree()->setCurrentIndex(index);
    QCOMPARE(tree()->currentIndex(), index);
}

QMessageBox *TestSessionsPage::question()
{
    QTest::mouseClick(m_console->part<QPushButton>(u"sessionAction"_s), Qt::LeftButton);
    return m_console->window().findChild<QMessageBox *>();
}

void TestSessionsPage::saysWhatToDoWithoutSessions()
{
    QTRY_COMPARE(
        m_console->part<QLabel>(u"emptySentence"_s)->text(), u"Nobody works together right now."_s);
    QVERIFY(m_console->part<QLabel>(u"emptyHint"_s)->text().contains(u"IDE"_s));
}

void TestSessionsPage::showsRealSessionsAsTheyCome()
{
    {
        People people;
        QVERIFY2(people.start(m_edge->httpUrl(), 2, 1), people.output().constData());
        QTRY_COMPARE_WITH_TIMEOUT(sessions(), 2, 15'000);
        QTRY_VERIFY(tree()->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(participants(), 2, 15'000);
        QCOMPARE(m_console->part<QLabel>(u"sessionCount"_s)->text(), u"2 session(s)"_s);
        const QModelIndex host = tree()->model()->index(0, 0, tree()->model()->index(0, 0));
        QCOMPARE(host.data().toString(), u"Hana Host"_s);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!tree()->isVisible(), 60'000);
}

void TestSessionsPage::findsPeopleByTheirNames()
{
    People people;
    QVERIFY2(people.start(m_edge->httpUrl(), 1, 2), people.output().constData());
    QTRY_VERIFY_WITH_TIMEOUT(sessions() == 1 && participants() == 3, 15'000);
    QTRY_VERIFY(tree()->isVisible());
    auto *filter = m_console->part<QLineEdit>(u"sessionFilter"_s);
    QTest::keyClicks(filter, u"guest 1"_s);
    QCOMPARE(participants(), 1);
    filter->setText(u"nobody of that name"_s);
    QCOMPARE(sessions(), 0);
    filter->clear();
    QCOMPARE(participants(), 3);
}

void TestSessionsPage::removesAGuestAfterSayingWhatHappens()
{
    People people;
    QVERIFY2(people.start(m_edge->httpUrl(), 1, 2), people.output().constData());
    QTRY_VERIFY_WITH_TIMEOUT(sessions() == 1 && participants() == 3, 15'000);
    QTRY_VERIFY(tree()->isVisible());
    select(tree()->model()->index(1, 0, tree()->model()->index(0, 0)));
    QMessageBox *box = question();
    QVERIFY(box);
    QVERIFY(box->text().startsWith(u"Guest "_s));
    QVERIFY(box->text().contains(u"removed from the session"_s));
    QTest::mouseClick(box->findChild<QPushButton *>(u"sure"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(participants(), 2, 15'000);
    QTRY_VERIFY(people.output().contains("left"));
}

void TestSessionsPage::doesNothingWhenAskedNotTo()
{
    People people;
    QVERIFY2(people.start(m_edge->httpUrl(), 1, 1), people.output().constData());
    QTRY_VERIFY_WITH_TIMEOUT(sessions() == 1 && participants() == 2, 15'000);
    QTRY_VERIFY(tree()->isVisible());
    select(tree()->model()->index(0, 0));
    QMessageBox *box = question();
    QVERIFY(box);
    QVERIFY(box->text().contains(u"2 participant(s)"_s));
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_VERIFY(!m_console->window().findChild<QMessageBox *>());
    QCOMPARE(sessions(), 1);
}

void TestSessionsPage::endsASession()
{
    People people;
    QVERIFY2(people.start(m_edge->httpUrl(), 1, 1), people.output().constData());
    QTRY_VERIFY_WITH_TIMEOUT(sessions() == 1 && participants() == 2, 15'000);
    QTRY_VERIFY(tree()->isVisible());
    select(tree()->model()->index(0, 0));
    QMessageBox *box = question();
    QVERIFY(box);
    QTest::mouseClick(box->findChild<QPushButton *>(u"sure"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!tree()->isVisible(), 15'000);
    QTRY_VERIFY(people.output().contains("closed"));
}

void TestSessionsPage::bansAGuestAndLetsThemInAgain()
{
    People people;
    QVERIFY2(people.start(m_edge->httpUrl(), 1, 2), people.output().constData());
    QTRY_VERIFY_WITH_TIMEOUT(sessions() == 1 && participants() == 3, 15'000);
    QTRY_VERIFY(tree()->isVisible());
    auto *bans = m_console->part<QTableView>(u"bans"_s);
    QVERIFY(!bans->isVisible());
    const QModelIndex guest = tree()->model()->index(1, 0, tree()->model()->index(0, 0));
    const QString name = guest.data().toString();
    select(guest);
    auto *ban = m_console->part<QPushButton>(u"banAction"_s);
    QTRY_VERIFY(ban->isEnabled());
    QTest::mouseClick(ban, Qt::LeftButton);
    auto *dialog = m_console->window().findChild<QDialog *>(u"banDialog"_s);
    QVERIFY(dialog);
    const auto *consequence = dialog->findChild<QLabel *>(u"banConsequence"_s);
    QVERIFY(consequence->text().startsWith(name));
    QVERIFY(consequence->text().contains(u"this session"_s));
    dialog->findChild<QRadioButton *>(u"banForTime"_s)->click();
    QVERIFY(consequence->text().contains(u"every session"_s));
    dialog->findChild<QRadioButton *>(u"banByAddress"_s)->click();
    QVERIFY(consequence->text().contains(u"127.0.0.1"_s));
    dialog->findChild<QRadioButton *>(u"banForSession"_s)->click();
    dialog->findChild<QRadioButton *>(u"banByAccount"_s)->click();
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"sureToBan"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(participants(), 2, 15'000);
    QTRY_VERIFY(bans->isVisible());
    QCOMPARE(bans->model()->rowCount(), 1);
    QVERIFY(bans->model()->index(0, 0).data().toString().startsWith(name));

    bans->selectRow(0);
    QTest::mouseClick(m_console->part<QPushButton>(u"liftBan"_s), Qt::LeftButton);
    auto *question = m_console->window().findChild<QMessageBox *>(u"liftQuestion"_s);
    QVERIFY(question && question->text().contains(name));
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(!bans->isVisible());
    QCOMPARE(bans->model()->rowCount(), 0);
}

void TestSessionsPage::bansNoHost()
{
    People people;
    QVERIFY2(people.start(m_edge->httpUrl(), 1, 1), people.output().constData());
    QTRY_VERIFY_WITH_TIMEOUT(sessions() == 1 && participants() == 2, 15'000);
    QTRY_VERIFY(tree()->isVisible());
    select(tree()->model()->index(0, 0, tree()->model()->index(0, 0)));
    QVERIFY(!m_console->part<QPushButton>(u"banAction"_s)->isEnabled());
    select(tree()->model()->index(1, 0, tree()->model()->index(0, 0)));
    QTRY_VERIFY(m_console->part<QPushButton>(u"banAction"_s)->isEnabled());
    select(tree()->model()->index(0, 0));
    QVERIFY(!m_console->part<QPushButton>(u"banAction"_s)->isEnabled());
}

QTEST_MAIN(TestSessionsPage)
#include "tst_sessionspage.moc"
