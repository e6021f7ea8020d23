// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/packagemodel.h"
#include "console/models/settingmodel.h"
#include "console/pages/health/healthpage.h"
#include "console/widgets/signlabel.h"
#include "tests/console/pages/desk.h"
#include "tests/support/zips.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ct::console::models::PackageModel;
using ct::console::models::SettingModel;
using ct::console::widgets::SignLabel;
using ct::test::Desk;
using ct::test::EdgeServer;

namespace {

std::unique_ptr<Desk> openAt(const EdgeServer &server, QLatin1StringView page)
{
    auto desk = std::make_unique<Desk>(server);
    desk->open(page);
    return desk;
}

QStringList column(const Desk &desk, const char *table, int column)
{
    const QAbstractItemModel *model = desk.part<QTableView>(table)->model();
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, column).data().toString());
    return texts;
}

} // namespace

/// Configuration, certificate and packages, against a real server.
class TestServerPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsKeepTheirPromises();
    void settingsSayWhereTheyComeFrom();
    void settingsShowNoSecret();
    void settingsAreFiltered();
    void settingsAreReadAnewAndToldOf();
    void wrongSettingsAreSaid();
    void saysHowLongTheServerRuns_data();
    void saysHowLongTheServerRuns();
    void certificateIsExplained();
    void certificateIsReadAnew();
    void packagesAreListedWithLinkAndDigest();
    void anEmptyFolderSaysWhatToDo();
    void aServerWithoutPackagesSaysSo();
    void eachPageKeepsItsContentOverALostServer_data();
    void eachPageKeepsItsContentOverALostServer();
};

void TestServerPages::modelsKeepTheirPromises()
{
    SettingModel settings;
    PackageModel packages;
    const QAbstractItemModelTester one(
        &settings, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester other(
        &packages, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto setting = [](const QString &name, const QString &value) {
        ct::protocol::admin::SettingFacts made;
        made.name = name;
        made.value = value;
        return made;
    };
    settings.setRows({setting(u"A"_s, u"1"_s), setting(u"B"_s, u"2"_s)});
    settings.setRows({setting(u"B"_s, u"3"_s), setting(u"C"_s, u"4"_s)});
    QCOMPARE(settings.index(0, SettingModel::Value).data().toString(), u"3"_s);
    ct::protocol::admin::PackageFacts package;
    package.path = u"/clients/a"_s;
    packages.setRows({package});
    package.version = u"2"_s;
    packages.setRows({package});
    QCOMPARE(packages.index(0, PackageModel::Version).data().toString(), u"2"_s);
    packages.setRows({});
    QCOMPARE(packages.rowCount(), 0);
}

void TestServerPages::settingsSayWhereTheyComeFrom()
{
    const EdgeServer server;
    const auto desk = openAt(server, "configuration"_L1);
    QTRY_VERIFY(column(*desk, "settings", SettingModel::Name).size() > 20);
    const int row = static_cast<int>(
        column(*desk, "settings", SettingModel::Name).indexOf(u"CT_BIND_ADDRESS"_s));
    QCOMPARE(column(*desk, "settings", SettingModel::Value).at(row), u"127.0.0.1"_s);
    QCOMPARE(column(*desk, "settings", SettingModel::Source).at(row), u"environment variable"_s);
    desk->part<QTableView>("settings")->selectRow(row);
    QVERIFY(
        desk->part<QLabel>("settingHelp")->text().contains(u"restart"_s)
        || desk->part<QLabel>("settingHelp")->text().contains(u"start"_s));
}

void TestServerPages::settingsShowNoSecret()
{
    const EdgeServer server({{u"CT_DASHBOARD_PASSWORD"_s, u"a very s3cret one"_s}});
    const auto desk = openAt(server, "configuration"_L1);
    QTRY_VERIFY(column(*desk, "settings", SettingModel::Name).size() > 20);
    QVERIFY(!column(*desk, "settings", SettingModel::Value).join(u' ').contains(u"s3cret"_s));
}

void TestServerPages::settingsAreFiltered()
{
    const EdgeServer server;
    const auto desk = openAt(server, "configuration"_L1);
    QTRY_VERIFY(column(*desk, "settings", SettingModel::Name).size() > 20);
    desk->type("settingSearch", u"http_port"_s);
    QCOMPARE(column(*desk, "settings", SettingModel::Name), QStringList {u"CT_HTTP_PORT"_s});
    desk->type("settingSearch", {});
    desk->part<QCheckBox>("settingOnlySet")->click();
    QVERIFY(!column(*desk, "settings", SettingModel::Source).contains(u"default"_s));
    QVERIFY(column(*desk, "settings", SettingModel::Name).contains(u"CT_STATE_DIR"_s));
}

void TestServerPages::settingsAreReadAnewAndToldOf()
{
    const EdgeServer server;
    const auto desk = openAt(server, "configuration"_L1);
    QTRY_VERIFY(column(*desk, "settings", SettingModel::Name).size() > 20);
    desk->click("reloadSettings");
    auto *report = desk->part<SignLabel>("reloadReport");
    QTRY_VERIFY(report->words().contains(u"No setting is another one"_s));
    QVERIFY(desk->part<QPushButton>("reloadSettings")->isEnabled());
}

void TestServerPages::wrongSettingsAreSaid()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"codetogether.config"_s);
    const auto write = [&path](const QByteArray &text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("export CT_TIME_ZONE=\"UTC\"\n");
    const EdgeServer server({{u"CT_CONFIG_FILE"_s, path}});
    QVERIFY(server.isUp());
    const auto desk = openAt(server, "configuration"_L1);
    QTRY_VERIFY(column(*desk, "settings", SettingModel::Name).size() > 20);
    write("export CT_TIME_ZONE=\"Nowhere/At_all\"\n");
    desk->click("reloadSettings");
    auto *report = desk->part<SignLabel>("reloadReport");
    QTRY_COMPARE(QString(report->icon()), u"bad"_s);
    QVERIFY(report->words().contains(u"CT_TIME_ZONE"_s));
}

void TestServerPages::saysHowLongTheServerRuns_data()
{
    QTest::addColumn<std::chrono::seconds>("time");
    QTest::addColumn<QString>("words");
    QTest::newRow("just started") << 59s << u"less than a minute"_s;
    QTest::newRow("minutes") << std::chrono::seconds(5min + 59s) << u"5 minute(s)"_s;
    QTest::newRow("hours") << std::chrono::seconds(3h) << u"3 hour(s)"_s;
    QTest::newRow("hours and minutes")
        << std::chrono::seconds(23h + 59min) << u"23 hour(s), 59 minute(s)"_s;
    QTest::newRow("days") << std::chrono::seconds(24h + 5min) << u"1 day(s)"_s;
    QTest::newRow("days and hours") << std::chrono::seconds(290h) << u"12 day(s), 2 hour(s)"_s;
}

void TestServerPages::saysHowLongTheServerRuns()
{
    QFETCH(const std::chrono::seconds, time);
    QFETCH(const QString, words);
    QCOMPARE(ct::console::pages::HealthPage::uptime(time), words);
}

void TestServerPages::certificateIsExplained()
{
    const EdgeServer server;
    const auto desk = openAt(server, "certificate"_L1);
    auto *state = desk->part<SignLabel>("certificateState");
    QTRY_VERIFY(!state->words().isEmpty());
    QVERIFY(desk->part<QLabel>("certificateIssuer")->text().contains(u"itself"_s));
    desk->click("copyFingerprint");
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.size(), 95);
    QVERIFY(server.log(u"server.log"_s).contains(copied.toLatin1()));
}

