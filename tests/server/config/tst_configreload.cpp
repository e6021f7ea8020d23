// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/settings.h"
#include "tests/server/config/loading.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loading;

/// loadAgain(): what a reload changes, and what waits for a restart.
using Variables = QMap<QString, QString>;

namespace {

/// One of these is another value of each setting.
const QStringList values {
    u"200"_s,
    u"201"_s,
    u"1M"_s,
    u"48M"_s,
    u"2G"_s,
    u"true"_s,
    u"false"_s,
    u"/x"_s,
    u"https://x.example"_s,
    u"10.0.0.1"_s,
    u"debug"_s,
    u"tcp"_s,
    u"127.0.0.1:9464"_s,
    u"TLSv1.3"_s,
    u"Asia/Tokyo"_s,
    u"http://proxy.example:3128"_s,
    u"udp://log.example:5140"_s,
    QString(43, u'k'),
    QString(43, u'A')};

} // namespace

class TestConfigReload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesWhatCanBeReloaded();
    void changesNothingWhenNothingHasChanged();
    void namesWhatWaitsForARestart();
    void aDefaultThatFollowsWaitsToo();
    void aBindAddressThatWaitsOpensNoLogin();
    void seesAChangedSecretOnly();
    void goesBackToTheDefault();
    void refusesAsAWhole();
    void contradictionsCountWithWhatIsInForce();
    void answersForEverySetting_data();
    void answersForEverySetting();

private:
    void write(const QByteArray &content) const;
    LoadedConfig start();
    std::variant<ReloadedConfig, ConfigFaults> again();
    ReloadedConfig reloaded();
    /// Settings that others need beside them, and what is to differ from that.
    QProcessEnvironment environmentWith(const Variables &changed) const;
    LoadOutcome with(const Variables &changed) const;
    /// The first value of those below that the setting takes and that changes something.
    std::optional<Variables> changedConfig(const Setting &setting) const;

    std::optional<QTemporaryDir> m_folder;
    LoadedConfig m_inForce;
};

void TestConfigReload::init()
{
    m_folder.emplace();
}

