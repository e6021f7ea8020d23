// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/tokenmodel.h"
#include "console/pages/credentials/credentialsform.h"
#include "console/pages/credentials/passwordstrength.h"
#include "console/widgets/comparisondialog.h"
#include "console/widgets/passwordedit.h"
#include "console/widgets/signlabel.h"
#include "tests/console/pages/desk.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using ct::console::models::TokenModel;
using ct::console::pages::Strength;
using ct::console::widgets::ComparisonDialog;
using ct::console::widgets::SignLabel;
using ct::test::Desk;
using ct::test::EdgeServer;
using Desk_ = std::unique_ptr<Desk>;

/// Against a real server.
class TestCredentialsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesPasswords_data();
    void judgesPasswords();
    void modelChangesByAsLittleAsItCan();
    void saysWhereThePresentOnesComeFrom();
    void checksWhileOneTypes();
    void generatesAndCopies();
    void changesAndSignsInAnew();
    void offersAComparisonWhenSomebodyWasFaster();
    void keepsWhatWasTypedOverALostServer();
    void isReadOnlyWhereTheEnvironmentHasThem();
    void makesATokenOfTheScopeThatIsChosen();
    void makesShowsOnceAndRevokesAToken();
    void unlocksAnAddress();

private:
    static Desk_ openAt(const EdgeServer &server)
    {
        auto desk = std::make_unique<Desk>(server);
        desk->open("credentials"_L1);
        [&] {
            QTRY_VERIFY(!desk->part<SignLabel>("source")->words().isEmpty());
        }();
        return desk;
    }
    static void typePassword(const Desk &desk, const QString &password)
    {
        desk.type("password", password);
        desk.type("repeat", password);
    }
};

void TestCredentialsPage::judgesPasswords_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<Strength>("strength");
    QTest::newRow("nothing") << QString() << Strength::None;
    QTest::newRow("a word") << u"secret"_s << Strength::Weak;
    QTest::newRow("long, but one letter") << QString(60, u'a') << Strength::Weak;
    QTest::newRow("a row of digits") << u"123456789012345"_s << Strength::Weak;
    QTest::newRow("letters and digits") << u"kx7Tq2mZ"_s << Strength::Fair;
    QTest::newRow("a longer one") << u"kx7Tq2mZ9wRb"_s << Strength::Good;
    QTest::newRow("a generated one") << u"f59XrvsQ70mKGuXaAgMr"_s << Strength::Strong;
}

void TestCredentialsPage::judgesPasswords()
{
    QFETCH(const QString, password);
    QFETCH(const Strength, strength);
    QCOMPARE(ct::console::pages::strengthOf(password), strength);
}

