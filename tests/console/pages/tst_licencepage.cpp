// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/auditmodel.h"
#include "console/pages/licence/licenceinstaller.h"
#include "console/pages/licence/licencetext.h"
#include "console/pages/licence/licencewords.h"
#include "console/widgets/signlabel.h"
#include "console/widgets/timechart.h"
#include "tests/console/pages/desk.h"

#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>

using namespace Qt::StringLiterals;
using ct::console::models::AuditModel;
using ct::console::pages::LicenceWords;
using ct::console::widgets::SignLabel;
using ct::console::widgets::TimeChart;
using ct::protocol::admin::LicenceDetail;
using ct::test::Desk;
using ct::test::EdgeServer;

namespace {

/// As the issuer makes it, for this build's key.
QByteArray issued(const QString &licensee, int connections, int days)
{
    QProcess tool;
    tool.start(
        QStringLiteral(CT_LICENSE_BIN),
        {u"sign"_s,
         u"--key"_s,
         QStringLiteral(CT_LICENSE_KEY),
         u"--licensee"_s,
         licensee,
         u"--max-connections"_s,
         QString::number(connections),
         u"--expiration"_s,
         QDate::currentDate().addDays(days).toString(u"yyyy/MM/dd"_s)});
    tool.waitForFinished();
    return tool.readAllStandardOutput();
}

} // namespace

/// Against a real server that knows an issuer.
class TestLicencePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsALicenceInAText_data();
    void findsALicenceInAText();
    void tellsStatesApartWithoutColours();
    void countsDaysAndSeatsInWords();
    void startsInCommunityMode();
    void previewsInstallsAndRemoves();
    void saysWhatIsWrongBeforeAnythingChanges();
    void takesADroppedFile();
    void refusesALargeFileInWords();
    void keepsWhatWasPastedOverALostServer();
    void asksAgainWhenSomebodyWasFaster();
    void isReadOnlyWhereTheSettingsHaveIt();
    void showsSeatsOverTimeAndWhoHasChangedTheLicence();

private:
    static std::unique_ptr<Desk> openAt(const EdgeServer &server)
    {
        auto desk = std::make_unique<Desk>(server);
        desk->open("licence"_L1);
        [&] {
            QTRY_VERIFY(!desk->part<SignLabel>("licenceState")->words().isEmpty());
        }();
        return desk;
    }
    static void paste(const Desk &desk, const QByteArray &licence)
    {
        desk.part<QPlainTextEdit>("licenceText")->setPlainText(QString::fromUtf8(licence));
    }
    static void drop(const Desk &desk, const QString &path)
    {
        auto *box = desk.part<QWidget>("licenceText")->parentWidget();
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(box, &enter);
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(box, &event);
    }
    static bool install(const Desk &desk, const QByteArray &licence)
    {
        paste(desk, licence);
        auto *button = desk.part<QPushButton>("installLicence");
        [&] {
            QTRY_VERIFY(button->isEnabled());
        }();
        desk.click("installLicence");
        return QTest::qWaitFor([&] { return !desk.page().hasUnsavedChanges(); }, 30'000);
    }
};

void TestLicencePage::findsALicenceInAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("licensee");
    QTest::newRow("properties") << u"# a licence\nCT_LICENSEE=Acme, Inc\nCT_LOCATOR=\n"_s
                                << u"Acme, Inc"_s;
    QTest::newRow("a shell's lines") << u"export CT_LICENSEE=\"Acme\"\r\n"_s << u"Acme"_s;
    QTest::newRow("spaces and colons") << u"  CT_LICENSEE : Acme  "_s << u"Acme"_s;
    QTest::newRow("escapes") << uR"(CT_LICENSEE=Gr\u00f6\u00DFe AG)"_s << u"Größe AG"_s;
    QTest::newRow("other things") << u"Dear Ann,\nhello=there\n"_s << QString();
    QTest::newRow("an escape without an end") << uR"(CT_LICENSEE=A\u00)"_s << uR"(A\u00)"_s;
}

