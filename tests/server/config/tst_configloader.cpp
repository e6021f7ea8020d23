// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/settings.h"
#include "tests/server/config/loading.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loading;

namespace {

const QString secret = u"Sesame0123456789Sesame0123456789"_s;

} // namespace

class TestConfigLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flagsWinOverTheEnvironment();
    void takesAnEmptyValueAsNotSet();
    void takesQuotesOff();
    void refusesCurlyQuotesByName();
    void gathersEveryFault();
    void namesTheFlagInAFault();
    void masksSecretsInFaults();
    void masksSecretsInThePrint();
    void hidesUsersInUrls();
    void showsWhereTheWebhookIsOnly();
    void hidesAWrongWebhookToo_data();
    void hidesAWrongWebhookToo();
    void showsFaultsOnOneLine();
    void readsSecretsFromFiles();
    void readsASecretsFileNamedByAFlag();
    void refusesBadSecretFiles_data();
    void refusesBadSecretFiles();
    void refusesASecretGivenTwice();
    void warnsOfUnknownNames();
    void warnsAlsoWhenThereAreFaults();
    void passesUsageErrorsOn();
    void printsEverySettingOnce();

private:
    QString fileWith(const QByteArray &content);

    QTemporaryDir m_folder;
};

QString TestConfigLoader::fileWith(const QByteArray &content)
{
    QFile file(m_folder.filePath(u"secret"_s));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        ? file.fileName()
        : QString();
}

void TestConfigLoader::flagsWinOverTheEnvironment()
{
    const LoadedConfig config = loaded(
        {{u"CT_HTTP_PORT"_s, u"81"_s}, {u"CT_HTTPS_PORT"_s, u"444"_s}}, {u"--http-port=82"_s});
    QCOMPARE(config.config.net.httpPort, quint16(82));
    QCOMPARE(config.config.net.httpsPort, quint16(444));
    QCOMPARE(config.config.net.privatePort, quint16(3001));
    QCOMPARE(assignment(config, u"CT_HTTP_PORT"_s).source, Source::Flag);
    QCOMPARE(assignment(config, u"CT_HTTPS_PORT"_s).source, Source::Environment);
    QCOMPARE(assignment(config, u"CT_PRIVATE_PORT"_s).source, Source::Default);
}

void TestConfigLoader::takesAnEmptyValueAsNotSet()
{
    for (const QString &empty : {QString(), u" "_s, u"''"_s, u"\"\""_s}) {
        const LoadedConfig config
            = loaded({{u"CT_HTTP_PORT"_s, empty}, {u"CT_SEAT_GRACE"_s, empty}});
        QCOMPARE(config.config.net.httpPort, quint16(1080));
        QCOMPARE(assignment(config, u"CT_SEAT_GRACE"_s).source, Source::Default);
    }
    QCOMPARE(
        loaded({{u"CT_HTTP_PORT"_s, u"81"_s}}, {u"--http-port="_s}).config.net.httpPort,
        quint16(81));
}

void TestConfigLoader::takesQuotesOff()
{
    const LoadedConfig config
        = loaded({{u"CT_HTTP_PORT"_s, u"'81'"_s}, {u"OCT_API_KEY"_s, u" \"%1\" "_s.arg(secret)}});
    QCOMPARE(config.config.net.httpPort, quint16(81));
    QCOMPARE(config.config.auth.apiKeys.constFirst().key, secret.toLatin1());
}

void TestConfigLoader::refusesCurlyQuotesByName()
{
    const QStringList sentences = faults(
        {{u"OCT_SERVER_OWNER"_s, u"\u201cAnn\u201d"_s},
         {u"OCT_API_KEY"_s, u"\u201c%1\u201d"_s.arg(secret)}});
    QCOMPARE(sentences.size(), 2);
    QVERIFY(sentences.at(0).startsWith(u"OCT_SERVER_OWNER is \"\u201cAnn\u201d\" (environment)"_s));
    QVERIFY(sentences.at(0).contains(u"straight quotes"_s));
    QVERIFY(sentences.at(1).startsWith(u"OCT_API_KEY is \"********\""_s));
}

