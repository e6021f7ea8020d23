// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/derived.h"
#include "tests/server/config/loading.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loading;
using Variables = QMap<QString, QString>;

class TestConfigDerived : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheStateFolder_data();
    void findsTheStateFolder();
    void putsLogsIntoTheStateFolder();
    void takesThePrefixFromTheServersUrl_data();
    void takesThePrefixFromTheServersUrl();
    void trustsLoopbackByDefault();
    void namesContradictions_data();
    void namesContradictions();
    void toleratesWhatOnlyLooksLikeAContradiction_data();
    void toleratesWhatOnlyLooksLikeAContradiction();
    void staysSilentWhereASettingIsFaultyByItself();
    void warnsOfWhatHasNoEffect_data();
    void warnsOfWhatHasNoEffect();
};

void TestConfigDerived::findsTheStateFolder_data()
{
    QTest::addColumn<QString>("stateHome");
    QTest::addColumn<QString>("home");
    QTest::addColumn<QString>("expected");
    QTest::newRow("state home") << u"/x/state/"_s << u"/home/ann"_s << u"/x/state/codetogether"_s;
    QTest::newRow("home") << QString() << u"/home/ann"_s
                          << u"/home/ann/.local/state/codetogether"_s;
    QTest::newRow("relative") << u"state"_s << u"/home/ann"_s
                              << u"/home/ann/.local/state/codetogether"_s;
    QTest::newRow("neither") << QString() << QString()
                             << QDir::cleanPath(QDir::homePath() + u"/.local/state/codetogether"_s);
}

void TestConfigDerived::findsTheStateFolder()
{
    QFETCH(QString, stateHome);
    QFETCH(QString, home);
    QFETCH(QString, expected);
    QProcessEnvironment environment;
    environment.insert(u"XDG_STATE_HOME"_s, stateHome);
    environment.insert(u"HOME"_s, home);
    QCOMPARE(defaultStateDir(environment), expected);
}

void TestConfigDerived::putsLogsIntoTheStateFolder()
{
    QCOMPARE(loaded({}).config.logging.folder, u"/nowhere/state/log"_s);
    QCOMPARE(
        loaded({{u"CT_LOG_DIR"_s, u"/nowhere/log"_s}}).config.logging.folder, u"/nowhere/log"_s);
}

void TestConfigDerived::takesThePrefixFromTheServersUrl_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QByteArray>("prefix");
    const QString url = u"https://edge.example/oct/"_s;
    QTest::newRow("neither") << Variables() << QByteArray();
    QTest::newRow("URL without path")
        << Variables {{u"CT_SERVER_URL"_s, u"https://edge.example"_s}} << QByteArray();
    QTest::newRow("URL with path") << Variables {{u"CT_SERVER_URL"_s, url}} << QByteArray("/oct");
    QTest::newRow("prefix") << Variables {{u"CT_PATH_PREFIX"_s, u"/a"_s}} << QByteArray("/a");
    QTest::newRow("both") << Variables {{u"CT_SERVER_URL"_s, url}, {u"CT_PATH_PREFIX"_s, u"/a"_s}}
                          << QByteArray("/a");
    QTest::newRow("switched off")
        << Variables {{u"CT_SERVER_URL"_s, url}, {u"CT_PATH_PREFIX"_s, u"/"_s}} << QByteArray();
}

void TestConfigDerived::takesThePrefixFromTheServersUrl()
{
    QFETCH(Variables, variables);
    QFETCH(QByteArray, prefix);
    const LoadedConfig config = loaded(variables);
    QVERIFY(!config.assignments.isEmpty());
    QCOMPARE(config.config.front.pathPrefix, prefix);
}

void TestConfigDerived::trustsLoopbackByDefault()
{
    const LoadedConfig config = loaded({});
    QCOMPARE(assignment(config, u"CT_TRUSTED_PROXIES"_s).value, u"127.0.0.0/8, ::1/128"_s);
    QCOMPARE(assignment(config, u"CT_RATE_EXEMPT"_s).value, u"127.0.0.0/8, ::1/128"_s);
    QCOMPARE(config.config.owner, u"Unknown"_s);
    QVERIFY(loaded({{u"CT_RATE_EXEMPT"_s, u"none"_s}}).config.net.rateExempt.isEmpty());
}

