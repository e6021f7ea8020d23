// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/catalogmaker.h"
#include "server/clients/eclipsesite.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server;
using namespace ct::server::clients;

namespace {

TakenFile part(const QString &path)
{
    return {path, {}, {u"/cache/"_s + path, "00", 1}};
}

TakenFile package(const QString &path, const QString &version, metrics::Ide ide)
{
    TakenFile file = part(path);
    file.package = Package {ide, u"A title"_s, version};
    file.package->plugin = {u"org.x"_s, u"A title"_s, version};
    return file;
}

} // namespace

class TestClientCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesPackagesByVersion();
    void givesANameOnce();
    void leavesEachFileItsOwnName();
    void putsTheNewestFirst();
    void feedsTheNewestOfAPlugin();
    void knowsASite_data();
    void knowsASite();
    void offersNoSiteWithoutAnIndex();
    void aliasesTheCoreBundle();
    void bringsTheCoreOfACompositeSiteToTheTop();
    void leavesCoresThatDifferWhereTheyAre();
    void findsTheCoreBundle_data();
    void findsTheCoreBundle();
};

void TestClientCatalog::namesPackagesByVersion()
{
    const Catalog catalog = makeCatalog(
        {package(u"vscode/x.vsix"_s, u"1.0"_s, metrics::Ide::VsCode),
         package(u"intellij/y.zip"_s, u"2.0"_s, metrics::Ide::IntelliJ)});
    for (const QString &path :
         {u"vscode/x.vsix"_s,
          u"vscode/codetogether-onpremises-1.0.vsix"_s,
          u"intellij/y.zip"_s,
          u"intellij/codetogether-onpremises-2.0.zip"_s}) {
        QVERIFY2(catalog.files.contains(path), qPrintable(path));
        QVERIFY(catalog.files.value(path).counts);
        QCOMPARE(catalog.files.value(path).path, path);
    }
    QCOMPARE(catalog.files.size(), 4);
}

void TestClientCatalog::givesANameOnce()
{
    const QString name = u"vscode/codetogether-onpremises-1.0.vsix"_s;
    const Catalog catalog = makeCatalog(
        {package(u"vscode/a.vsix"_s, u"1.0"_s, metrics::Ide::VsCode),
         package(u"vscode/b.vsix"_s, u"1.0"_s, metrics::Ide::VsCode),
         package(name, u"1.0"_s, metrics::Ide::VsCode)});
    QCOMPARE(catalog.files.value(name).stored, u"/cache/"_s + name);
    QCOMPARE(catalog.packages.size(), 3);
    QCOMPARE(catalog.packages.at(0).file.path, name);
    QCOMPARE(catalog.packages.at(1).file.path, u"vscode/a.vsix"_s);
    QCOMPARE(catalog.packages.at(2).file.path, u"vscode/b.vsix"_s);
}

// One that is called by another version is not what goes out under that one's digest.
void TestClientCatalog::leavesEachFileItsOwnName()
{
    const QString name = u"vscode/codetogether-onpremises-1.0.vsix"_s;
    const Catalog catalog = makeCatalog(
        {package(u"vscode/a.vsix"_s, u"1.0"_s, metrics::Ide::VsCode),
         package(name, u"2.0"_s, metrics::Ide::VsCode)});
    QCOMPARE(catalog.files.value(name).stored, u"/cache/"_s + name);
    for (const Package &package : catalog.packages)
        QCOMPARE(catalog.files.value(package.file.path).stored, package.file.stored);
}

void TestClientCatalog::putsTheNewestFirst()
{
    QStringList versions;
    const Catalog catalog = makeCatalog(
        {package(u"vscode/a.vsix"_s, u"0.9.0"_s, metrics::Ide::VsCode),
         package(u"vscode/b.vsix"_s, u"0.10.0"_s, metrics::Ide::VsCode),
         package(u"vscode/c.vsix"_s, u"0.10.0-rc"_s, metrics::Ide::VsCode)});
    for (const Package &package : catalog.packages)
        versions.append(package.version);
    QCOMPARE(versions, (QStringList {u"0.10.0"_s, u"0.10.0-rc"_s, u"0.9.0"_s}));
}

void TestClientCatalog::feedsTheNewestOfAPlugin()
{
    const Catalog catalog = makeCatalog(
        {package(u"intellij/a.zip"_s, u"1.0"_s, metrics::Ide::IntelliJ),
         package(u"intellij/b.zip"_s, u"1.1"_s, metrics::Ide::IntelliJ)});
    QCOMPARE(catalog.pluginFeed.count("<plugin "), 1);
    QVERIFY(catalog.pluginFeed.contains(R"(url="codetogether-onpremises-1.1.zip")"));
}

void TestClientCatalog::knowsASite_data()
{
    QTest::addColumn<bool>("isSite");
    for (const char *name :
         {"p2.index", "content.jar", "content.xml.xz", "compositeContent.xml", "site.xml"})
        QTest::newRow(name) << true;
    for (const char *name : {"artifacts.jar", "plugins/content.jar", "content.jar.bak", "readme"})
        QTest::newRow(name) << false;
}

void TestClientCatalog::knowsASite()
{
    QFETCH(const bool, isSite);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(isEclipseSite({u"plugins/a_1.0.0.jar"_s, name}), isSite);
}

