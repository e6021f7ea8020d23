// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/derived.h"
#include "server/config/settings.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server;
using namespace ct::server::config;
using namespace std::chrono_literals;

class TestConfigSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingIsDescribed();
    void namesAndFlagsAreUnique();
    void defaultsAreWithinTheirBounds();
    void twoSettingsNeverShareAPlace();
    void derivesFlagsFromNames_data();
    void derivesFlagsFromNames();
    void writesIntoTheRoomsConfig_data();
    void writesIntoTheRoomsConfig();
    void refusesWhatIsOutOfBounds_data();
    void refusesWhatIsOutOfBounds();
    void secretsNeverShowThemselves();

private:
    static Setting named(const QString &name);
};

Setting TestConfigSettings::named(const QString &name)
{
    for (const Setting &setting : allSettings()) {
        if (setting.name == name)
            return setting;
    }
    return {};
}

void TestConfigSettings::everySettingIsDescribed()
{
    static const QRegularExpression name(u"\\A(?:O?CT_[A-Z][A-Z_]*[A-Z]|CT_HTTPS|LOG_LEVEL)\\z"_s);
    QVERIFY(allSettings().size() > 70);
    for (const Setting &setting : allSettings()) {
        QVERIFY2(name.match(setting.name).hasMatch(), qPrintable(setting.name));
        QVERIFY2(!setting.help.isEmpty() && !setting.form.isEmpty(), qPrintable(setting.name));
        // Sentences are made around both.
        QVERIFY2(
            setting.help.front().isUpper() && !setting.help.endsWith(u'.'),
            qPrintable(setting.name));
    }
}

void TestConfigSettings::namesAndFlagsAreUnique()
{
    QSet<QString> flags {
        u"help"_s,
        u"version"_s,
        u"check-config"_s,
        u"print-default-config"_s,
        u"rotate-token-key"_s,
        u"port"_s,
        u"hostname"_s,
        u"config"_s};
    for (const Setting &setting : allSettings()) {
        for (const QString &name : {setting.name, setting.fileVariable()}) {
            QVERIFY2(!flags.contains(flagOf(name)), qPrintable(name));
            flags.insert(flagOf(name));
        }
    }
}

void TestConfigSettings::defaultsAreWithinTheirBounds()
{
    const ServerConfig defaults = fixedDefaults();
    for (const Setting &setting : allSettings()) {
        const QString value = setting.read(defaults);
        ServerConfig config = defaults;
        if (value.isEmpty())
            continue;
        QVERIFY2(setting.write(value, config), qPrintable(setting.name + u" = "_s + value));
        QCOMPARE(setting.read(config), value);
    }
}

// A row copied and only half changed would show here.
void TestConfigSettings::twoSettingsNeverShareAPlace()
{
    const ServerConfig defaults = fixedDefaults();
    for (const Setting &setting : allSettings()) {
        ServerConfig config = defaults;
        const QString before = setting.read(defaults);
        bool isChanged = false;
        for (const QString &value :
             {u"200"_s,
              u"201"_s,
              u"1M"_s,
              u"true"_s,
              u"false"_s,
              u"/x"_s,
              u"https://x.example"_s,
              u"10.0.0.1"_s,
              u"debug"_s,
              u"tcp"_s,
              u"udp://log.example"_s,
              u"127.0.0.1:9464"_s,
              u"TLSv1.3"_s,
              u"Asia/Tokyo"_s,
              u"http://proxy.example:3128"_s,
              QString(43, u'k'),
              QString(43, u'A')}) {
            isChanged
                = isChanged || (setting.write(value, config) && setting.read(config) != before);
        }
        QVERIFY2(isChanged, qPrintable(setting.name));
        for (const Setting &other : allSettings()) {
            if (other.name != setting.name)
                QVERIFY2(
                    other.read(config) == other.read(defaults),
                    qPrintable(setting.name + u' ' + other.name));
        }
    }
}

