// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/commandline.h"
#include "server/config/settings.h"
#include "shared/base/version.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::config;
using Action = CommandLine::Action;

namespace {

CommandLine read(const QStringList &flags)
{
    return readCommandLine(QStringList {u"edge"_s} + flags);
}

} // namespace

class TestConfigCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsWithoutFlags();
    void readsFlagsUnderTheVariablesNames();
    void takesTheLastOfTwo();
    void tellsWhatIsAskedFor_data();
    void tellsWhatIsAskedFor();
    void helpNamesEverySetting();
    void understandsTheReferenceServersFlags();
    void refusesUnknownFlags();
    void refusesSecretsWithoutRepeatingThem_data();
    void refusesSecretsWithoutRepeatingThem();
};

void TestConfigCommandLine::runsWithoutFlags()
{
    const CommandLine line = read({});
    QCOMPARE(line.action, Action::Run);
    QVERIFY(line.values.isEmpty());
}

void TestConfigCommandLine::readsFlagsUnderTheVariablesNames()
{
    const CommandLine line = read(
        {u"--http-port"_s,
         u"80"_s,
         u"--activate-simple-login=true"_s,
         u"--log-level=debug"_s,
         u"--log-dir="_s,
         u"--api-key-file=/run/keys"_s});
    QCOMPARE(line.action, Action::Run);
    const QHash<QString, QString> expected {
        {u"CT_HTTP_PORT"_s, u"80"_s},
        {u"OCT_ACTIVATE_SIMPLE_LOGIN"_s, u"true"_s},
        {u"LOG_LEVEL"_s, u"debug"_s},
        {u"CT_LOG_DIR"_s, QString()},
        {u"OCT_API_KEY_FILE"_s, u"/run/keys"_s}};
    QCOMPARE(line.values, expected);
}

void TestConfigCommandLine::takesTheLastOfTwo()
{
    QCOMPARE(
        read({u"--http-port=80"_s, u"--http-port=81"_s}).values.value(u"CT_HTTP_PORT"_s), u"81"_s);
}

void TestConfigCommandLine::tellsWhatIsAskedFor_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<Action>("action");
    QTest::newRow("help") << QStringList {u"--help"_s} << Action::ShowHelp;
    QTest::newRow("short help") << QStringList {u"-h"_s} << Action::ShowHelp;
    QTest::newRow("help wins") << QStringList {u"--nonsense"_s, u"--help"_s} << Action::ShowHelp;
    QTest::newRow("version") << QStringList {u"--version"_s} << Action::ShowVersion;
    QTest::newRow("short version") << QStringList {u"-v"_s} << Action::ShowVersion;
    QTest::newRow("check") << QStringList {u"--check-config"_s, u"--http-port=1"_s}
                           << Action::CheckConfig;
    QTest::newRow("unknown") << QStringList {u"--nonsense"_s} << Action::UsageError;
    QTest::newRow("unknown short") << QStringList {u"-x"_s} << Action::UsageError;
    QTest::newRow("no value") << QStringList {u"--http-port"_s} << Action::UsageError;
    QTest::newRow("rotate") << QStringList {u"--rotate-token-key"_s, u"--http-port=1"_s}
                            << Action::RotateKey;
    QTest::newRow("value for none") << QStringList {u"--check-config=yes"_s} << Action::UsageError;
    QTest::newRow("a word") << QStringList {u"stop"_s} << Action::UsageError;
    QTest::newRow("start and a word") << QStringList {u"start"_s, u"now"_s} << Action::UsageError;
    QTest::newRow("its file") << QStringList {u"-c"_s, u"oct.yaml"_s} << Action::UsageError;
    QTest::newRow("its file, long") << QStringList {u"--config=x"_s} << Action::UsageError;
    QTest::newRow("example") << QStringList {u"--print-default-config"_s} << Action::PrintDefaults;
}

void TestConfigCommandLine::tellsWhatIsAskedFor()
{
    QFETCH(QStringList, flags);
    QFETCH(Action, action);
    const CommandLine line = read(flags);
    QCOMPARE(line.action, action);
    QCOMPARE(line.text.isEmpty(), action == Action::CheckConfig || action == Action::RotateKey);
    if (action == Action::ShowVersion)
        QVERIFY(line.text.contains(QLatin1StringView(ct::productVersion)));
}

void TestConfigCommandLine::helpNamesEverySetting()
{
    const QString help = read({u"--help"_s}).text;
    for (const Setting &setting : allSettings()) {
        QVERIFY2(help.contains(setting.name), qPrintable(setting.name));
        QVERIFY2(help.contains(setting.form), qPrintable(setting.form));
        QCOMPARE(help.contains(u"--"_s + flagOf(setting.name) + u" "_s), !setting.isSecret);
    }
    QVERIFY(help.contains(u"default 1080"_s));
    QVERIFY(help.contains(u"--jwt-private-key-file"_s));
}

void TestConfigCommandLine::understandsTheReferenceServersFlags()
{
    const QHash<QString, QString> expected {
        {u"CT_HTTP_PORT"_s, u"8100"_s}, {u"CT_BIND_ADDRESS"_s, u"0.0.0.0"_s}};
    QCOMPARE(read({u"-p"_s, u"8100"_s, u"-h"_s, u"0.0.0.0"_s}).values, expected);
    QCOMPARE(read({u"--port=8100"_s, u"--hostname"_s, u"0.0.0.0"_s}).values, expected);
    QCOMPARE(read({u"--http-port=1"_s, u"-p"_s, u"2"_s}).values.value(u"CT_HTTP_PORT"_s), u"1"_s);
    const CommandLine started = read({u"start"_s, u"--port=8100"_s});
    QCOMPARE(started.action, Action::Run);
    QVERIFY(started.warnings.value(0).contains(u"\"start\""_s));
    QVERIFY(read({u"--port=1"_s}).warnings.isEmpty());
}

void TestConfigCommandLine::refusesUnknownFlags()
{
    const CommandLine line = read({u"--http-prot=80"_s});
    QCOMPARE(line.action, Action::UsageError);
    QVERIFY(line.text.contains(u"--http-prot"_s));
}

void TestConfigCommandLine::refusesSecretsWithoutRepeatingThem_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QString>("advice");
    const QString secret = u"0123456789abcdefghijklmnopqrstuvwxyz"_s;
    QTest::newRow("with =") << QStringList {u"--api-key="_s + secret} << u"OCT_API_KEY"_s;
    QTest::newRow("after a blank")
        << QStringList {u"--jwt-private-key"_s, secret} << u"--jwt-private-key-file"_s;
    QTest::newRow("by itself") << QStringList {secret} << u"--help"_s;
    QTest::newRow("after a switch") << QStringList {u"--check-config"_s, secret} << u"--help"_s;
    QTest::newRow("value for none")
        << QStringList {u"--check-config="_s + secret} << u"check-config"_s;
}

void TestConfigCommandLine::refusesSecretsWithoutRepeatingThem()
{
    QFETCH(QStringList, flags);
    QFETCH(QString, advice);
    const CommandLine line = read(flags);
    QCOMPARE(line.action, Action::UsageError);
    QVERIFY2(line.text.contains(advice), qPrintable(line.text));
    QVERIFY2(!line.text.contains(u"0123456789"_s), qPrintable(line.text));
}

QTEST_GUILESS_MAIN(TestConfigCommandLine)
#include "tst_configcommandline.moc"