void TestConfigLoader::gathersEveryFault()
{
    const QStringList sentences = faults(
        {{u"CT_HTTP_PORT"_s, u"99999"_s},
         {u"CT_MESSAGE_LIMIT"_s, u"lots"_s},
         {u"CT_BIND_ADDRESS"_s, u"here"_s},
         {u"CT_TLS_KEY"_s, u"/k.pem"_s},
         {u"LOG_LEVEL"_s, u"loud"_s}});
    QCOMPARE(sentences.size(), 5);
    QVERIFY(sentences.contains(
        u"CT_HTTP_PORT is \"99999\" (environment): expected a port, 0 to 65535"_s));
    QVERIFY(sentences.contains(
        u"LOG_LEVEL is \"loud\" (environment): expected none, error, warn, info or debug"_s));
    QVERIFY(sentences.contains(u"CT_MESSAGE_LIMIT is \"lots\" (environment): expected a number of "
                               u"bytes, 64k to 64M (k, M and G mean "
                               "KiB, MiB and GiB)"_s));
}

void TestConfigLoader::namesTheFlagInAFault()
{
    // A wrong flag is a fault even where the environment would do.
    const QStringList sentences = faults({{u"CT_HTTP_PORT"_s, u"81"_s}}, {u"--http-port=x"_s});
    QCOMPARE(
        sentences,
        QStringList {u"CT_HTTP_PORT is \"x\" (flag --http-port): expected a port, 0 to 65535"_s});
}

void TestConfigLoader::masksSecretsInFaults()
{
    const QString shortSecret = u"Sesame"_s;
    const QStringList sentences
        = faults({{u"OCT_API_KEY"_s, shortSecret}, {u"OCT_JWT_PRIVATE_KEY"_s, shortSecret}});
    QCOMPARE(sentences.size(), 2);
    QVERIFY(sentences.at(0).startsWith(u"OCT_API_KEY is \"********\" (environment): expected "_s));
    QVERIFY(sentences.at(1).startsWith(
        u"OCT_JWT_PRIVATE_KEY is \"********\" (environment): expected 32 bytes"_s));
    QVERIFY(!sentences.join(u' ').contains(shortSecret));
}

void TestConfigLoader::masksSecretsInThePrint()
{
    const LoadedConfig config
        = loaded({{u"OCT_API_KEY"_s, u"ann:"_s + secret}, {u"OCT_JWT_PRIVATE_KEY"_s, secret}});
    const QString print = effectiveConfig(config);
    QVERIFY(print.contains(u"OCT_API_KEY = ******** (environment)\n"_s));
    QVERIFY(print.contains(u"OCT_JWT_PRIVATE_KEY = ******** (environment)\n"_s));
    QVERIFY(!print.contains(u"Sesame"_s));
    QVERIFY(!print.contains(u"ann"_s));
    QVERIFY(effectiveConfig(loaded({})).contains(u"OCT_API_KEY = not set (default)\n"_s));
}

void TestConfigLoader::hidesUsersInUrls()
{
    const QStringList sentences
        = faults({{u"CT_SERVER_URL"_s, u"https://ann:Sesame@edge.example"_s}});
    QCOMPARE(sentences.size(), 1);
    QVERIFY(sentences.constFirst().contains(u"https://***@edge.example"_s));
}