void TestClientCatalog::offersNoSiteWithoutAnIndex()
{
    const Catalog catalog = makeCatalog({part(u"eclipse/plugins/a.core_1.0.0.jar"_s)});
    QVERIFY(catalog.site.isEmpty());
    QVERIFY(catalog.files.isEmpty());
}

void TestClientCatalog::aliasesTheCoreBundle()
{
    const QString own = u"eclipse/plugins/org.codetogether.core_1.0.0.v1.jar"_s;
    const QString counted
        = u"eclipse/plugins/com.genuitec.eclipse.codetogether.core_1.0.0.v1.jar"_s;
    const Catalog catalog
        = makeCatalog({part(own), part(u"eclipse/content.jar"_s), part(u"eclipse/a.txt"_s)});
    QCOMPARE(catalog.site.size(), 3);
    QCOMPARE(catalog.siteVersion, u"1.0.0.v1"_s);
    QCOMPARE(catalog.moved.value(own), counted.section(u'/', -1));
    QCOMPARE(catalog.files.value(counted).stored, u"/cache/"_s + own);
    QVERIFY(catalog.files.value(counted).counts == metrics::Ide::Eclipse);
    QVERIFY(!catalog.files.value(own).counts);
    // What is called so already is served and counted where it is.
    const Catalog same = makeCatalog({part(counted), part(u"eclipse/content.jar"_s)});
    QVERIFY(same.moved.isEmpty());
    QVERIFY(same.files.value(counted).counts);
}

void TestClientCatalog::bringsTheCoreOfACompositeSiteToTheTop()
{
    const QString one = u"eclipse/1.0/plugins/org.codetogether.core_1.0.0.jar"_s;
    const QString two = u"eclipse/more/1.1/plugins/org.codetogether.core_1.1.0.jar"_s;
    const auto alias = u"eclipse/plugins/com.genuitec.eclipse.codetogether.core_%1.jar"_s;
    const Catalog catalog = makeCatalog(
        {part(u"eclipse/compositeContent.xml"_s),
         part(one),
         part(u"eclipse/1.0/content.jar"_s),
         part(two)});
    QCOMPARE(catalog.site.size(), 4);
    QCOMPARE(catalog.siteVersion, u"1.1.0"_s);
    QCOMPARE(
        catalog.moved.value(one),
        u"../../plugins/com.genuitec.eclipse.codetogether.core_1.0.0.jar"_s);
    QCOMPARE(
        catalog.moved.value(two),
        u"../../../plugins/com.genuitec.eclipse.codetogether.core_1.1.0.jar"_s);
    QCOMPARE(catalog.files.value(alias.arg(u"1.0.0"_s)).stored, u"/cache/"_s + one);
    QVERIFY(catalog.files.value(alias.arg(u"1.1.0"_s)).counts == metrics::Ide::Eclipse);
}

void TestClientCatalog::leavesCoresThatDifferWhereTheyAre()
{
    const QString one = u"eclipse/a/plugins/org.codetogether.core_1.0.0.jar"_s;
    const QString other = u"eclipse/b/plugins/org.codetogether.core_1.0.0.jar"_s;
    TakenFile changed = part(other);
    changed.stored.sha256 = "11";
    const Catalog catalog
        = makeCatalog({part(u"eclipse/compositeContent.xml"_s), part(one), changed});
    const bool isFirst = catalog.moved.contains(one);
    QCOMPARE(catalog.moved.size(), 1);
    const OfferedFile stays = catalog.files.value(isFirst ? other : one);
    QVERIFY(stays.counts == metrics::Ide::Eclipse);
    QCOMPARE(stays.stored, u"/cache/"_s + (isFirst ? other : one));
}

void TestClientCatalog::findsTheCoreBundle_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("cores");
    QTest::newRow("by its name")
        << QStringList {u"x.core_1.0.0"_s, u"x.codetogether.core_1.0.0"_s, u"x.codetogether.ui_1.0.0"_s}
        << QStringList {u"x.codetogether.core_1.0.0"_s};
    QTest::newRow("the one that operators know")
        << QStringList {u"a.codetogether.core_1.0.0"_s, u"com.genuitec.eclipse.codetogether.core_1.0.0"_s}
        << QStringList {u"com.genuitec.eclipse.codetogether.core_1.0.0"_s};
    QTest::newRow("every version, newest first")
        << QStringList {u"x.collab.core_1.9.0"_s, u"x.collab.core_1.10.0.v2"_s}
        << QStringList {u"x.collab.core_1.10.0.v2"_s, u"x.collab.core_1.9.0"_s};
    QTest::newRow("the only one") << QStringList {u"x.y_1.0.0"_s} << QStringList {u"x.y_1.0.0"_s};
    QTest::newRow("none") << QStringList {u"x.y_1.0.0"_s, u"x.z_1.0.0"_s, u"a"_s} << QStringList {};
    QTest::newRow("no bundle") << QStringList {u"x.codetogether.core_1.0"_s} << QStringList {};
}

void TestClientCatalog::findsTheCoreBundle()
{
    QFETCH(const QStringList, names);
    QFETCH(const QStringList, cores);
    QStringList files;
    for (const QString &name : names)
        files.append(u"plugins/"_s + name + u".jar"_s);
    QStringList found;
    for (const CoreBundle &core : coreBundles(files))
        found.append(core.file.mid(8).chopped(4));
    QCOMPARE(found, cores);
}

QTEST_GUILESS_MAIN(TestClientCatalog)
#include "tst_clientcatalog.moc"
