// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/metrics/metricnames.h"
#include "console/pages/metrics/metricsform.h"
#include "console/pages/metrics/scrapeconfiguration.h"
#include "console/widgets/comparisondialog.h"
#include "console/widgets/signlabel.h"
#include "tests/console/pages/desk.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace ct::console::pages;
using ct::console::widgets::SignLabel;
using ct::protocol::admin::MetricsIntegration;
using ct::test::Desk;
using ct::test::EdgeServer;

namespace {

/// As of a server whose settings have nothing of it.
MetricsIntegration freeState()
{
    MetricsIntegration state;
    state.mode = u"none"_s;
    state.statsdPort = 8125;
    state.statsdProtocol = u"UDP"_s;
    state.statsdPrefix = u"codetogether."_s;
    state.modes = {u"none"_s, u"statsd"_s, u"prometheus"_s, u"both"_s};
    return state;
}

QByteArray fetched(const QUrl &url)
{
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
    [&] {
        QTRY_VERIFY(reply->isFinished());
    }();
    return reply->readAll();
}

} // namespace

/// Against a real server.
class TestMetricsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formChecksWhileOneTypes();
    void formKeepsWhatIsTyped();
    void formShowsWhatTheServerSays();
    void removesThePresentToken();
    void isReadOnlyWhereTheSettingsHaveIt();
    void previewHasTheNamesThatStatsdGets();
    void previewHasTheNamesThatAScrapeGets();
    void prometheusTakesTheScrapeConfiguration_data();
    void prometheusTakesTheScrapeConfiguration();
    void copiesTheDashboard();

private:
    static std::unique_ptr<Desk> openAt(const EdgeServer &server)
    {
        auto desk = std::make_unique<Desk>(server);
        desk->open("metrics"_L1);
        auto *table = desk->part<QTableWidget>("metricsPreview");
        [&] {
            QTRY_VERIFY(table->item(0, 0) && table->isVisible());
        }();
        return desk;
    }
    static QStringList names(const Desk &desk, int column, QChar end)
    {
        auto *table = desk.part<QTableWidget>("metricsPreview");
        QStringList found;
        for (int row = 0; row < table->rowCount(); ++row)
            found.append(table->item(row, column)->text().section(end, 0, 0));
        return found;
    }
    ct::SystemRandom m_random;
};

void TestMetricsPage::formChecksWhileOneTypes()
{
    MetricsForm form(m_random);
    form.setState(freeState());
    auto *mode = form.findChild<QComboBox *>(u"metricsMode"_s);
    auto *host = form.findChild<QLineEdit *>(u"metricsHost"_s);
    auto *save = form.findChild<QPushButton *>(u"saveMetrics"_s);
    auto *test = form.findChild<QPushButton *>(u"testMetrics"_s);
    QCOMPARE(mode->count(), 4);
    QVERIFY(!host->isEnabled() && !save->isEnabled() && !test->isEnabled());
    mode->setCurrentIndex(1);
    QVERIFY(host->isEnabled() && !save->isEnabled());
    auto *fault = form.findChild<SignLabel *>(u"metricsHostFault"_s);
    QVERIFY(!fault->isHidden());
    host->setText(u"not a host"_s);
    QVERIFY(!fault->isHidden());
    host->setText(u"metrics.example.com"_s);
    QVERIFY(fault->isHidden() && save->isEnabled() && test->isEnabled());
    form.findChild<QLineEdit *>(u"metricsPrefix"_s)->setText(u"a b"_s);
    QVERIFY(!save->isEnabled());
    form.findChild<QPushButton *>(u"discardMetrics"_s)->click();
    QVERIFY(!form.isChanged());
    QCOMPARE(form.wanted().mode, u"none"_s);
}

