// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/config/loading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loading;
using Variables = QMap<QString, QString>;

class TestConfigLoginRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesWhichLoginsAreOn_data();
    void decidesWhichLoginsAreOn();
};

void TestConfigLoginRules::decidesWhichLoginsAreOn_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<bool>("simple");
    QTest::addColumn<bool>("byDefault");
    QTest::addColumn<bool>("apiKey");
    const std::pair<QString, QString> loopback {u"CT_BIND_ADDRESS"_s, u"localhost"_s};
    const std::pair<QString, QString> key {u"OCT_API_KEY"_s, u"0123456789abcdef"_s};
    const QString simple = u"OCT_ACTIVATE_SIMPLE_LOGIN"_s;
    const QString apiKey = u"OCT_ACTIVATE_API_KEY_AUTH"_s;
    const auto bind = [](const QString &addresses) {
        return Variables {{u"CT_BIND_ADDRESS"_s, addresses}};
    };

    QTest::newRow("public, nothing set") << Variables() << false << false << false;
    QTest::newRow("loopback, nothing set") << Variables {loopback} << true << true << false;
    QTest::newRow("127.0.0.1") << bind(u"127.0.0.1"_s) << true << true << false;
    QTest::newRow("127.3.3.3 and ::1") << bind(u"127.3.3.3,::1"_s) << true << true << false;
    QTest::newRow("one public address") << bind(u"127.0.0.1,10.0.0.1"_s) << false << false << false;
    QTest::newRow("all addresses") << bind(u"*"_s) << false << false << false;
    QTest::newRow("0.0.0.0") << bind(u"0.0.0.0"_s) << false << false << false;
    QTest::newRow("::") << bind(u"::"_s) << false << false << false;

    QTest::newRow("public, switched on")
        << Variables {{simple, u"true"_s}} << true << false << false;
    QTest::newRow("loopback, switched on")
        << Variables {loopback, {simple, u"true"_s}} << true << false << false;
    QTest::newRow("loopback, switched off")
        << Variables {loopback, {simple, u"false"_s}} << false << false << false;
    QTest::newRow("loopback, empty is not set")
        << Variables {loopback, {simple, QString()}} << true << true << false;

    QTest::newRow("public, keys") << Variables {key} << false << false << true;
    QTest::newRow("loopback, keys") << Variables {loopback, key} << false << false << true;
    QTest::newRow("keys switched on")
        << Variables {key, {apiKey, u"true"_s}} << false << false << true;
    QTest::newRow("loopback, keys switched off")
        << Variables {loopback, key, {apiKey, u"false"_s}} << true << true << false;
    QTest::newRow("public, keys switched off")
        << Variables {key, {apiKey, u"false"_s}} << false << false << false;
    QTest::newRow("both") << Variables {loopback, key, {simple, u"true"_s}} << true << false
                          << true;
}

void TestConfigLoginRules::decidesWhichLoginsAreOn()
{
    QFETCH(Variables, variables);
    QFETCH(bool, simple);
    QFETCH(bool, byDefault);
    QFETCH(bool, apiKey);
    const LoadedConfig config = loaded(variables);
    QVERIFY(!config.assignments.isEmpty());
    QCOMPARE(config.config.auth.simpleLogin, simple);
    QCOMPARE(config.config.auth.simpleLoginByDefault, byDefault);
    QCOMPARE(config.config.auth.apiKeyLogin, apiKey);
    // Without any, it runs and says which variables help.
    const bool isWarned = config.warnings.join(u'\n').contains(u"OCT_ACTIVATE_SIMPLE_LOGIN"_s);
    QCOMPARE(isWarned, !simple && !apiKey);
}

QTEST_GUILESS_MAIN(TestConfigLoginRules)
#include "tst_configloginrules.moc"