void TestLicencePage::findsALicenceInAText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, licensee);
    QCOMPARE(ct::console::pages::licenceIn(text).licensee, licensee);
    QCOMPARE(ct::console::pages::isEmpty(ct::console::pages::licenceIn(text)), licensee.isEmpty());
}

void TestLicencePage::tellsStatesApartWithoutColours()
{
    QSet<QString> signs;
    QSet<QString> words;
    for (const QString &state :
         {u"none"_s, u"valid"_s, u"expiring"_s, u"expired"_s, u"invalid"_s}) {
        LicenceDetail licence;
        licence.state = state;
        signs.insert(QString(LicenceWords::sign(licence)));
        words.insert(LicenceWords::state(licence));
    }
    QCOMPARE(signs.size(), 5);
    QCOMPARE(words.size(), 5);
}

void TestLicencePage::countsDaysAndSeatsInWords()
{
    LicenceDetail licence;
    licence.daysLeft = 0;
    QVERIFY(LicenceWords::daysLeft(licence).contains(u"today"_s));
    licence.daysLeft = 12;
    QVERIFY(LicenceWords::daysLeft(licence).contains(u"12"_s));
    licence.daysLeft = -3;
    QVERIFY(LicenceWords::daysLeft(licence).contains(u"ago"_s));
    licence.limit = 10;
    licence.seatsUsed = 3;
    QVERIFY(LicenceWords::seats(licence).startsWith(u"3 of 10"_s));
}

void TestLicencePage::startsInCommunityMode()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    QVERIFY(desk->part<SignLabel>("licenceState")->words().contains(u"community"_s));
    QVERIFY(!desk->part<QPushButton>("removeLicence")->isVisible());
    QVERIFY(desk->part<QLabel>("seats")->text().contains(u"without a limit"_s));
}

void TestLicencePage::previewsInstallsAndRemoves()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    paste(*desk, issued(u"Größe AG"_s, 25, 100));
    auto *table = desk->part<QTableWidget>("licenceDifferences");
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->item(0, 1)->text(), u"none"_s);
    QCOMPARE(table->item(0, 2)->text(), u"Größe AG"_s);
    QVERIFY(table->item(1, 2)->text().contains(u"25"_s));
    QVERIFY(desk->page().hasUnsavedChanges());
    QVERIFY(desk->part<QLabel>("licensee")->text().isEmpty());

    desk->click("installLicence");
    QTRY_COMPARE(desk->part<QLabel>("licensee")->text(), u"Größe AG"_s);
    QVERIFY(desk->part<SignLabel>("licenceState")->words().contains(u"is valid"_s));
    QVERIFY(desk->part<QLabel>("expiration")->text().contains(u"100"_s));
    QVERIFY(!desk->page().hasUnsavedChanges());

    desk->click("removeLicence");
    auto *question = desk->part<QMessageBox>("removeQuestion");
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(desk->part<SignLabel>("licenceState")->words().contains(u"community"_s));
}

void TestLicencePage::saysWhatIsWrongBeforeAnythingChanges()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    paste(*desk, "hello");
    QVERIFY(desk->faultAt("licenceText").contains(u"No licence"_s));
    QByteArray forged = issued(u"Acme"_s, 25, 100);
    forged.replace("=25", "=250");
    paste(*desk, forged);
    QTRY_VERIFY(desk->part<SignLabel>("check-signature"));
    QTRY_VERIFY(desk->part<SignLabel>("check-signature")->words().contains(u"does not fit"_s));
    QVERIFY(!desk->part<QPushButton>("installLicence")->isEnabled());
}

void TestLicencePage::takesADroppedFile()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    const QString path = server.folder() + u"/licensing.properties"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(issued(u"Dropped"_s, 5, 5));
    file.close();
    drop(*desk, path);
    auto *table = desk->part<QTableWidget>("licenceDifferences");
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->item(0, 2)->text(), u"Dropped"_s);
}

