// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/auditmodel.h"
#include "console/pages/audit/auditexport.h"
#include "console/pages/audit/auditpage.h"
#include "console/widgets/signlabel.h"
#include "shared/protocol/admin/tokens.h"
#include "tests/console/pages/desk.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using ct::console::models::AuditModel;
using ct::console::pages::AuditExport;
using ct::console::widgets::SignLabel;
using ct::test::Desk;
using ct::test::EdgeServer;

/// Against a real server.
class TestAuditPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPartsOfExports_data();
    void readsPartsOfExports();
    void modelTakesPagesOneByOne();
    void showsWhatHasHappened();
    void filtersWhileOneTypes();
    void offersAWayOutOfAnEmptyFilter();
    void verifies();
    void tellsWhatRetentionTook();
    void findsAFlippedByte();
    void exportsBothKinds_data();
    void exportsBothKinds();
    void exportsMoreThanOnePart();
    void leavesNoHalfFileBehind();

private:
    static std::unique_ptr<Desk> openAt(const EdgeServer &server)
    {
        auto desk = std::make_unique<Desk>(server);
        desk->open("audit"_L1);
        [&] {
            QTRY_VERIFY(rows(*desk) > 0);
        }();
        return desk;
    }
    static int rows(const Desk &desk)
    {
        return desk.part<QTableView>("audit")->model()->rowCount();
    }
    static QString textAt(const Desk &desk, int row, int column)
    {
        return desk.part<QTableView>("audit")->model()->index(row, column).data().toString();
    }
    static void chooseFile(const Desk &desk, const QString &path)
    {
        desk.click("exportAudit");
        auto *dialog = desk.part<QFileDialog>("auditFile");
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }
};

void TestAuditPage::readsPartsOfExports_data()
{
    QTest::addColumn<bool>("isCsv");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<qint64>("records");
    QTest::addColumn<qint64>("lastEntry");
    const QByteArray header = "entry,at,kind\r\n";
    QTest::newRow("only a header") << true << header << qint64 {0} << qint64 {0};
    QTest::newRow("two rows") << true << header + "9,x,a\r\n8,x,b\r\n" << qint64 {2} << qint64 {8};
    QTest::newRow("a row of several lines") << true << header + "9,x,\"a\n1,2,\"\"3\"\"\n4\"\r\n"
                                            << qint64 {1} << qint64 {9};
    QTest::newRow("nothing") << false << QByteArray() << qint64 {0} << qint64 {0};
    QTest::newRow("two lines") << false << QByteArray("{\"entry\":9}\n{\"entry\":8}\n")
                               << qint64 {2} << qint64 {8};
    QTest::newRow("no JSON") << false << QByteArray("hello\n") << qint64 {1} << qint64 {0};
}

void TestAuditPage::readsPartsOfExports()
{
    QFETCH(const bool, isCsv);
    QFETCH(const QByteArray, part);
    QFETCH(const qint64, records);
    QFETCH(const qint64, lastEntry);
    const auto read
        = isCsv ? ct::console::pages::readCsvPart(part) : ct::console::pages::readLinesPart(part);
    QCOMPARE(read.records, records);
    QCOMPARE(read.lastEntry, lastEntry);
}

void TestAuditPage::modelTakesPagesOneByOne()
{
    AuditModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy wanted(&model, &AuditModel::olderWanted);
    const auto page = [](qint64 first, std::optional<qint64> next) {
        ct::protocol::AuditPage made;
        for (const qint64 number : {first, first - 1}) {
            made.entries.append(ct::protocol::AuditItem());
            made.entries.last().entry = number;
        }
        made.next = next;
        return made;
    };
    QVERIFY(!model.canFetchMore({}));
    model.setFirst(page(9, 8));
    model.fetchMore({});
    model.fetchMore({});
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).toLongLong(), 8);
    model.addOlder(page(7, std::nullopt));
    QCOMPARE(model.rowCount(), 4);
    QVERIFY(!model.canFetchMore({}));
    model.setFirst(page(10, 9));
    QCOMPARE(model.rowCount(), 2);
}

void TestAuditPage::showsWhatHasHappened()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    QStringList kinds;
    for (int row = 0; row < rows(*desk); ++row)
        kinds.append(textAt(*desk, row, AuditModel::Kind));
    QVERIFY(kinds.contains(u"dashboard.login"_s));
    QVERIFY(kinds.contains(u"server.started"_s));
}

void TestAuditPage::filtersWhileOneTypes()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    const int all = rows(*desk);
    auto *kind = desk->part<QComboBox>("auditKind");
    kind->setCurrentIndex(kind->findData(u"server"_s));
    QTRY_VERIFY(rows(*desk) < all);
    QVERIFY(textAt(*desk, 0, AuditModel::Kind).startsWith(u"server."_s));
    kind->setCurrentIndex(0);
    QTRY_VERIFY(rows(*desk) >= all);
    desk->type("auditActor", u"ctuser"_s);
    QTRY_VERIFY(rows(*desk) < all);
    QCOMPARE(textAt(*desk, 0, AuditModel::Actor), u"ctuser"_s);
}

