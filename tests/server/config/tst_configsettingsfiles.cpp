// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/derived.h"
#include "server/config/inifile.h"
#include "server/config/settings.h"
#include "tests/server/config/loading.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loading;

/// The settings files, through load().
class TestConfigSettingsFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSourceIsStrongerThanTheNext();
    void takesTheFirstUsualFile();
    void takesTlsFromNginxsWords();
    void aPairGivenElsewhereIsTakenWhole();
    void refusesAMissingNamedFile();
    void refusesAFolder();
    void refusesAHugeFile();
    void refusesBadValuesWithTheirPlace();
    void warnsOfUnknownVariables();
    void warnsOfSecretsThatOthersCanRead();
    void prefersTheStrongerOfASecretAndItsFile();
    void cannotNameAFileInAFile();
    void showsTheSourceOfEachValue();
    void theExampleChangesNothing();
    void theExampleGroupsAndDescribesEverySetting();

private:
    QString fileWith(const QString &name, const QByteArray &content);
    LoadOutcome loadFiles(const UsualFiles &files, const QMap<QString, QString> &variables = {});

    QTemporaryDir m_folder;
    int m_files = 0;
};

QString TestConfigSettingsFiles::fileWith(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(u"%1-%2"_s.arg(++m_files).arg(name)));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    return isWritten ? file.fileName() : QString();
}

LoadOutcome TestConfigSettingsFiles::loadFiles(
    const UsualFiles &files, const QMap<QString, QString> &variables)
{
    return ct::server::config::load({u"edge"_s}, environmentOf(variables), files);
}

void TestConfigSettingsFiles::eachSourceIsStrongerThanTheNext()
{
    const QString config
        = fileWith(u"c"_s, "export CT_HTTP_PORT=2\nCT_HTTPS_PORT=2\nCT_PRIVATE_PORT=2\n");
    const QString ini
        = fileWith(u"i"_s, "[network]\nhttp-port=1\nhttps-port=1\nprivate-port=1\nworkers=1\n");
    const auto outcome = ct::server::config::load(
        {u"edge"_s, u"--http-port=4"_s},
        environmentOf({{u"CT_HTTPS_PORT"_s, u"3"_s}, {u"CT_HTTP_PORT"_s, u"3"_s}}),
        {{config}, {ini}, {}});
    QVERIFY(std::holds_alternative<LoadedConfig>(outcome));
    const auto &net = std::get<LoadedConfig>(outcome).config.net;
    QCOMPARE(net.httpPort, quint16(4));
    QCOMPARE(net.httpsPort, quint16(3));
    QCOMPARE(net.privatePort, quint16(2));
    QCOMPARE(net.workers, 1);
}

void TestConfigSettingsFiles::takesTheFirstUsualFile()
{
    const QString first = fileWith(u"c"_s, "CT_HTTP_PORT=5\n");
    const QString second = fileWith(u"c"_s, "CT_HTTP_PORT=6\n");
    const auto outcome = loadFiles({{u"/nowhere/c"_s, first, second}, {}, {}});
    QCOMPARE(std::get<LoadedConfig>(outcome).config.net.httpPort, quint16(5));
    QCOMPARE(std::get<LoadedConfig>(outcome).config.configFile, first);
}

void TestConfigSettingsFiles::takesTlsFromNginxsWords()
{
    const QString ssl = fileWith(
        u"s"_s,
        "listen 2443 ssl;\nssl_certificate /c.pem;\nssl_certificate_key /k.pem;\n"
        "ssl_protocols TLSv1.3;\n");
    const auto outcome = loadFiles({{}, {}, {ssl}});
    const auto &loaded = std::get<LoadedConfig>(outcome);
    QCOMPARE(loaded.config.net.httpsPort, quint16(2443));
    QCOMPARE(loaded.config.net.certificateFile, u"/c.pem"_s);
    QCOMPARE(loaded.config.net.privateKeyFile, u"/k.pem"_s);
    QCOMPARE(loaded.config.net.tlsVersions, ct::server::net::TlsVersions::Only13);
    QCOMPARE(loaded.config.sslSettingsFile, ssl);
    QCOMPARE(assignment(loaded, u"CT_TLS_KEY"_s).place, ssl + u", line 3"_s);
    const QString ini
        = fileWith(u"i"_s, "[network]\nhttps-port = 3443\nssl-settings-file = " + ssl.toUtf8());
    const auto weaker = loadFiles({{}, {ini}, {}});
    QCOMPARE(std::get<LoadedConfig>(weaker).config.net.httpsPort, quint16(3443));
    QCOMPARE(std::get<LoadedConfig>(weaker).config.net.certificateFile, u"/c.pem"_s);
}