void TestMetricsPage::formKeepsWhatIsTyped()
{
    MetricsForm form(m_random);
    MetricsIntegration state = freeState();
    form.setState(state);
    form.findChild<QComboBox *>(u"metricsMode"_s)->setCurrentIndex(3);
    form.findChild<QLineEdit *>(u"metricsHost"_s)->setText(u"mine.example.com"_s);
    state.statsdHost = u"theirs.example.com"_s;
    state.mode = u"statsd"_s;
    form.setState(state);
    QCOMPARE(form.wanted().statsdHost, u"mine.example.com"_s);
    QCOMPARE(form.wanted().mode, u"both"_s);
    const auto differences = form.differences();
    QCOMPARE(differences.size(), 2);
    QCOMPARE(differences.at(1).onServer, u"theirs.example.com"_s);
    QVERIFY(!form.wanted().prometheusToken);
    form.findChild<QPushButton *>(u"generateToken"_s)->click();
    QCOMPARE(form.wanted().prometheusToken->size(), 32);
    form.findChild<QLineEdit *>(u"metricsToken"_s)->setText(u"too-short"_s);
    QVERIFY(!form.findChild<SignLabel *>(u"metricsTokenFault"_s)->isHidden());
    form.discard();
    QCOMPARE(form.wanted().statsdHost, u"theirs.example.com"_s);
}

void TestMetricsPage::formShowsWhatTheServerSays()
{
    MetricsForm form(m_random);
    form.setState(freeState());
    form.findChild<QComboBox *>(u"metricsMode"_s)->setCurrentIndex(1);
    form.findChild<QLineEdit *>(u"metricsHost"_s)->setText(u"mine"_s);
    ct::console::api::Failure failure;
    failure.problem = ct::protocol::admin::Problem {{}, {}, 422};
    failure.problem->errors = {{u"statsdHost"_s, u"no such computer"_s}};
    form.showFaults(failure);
    QCOMPARE(form.findChild<SignLabel *>(u"metricsHostFault"_s)->words(), u"no such computer"_s);
    form.showTrials({{{u"statsd"_s, false, u"it does not answer"_s, 6, {}}}});
    auto *trial = form.findChild<SignLabel *>(u"trial-statsd"_s);
    QVERIFY(trial && trial->words().contains(u"does not answer"_s));
    QCOMPARE(QString(trial->icon()), u"bad"_s);
    // What was tried is not what stands there any more.
    form.findChild<QLineEdit *>(u"metricsHost"_s)->setText(u"other"_s);
    QVERIFY(!form.findChild<SignLabel *>(u"trial-statsd"_s));
}

void TestMetricsPage::removesThePresentToken()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    const QUrl scrape = server.url().resolved(QUrl(u"metrics"_s));
    auto *mode = desk->part<QComboBox>("metricsMode");
    auto *remove = desk->part<QCheckBox>("removeMetricsToken");
    QTRY_VERIFY(mode->findData(u"prometheus"_s) >= 0);
    QVERIFY(!remove->isVisible());
    mode->setCurrentIndex(mode->findData(u"prometheus"_s));
    desk->type("metricsToken", u"a-token-of-scrapes"_s);
    desk->click("saveMetrics");
    QTRY_VERIFY(remove->isVisible());
    QVERIFY(!fetched(scrape).contains("# TYPE"));
    remove->click();
    QVERIFY(!desk->part<QLineEdit>("metricsToken")->isEnabled());
    QVERIFY(desk->page().hasUnsavedChanges());
    desk->click("saveMetrics");
    QTRY_VERIFY(!remove->isVisible());
    QVERIFY(fetched(scrape).contains("# TYPE"));
    QVERIFY(!desk->page().hasUnsavedChanges());
}