void TestAuditPage::offersAWayOutOfAnEmptyFilter()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    desk->type("auditActor", u"nobody + nothing"_s);
    auto *sentence = desk->part<QLabel>("emptySentence");
    QTRY_VERIFY(sentence->isVisible() && sentence->text().contains(u"No entry"_s));
    desk->click("emptyAction");
    QTRY_VERIFY(rows(*desk) > 0 && !sentence->isVisible());
    QCOMPARE(desk->part<QLineEdit>("auditActor")->text(), QString());
}

void TestAuditPage::verifies()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    desk->click("verifyAudit");
    auto *verdict = desk->part<SignLabel>("auditVerdict");
    QTRY_COMPARE(QString(verdict->icon()), u"good"_s);
    QVERIFY(verdict->words().contains(u"as they were written"_s));
}

void TestAuditPage::tellsWhatRetentionTook()
{
    using ct::console::pages::AuditPage;
    ct::protocol::AuditVerdict verdict {true, 7, {}, {}};
    const QString plain = AuditPage::soundText(verdict);
    verdict.purged = ct::protocol::PurgedAudit {40, 40, std::chrono::milliseconds(1790000000456)};
    const QString purged = AuditPage::soundText(verdict);
    QVERIFY(purged.startsWith(plain));
    QVERIFY2(purged.contains(u"up to number 40 were purged on "_s), qPrintable(purged));
}

void TestAuditPage::findsAFlippedByte()
{
    EdgeServer server;
    {
        const auto desk = openAt(server);
    }
    server.stop();
    // Behind the back of the triggers that refuse it.
    QProcess sqlite;
    sqlite.start(
        u"sqlite3"_s,
        {server.folder() + u"/state/edge.sqlite"_s,
         u"SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_master WHERE type='trigger';"_s});
    QVERIFY(sqlite.waitForFinished());
    const QString drops = QString::fromUtf8(sqlite.readAllStandardOutput());
    sqlite.start(
        u"sqlite3"_s,
        {server.folder() + u"/state/edge.sqlite"_s,
         drops + u" UPDATE audit SET actor = 'nobody' WHERE kind = 'dashboard.login';"_s});
    QVERIFY(sqlite.waitForFinished());
    QCOMPARE(sqlite.exitCode(), 0);
    server.restart();
    const auto desk = openAt(server);
    desk->click("verifyAudit");
    auto *verdict = desk->part<SignLabel>("auditVerdict");
    QTRY_COMPARE(QString(verdict->icon()), u"bad"_s);
    QVERIFY(verdict->words().contains(u"has changed"_s));
}

void TestAuditPage::exportsBothKinds_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("csv") << u"audit.csv"_s << QByteArray("entry,at,kind,");
    QTest::newRow("ndjson") << u"audit.ndjson"_s << QByteArray("{");
}

void TestAuditPage::exportsBothKinds()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, start);
    const EdgeServer server;
    const auto desk = openAt(server);
    const QSignalSpy done(&desk->page(), &ct::console::pages::Page::done);
    const QString path = server.folder() + u'/' + file;
    chooseFile(*desk, path);
    QTRY_COMPARE(done.size(), 1);
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray content = written.readAll();
    QVERIFY(content.startsWith(start));
    QVERIFY(content.contains("dashboard.login"));
}

void TestAuditPage::exportsMoreThanOnePart()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    constexpr int rounds = 540;
    int revoked = 0;
    auto &client = desk->connection().client();
    std::function<void()> again = [&] {
        ct::console::api::Request make {"makeToken"};
        make.body = QJsonObject {{u"name"_s, u"robot"_s}, {u"days"_s, 1}};
        client.ask<ct::protocol::admin::MadeToken>(make, &client, [&](const auto &made) {
            QVERIFY(made);
            ct::console::api::Request revoke {"revokeToken", {made->token.id}};
            client.ask<ct::console::api::Nothing>(revoke, &client, [&](const auto &) {
                if (++revoked < rounds)
                    again();
            });
        });
    };
    again();
    QTRY_COMPARE_WITH_TIMEOUT(revoked, rounds, 60'000);
    const QString path = server.folder() + u"/audit.csv"_s;
    const QSignalSpy done(&desk->page(), &ct::console::pages::Page::done);
    chooseFile(*desk, path);
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 20'000);
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray content = written.readAll();
    QCOMPARE(content.count("entry,at,kind"), 1);
    QCOMPARE(content.count("admin.token.make"), rounds);
    QCOMPARE(content.count("admin.token.revoke"), rounds);
    QCOMPARE(content.count("server.started"), 1);
}

void TestAuditPage::leavesNoHalfFileBehind()
{
    EdgeServer server;
    const auto desk = openAt(server);
    server.stop();
    const QString path = server.folder() + u"/audit.csv"_s;
    chooseFile(*desk, path);
    QTRY_VERIFY(!desk->notice().isEmpty());
    QVERIFY(!QFile::exists(path));
    chooseFile(*desk, server.folder() + u"/no/such/folder/audit.csv"_s);
    QTRY_VERIFY(desk->notice().contains(u"could not be written"_s));
}

QTEST_MAIN(TestAuditPage)
#include "tst_auditpage.moc"