void TestCredentialsPage::modelChangesByAsLittleAsItCan()
{
    ct::console::models::TokenModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto token = [](const QString &id, const QString &name = {}) {
        ct::protocol::admin::Token made;
        made.id = id;
        made.name = name;
        return made;
    };
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({token(u"a"_s), token(u"b"_s), token(u"c"_s), token(u"d"_s)});
    const QPersistentModelIndex kept = model.index(2, 0);
    model.setRows({token(u"c"_s), token(u"a"_s), token(u"e"_s), token(u"d"_s, u"named"_s)});
    QCOMPARE(inserted.size(), 5);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(kept.row(), 0);
    QStringList ids;
    for (const auto &row : model.rows())
        ids.append(row.id);
    QCOMPARE(ids.join(u' '), u"c a e d"_s);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestCredentialsPage::saysWhereThePresentOnesComeFrom()
{
    const EdgeServer server;
    const Desk_ desk = openAt(server);
    QVERIFY(desk->part<SignLabel>("source")->words().contains(u"at its start"_s));
    QCOMPARE(desk->part<QLineEdit>("user")->text(), u"ctuser"_s);
    QVERIFY(!desk->page().hasUnsavedChanges());
    QVERIFY(!desk->part<QPushButton>("save")->isEnabled());
}

void TestCredentialsPage::checksWhileOneTypes()
{
    const EdgeServer server;
    const Desk_ desk = openAt(server);
    auto *save = desk->part<QPushButton>("save");
    desk->type("password", u"short"_s);
    QVERIFY(desk->faultAt("password").contains(u"At least"_s));
    typePassword(*desk, u"long enough"_s);
    QCOMPARE(desk->faultAt("password"), QString());
    QVERIFY(save->isEnabled());
    desk->type("repeat", u"long enougH"_s);
    QVERIFY(!desk->faultAt("repeat").isEmpty());
    QVERIFY(!save->isEnabled());
    desk->type("repeat", u"long enough"_s);
    desk->type("user", u"ann:smith"_s);
    QVERIFY(desk->faultAt("user").contains(u"colon"_s));
    QVERIFY(!save->isEnabled());
    QVERIFY(desk->page().hasUnsavedChanges());
    desk->click("discard");
    QVERIFY(!desk->page().hasUnsavedChanges());
    QCOMPARE(desk->part<QLineEdit>("user")->text(), u"ctuser"_s);
    QCOMPARE(desk->faultAt("user"), QString());
}

void TestCredentialsPage::generatesAndCopies()
{
    const EdgeServer server;
    const Desk_ desk = openAt(server);
    desk->click("generate");
    auto *password = desk->part<ct::console::widgets::PasswordEdit>("password");
    const QString first = password->text();
    QCOMPARE(first.size(), 20);
    QVERIFY(password->isShown());
    QVERIFY(desk->part<QPushButton>("save")->isEnabled());
    desk->click("copy");
    QCOMPARE(QGuiApplication::clipboard()->text(), first);
    desk->click("generate");
    QVERIFY(password->text() != first);
    password->setFocus();
    QTest::keyClick(password, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(!password->isShown());
}

void TestCredentialsPage::changesAndSignsInAnew()
{
    const EdgeServer server;
    const Desk_ desk = openAt(server);
    const QSignalSpy accepted(&desk->connection(), &ct::console::api::Connection::secretAccepted);
    desk->type("user", u"ann"_s);
    typePassword(*desk, u"a good long one"_s);
    desk->click("save");
    QTRY_COMPARE(accepted.size(), 1);
    QTRY_VERIFY(desk->connection().isOnline());
    QCOMPARE(desk->connection().profile().user, u"ann"_s);
    QTRY_VERIFY(desk->part<SignLabel>("source")->words().contains(u"set by an administrator"_s));
    QVERIFY(!desk->page().hasUnsavedChanges());
    // And it is so: another one gets in with them.
    ct::SystemClock clock;
    ct::console::api::ConnectionList list(clock);
    auto &other = list.add({{}, u"Other"_s, server.url(), u"ann"_s});
    other.signIn({u"ann"_s, u"a good long one"_s});
    QTRY_VERIFY(other.isOnline());
}

void TestCredentialsPage::offersAComparisonWhenSomebodyWasFaster()
{
    const EdgeServer server;
    const Desk_ mine = openAt(server);
    mine->type("user", u"carol"_s);
    typePassword(*mine, u"my own password"_s);
    {
        const Desk_ theirs = openAt(server);
        theirs->type("user", u"bob"_s);
        typePassword(*theirs, u"their own password"_s);
        theirs->click("save");
        QTRY_VERIFY(
            theirs->part<SignLabel>("source")->words().contains(u"set by an administrator"_s));
    }
    // Theirs has ended our sign-in; somebody signs in again in place, and nothing typed is lost.
    mine->click("save");
    QTRY_COMPARE(mine->connection().state(), ct::console::api::ConnectionState::SignInNeeded);
    QCOMPARE(mine->part<QLineEdit>("password")->text(), u"my own password"_s);
    mine->connection().signIn({u"bob"_s, u"their own password"_s});
    QTRY_VERIFY(mine->part<ComparisonDialog>(""));
    auto *dialog = mine->part<ComparisonDialog>("");
    auto *table = dialog->findChild<QTableWidget *>(u"differences"_s);
    QCOMPARE(table->item(0, 1)->text(), u"bob"_s);
    QCOMPARE(table->item(0, 2)->text(), u"carol"_s);
    QCOMPARE(mine->part<QLineEdit>("password")->text(), u"my own password"_s);
    const QSignalSpy accepted(&mine->connection(), &ct::console::api::Connection::secretAccepted);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"mine"_s), Qt::LeftButton);
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(mine->connection().profile().user, u"carol"_s);
}

void TestCredentialsPage::keepsWhatWasTypedOverALostServer()
{
    EdgeServer server;
    const Desk_ desk = openAt(server);
    desk->type("user", u"ann"_s);
    typePassword(*desk, u"a good long one"_s);
    server.stop();
    desk->click("save");
    QTRY_VERIFY(!desk->notice().isEmpty());
    QCOMPARE(desk->part<QLineEdit>("user")->text(), u"ann"_s);
    QCOMPARE(desk->part<QLineEdit>("password")->text(), u"a good long one"_s);
    QVERIFY(desk->part<QPushButton>("save")->isEnabled());
}