void TestConfigDerived::namesContradictions_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("equal ports")
        << Variables {{u"CT_HTTP_PORT"_s, u"9000"_s}, {u"CT_HTTPS_PORT"_s, u"9000"_s}}
        << QStringList {u"CT_HTTP_PORT"_s, u"CT_HTTPS_PORT"_s, u"9000"_s};
    QTest::newRow("a default port")
        << Variables {{u"CT_HTTPS_PORT"_s, u"3001"_s}}
        << QStringList {u"CT_HTTPS_PORT"_s, u"CT_PRIVATE_PORT"_s, u"3001"_s};
    QTest::newRow("certificate alone")
        << Variables {{u"CT_TLS_CERTIFICATE"_s, u"/c.pem"_s}}
        << QStringList {u"CT_TLS_CERTIFICATE is set without CT_TLS_KEY"_s};
    QTest::newRow("key alone") << Variables {{u"CT_TLS_KEY"_s, u"/k.pem"_s}}
                               << QStringList {u"CT_TLS_KEY is set without CT_TLS_CERTIFICATE"_s};
    QTest::newRow("no API key") << Variables {{u"OCT_ACTIVATE_API_KEY_AUTH"_s, u"true"_s}}
                                << QStringList {
                                       u"OCT_ACTIVATE_API_KEY_AUTH"_s, u"set OCT_API_KEY"_s};
    QTest::newRow("replay") << Variables {{u"CT_MESSAGE_LIMIT"_s, u"9M"_s}}
                            << QStringList {
                                   u"CT_REPLAY_PER_PARTICIPANT is 16M"_s,
                                   u"CT_MESSAGE_LIMIT is 9M"_s,
                                   u"18M"_s};
    QTest::newRow("total") << Variables {{u"CT_REPLAY_TOTAL"_s, u"15M"_s}}
                           << QStringList {
                                  u"CT_REPLAY_TOTAL is 15M"_s, u"CT_REPLAY_PER_PARTICIPANT, 16M"_s};
    QTest::newRow("hard limit") << Variables {{u"CT_MESSAGE_HARD_LIMIT"_s, u"1M"_s}}
                                << QStringList {
                                       u"CT_MESSAGE_HARD_LIMIT is 1M"_s, u"CT_MESSAGE_LIMIT, 8M"_s};
    QTest::newRow("lock") << Variables {{u"CT_LOGIN_FIRST_LOCK"_s, u"2h"_s}}
                          << QStringList {
                                 u"CT_LOGIN_LONGEST_LOCK is 15m"_s, u"CT_LOGIN_FIRST_LOCK, 2h"_s};
}

void TestConfigDerived::namesContradictions()
{
    QFETCH(Variables, variables);
    QFETCH(QStringList, words);
    const QStringList sentences = faults(variables);
    QCOMPARE(sentences.size(), 1);
    for (const QString &word : words)
        QVERIFY2(sentences.constFirst().contains(word), qPrintable(sentences.constFirst()));
}

void TestConfigDerived::toleratesWhatOnlyLooksLikeAContradiction_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::newRow("free ports") << Variables {
        {u"CT_HTTP_PORT"_s, u"0"_s}, {u"CT_HTTPS_PORT"_s, u"0"_s}, {u"CT_PRIVATE_PORT"_s, u"0"_s}};
    QTest::newRow("HTTPS off") << Variables {
        {u"CT_HTTPS"_s, u"false"_s}, {u"CT_HTTP_PORT"_s, u"1443"_s}};
    QTest::newRow("both of a pair")
        << Variables {{u"CT_TLS_CERTIFICATE"_s, u"/c.pem"_s}, {u"CT_TLS_KEY"_s, u"/k.pem"_s}};
    QTest::newRow("exactly twice")
        << Variables {{u"CT_MESSAGE_LIMIT"_s, u"9M"_s}, {u"CT_REPLAY_PER_PARTICIPANT"_s, u"18M"_s}};
}

void TestConfigDerived::toleratesWhatOnlyLooksLikeAContradiction()
{
    QFETCH(Variables, variables);
    QCOMPARE(faults(variables), QStringList());
}

void TestConfigDerived::staysSilentWhereASettingIsFaultyByItself()
{
    const QStringList sentences
        = faults({{u"OCT_ACTIVATE_API_KEY_AUTH"_s, u"true"_s}, {u"OCT_API_KEY"_s, u"short"_s}});
    QCOMPARE(sentences.size(), 1);
    QVERIFY(sentences.constFirst().startsWith(u"OCT_API_KEY is"_s));
}

void TestConfigDerived::warnsOfWhatHasNoEffect_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("why");
    QTest::newRow("proxy") << u"CT_PROXY"_s << u"http://ann:sesame@proxy.example:3128"_s
                           << u"CT_AUDIT_WEBHOOK_URL"_s;
    QTest::newRow("authorities") << u"CT_AUDIT_CA"_s << u"/x"_s << u"CT_AUDIT_SYSLOG"_s;
    QTest::newRow("trust") << u"CT_TRUST_ALL_CERTS"_s << u"true"_s << u"issuer"_s;
    QTest::newRow("no trust") << u"CT_TRUST_ALL_CERTS"_s << u"false"_s << QString();
    QTest::newRow("neither") << u"CT_PROXY"_s << QString() << QString();
}

void TestConfigDerived::warnsOfWhatHasNoEffect()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, why);
    const LoadedConfig loaded
        = loading::loaded({{name, value}, {u"OCT_API_KEY"_s, QString(16, u'k')}});
    QVERIFY(!loaded.assignments.isEmpty());
    if (why.isEmpty()) {
        QCOMPARE(loaded.warnings, QStringList());
        return;
    }
    QCOMPARE(loaded.warnings.size(), 1);
    const QString sentence = loaded.warnings.constFirst();
    QVERIFY2(sentence.startsWith(name + u" is set, but has no effect"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(why) && !sentence.contains(u"sesame"_s), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestConfigDerived)
#include "tst_configderived.moc"