void TestServerPages::certificateIsReadAnew()
{
    const EdgeServer server;
    const auto desk = openAt(server, "certificate"_L1);
    const QSignalSpy done(&desk->page(), &ct::console::pages::Page::done);
    QTRY_VERIFY(desk->part<QPushButton>("reloadCertificate")->isVisible());
    desk->click("reloadCertificate");
    QTRY_COMPARE(done.size(), 1);
}

void TestServerPages::packagesAreListedWithLinkAndDigest()
{
    const QTemporaryDir clients;
    QVERIFY(QDir(clients.path()).mkpath(u"vscode"_s));
    const EdgeServer server({{u"CT_CLIENTS_DIR"_s, clients.path()}});
    QFile package(clients.filePath(u"vscode/oct-1.2.3.vsix"_s));
    QVERIFY(package.open(QIODevice::WriteOnly));
    package.write(ct::test::zipOf(
        {{"extension/package.json",
          R"({"name":"oct","displayName":"Open Collaboration","publisher":"typefox","version":"1.2.3"})"}}));
    package.close();
    const auto desk = openAt(server, "packages"_L1);
    // The server looks at its folder every few seconds.
    QTimer again;
    connect(&again, &QTimer::timeout, &desk->page(), &ct::console::pages::Page::refresh);
    again.start(500);
    QTRY_VERIFY_WITH_TIMEOUT(!column(*desk, "packages", PackageModel::Title).isEmpty(), 30'000);
    again.stop();
    QTRY_COMPARE(column(*desk, "packages", PackageModel::Version), QStringList {u"1.2.3"_s});
    desk->part<QTableView>("packages")->selectRow(0);
    desk->click("copyLink");
    QVERIFY(
        QGuiApplication::clipboard()->text().startsWith(server.url().toString() + u"clients/"_s));
    desk->click("copyDigest");
    QCOMPARE(QGuiApplication::clipboard()->text().size(), 64);
}

void TestServerPages::anEmptyFolderSaysWhatToDo()
{
    const EdgeServer server;
    const auto desk = openAt(server, "packages"_L1);
    auto *hint = desk->part<QLabel>("emptyHint");
    QTRY_VERIFY(hint->isVisible() && hint->text().contains(u".vsix"_s));
}

void TestServerPages::aServerWithoutPackagesSaysSo()
{
    const EdgeServer server({{u"CT_NOCLIENTS"_s, u"true"_s}});
    const auto desk = openAt(server, "packages"_L1);
    QTRY_VERIFY(desk->part<QLabel>("emptyHint")->text().contains(u"CT_NOCLIENTS"_s));
}

void TestServerPages::eachPageKeepsItsContentOverALostServer_data()
{
    QTest::addColumn<QString>("part");
    QTest::newRow("configuration") << u"settings"_s;
    QTest::newRow("certificate") << u"certificateState"_s;
}

void TestServerPages::eachPageKeepsItsContentOverALostServer()
{
    QFETCH(const QString, part);
    // Else its next start makes another password.
    EdgeServer server({{u"CT_DASHBOARD_PASSWORD"_s, u"a good password"_s}});
    const auto desk = openAt(server, QLatin1StringView(QTest::currentDataTag()));
    QTRY_VERIFY(desk->part<QWidget>(qPrintable(part))->isVisible());
    server.stop();
    desk->page().refresh();
    QTRY_VERIFY(!desk->notice().isEmpty());
    QVERIFY(desk->part<QWidget>(qPrintable(part))->isVisible());
    server.restart();
    desk->connection().open();
    QTRY_VERIFY_WITH_TIMEOUT(desk->notice().isEmpty(), 20'000);
}

QTEST_MAIN(TestServerPages)
#include "tst_serverpages.moc"