void TestLicencePage::refusesALargeFileInWords()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    const QString path = server.folder() + u"/large"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(65 * 1024, 'x'));
    file.close();
    drop(*desk, path);
    QVERIFY(desk->faultAt("licenceText").contains(u"too large"_s));
    drop(*desk, path + u".missing"_s);
    QVERIFY(desk->faultAt("licenceText").contains(u"can't be read"_s));
}

void TestLicencePage::keepsWhatWasPastedOverALostServer()
{
    EdgeServer server;
    const auto desk = openAt(server);
    paste(*desk, issued(u"Acme"_s, 25, 100));
    QTRY_VERIFY(desk->part<QPushButton>("installLicence")->isEnabled());
    server.stop();
    desk->click("installLicence");
    QTRY_VERIFY(!desk->notice().isEmpty());
    QVERIFY(desk->page().hasUnsavedChanges());
    QVERIFY(desk->part<QPushButton>("installLicence")->isEnabled());
}

void TestLicencePage::asksAgainWhenSomebodyWasFaster()
{
    const EdgeServer server;
    const auto mine = openAt(server);
    paste(*mine, issued(u"Mine"_s, 25, 100));
    QTRY_VERIFY(mine->part<QPushButton>("installLicence")->isEnabled());
    const auto theirs = openAt(server);
    QVERIFY(install(*theirs, issued(u"Theirs"_s, 5, 100)));
    mine->click("installLicence");
    QTRY_VERIFY(mine->notice().contains(u"Somebody else"_s));
    QCOMPARE(mine->part<QLabel>("licensee")->text(), u"Theirs"_s);
    auto *table = mine->part<QTableWidget>("licenceDifferences");
    QTRY_COMPARE(table->item(0, 1)->text(), u"Theirs"_s);
    QTRY_VERIFY(mine->part<QPushButton>("installLicence")->isEnabled());
    mine->click("installLicence");
    QTRY_COMPARE(mine->part<QLabel>("licensee")->text(), u"Mine"_s);
}

void TestLicencePage::isReadOnlyWhereTheSettingsHaveIt()
{
    const EdgeServer server({{u"CT_LICENSEE"_s, u"Acme"_s}, {u"CT_MAXCONNECTIONS"_s, u"5"_s}});
    const auto desk = openAt(server);
    QVERIFY(desk->part<SignLabel>("licenceManaged")->isVisible());
    QVERIFY(!desk->part<QPushButton>("removeLicence")->isVisible());
    QVERIFY(!desk->part<QWidget>("licenceText")->isVisible());
    QVERIFY(desk->part<SignLabel>("licenceState")->words().contains(u"not valid"_s));
}

void TestLicencePage::showsSeatsOverTimeAndWhoHasChangedTheLicence()
{
    const EdgeServer server({{u"CT_USAGE_INTERVAL"_s, u"1"_s}});
    const auto desk = openAt(server);
    const auto &seats = desk->part<TimeChart>("seatsChart")->series();
    const QAbstractItemModel *changes = desk->part<QTableView>("licenceChanges")->model();
    QCOMPARE(changes->rowCount(), 0);
    QVERIFY(install(*desk, issued(u"Acme"_s, 7, 90)));
    QTRY_COMPARE(changes->rowCount(), 1);
    const QString what = changes->index(0, AuditModel::Kind).data().toString();
    QCOMPARE(what, u"admin.licence.install"_s);
    QCOMPARE(changes->index(0, AuditModel::Actor).data().toString(), server.user());
    QVERIFY(changes->index(0, AuditModel::Detail).data().toString().contains(u"Acme"_s));
    QTimer again;
    connect(&again, &QTimer::timeout, &desk->page(), &ct::console::pages::Page::refresh);
    again.start(500);
    // The first samples knew no limit.
    QTRY_COMPARE_WITH_TIMEOUT(seats.index(0, 2).data().toString(), u"7"_s, 20'000);
    QCOMPARE(seats.index(0, 1).data().toString(), u"0"_s);
}

QTEST_MAIN(TestLicencePage)
#include "tst_licencepage.moc"