// Half of one pair and half of another would fit by no chance.
void TestConfigSettingsFiles::aPairGivenElsewhereIsTakenWhole()
{
    const QString ssl = fileWith(u"s"_s, "ssl_certificate /c.pem;\nssl_certificate_key /k.pem;\n");
    const auto outcome = loadFiles({{}, {}, {ssl}}, {{u"CT_TLS_CERTIFICATE"_s, u"/x.pem"_s}});
    const QStringList found = std::get<ConfigFaults>(outcome).sentences;
    QCOMPARE(found.size(), 1);
    QVERIFY(found[0].startsWith(u"CT_TLS_CERTIFICATE is set without CT_TLS_KEY"_s));
}

void TestConfigSettingsFiles::refusesAMissingNamedFile()
{
    const QStringList found = faults({{u"CT_INI_FILE"_s, u"/nowhere/edge.ini"_s}});
    QCOMPARE(found.size(), 1);
    QVERIFY(found[0].startsWith(u"/nowhere/edge.ini: the file can't be read"_s));
}

void TestConfigSettingsFiles::refusesAFolder()
{
    QCOMPARE(faults({{u"CT_CONFIG_FILE"_s, m_folder.path()}}).size(), 1);
}

void TestConfigSettingsFiles::refusesAHugeFile()
{
    const QString huge = fileWith(u"c"_s, QByteArray((1 << 20) + 1, '#'));
    QVERIFY(faults({{u"CT_CONFIG_FILE"_s, huge}}).value(0).contains(u"1 MiB at most"_s));
}

void TestConfigSettingsFiles::refusesBadValuesWithTheirPlace()
{
    const QString config = fileWith(u"c"_s, "\nexport CT_HTTP_PORT=\"lots\"\n");
    const QString ini = fileWith(u"i"_s, "[network]\nhttps-port = more\n");
    const auto outcome = loadFiles({{config}, {ini}, {}});
    const QStringList found = std::get<ConfigFaults>(outcome).sentences;
    QCOMPARE(found.size(), 2);
    QVERIFY(found[0].startsWith(u"CT_HTTP_PORT is \"lots\" (%1, line 2): expected"_s.arg(config)));
    QVERIFY(found[1].startsWith(u"CT_HTTPS_PORT is \"more\" (%1, line 2): expected"_s.arg(ini)));
}

void TestConfigSettingsFiles::warnsOfUnknownVariables()
{
    const QString config = fileWith(u"c"_s, "CT_HTTP_PROT=1\nPS1=x\n");
    const auto outcome = loadFiles({{config}, {}, {}});
    const QStringList warnings = std::get<LoadedConfig>(outcome).warnings;
    QVERIFY(warnings.contains(
        u"CT_HTTP_PROT (%1, line 1) is no setting of this server; did you mean CT_HTTP_PORT?"_s.arg(
            config)));
    QVERIFY(!warnings.join(u' ').contains(u"PS1"_s));
}