// Many receivers know their senders by a word in path or query.
void TestConfigLoader::showsWhereTheWebhookIsOnly()
{
    const LoadedConfig config = loaded(
        {{u"CT_AUDIT_WEBHOOK_URL"_s, u"https://siem.example:8443/in/Sesame?token=Sesame"_s},
         {u"CT_AUDIT_WEBHOOK_SECRET"_s, secret}});
    const QString print = effectiveConfig(config);
    QVERIFY(
        print.contains(u"CT_AUDIT_WEBHOOK_URL = https://siem.example:8443/*** (environment)\n"_s));
    QVERIFY(!print.contains(u"Sesame"_s));
    QCOMPARE(
        config.config.auditFeed.webhook,
        QUrl(u"https://siem.example:8443/in/Sesame?token=Sesame"_s));
    QVERIFY(effectiveConfig(loaded({})).contains(u"CT_AUDIT_WEBHOOK_URL = not set (default)\n"_s));
}

void TestConfigLoader::hidesAWrongWebhookToo_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    QTest::newRow("scheme") << u"http://siem.example/in?token=Sesame"_s
                            << u"http://siem.example/***"_s;
    QTest::newRow("quoted") << u"'http://siem.example/Sesame'"_s << u"http://siem.example/***"_s;
    QTest::newRow("fragment") << u"https://siem.example/in?token=Sesame#Sesame"_s
                              << u"https://siem.example/***"_s;
    QTest::newRow("user") << u"https://ann:Sesame@siem.example/in"_s
                          << u"https://siem.example/***"_s;
    QTest::newRow("no scheme") << u"siem.example/in?token=Sesame"_s << u"***"_s;
    QTest::newRow("no host") << u"https:in?token=Sesame"_s << u"***"_s;
    QTest::newRow("blank") << u"https://siem.example/in?token= Sesame"_s << u"***"_s;
    QTest::newRow("curly") << u"\u201chttps://siem.example/in?token=Sesame\u201d"_s << u"***"_s;
}

void TestConfigLoader::hidesAWrongWebhookToo()
{
    QFETCH(QString, url);
    QFETCH(QString, shown);
    const QStringList sentences
        = faults({{u"CT_AUDIT_WEBHOOK_URL"_s, url}, {u"CT_AUDIT_WEBHOOK_SECRET"_s, secret}});
    QCOMPARE(sentences.size(), 1);
    const QString begin = u"CT_AUDIT_WEBHOOK_URL is \"%1\" (environment): "_s.arg(shown);
    QVERIFY2(sentences.constFirst().startsWith(begin), qPrintable(sentences.constFirst()));
    QVERIFY(!sentences.constFirst().contains(u"Sesame"_s));
}

