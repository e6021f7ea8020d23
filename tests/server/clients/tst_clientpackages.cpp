// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/intellijplugin.h"
#include "server/clients/version.h"
#include "server/clients/vsix.h"
#include "tests/support/zips.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::clients;
using ct::test::zipOf;

class TestClientPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnExtension();
    void setsTheServerAndNothingElse();
    void findsTheSettingInAListOfGroups();
    void namesNoWebClientElsewhere();
    void takesNoSettingForAnother_data();
    void takesNoSettingForAnother();
    void refusesWhatIsNoPackageJson_data();
    void refusesWhatIsNoPackageJson();
    void readsAPlugin();
    void findsThePluginsJar();
    void refusesWhatIsNoPluginXml_data();
    void refusesWhatIsNoPluginXml();
    void shortensWhatPackagesSay();
    void writesAFeed();
    void ordersVersions_data();
    void ordersVersions();

private:
    QString fileOf(const QByteArray &zip);

    QTemporaryDir m_folder;
};

QString TestClientPackages::fileOf(const QByteArray &zip)
{
    QFile file(m_folder.filePath(u"a.zip"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(zip) != zip.size())
        qFatal("cannot write");
    return file.fileName();
}

void TestClientPackages::readsAnExtension()
{
    const auto facts
        = extensionFacts(R"({"name": "oct", "displayName": "Tools", "version": "0.3.6"})");
    QVERIFY(facts);
    QCOMPARE(facts->title, u"Tools"_s);
    QCOMPARE(facts->version, u"0.3.6"_s);
    QVERIFY(!facts->hasServerUrl);
    const auto translated
        = extensionFacts(R"({"name": "oct", "displayName": "%title%", "version": "0.3.6"})");
    QCOMPARE(translated->title, u"oct"_s);
}

void TestClientPackages::setsTheServerAndNothingElse()
{
    const QByteArray before = R"({
  "version": "1.0.0",
  "name": "oct",
  "contributes": {
    "configuration": {
      "properties": {
        "oct.zzz": {
          "default": 1.50
        },
        "oct.serverUrl": {
          "type": "string",
          "default": "https://api.example/",
          "description": "Größe \u00e4"
        },
        "oct.aaa": {
          "default": 12345678901234567
        }
      }
    }
  },
  "activationEvents": []
}
)";
    const auto after = withServerUrl(before, u"https://code.example/oct"_s);
    QVERIFY(after);
    QByteArray expected = before;
    expected.replace("https://api.example/", "https://code.example/oct");
    // The same numbers and letters, written otherwise.
    expected.replace("1.50", "1.5").replace("\\u00e4", "ä");
    QCOMPARE(*after, expected);
}

void TestClientPackages::findsTheSettingInAListOfGroups()
{
    const auto after = withServerUrl(
        R"({"version": "1", "contributes": {"configuration": [{"title": "x"},
            {"properties": {"oct.serverUrl": {}}}]}})",
        u"https://\"quoted\"/"_s);
    QVERIFY(after);
    QVERIFY(after->contains(R"("default": "https://\"quoted\"/")"));
}

void TestClientPackages::namesNoWebClientElsewhere()
{
    const auto after = withServerUrl(
        R"({"version": "1", "contributes": {"configuration": [{"properties": {"oct.webClientUrl":
            {"default": "https://elsewhere.example/?room=${roomId}", "type": "string"}}},
            {"properties": {"oct.serverUrl": {}}}]}})",
        u"https://code.example"_s);
    QVERIFY(after);
    QVERIFY(!after->contains("elsewhere.example"));
    QVERIFY(after->contains("\"default\": \"\""));
    QVERIFY(after->contains("\"default\": \"https://code.example\""));
}

void TestClientPackages::takesNoSettingForAnother_data()
{
    QTest::addColumn<QByteArray>("contributes");
    QTest::newRow("nothing") << R"({})"_ba;
    QTest::newRow("no object") << R"([])"_ba;
    QTest::newRow("no groups") << R"({"configuration": 5})"_ba;
    QTest::newRow("odd groups") << R"({"configuration": [1, null, {"properties": []}]})"_ba;
    QTest::newRow("another") << R"({"configuration": {"properties": {"oct.url": {}}}})"_ba;
    QTest::newRow("no description")
        << R"({"configuration": {"properties": {"oct.serverUrl": "x"}}})"_ba;
}

void TestClientPackages::takesNoSettingForAnother()
{
    QFETCH(const QByteArray, contributes);
    const QByteArray json = R"({"name": "a", "version": "1", "contributes": )" + contributes + "}";
    const auto facts = extensionFacts(json);
    QVERIFY(facts);
    QVERIFY(!facts->hasServerUrl);
    QCOMPARE(withServerUrl(json, u"x"_s).error().code, ErrorCode::NotFound);
}

void TestClientPackages::refusesWhatIsNoPackageJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("list") << "[]"_ba;
    QTest::newRow("cut") << R"({"version": "1)"_ba;
    QTest::newRow("no version") << R"({"name": "a"})"_ba;
    QTest::newRow("version that leads elsewhere") << R"({"version": "../1"})"_ba;
    QTest::newRow("version with a blank") << R"({"version": "1 0"})"_ba;
    QTest::newRow("deep") << R"({"version": "1", "a": )" + QByteArray(100'000, '[')
            + QByteArray(100'000, ']') + "}";
}

void TestClientPackages::refusesWhatIsNoPackageJson()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(extensionFacts(json).error().code, ErrorCode::Corrupt);
    QVERIFY(!withServerUrl(json, u"x"_s));
}