void TestConfigSettingsFiles::warnsOfSecretsThatOthersCanRead()
{
    const QString config = fileWith(u"c"_s, "OCT_API_KEY=Sesame0123456789\n");
    QVERIFY(QFile::setPermissions(config, QFile::ReadOwner | QFile::ReadOther));
    const auto open = loadFiles({{config}, {}, {}});
    QVERIFY(std::get<LoadedConfig>(open).warnings.join(u' ').contains(u"chmod 0640"_s));
    QVERIFY(QFile::setPermissions(config, QFile::ReadOwner | QFile::ReadGroup));
    const auto closed = loadFiles({{config}, {}, {}});
    QVERIFY(!std::get<LoadedConfig>(closed).warnings.join(u' ').contains(u"chmod 0640"_s));
}

void TestConfigSettingsFiles::prefersTheStrongerOfASecretAndItsFile()
{
    const QString key = fileWith(u"key"_s, "FileSesame0123456789");
    const QString config = fileWith(u"c"_s, "OCT_API_KEY=Sesame0123456789\n");
    const auto outcome = loadFiles({{config}, {}, {}}, {{u"OCT_API_KEY_FILE"_s, key}});
    const auto &keys = std::get<LoadedConfig>(outcome).config.auth.apiKeys;
    QCOMPARE(keys.constFirst().key, QByteArray("FileSesame0123456789"));
}

void TestConfigSettingsFiles::cannotNameAFileInAFile()
{
    const QString config = fileWith(u"c"_s, "CT_INI_FILE=/nowhere\n");
    const auto outcome = loadFiles({{config}, {}, {}});
    const auto &loaded = std::get<LoadedConfig>(outcome);
    QVERIFY(loaded.warnings.join(u' ').contains(u"counts only as a flag or in the environment"_s));
    QVERIFY(loaded.config.iniFile.isEmpty());
}

void TestConfigSettingsFiles::showsTheSourceOfEachValue()
{
    const QString ini = fileWith(u"i"_s, "[network]\nhttp-port = 7\n");
    const auto outcome = loadFiles({{}, {ini}, {}});
    const QString text = effectiveConfig(std::get<LoadedConfig>(outcome));
    QVERIFY(text.contains(u"CT_HTTP_PORT = 7 (%1, line 2)\n"_s.arg(ini)));
    QVERIFY(text.contains(u"CT_HTTPS_PORT = 1443 (default)\n"_s));
}

void TestConfigSettingsFiles::theExampleGroupsAndDescribesEverySetting()
{
    const QString text = defaultIniText(allSettings(), fixedDefaults());
    QString group;
    for (const Setting &setting : allSettings()) {
        QVERIFY2(!setting.group.isEmpty(), qPrintable(setting.name));
        if (setting.name == u"CT_CONFIG_FILE"_s || setting.name == u"CT_INI_FILE"_s)
            continue;
        QVERIFY2(text.contains(u"\n[%1]\n"_s.arg(setting.group)), qPrintable(setting.group));
        QVERIFY2(text.contains(u"; "_s + setting.help), qPrintable(setting.name));
    }
}

void TestConfigSettingsFiles::theExampleChangesNothing()
{
    QString text = defaultIniText(allSettings(), fixedDefaults());
    for (const Setting &setting : allSettings()) {
        const QString flag = flagOf(setting.isSecret ? setting.fileVariable() : setting.name);
        text.replace(u"\n;%1 ="_s.arg(flag), u"\n%1 ="_s.arg(flag));
    }
    const QString ini = fileWith(u"i"_s, text.toUtf8());
    const auto outcome = loadFiles({{}, {ini}, {}});
    const auto *faults = std::get_if<ConfigFaults>(&outcome);
    QVERIFY2(!faults, faults ? qUtf8Printable(faults->sentences.join(u'\n')) : "");
    const auto &loaded = std::get<LoadedConfig>(outcome);
    const LoadedConfig plain = std::get<LoadedConfig>(loadFiles({}));
    QCOMPARE(loaded.warnings, plain.warnings);
    for (const Assignment &one : plain.assignments) {
        if (one.name != u"CT_INI_FILE"_s)
            QCOMPARE(assignment(loaded, one.name).value, one.value);
    }
}

QTEST_APPLESS_MAIN(TestConfigSettingsFiles)
#include "tst_configsettingsfiles.moc"