void TestMetricsPage::isReadOnlyWhereTheSettingsHaveIt()
{
    const EdgeServer server(
        {{u"CT_PROMETHEUS_ENABLED"_s, u"true"_s},
         {u"CT_PROMETHEUS_TOKEN"_s, u"a-token-of-scrapes"_s},
         {u"CT_METRICS_STATSD_HOST"_s, u"127.0.0.1"_s},
         {u"CT_METRICS_STATSD_PORT"_s, u"9"_s},
         {u"CT_METRICS_STATSD_PROTOCOL"_s, u"TCP"_s},
         {u"CT_METRICS_STATSD_PREFIX"_s, u"edge."_s}});
    const auto desk = openAt(server);
    QTRY_VERIFY(desk->part<SignLabel>("metricsManaged")->isVisible());
    QVERIFY(!desk->part<QLineEdit>("metricsHost")->isEnabled());
    QCOMPARE(desk->part<QLineEdit>("metricsHost")->text(), u"127.0.0.1"_s);
    QCOMPARE(desk->part<QComboBox>("metricsProtocol")->currentText(), u"TCP"_s);
    QVERIFY(!desk->page().hasUnsavedChanges());
    QTRY_VERIFY(names(*desk, 0, u':').contains(u"edge.users.online"_s));
}

void TestMetricsPage::previewHasTheNamesThatStatsdGets()
{
    QUdpSocket daemon;
    QVERIFY(daemon.bind(QHostAddress::LocalHost));
    const EdgeServer server(
        {{u"CT_METRICS_STATSD_HOST"_s, u"127.0.0.1"_s},
         {u"CT_METRICS_STATSD_PORT"_s, QString::number(daemon.localPort())},
         {u"CT_METRICS_STATSD_FLUSH"_s, u"1s"_s}});
    const auto desk = openAt(server);
    QTRY_VERIFY_WITH_TIMEOUT(daemon.hasPendingDatagrams(), 20'000);
    QByteArray packet(daemon.pendingDatagramSize(), '\0');
    daemon.readDatagram(packet.data(), packet.size());
    QTRY_VERIFY(names(*desk, 0, u':').contains(u"codetogether.users.online"_s));
    for (const QString &name : names(*desk, 0, u':'))
        QVERIFY2(packet.contains(QByteArray(name.toLatin1() + ':')), packet.constData());
}

void TestMetricsPage::previewHasTheNamesThatAScrapeGets()
{
    const EdgeServer server({{u"CT_PROMETHEUS_ENABLED"_s, u"true"_s}});
    const auto desk = openAt(server);
    const QByteArray text = fetched(server.url().resolved(QUrl(u"metrics"_s)));
    for (QString name : names(*desk, 1, u' ')) {
        name.remove(u"sum("_s).remove(u')');
        QVERIFY2(text.contains(QByteArray("# TYPE " + name.toLatin1() + ' ')), qPrintable(name));
    }
    QVERIFY(desk->part<QTableWidget>("metricsPreview")->item(1, 1)->text().endsWith(u" 0"_s));
}

void TestMetricsPage::prometheusTakesTheScrapeConfiguration_data()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("a name") << u"https://edge.example.org/"_s;
    QTest::newRow("a path and a port") << u"https://edge.example.org:1443/team/"_s;
    QTest::newRow("an IPv6 address") << u"http://[::1]:1080/"_s;
}

void TestMetricsPage::prometheusTakesTheScrapeConfiguration()
{
    QFETCH(const QString, server);
    const QTemporaryDir folder;
    for (const ScrapeToken token : {ScrapeToken::None, ScrapeToken::Needed}) {
        QFile file(folder.filePath(u"prometheus.yml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString text = scrapeConfiguration(QUrl(server), token);
        file.write(text.toUtf8());
        file.close();
        QProcess tool;
        tool.start(u"promtool"_s, {u"check"_s, u"config"_s, u"--syntax-only"_s, file.fileName()});
        QVERIFY(tool.waitForFinished());
        QVERIFY2(tool.exitCode() == 0, tool.readAllStandardError().constData());
        QCOMPARE(text.contains(u"credentials_file"_s), token == ScrapeToken::Needed);
    }
}

void TestMetricsPage::copiesTheDashboard()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    desk->click("copyScrape");
    QVERIFY(QGuiApplication::clipboard()->text().contains(
        u"localhost:"_s + QString::number(server.port())));
    desk->click("copyGrafana");
    const auto dashboard = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8());
    QCOMPARE(dashboard.object().value(u"uid"_s).toString(), u"codetogether-edge"_s);
}

QTEST_MAIN(TestMetricsPage)
#include "tst_metricspage.moc"
