// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/prometheusrows.h"
#include "server/metrics/prometheustext.h"
#include "server/metrics/scraperule.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server;
using namespace ct::server::metrics;

class TestPrometheusText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowTheRulesForNames();
    void showsTheSixNumbers();
    void countersGoUpWithTheirSums();
    void tellsWhatBecameOfRecords();
    void tellsHowTheAuditReachesItsReceivers();
    void showsEachLoopsHistogram();
    void countsEachRefusalUnderALabelOfItsOwn();
    void saysWhoMayScrape_data();
    void saysWhoMayScrape();
};

namespace {

/// The value of a series as it stands in the text; -1 when it is not there.
double valueOf(const QByteArray &text, const QByteArray &series)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(QByteArray(series + ' ')))
            return line.mid(series.size() + 1).toDouble();
    }
    return -1;
}

} // namespace

void TestPrometheusText::rowsFollowTheRulesForNames()
{
    static const QRegularExpression form(u"\\Acodetogether_[a-z_]+[a-z]\\z"_s);
    for (const Row &row : gaugeRows()) {
        const QString name = QString::fromLatin1(row.name);
        QVERIFY2(form.match(name).hasMatch() && !name.endsWith("_total"_L1), row.name);
        QVERIFY2(!QByteArrayView(row.help).contains('\\'), row.name);
    }
    for (const Row &row : counterRows()) {
        const QString name = QString::fromLatin1(row.name);
        QVERIFY2(form.match(name).hasMatch() && name.endsWith("_total"_L1), row.name);
        QVERIFY2(!QByteArrayView(row.help).contains('\n'), row.name);
    }
}

void TestPrometheusText::showsTheSixNumbers()
{
    ServerFigures figures;
    figures.front.usersConnected = 3;
    figures.front.sessions = 2;
    figures.front.connectedParticipants = 5;
    figures.mainLag.mean = 0.002;
    figures.front.loops = {{u"worker-0"_s, {}}};
    figures.front.loops.front().lag.mean = 0.004;
    figures.hostedBefore = 40;
    figures.sessions.hosted = 2;
    figures.downloads.add(Ide::Eclipse);
    PrometheusText prometheus;
    const QByteArray text = prometheus.render(figures);
    QCOMPARE(valueOf(text, "codetogether_users_online"), 3.0);
    QCOMPARE(valueOf(text, "codetogether_sessions_active"), 2.0);
    QCOMPARE(valueOf(text, "codetogether_session_connections"), 5.0);
    QCOMPARE(valueOf(text, "codetogether_server_lag_seconds"), 0.003);
    QCOMPARE(valueOf(text, "codetogether_sessions_hosted_total"), 42.0);
    QCOMPARE(valueOf(text, R"(codetogether_client_downloads_total{ide="eclipse"})"), 1.0);
    QCOMPARE(valueOf(text, R"(codetogether_client_downloads_total{ide="vscode"})"), 0.0);
}