void TestConfigReload::write(const QByteArray &content) const
{
    QFile file(m_folder->filePath(u"c"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

LoadedConfig TestConfigReload::start()
{
    const auto outcome = ct::server::config::load(
        {u"edge"_s}, environmentOf({}), {{m_folder->filePath(u"c"_s)}, {}, {}});
    m_inForce = std::get<LoadedConfig>(outcome);
    return m_inForce;
}

std::variant<ReloadedConfig, ConfigFaults> TestConfigReload::again()
{
    return loadAgain(
        m_inForce, {u"edge"_s}, environmentOf({}), {{m_folder->filePath(u"c"_s)}, {}, {}});
}

ReloadedConfig TestConfigReload::reloaded()
{
    const auto outcome = again();
    if (const auto *faults = std::get_if<ConfigFaults>(&outcome))
        qFatal("%s", qPrintable(faults->sentences.join(u'\n')));
    return std::get<ReloadedConfig>(outcome);
}

QProcessEnvironment TestConfigReload::environmentWith(const Variables &changed) const
{
    Variables variables {
        {u"CT_TLS_CERTIFICATE"_s, u"/certificate"_s},
        {u"CT_TLS_KEY"_s, u"/key"_s},
        {u"OCT_API_KEY"_s, u"ann:0123456789abcdef"_s},
        {u"OCT_JWT_PRIVATE_KEY"_s, QString(43, u'j')},
        {u"CT_AUDIT_WEBHOOK_URL"_s, u"https://hook.example"_s},
        {u"CT_AUDIT_WEBHOOK_SECRET"_s, QString(43, u'w')}};
    variables.insert(changed);
    return environmentOf(variables);
}

LoadOutcome TestConfigReload::with(const Variables &changed) const
{
    return ct::server::config::load({u"edge"_s}, environmentWith(changed), {});
}

std::optional<Variables> TestConfigReload::changedConfig(const Setting &setting) const
{
    QStringList candidates = values;
    // Files that are read at once have to be there.
    candidates.append(m_folder->filePath(u"c"_s));
    for (const QString &value : std::as_const(candidates)) {
        ServerConfig config = m_inForce.config;
        const QString before = setting.read(config);
        if (!setting.write(value, config) || (!setting.isSecret && setting.read(config) == before))
            continue;
        // Other settings have their say in it, too.
        const Variables changed {{setting.name, value}};
        const LoadOutcome outcome = with(changed);
        const auto *loaded = std::get_if<LoadedConfig>(&outcome);
        if (loaded && (setting.isSecret || setting.read(loaded->config) != before))
            return changed;
    }
    return std::nullopt;
}

void TestConfigReload::changesWhatCanBeReloaded()
{
    write("LOG_LEVEL=info\nCT_SESSION_PARTICIPANTS=5\n");
    start();
    write("LOG_LEVEL=debug\nCT_SESSION_PARTICIPANTS=7\n");
    const ReloadedConfig reloaded = this->reloaded();
    QCOMPARE(reloaded.changed, QStringList({u"LOG_LEVEL"_s, u"CT_SESSION_PARTICIPANTS"_s}));
    QCOMPARE(reloaded.waiting, QStringList());
    QCOMPARE(reloaded.loaded.config.session.participantsPerRoom, 7);
    QCOMPARE(reloaded.loaded.config.logging.level, ct::server::logging::Level::Debug);
}

void TestConfigReload::changesNothingWhenNothingHasChanged()
{
    write("CT_HTTP_PORT=1\nCT_SEAT_GRACE=60\n");
    start();
    write("CT_SEAT_GRACE=\"1m\"\nexport CT_HTTP_PORT='1'\n");
    QCOMPARE(reloaded().changed + reloaded().waiting, QStringList());
}

void TestConfigReload::namesWhatWaitsForARestart()
{
    write("CT_HTTP_PORT=1\n");
    start();
    write("CT_HTTP_PORT=2\nCT_WORKERS=3\nLOG_LEVEL=warn\n");
    const ReloadedConfig reloaded = this->reloaded();
    QCOMPARE(reloaded.waiting, QStringList({u"CT_HTTP_PORT"_s, u"CT_WORKERS"_s}));
    QCOMPARE(reloaded.changed, QStringList {u"LOG_LEVEL"_s});
    QCOMPARE(reloaded.loaded.config.net.httpPort, quint16(1));
    QCOMPARE(reloaded.loaded.config.net.workers, 0);
    // It waits on at the next reload, too.
    m_inForce = reloaded.loaded;
    QCOMPARE(this->reloaded().waiting, reloaded.waiting);
    write("CT_HTTP_PORT=1\nLOG_LEVEL=warn\n");
    QCOMPARE(this->reloaded().waiting, QStringList());
}

void TestConfigReload::aDefaultThatFollowsWaitsToo()
{
    write("CT_SERVER_URL=https://a.example/one\n");
    start();
    write("CT_SERVER_URL=https://a.example/two\n");
    const ReloadedConfig reloaded = this->reloaded();
    QCOMPARE(reloaded.changed, QStringList {u"CT_SERVER_URL"_s});
    QCOMPARE(reloaded.waiting, QStringList {u"CT_PATH_PREFIX"_s});
    QCOMPARE(reloaded.loaded.config.front.pathPrefix, QByteArray("/one"));
}

// Else the server, which still listens on all addresses, would let anybody in.
void TestConfigReload::aBindAddressThatWaitsOpensNoLogin()
{
    write("");
    QVERIFY(!start().config.auth.simpleLogin);
    write("CT_BIND_ADDRESS=127.0.0.1\n");
    const ReloadedConfig reloaded = this->reloaded();
    // With the address a restart would bring the login, too.
    QCOMPARE(reloaded.waiting, QStringList({u"CT_BIND_ADDRESS"_s, u"OCT_ACTIVATE_SIMPLE_LOGIN"_s}));
    QVERIFY(!reloaded.loaded.config.auth.simpleLogin);
}

void TestConfigReload::seesAChangedSecretOnly()
{
    write("OCT_API_KEY=ann:0123456789abcdef\n");
    start();
    QCOMPARE(reloaded().changed, QStringList());
    write("OCT_API_KEY=bob:0123456789abcdef\n");
    QCOMPARE(reloaded().changed, QStringList {u"OCT_API_KEY"_s});
    QCOMPARE(reloaded().loaded.config.auth.apiKeys.constFirst().name, u"bob"_s);
}

void TestConfigReload::goesBackToTheDefault()
{
    write("CT_SEAT_GRACE=10\nCT_WORKERS=2\n");
    start();
    write("");
    QCOMPARE(reloaded().changed, QStringList {u"CT_SEAT_GRACE"_s});
    QCOMPARE(reloaded().waiting, QStringList {u"CT_WORKERS"_s});
    QCOMPARE(reloaded().loaded.config.session.seatGrace, std::chrono::seconds(45));
    QCOMPARE(assignment(reloaded().loaded, u"CT_SEAT_GRACE"_s).source, Source::Default);
}

void TestConfigReload::refusesAsAWhole()
{
    write("");
    start();
    write("LOG_LEVEL=debug\nCT_SEAT_GRACE=soon\nCT_HTTP_PORT=x\n");
    const auto outcome = again();
    QCOMPARE(std::get<ConfigFaults>(outcome).sentences.size(), 2);
}

// CT_MESSAGE_LIMIT waits, so the replay has to fit the one that counts.
void TestConfigReload::contradictionsCountWithWhatIsInForce()
{
    write("CT_LOGIN_FIRST_LOCK=10\nCT_LOGIN_LONGEST_LOCK=20\nCT_REPLAY_TOTAL=16M\n");
    start();
    write("CT_REPLAY_TOTAL=1M\nCT_REPLAY_PER_PARTICIPANT=1M\nCT_MESSAGE_LIMIT=512k\n");
    const auto outcome = again();
    const QStringList found = std::get<ConfigFaults>(outcome).sentences;
    QCOMPARE(found.size(), 1);
    QVERIFY2(found[0].startsWith(u"CT_REPLAY_TOTAL is 1M"_s), qPrintable(found[0]));
}

void TestConfigReload::answersForEverySetting_data()
{
    QTest::addColumn<QString>("name");
    for (const Setting &setting : allSettings())
        QTest::newRow(qPrintable(setting.name)) << setting.name;
}

// Whatever changes, the operator is told: in force from now on, or not before the next start.
void TestConfigReload::answersForEverySetting()
{
    QFETCH(QString, name);
    const QList<Setting> all = allSettings();
    const Setting setting = *std::find_if(
        all.begin(), all.end(), [&name](const Setting &one) { return one.name == name; });
    write("");
    m_inForce = std::get<LoadedConfig>(with({}));
    const auto changed = changedConfig(setting);
    QVERIFY2(changed, "none of the values differs and fits the other settings");
    const auto outcome = loadAgain(m_inForce, {u"edge"_s}, environmentWith(*changed), {});
    const auto *reloaded = std::get_if<ReloadedConfig>(&outcome);
    QVERIFY(reloaded);
    const bool isReloadable = setting.takesEffect == TakesEffect::OnReload;
    QCOMPARE(reloaded->changed.contains(name), isReloadable);
    QCOMPARE(reloaded->waiting.contains(name), !isReloadable);
    const LoadedConfig fresh = std::get<LoadedConfig>(with(*changed));
    const LoadedConfig &expected = isReloadable ? fresh : m_inForce;
    QCOMPARE(setting.read(reloaded->loaded.config), setting.read(expected.config));
}

QTEST_GUILESS_MAIN(TestConfigReload)
#include "tst_configreload.moc"
