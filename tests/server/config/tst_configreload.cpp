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

private:
    void write(const QByteArray &content) const;
    LoadedConfig start();
    std::variant<ReloadedConfig, ConfigFaults> again();
    ReloadedConfig reloaded();

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

QTEST_GUILESS_MAIN(TestConfigReload)
#include "tst_configreload.moc"