void TestConfigSettings::derivesFlagsFromNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("flag");
    QTest::newRow("CT_") << u"CT_HTTP_PORT"_s << u"http-port"_s;
    QTest::newRow("OCT_") << u"OCT_ACTIVATE_SIMPLE_LOGIN"_s << u"activate-simple-login"_s;
    QTest::newRow("neither") << u"LOG_LEVEL"_s << u"log-level"_s;
    QTest::newRow("file") << u"OCT_API_KEY_FILE"_s << u"api-key-file"_s;
}

void TestConfigSettings::derivesFlagsFromNames()
{
    QFETCH(QString, name);
    QFETCH(QString, flag);
    QCOMPARE(flagOf(name), flag);
}

void TestConfigSettings::writesIntoTheRoomsConfig_data()
{
    using Check = bool (*)(const ServerConfig &);
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<Check>("check");
    const auto row = [](const char *name, const QString &value, Check check) {
        QTest::newRow(name) << QString::fromLatin1(name) << value << check;
    };
    row("CT_HTTP_PORT", u"65535"_s, [](const ServerConfig &c) { return c.net.httpPort == 65'535; });
    row("CT_HTTPS", u"off"_s, [](const ServerConfig &c) { return !c.net.httpsEnabled; });
    row("CT_MAX_CONNECTIONS", u"20000"_s, [](const ServerConfig &c) {
        return c.net.connections == 20'000;
    });
    row("CT_IDLE_TIMEOUT", u"2m"_s, [](const ServerConfig &c) {
        return c.net.idleTimeout == 2min;
    });
    row("CT_PING_INTERVAL", u"250ms"_s, [](const ServerConfig &c) {
        return c.front.pingInterval == 250ms;
    });
    row("CT_HSTS", u"24h"_s, [](const ServerConfig &c) { return c.front.hsts == 24h; });
    row("CT_PING_TIMEOUT", u"5"_s, [](const ServerConfig &c) { return c.front.pingTimeout == 5s; });
    row("CT_MESSAGE_LIMIT", u"64k"_s, [](const ServerConfig &c) {
        return c.front.message == 65'536;
    });
    row("CT_PATH_PREFIX", u"/oct/"_s, [](const ServerConfig &c) {
        return c.front.pathPrefix == "/oct";
    });
    row("CT_SESSION_MAX_DURATION", u"8h"_s, [](const ServerConfig &c) {
        return c.session.maxDuration == 8h;
    });
    row("CT_SEAT_GRACE", u"20"_s, [](const ServerConfig &c) { return c.session.seatGrace == 20s; });
    row("CT_REPLAY_TOTAL", u"1G"_s, [](const ServerConfig &c) {
        return c.session.replayTotal == 1 << 30;
    });
    row("CT_TLS_PROTOCOLS", u"TLSv1.3"_s, [](const ServerConfig &c) {
        return c.net.tlsVersions == net::TlsVersions::Only13;
    });
    row("CT_TIME_ZONE", u"America/Chicago"_s, [](const ServerConfig &c) {
        return c.timeZone == u"America/Chicago"_s;
    });
    row("CT_NOCLIENTS", u"true"_s, [](const ServerConfig &c) { return c.clients.isOff; });
    row("CT_CLIENTS_DIR", u"/srv/clients"_s, [](const ServerConfig &c) {
        return c.clients.folder == u"/srv/clients"_s;
    });
    row("CT_CLIENTS_KEY", QString(43, u'A'), [](const ServerConfig &c) {
        return c.clients.manifestKey == QByteArray(32, '\0');
    });
    row("CT_TRUST_ALL_CERTS", u"true"_s, [](const ServerConfig &c) {
        return c.trustAllCertificates;
    });
    row("CT_PROXY", u"http://ann:pw@proxy.example:3128"_s, [](const ServerConfig &c) {
        return c.proxy == u"http://ann:pw@proxy.example:3128"_s;
    });
    row("CT_AUDIT_SYSLOG", u"tls://log.example"_s, [](const ServerConfig &c) {
        return c.auditFeed.syslog.transport == auditfeed::SyslogTransport::Tls
            && c.auditFeed.syslog.host == u"log.example"_s && c.auditFeed.syslog.port == 6514;
    });
    row("CT_AUDIT_SYSLOG", u"tcp://[::1]:1514"_s, [](const ServerConfig &c) {
        return c.auditFeed.syslog.transport == auditfeed::SyslogTransport::Tcp
            && c.auditFeed.syslog.host == u"::1"_s && c.auditFeed.syslog.port == 1514;
    });
    row("CT_AUDIT_WEBHOOK_URL", u"https://hook.example:8443/a?b=c"_s, [](const ServerConfig &c) {
        return c.auditFeed.webhook == QUrl(u"https://hook.example:8443/a?b=c"_s);
    });
    row("CT_AUDIT_WEBHOOK_URL", u"http://127.0.0.1:8080"_s, [](const ServerConfig &c) {
        return c.auditFeed.webhook.port() == 8080;
    });
    row("CT_AUDIT_WEBHOOK_SECRET",
        u"whsec_AAECAwQFBgcICQABAgMEBQYHCAkAAQID"_s,
        [](const ServerConfig &c) {
            return c.auditFeed.webhookKey
                == QByteArray::fromHex("000102030405060708090001020304050607080900010203");
        });
    row("CT_AUDIT_WEBHOOK_SECRET", QString(16, u'k'), [](const ServerConfig &c) {
        return c.auditFeed.webhookKey == QByteArray(16, 'k');
    });
    row("CT_LOG_KEEP", u"0"_s, [](const ServerConfig &c) { return c.logging.keep == 0; });
    row("LOG_LEVEL", u"Error"_s, [](const ServerConfig &c) {
        return c.logging.level == logging::Level::Error;
    });
    row("OCT_SERVER_OWNER", u"Größe AG"_s, [](const ServerConfig &c) {
        return c.owner == u"Größe AG"_s;
    });
    row("CT_RATE_EXEMPT", u"none"_s, [](const ServerConfig &c) {
        return c.net.rateExempt.isEmpty();
    });
    row("OCT_CORS_ALLOWED_ORIGINS", u"https://a.example"_s, [](const ServerConfig &c) {
        return c.front.allowedOrigins == QList<QByteArray> {"https://a.example"};
    });
    row("OCT_JWT_PRIVATE_KEY", QString(32, u'k'), [](const ServerConfig &c) {
        return c.auth.jwtKey == QByteArray(32, 'k');
    });
}

void TestConfigSettings::writesIntoTheRoomsConfig()
{
    using Check = bool (*)(const ServerConfig &);
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(Check, check);
    ServerConfig config = fixedDefaults();
    QVERIFY(!check(config));
    QVERIFY(named(name).write(value, config));
    QVERIFY(check(config));
}

void TestConfigSettings::refusesWhatIsOutOfBounds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const QString &name, const QString &value) {
        QTest::newRow(qPrintable(name + u" = "_s + value)) << name << value;
    };
    row(u"CT_HTTP_PORT"_s, u"65536"_s);
    row(u"CT_HTTP_PORT"_s, u"-1"_s);
    row(u"CT_HTTP_PORT"_s, u"http"_s);
    row(u"CT_WORKERS"_s, u"257"_s);
    row(u"CT_MAX_CONNECTIONS"_s, u"9"_s);
    row(u"CT_MAX_CONNECTIONS"_s, u"99999999999"_s);
    row(u"CT_MESSAGE_LIMIT"_s, u"63k"_s);
    row(u"CT_MESSAGE_LIMIT"_s, u"65M"_s);
    row(u"CT_SEAT_GRACE"_s, u"0"_s);
    row(u"CT_SEAT_GRACE"_s, u"1500ms"_s);
    row(u"CT_PING_INTERVAL"_s, u"99ms"_s);
    row(u"CT_HTTPS"_s, u"maybe"_s);
    row(u"LOG_LEVEL"_s, u"trace"_s);
    row(u"OCT_JWT_PRIVATE_KEY"_s, QString(31, u'k'));
    row(u"OCT_API_KEY"_s, u"short"_s);
    row(u"CT_BIND_ADDRESS"_s, u"everywhere"_s);
    row(u"CT_TLS_PROTOCOLS"_s, u"TLSv1.1 TLSv1.2"_s);
    row(u"CT_TLS_PROTOCOLS"_s, u","_s);
    row(u"CT_TIME_ZONE"_s, u"Chicago"_s);
    row(u"CT_TIME_ZONE"_s, u"../../etc/passwd"_s);
    row(u"CT_AUDIT_SYSLOG"_s, u"log.example:514"_s);
    row(u"CT_AUDIT_SYSLOG"_s, u"http://log.example"_s);
    row(u"CT_AUDIT_SYSLOG"_s, u"udp://"_s);
    row(u"CT_AUDIT_SYSLOG"_s, u"tcp://log.example:0"_s);
    row(u"CT_AUDIT_SYSLOG"_s, u"tcp://log.example/path"_s);
    row(u"CT_AUDIT_SYSLOG"_s, u"tcp://ann@log.example"_s);
    row(u"CT_AUDIT_WEBHOOK_URL"_s, u"http://hook.example"_s);
    row(u"CT_AUDIT_WEBHOOK_URL"_s, u"http://10.0.0.1/"_s);
    row(u"CT_AUDIT_WEBHOOK_URL"_s, u"https://ann:pw@hook.example"_s);
    row(u"CT_AUDIT_WEBHOOK_URL"_s, u"https://hook.example/#part"_s);
    row(u"CT_AUDIT_WEBHOOK_URL"_s, u"/path"_s);
    row(u"CT_AUDIT_WEBHOOK_SECRET"_s, QString(15, u'k'));
    row(u"CT_AUDIT_WEBHOOK_SECRET"_s, QString(1'025, u'k'));
    row(u"CT_AUDIT_WEBHOOK_SECRET"_s, u"a secret with blanks"_s);
    row(u"CT_AUDIT_WEBHOOK_SECRET"_s, u"whsec_*not*base64*"_s);
    // 23 bytes.
    row(u"CT_AUDIT_WEBHOOK_SECRET"_s, u"whsec_AAECAwQFBgcICQABAgMEBQYHCAkAAQI="_s);
    row(u"CT_PROXY"_s, u"https://proxy.example:3128"_s);
    row(u"CT_PROXY"_s, u"http://proxy.example"_s);
    row(u"CT_PROXY"_s, u"http://proxy.example:3128/path"_s);
    row(u"CT_PROXY"_s, u"proxy.example:3128"_s);
}

void TestConfigSettings::refusesWhatIsOutOfBounds()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    ServerConfig config = fixedDefaults();
    const QString before = named(name).read(config);
    QVERIFY(!named(name).write(value, config));
    QCOMPARE(named(name).read(config), before);
}

void TestConfigSettings::secretsNeverShowThemselves()
{
    int secrets = 0;
    for (const Setting &setting : allSettings()) {
        if (!setting.isSecret)
            continue;
        ++secrets;
        const QString secret = u"Sesame0123456789Sesame0123456789"_s;
        ServerConfig config = fixedDefaults();
        QVERIFY(setting.read(config).isEmpty());
        const bool isProxy = setting.name == u"CT_PROXY"_s;
        QVERIFY(
            setting.write(isProxy ? u"http://ann:%1@p.example:1"_s.arg(secret) : secret, config));
        QVERIFY(!setting.read(config).isEmpty());
        QVERIFY(!setting.read(config).contains(u"Sesame"_s));
    }
    QVERIFY(secrets >= 4);
}

QTEST_GUILESS_MAIN(TestConfigSettings)
#include "tst_configsettings.moc"