void TestPrometheusText::countersGoUpWithTheirSums()
{
    PrometheusText prometheus;
    ServerFigures figures;
    figures.front.relayed.bytesSent = 1'000;
    const QByteArray series = R"(codetogether_relayed_bytes_total{direction="sent"})";
    QCOMPARE(valueOf(prometheus.render(figures), series), 1'000.0);
    QCOMPARE(valueOf(prometheus.render(figures), series), 1'000.0);
    figures.front.relayed.bytesSent = 1'500;
    QCOMPARE(valueOf(prometheus.render(figures), series), 1'500.0);
}

void TestPrometheusText::tellsWhatBecameOfRecords()
{
    PrometheusText prometheus;
    ServerFigures figures;
    figures.store = {11, 22, 33, 44};
    QByteArray text = prometheus.render(figures);
    QCOMPARE(valueOf(text, "codetogether_store_records_waiting"), 11.0);
    QCOMPARE(valueOf(text, R"(codetogether_store_records_total{result="written"})"), 22.0);
    QCOMPARE(valueOf(text, R"(codetogether_store_records_total{result="dropped"})"), 33.0);
    QCOMPARE(valueOf(text, "codetogether_store_failures_total"), 44.0);
    // What waits goes down again.
    figures.store = {0, 33, 33, 44};
    text = prometheus.render(figures);
    QCOMPARE(valueOf(text, "codetogether_store_records_waiting"), 0.0);
    QCOMPARE(valueOf(text, R"(codetogether_store_records_total{result="written"})"), 33.0);
}

void TestPrometheusText::tellsHowTheAuditReachesItsReceivers()
{
    PrometheusText prometheus;
    ServerFigures figures;
    figures.auditFeed = {{1, 2, 3}, {4, 5, 6}};
    const QByteArray text = prometheus.render(figures);
    const auto value = [&text](const QByteArray &name, const QByteArray &receiver) {
        return valueOf(text, name + "{receiver=\"" + receiver + "\"}");
    };
    QCOMPARE(value("codetogether_audit_feed_entries_waiting", "syslog"), 1.0);
    QCOMPARE(value("codetogether_audit_feed_entries_total", "syslog"), 2.0);
    QCOMPARE(value("codetogether_audit_feed_failures_total", "syslog"), 3.0);
    QCOMPARE(value("codetogether_audit_feed_entries_waiting", "webhook"), 4.0);
    QCOMPARE(value("codetogether_audit_feed_entries_total", "webhook"), 5.0);
    QCOMPARE(value("codetogether_audit_feed_failures_total", "webhook"), 6.0);
}

void TestPrometheusText::showsEachLoopsHistogram()
{
    PrometheusText prometheus;
    ServerFigures figures;
    // One has not answered yet.
    figures.front.loops = {{u"worker-0"_s, {}}, {{}, {}}};
    eventloop::LagFigures &lag = figures.front.loops.front().lag;
    lag.counts[0] = 7;
    lag.counts.back() = 1;
    lag.sum = 9.5;
    lag.longest = 9.25;
    (void)prometheus.render(figures);
    lag.counts[0] = 8;
    const QByteArray text = prometheus.render(figures);
    QCOMPARE(valueOf(text, R"(codetogether_loop_lag_seconds_count{loop="worker-0"})"), 9.0);
    QCOMPARE(valueOf(text, R"(codetogether_loop_lag_seconds_bucket{loop="worker-0",le="5"})"), 8.0);
    QCOMPARE(valueOf(text, R"(codetogether_loop_lag_seconds_sum{loop="worker-0"})"), 9.5);
    QCOMPARE(valueOf(text, R"(codetogether_loop_lag_longest_seconds{loop="worker-0"})"), 9.25);
    QVERIFY(!text.contains(R"(loop="")"));
}

void TestPrometheusText::countsEachRefusalUnderALabelOfItsOwn()
{
    // None is no refusal.
    for (std::size_t at = 1; at < session::refusalCount; ++at) {
        SessionTally tally;
        session::SessionEvent event;
        event.kind = session::SessionEvent::Kind::Refused;
        event.refusal = static_cast<session::Refusal>(at);
        tally.record(event);
        ServerFigures figures;
        figures.sessions = tally.sums();
        int counted = 0;
        for (const Row &row : counterRows()) {
            if (QByteArrayView(row.name) == "codetogether_joins_total" && row.value(figures) > 0)
                ++counted;
        }
        QCOMPARE(counted, 1);
    }
}

void TestPrometheusText::saysWhoMayScrape_data()
{
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<QString>("allowed");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("client");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<ScrapeAnswer>("answer");
    const QByteArray token = "0123456789abcdef";
    const auto row = [](const char *name) -> QTestData & {
        return QTest::newRow(name);
    };
    row("off") << false << QString() << QByteArray() << u"10.0.0.1"_s << QByteArray()
               << ScrapeAnswer::NotThere;
    row("off, with a token") << false << QString() << token << u"10.0.0.1"_s << "Bearer " + token
                             << ScrapeAnswer::NotThere;
    row("open") << true << QString() << QByteArray() << u"192.0.2.1"_s << QByteArray()
                << ScrapeAnswer::Welcome;
    row("address") << true << u"10.0.0.0/8"_s << QByteArray() << u"10.9.9.9"_s << QByteArray()
                   << ScrapeAnswer::Welcome;
    row("mapped address") << true << u"10.0.0.0/8"_s << QByteArray() << u"::ffff:10.9.9.9"_s
                          << QByteArray() << ScrapeAnswer::Welcome;
    row("other address") << true << u"10.0.0.0/8"_s << QByteArray() << u"11.0.0.1"_s << QByteArray()
                         << ScrapeAnswer::NotAllowed;
    row("no address") << true << u"10.0.0.0/8"_s << QByteArray() << QString() << QByteArray()
                      << ScrapeAnswer::NotAllowed;
    row("token") << true << QString() << token << u"11.0.0.1"_s << "Bearer " + token
                 << ScrapeAnswer::Welcome;
    row("longer token") << true << QString() << token << u"11.0.0.1"_s << "Bearer " + token + 'x'
                        << ScrapeAnswer::NeedsToken;
    row("no token") << true << QString() << token << u"11.0.0.1"_s << QByteArray("Bearer ")
                    << ScrapeAnswer::NeedsToken;
    row("both, wrong place") << true << u"10.0.0.0/8"_s << token << u"11.0.0.1"_s
                             << "Bearer " + token << ScrapeAnswer::NotAllowed;
}

void TestPrometheusText::saysWhoMayScrape()
{
    QFETCH(bool, enabled);
    QFETCH(QString, allowed);
    QFETCH(QByteArray, token);
    QFETCH(QString, client);
    QFETCH(QByteArray, given);
    QFETCH(ScrapeAnswer, answer);
    MetricsConfig config;
    config.prometheus = enabled;
    config.token = token;
    if (!allowed.isEmpty())
        config.allowed = {QHostAddress::parseSubnet(allowed)};
    QCOMPARE(answerScrape(config, QHostAddress(client), given), answer);
}

QTEST_GUILESS_MAIN(TestPrometheusText)
#include "tst_prometheustext.moc"