void TestConfigLoader::showsFaultsOnOneLine()
{
    const QStringList sentences = faults(
        {{u"OCT_SERVER_OWNER"_s, u"a\nERROR b\x1b[1m"_s},
         {u"CT_HTTP_PORT"_s, QString(10'000, u'9')}});
    QCOMPARE(sentences.size(), 2);
    for (const QString &sentence : sentences)
        QVERIFY(!sentence.contains(u'\n') && !sentence.contains(u'\x1b') && sentence.size() < 400);
}

void TestConfigLoader::readsSecretsFromFiles()
{
    const QString path
        = fileWith("ann:" + secret.toLatin1() + "\nbob:" + secret.toLatin1().toLower() + "\n");
    const LoadedConfig config = loaded({{u"OCT_API_KEY_FILE"_s, path}});
    QCOMPARE(config.config.auth.apiKeys.size(), 2);
    QCOMPARE(config.config.auth.apiKeys.at(1).name, u"bob"_s);
    QVERIFY(config.config.auth.apiKeyLogin);
    QCOMPARE(assignment(config, u"OCT_API_KEY"_s).source, Source::SecretFile);
    QVERIFY(effectiveConfig(config).contains(
        u"OCT_API_KEY = ******** (%1 by OCT_API_KEY_FILE)\n"_s.arg(path)));
    // The doubt about logins aside, a file's variable is no unknown name.
    QVERIFY(config.warnings.isEmpty());
}

void TestConfigLoader::readsASecretsFileNamedByAFlag()
{
    const QString path = fileWith(secret.toLatin1() + "\n");
    const LoadedConfig config = loaded({}, {u"--jwt-private-key-file="_s + path});
    QCOMPARE(config.config.auth.jwtKey, secret.toLatin1());
}

void TestConfigLoader::refusesBadSecretFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("blank") << QByteArray(" \n\n") << u"empty"_s;
    QTest::newRow("huge") << QByteArray(64 * 1024 + 1, 'S') << u"64 KiB"_s;
    QTest::newRow("short") << QByteArray("Sesame\n")
                           << u" by OCT_JWT_PRIVATE_KEY_FILE): expected 32 bytes"_s;
}

void TestConfigLoader::refusesBadSecretFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    const QStringList sentences = faults({{u"OCT_JWT_PRIVATE_KEY_FILE"_s, fileWith(content)}});
    QCOMPARE(sentences.size(), 1);
    QVERIFY2(sentences.constFirst().contains(words), qPrintable(sentences.constFirst()));
    QVERIFY(!sentences.constFirst().contains(u"Sesame"_s));
    const QStringList missing
        = faults({{u"OCT_JWT_PRIVATE_KEY_FILE"_s, m_folder.filePath(u"missing"_s)}});
    QCOMPARE(missing.size(), 1);
    QVERIFY(missing.constFirst().startsWith(u"OCT_JWT_PRIVATE_KEY_FILE is"_s));
}

void TestConfigLoader::refusesASecretGivenTwice()
{
    const QStringList sentences
        = faults({{u"OCT_API_KEY"_s, secret}, {u"OCT_API_KEY_FILE"_s, fileWith("x")}});
    QCOMPARE(
        sentences,
        QStringList {u"OCT_API_KEY and OCT_API_KEY_FILE are both set: set one of them"_s});
}

void TestConfigLoader::warnsOfUnknownNames()
{
    const LoadedConfig config = loaded(
        {{u"CT_BIND_ADDRESS"_s, u"localhost"_s},
         {u"CT_HTTPPORT"_s, u"Sesame"_s},
         {u"OCT_OAUTH_GITHUB_CLIENTID"_s, u"Sesame"_s},
         {u"PATH"_s, u"/bin"_s},
         {u"DIRECT_X"_s, u"1"_s}});
    QCOMPARE(
        config.warnings,
        QStringList(
            {u"CT_HTTPPORT (environment) is no setting of this server; did you mean CT_HTTP_PORT?"_s,
             u"OCT_OAUTH_GITHUB_CLIENTID (environment) is no setting of this server"_s}));
}

void TestConfigLoader::warnsAlsoWhenThereAreFaults()
{
    const LoadOutcome outcome = load({{u"CT_HTTP_PORT"_s, u"x"_s}, {u"CT_SEAT_GRAZE"_s, u"1"_s}});
    QVERIFY(std::holds_alternative<ConfigFaults>(outcome));
    QCOMPARE(std::get<ConfigFaults>(outcome).warnings.size(), 1);
}

void TestConfigLoader::passesUsageErrorsOn()
{
    const QStringList sentences = faults({}, {u"--nonsense"_s});
    QCOMPARE(sentences.size(), 1);
    QVERIFY(sentences.constFirst().contains(u"--nonsense"_s));
}

void TestConfigLoader::printsEverySettingOnce()
{
    const QStringList lines = effectiveConfig(loaded({})).split(u'\n', Qt::SkipEmptyParts);
    const QList<Setting> settings = allSettings();
    QCOMPARE(lines.size(), settings.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].startsWith(settings[i].name + u" = "_s), qPrintable(lines[i]));
    QVERIFY(lines.contains(u"CT_HTTP_PORT = 1080 (default)"_s));
    QVERIFY(lines.contains(u"CT_STATE_DIR = /nowhere/state (environment)"_s));
    QVERIFY(lines.contains(u"CT_MESSAGE_LIMIT = 8M (default)"_s));
    QVERIFY(lines.contains(u"CT_BIND_ADDRESS = * (default)"_s));
}

QTEST_GUILESS_MAIN(TestConfigLoader)
#include "tst_configloader.moc"
