// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/admin/bans.h"
#include "shared/protocol/admin/certificate.h"
#include "shared/protocol/admin/credentials.h"
#include "shared/protocol/admin/events.h"
#include "shared/protocol/admin/integrations.h"
#include "shared/protocol/admin/licence.h"
#include "shared/protocol/admin/live.h"
#include "shared/protocol/admin/lockouts.h"
#include "shared/protocol/admin/logs.h"
#include "shared/protocol/admin/operations.h"
#include "shared/protocol/admin/packages.h"
#include "shared/protocol/admin/problem.h"
#include "shared/protocol/admin/settings.h"
#include "shared/protocol/admin/signin.h"
#include "shared/protocol/admin/status.h"
#include "shared/protocol/admin/tokens.h"

#include <QFile>
#include <QTest>

#include <functional>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::protocol::admin {

namespace {

/// A message as it is written, and how its kind is read and written again.
struct Sample {
    const char *golden;
    QJsonObject written;
    std::function<Result<QJsonObject>(const QJsonObject &)> again;
    /// Fields whose absence is no fault.
    QStringList optional;
};

template<typename T>
Sample sample(const char *golden, const T &message, const QStringList &optional = {})
{
    return {
        golden,
        FieldWriter::objectOf(message),
        [](const QJsonObject &object) -> Result<QJsonObject> {
            const Result<T> read = FieldReader::messageOf<T>(object);
            if (!read)
                return read.error();
            return FieldWriter::objectOf(*read);
        },
        optional};
}

QList<Sample> statusSamples()
{
    return {
        sample("version", Version {u"codetogether-edge"_s, u"0.1.0"_s, u"1"_s}),
        sample(
            "health",
            HealthDetail {
                u"ok"_s,
                212,
                7s,
                {{u"store"_s, true}, {u"logging"_s, false, u"the disk is full"_s}}}),
        sample(
            "overview",
            Overview {
                1'790'000'000'123ms, {{u"usersOnline"_s, 3}, {u"sessionsActive"_s, 1, 10'000}}}),
        sample("usagehistory", UsageHistory {1h, {{1'790'000'000'000ms, 3, 2, 1, 12, 11}}})};
}

QList<Sample> accessSamples()
{
    const Token token {
        u"aB3"_s,
        u"backup"_s,
        u"ada"_s,
        1'790'000'000'000ms,
        1'790'086'400'000ms,
        false,
        u"read"_s,
        1'790'000'000'007ms};
    return {
        sample("signin", SignIn {u"ada"_s, u"correct horse"_s}),
        sample("signedin", SignedIn {u"ada"_s, u"0badcafe"_s, 30min, 12h}),
        sample("credentialsstate", CredentialsState {u"ada"_s, u"stored"_s, false, 2}),
        sample("newcredentials", NewCredentials {u"ada"_s, u"correct horse"_s}),
        sample("tokens", Tokens {{token}}),
        sample("newtoken", NewToken {u"backup"_s, 30, u"read"_s}, {u"scope"_s}),
        sample("madetoken", MadeToken {token, u"ctadm_x"_s})};
}

QList<Sample> licenceSamples()
{
    const LicenceTexts texts {u"Ötztal Software"_s, u"50"_s, u"2027/01/31"_s, u"eu-1"_s, u"AAAA"_s};
    return {
        sample("licencetexts", texts),
        sample(
            "licencedetail",
            LicenceDetail {
                u"expiring"_s,
                texts,
                {{u"complete"_s, true, {}}, {u"signature"_s, false, u"It does not fit"_s}},
                12,
                false,
                50,
                7,
                true},
            {u"daysLeft"_s}),
        sample("seathistory", SeatHistory {1h, {{1'790'000'000'000ms, 7, 50}}})};
}

QList<Sample> fileSamples()
{
    return {
        sample("logfiles", LogFiles {{{u"server.log"_s, 4'242, 1'790'000'000'000ms}}}),
        sample("loglines", LogLines {{u"one"_s, u"Ötztal"_s}, 7, 19}),
        sample(
            "packages",
            Packages {
                true,
                {{u"vscode"_s,
                  u"Open Collaboration Tools"_s,
                  u"0.3.3"_s,
                  u"/clients/vscode/a.vsix"_s,
                  4'242,
                  u"0badcafe"_s,
                  true,
                  1'790'000'000'000ms,
                  u"a.vsix"_s}},
                u"1.2.3"_s,
                {{u"vscode"_s, 4}},
                268'435'456},
            {u"uploadLimit"_s}),
        sample("newupload", NewUpload {u"vscode"_s, u"a.vsix"_s, 4'242}),
        sample("upload", Upload {u"u7"_s, 1'790'003'600'000ms})};
}

QList<Sample> settingSamples()
{
    return {
        sample(
            "configuration",
            Configuration {
                {{u"CT_PROMETHEUS_TOKEN"_s,
                  u"***"_s,
                  u"edge.ini"_s,
                  u"edge.ini, line 12"_s,
                  u"metrics"_s,
                  true,
                  true,
                  u"The bearer token"_s}}}),
        sample(
            "metricsintegration",
            MetricsIntegration {
                u"both"_s,
                u"metrics.example.org"_s,
                8'125,
                u"UDP"_s,
                u"codetogether."_s,
                10s,
                true,
                u"10.0.0.0/8"_s,
                7,
                0,
                false,
                {u"statsdHost"_s},
                {u"statsd"_s, u"both"_s}}),
        sample(
            "newmetricsintegration",
            NewMetricsIntegration {
                u"both"_s,
                u"metrics.example.org"_s,
                8'125,
                u"TCP"_s,
                u"codetogether."_s,
                u"a token of some length"_s},
            {u"prometheusToken"_s}),
        sample(
            "metricstrials",
            MetricsTrials {{{u"statsd"_s, true, u"One sample was sent"_s, 42, 3ms}}}),
        sample(
            "certificate",
            CertificateFacts {
                u"edge.example.org"_s,
                u"Example CA"_s,
                {u"edge.example.org"_s, u"192.0.2.7"_s},
                1'790'000'000'000ms,
                1'800'000'000'000ms,
                u"AB:CD"_s,
                false,
                {u"It expires soon"_s}})};
}

LiveParticipant ada()
{
    return {
        u"host1"_s,
        u"Ada"_s,
        u"ada@example.org"_s,
        u"Simple"_s,
        true,
        true,
        u"oct/0.3.3"_s,
        u"192.0.2.7"_s,
        u"websocket"_s,
        1'790'000'000'123ms};
}

QList<Sample> watchedSamples()
{
    const LiveSession session {u"aB3"_s, 1'790'000'000'000ms, {ada()}};
    Event snapshot {7, 1'790'000'000'000ms, eventtypes::snapshot};
    snapshot.part = 0;
    snapshot.last = true;
    snapshot.sessions = QList {session};
    snapshot.overview = Overview {1'790'000'000'123ms, {{u"usersOnline"_s, 3}}};
    snapshot.health = HealthDetail {u"ok"_s, 212, 7s, {{u"store"_s, true}}};
    Event started {8, 1'790'000'000'000ms, eventtypes::sessionStarted};
    started.session = session;
    Event joined {9, 1'790'000'000'000ms, eventtypes::participantJoined};
    joined.sessionId = u"aB3"_s;
    joined.participant = ada();
    Event left {10, 1'790'000'000'000ms, eventtypes::participantLeft};
    left.sessionId = u"aB3"_s;
    left.participantId = u"host1"_s;
    left.reason = u"The participant has left"_s;
    Event audit {11, 1'790'000'000'000ms, eventtypes::audit};
    audit.audit = AuditItem {3, 1'790'000'000'000ms, u"server.started"_s, {}, {}, {}, u"0.1.0"_s};
    Event changed {12, 1'790'000'000'000ms, eventtypes::changed};
    changed.subject = u"licence"_s;
    const QStringList optional {
        u"part"_s,
        u"last"_s,
        u"sessions"_s,
        u"overview"_s,
        u"health"_s,
        u"session"_s,
        u"sessionId"_s,
        u"participant"_s,
        u"participantId"_s,
        u"reason"_s,
        u"audit"_s,
        u"subject"_s};
    return {
        sample("event-snapshot", snapshot, optional),
        sample("event-started", started, optional),
        sample("event-joined", joined, optional),
        sample("event-left", left, optional),
        sample("event-audit", audit, optional),
        sample("event-changed", changed, optional)};
}

QList<Sample> keptOutSamples()
{
    const Ban ban {
        u"b7"_s,
        u""_s,
        u"address"_s,
        u"192.0.2.7"_s,
        u"ada"_s,
        1'790'000'000'000ms,
        1'790'086'400'000ms};
    return {
        sample("ban", ban, {u"untilMs"_s}),
        sample("bans", Bans {{ban}}),
        sample("newban", NewBan {u"host1"_s, u"account"_s, 60}, {u"minutes"_s}),
        sample(
            "lockouts",
            Lockouts {{{u"4"_s, u"dashboard"_s, u"192.0.2.7"_s, 5, 1'790'000'000'000ms}}})};
}

QList<Sample> samples()
{
    return statusSamples() + accessSamples() + licenceSamples() + fileSamples() + settingSamples()
        + watchedSamples() + keptOutSamples()
        + QList<Sample> {
            sample(
                "problem",
                Problem {
                    u"urn:codetogether:problem:too-many-tries"_s,
                    u"There were too many tries"_s,
                    429,
                    u"Come back later"_s,
                    {{u"user"_s, u"is empty"_s}},
                    60s},
                {u"retryAfterSeconds"_s}),
            sample(
                "sessions",
                LiveSessions {{{u"aB3"_s, 1'790'000'000'000ms, {ada()}}}, u"aB3"_s},
                {u"next"_s})};
}

QByteArray golden(const char *name)
{
    QFile file(QStringLiteral(CT_TEST_DATA "/protocol/admin/%1.json").arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace

class TestAdminMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEachMessageAsItsGoldenFile_data() { addSamples(); }
    void writesEachMessageAsItsGoldenFile();
    void readsEachGoldenFile_data() { addSamples(); }
    void readsEachGoldenFile();
    void namesTheFieldThatIsMissingOrOfAnotherKind_data() { addSamples(); }
    void namesTheFieldThatIsMissingOrOfAnotherKind();
    void namesEachOperationOnce();

private:
    static void addSamples()
    {
        QTest::addColumn<int>("index");
        for (int index = 0; index < samples().size(); ++index)
            QTest::newRow(samples().at(index).golden) << index;
    }
};

void TestAdminMessages::writesEachMessageAsItsGoldenFile()
{
    QFETCH(const int, index);
    const Sample one = samples().at(index);
    QCOMPARE(toBytes(one.written), golden(one.golden));
}

void TestAdminMessages::readsEachGoldenFile()
{
    QFETCH(const int, index);
    const Sample one = samples().at(index);
    const Result<QJsonObject> object = objectFromBytes(golden(one.golden));
    QVERIFY(object);
    const Result<QJsonObject> again = one.again(*object);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(toBytes(*again), golden(one.golden));
}

void TestAdminMessages::namesTheFieldThatIsMissingOrOfAnotherKind()
{
    QFETCH(const int, index);
    const Sample one = samples().at(index);
    for (const QString &name : one.written.keys()) {
        QJsonObject object = one.written;
        object.insert(name, QJsonArray {1.5});
        const Result<QJsonObject> mistyped = one.again(object);
        QVERIFY2(!mistyped, qPrintable(name));
        QVERIFY(mistyped.error().message.contains(u"\"%1\""_s.arg(name)));
        object.remove(name);
        const Result<QJsonObject> missing = one.again(object);
        QCOMPARE(missing.has_value(), one.optional.contains(name));
        QVERIFY(missing || missing.error().message == u"\"%1\" is missing"_s.arg(name));
    }
}

void TestAdminMessages::namesEachOperationOnce()
{
    std::set<QByteArray> ids;
    std::set<QByteArray> places;
    for (const Operation &operation : operations) {
        ids.insert(operation.id.toByteArray());
        places.insert(
            verbNames.at(static_cast<std::size_t>(operation.verb)) + operation.path.toByteArray());
        QVERIFY(operation.path.startsWith('/'));
    }
    QCOMPARE(ids.size(), operations.size());
    QCOMPARE(places.size(), operations.size());
}

} // namespace ct::protocol::admin

QTEST_GUILESS_MAIN(ct::protocol::admin::TestAdminMessages)
#include "tst_adminmessages.moc"