void TestCredentialsPage::isReadOnlyWhereTheEnvironmentHasThem()
{
    const EdgeServer server(
        {{u"CT_DASHBOARD_USER"_s, u"op"_s}, {u"CT_DASHBOARD_PASSWORD"_s, u"a good password"_s}});
    const Desk_ desk = openAt(server);
    QVERIFY(desk->part<SignLabel>("source")->words().contains(u"CT_DASHBOARD_PASSWORD"_s));
    QVERIFY(desk->part<QLineEdit>("user")->isReadOnly());
    QVERIFY(desk->part<QLineEdit>("password")->isReadOnly());
    QVERIFY(!desk->part<QPushButton>("generate")->isEnabled());
}

void TestCredentialsPage::makesATokenOfTheScopeThatIsChosen()
{
    const EdgeServer server;
    const Desk_ desk = openAt(server);
    auto *table = desk->part<QTableView>("tokens");
    auto *scope = desk->part<QComboBox>("tokenScope");
    for (const QString &wanted : {u"full"_s, u"read"_s}) {
        scope->setCurrentIndex(scope->findData(wanted));
        desk->type("tokenName", wanted);
        desk->click("makeToken");
        const int row = wanted == "full"_L1 ? 0 : 1;
        QTRY_COMPARE(table->model()->rowCount(), row + 1);
        const QByteArray secret = desk->part<QLineEdit>("tokenSecret")->text().toLatin1();
        desk->click("hideToken");
        QCOMPARE(
            table->model()->index(row, TokenModel::Scope).data().toString(),
            wanted == "full"_L1 ? u"reading and changing"_s : u"reading only"_s);
        // The server holds whoever comes with it to that.
        ct::console::api::AdminClient program(server.url(), {server.url(), {}});
        program.useToken(secret);
        std::optional<int> status;
        program.ask<ct::console::api::Nothing>(
            {"endSession", {u"none"_s}}, this, [&status](const auto &outcome) {
                status = outcome ? 204 : outcome.failure().status;
            });
        QTRY_COMPARE(status.value_or(0), wanted == "full"_L1 ? 404 : 403);
    }
}

void TestCredentialsPage::makesShowsOnceAndRevokesAToken()
{
    const EdgeServer server;
    const Desk_ desk = openAt(server);
    auto *table = desk->part<QTableView>("tokens");
    desk->type("tokenName", u"backup robot"_s);
    desk->click("makeToken");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const auto scope = [table](int row) {
        return table->model()->index(row, TokenModel::Scope).data().toString();
    };
    QCOMPARE(scope(0), u"reading only"_s);
    const QString secret = desk->part<QLineEdit>("tokenSecret")->text();
    QVERIFY(secret.size() > 20);
    QVERIFY(desk->page().hasUnsavedChanges());
    desk->click("copyToken");
    QCOMPARE(QGuiApplication::clipboard()->text(), secret);
    desk->click("hideToken");
    QVERIFY(!desk->page().hasUnsavedChanges());
    QVERIFY(desk->part<QLineEdit>("tokenSecret")->text().isEmpty());

    ct::SystemClock clock;
    ct::console::api::ConnectionList list(clock);
    auto &program = list.add({{}, u"Program"_s, server.url(), {}});
    program.signIn({{}, {}, secret.toLatin1()});
    QTRY_VERIFY(program.isOnline());

    table->selectRow(0);
    desk->click("revokeToken");
    auto *question = desk->part<QMessageBox>("revokeQuestion");
    QVERIFY(question && question->text().contains(u"backup robot"_s));
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(table->model()->rowCount(), 0);
    program.signIn({{}, {}, secret.toLatin1()});
    QTRY_COMPARE(program.state(), ct::console::api::ConnectionState::SignInNeeded);
}

void TestCredentialsPage::unlocksAnAddress()
{
    const EdgeServer server;
    const Desk_ desk = openAt(server);
    auto *table = desk->part<QTableView>("lockouts");
    QVERIFY(!table->isVisible());
    ct::console::api::AdminClient stranger(server.url(), {server.url(), {}});
    const auto tries = [&](const QString &password) {
        std::optional<int> status;
        stranger.signIn(server.user(), password, this, [&status](const auto &signedIn) {
            status = signedIn ? 201 : signedIn.failure().status;
        });
        return QTest::qWaitFor([&status] { return status.has_value(); }, 30'000) ? *status : 0;
    };
    int status = 401;
    for (int count = 0; count < 50 && status == 401; ++count)
        status = tries(u"a wrong password"_s);
    QCOMPARE(status, 429);
    desk->page().refresh();
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"127.0.0.1"_s);
    table->selectRow(0);
    desk->click("unlock");
    QTRY_VERIFY(!table->isVisible());
    QCOMPARE(tries(server.password()), 201);
}

QTEST_MAIN(TestCredentialsPage)
#include "tst_credentialspage.moc"