void TestClientPackages::readsAPlugin()
{
    const auto facts = pluginFacts(
        "<!-- x --><idea-plugin url='x'><vendor><id>no</id></vendor><name>Together</name>"
        "<version> 1.2 </version><idea-version since-build=\"233\"/><id>org.x</id></idea-plugin>");
    QVERIFY(facts);
    QCOMPARE(facts->id, u"org.x"_s);
    QCOMPARE(facts->title, u"Together"_s);
    QCOMPARE(facts->version, u"1.2"_s);
    QCOMPARE(facts->sinceBuild, u"233"_s);
    QCOMPARE(facts->untilBuild, QString());
}

void TestClientPackages::findsThePluginsJar()
{
    const QByteArray xml = "<idea-plugin><id>org.x</id><version>1.2</version></idea-plugin>";
    const QByteArray other = "<idea-plugin><id>no</id><version>9</version></idea-plugin>";
    const QByteArray jar = zipOf({{"META-INF/plugin.xml", xml}});
    const QByteArray otherJar = zipOf({{"META-INF/plugin.xml", other}});
    const auto facts = readPlugin(
        fileOf(zipOf(
            {{"p/other.jar", otherJar},
             {"p/lib/modules/x.jar", otherJar},
             {"p/lib/a.jar", zipOf({{"a", "x"}})},
             {"p/lib/b.jar", jar}})),
        {});
    QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().message));
    QCOMPARE(facts->id, u"org.x"_s);
    QVERIFY(!readPlugin(fileOf(zipOf({{"p/other.jar", otherJar}})), {}));
    QVERIFY(!readPlugin(fileOf(zipOf({{"p/lib/a.jar", "no zip"}})), {}));
}

void TestClientPackages::refusesWhatIsNoPluginXml_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("other") << "<html/>"_ba;
    QTest::newRow("cut") << "<idea-plugin><id>a</id><version>1</version>"_ba;
    QTest::newRow("no version") << "<idea-plugin><id>a</id></idea-plugin>"_ba;
    QTest::newRow("no name") << "<idea-plugin><version>1</version></idea-plugin>"_ba;
    QTest::newRow("entities")
        << "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b "
           "'&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY "
           "d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>"
           "<idea-plugin><id>&d;</id><version>1</version></idea-plugin>"_ba;
}

void TestClientPackages::refusesWhatIsNoPluginXml()
{
    QFETCH(const QByteArray, xml);
    QCOMPARE(pluginFacts(xml).error().code, ErrorCode::Corrupt);
}

// Else one package could fill the page and the log, or break the feed for all others.
void TestClientPackages::shortensWhatPackagesSay()
{
    const QString fits(199, u'x');
    const QString tooLong = fits + u"😀"_s.repeated(1'000);
    const auto extension
        = extensionFacts(R"({"version": "1", "displayName": ")" + tooLong.toUtf8() + R"("})");
    QCOMPARE(extension->title, fits);
    const auto plugin = pluginFacts(
        "<idea-plugin><id>x</id><version>1</version><name>" + tooLong.toUtf8()
        + "</name></idea-plugin>");
    QCOMPARE(plugin->title, fits);
}

void TestClientPackages::writesAFeed()
{
    const QByteArray feed
        = pluginFeed({{{u"org.\"x\""_s, u"A & B"_s, u"1.2"_s, u"233"_s}, u"a-1.2.zip"_s}});
    QVERIFY(feed.contains(R"(<plugin id="org.&quot;x&quot;" url="a-1.2.zip" version="1.2">)"));
    QVERIFY(feed.contains(R"(<idea-version since-build="233"/>)"));
    QVERIFY(feed.contains("<name>A &amp; B</name>"));
    QVERIFY(pluginFeed({}).contains("<plugins"));
}

void TestClientPackages::ordersVersions_data()
{
    QTest::addColumn<QString>("older");
    QTest::addColumn<QString>("newer");
    QTest::newRow("numbers") << u"0.9.0"_s << u"0.10.0"_s;
    QTest::newRow("length") << u"1.0"_s << u"1.0.1"_s;
    QTest::newRow("pre-release") << u"1.0.0-beta"_s << u"1.0.0"_s;
    QTest::newRow("pre-releases") << u"1.0.0-alpha"_s << u"1.0.0-beta"_s;
    QTest::newRow("qualifier") << u"1.0.0.v2025"_s << u"1.0.0.v2026"_s;
    QTest::newRow("with one and without") << u"1.0.0"_s << u"1.0.0.v2026"_s;
}

void TestClientPackages::ordersVersions()
{
    QFETCH(const QString, older);
    QFETCH(const QString, newer);
    QVERIFY(isNewer(newer, older));
    QVERIFY(!isNewer(older, newer));
    QVERIFY(!isNewer(older, older));
}

QTEST_GUILESS_MAIN(TestClientPackages)
#include "tst_clientpackages.moc"
