// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/clientsarea.h"
#include "server/licence/ed25519.h"
#include "tests/support/fakeclock.h"
#include "tests/support/zips.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::clients;
using ct::test::zipOf;
using namespace std::chrono_literals;

namespace {

QByteArray vsix(const QByteArray &version, const QByteArray &more = {})
{
    return zipOf(
        {{"extension/package.json",
          R"({"name": "oct", "version": ")" + version
              + R"(", "contributes": {"configuration": {"properties": {"oct.serverUrl": {}}}}})"},
         {"extension/more", more}});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestClientCollector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void makesTheFoldersOfItsOwn();
    void takesWhatIsThere();
    void leavesAloneWhatIsBeingWritten();
    void readsNothingTwice();
    void takesAFileThatIsReplaced();
    void removesCopiesNobodyNeeds();
    void makesADamagedCopyAnew();
    void configuresAnewForAnotherAddress();
    void offersItAsItIsWithoutAnAddress();
    void followsNoLinks();
    void goesIntoTheFoldersOfACompositeSite();
    void goesIntoNoOtherFolders();
    void followsNoLinksBelowACompositeSite();
    void goesOnlySoDeep();
    void countsFoldersAmongFiles();
    void readsNoPipe();
    void readsNothingOnceStopped();
    void takesNoMoreFilesThanAllowed();
    void takesNoMoreBesideAFullFolder();
    void saysThatTheFolderIsMissing();
    void servesWhatTheManifestNames();
    void reactsToAnotherManifest();
    void withdrawsWhatLeavesFolderAndManifest();
    void areaSaysEachThingOnce();

private:
    QString source(const QString &name) const { return m_config.folder + u'/' + name; }
    /// Puts a file there that was changed long ago, or just now.
    void put(
        const QString &name,
        const QByteArray &content,
        std::chrono::seconds age = std::chrono::hours(1)) const;
    void makeFolder(const QString &name) const;
    Collector::Look look() { return m_collector->look(m_config); }
    QStringList cached() const;
    void sign(const QByteArray &sums) const;

    test::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    ClientsConfig m_config;
    std::unique_ptr<Collector> m_collector;
    licence::KeyPair m_keys;
};

void TestClientCollector::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_config = {};
    m_config.folder = m_folder->filePath(u"clients"_s);
    m_config.serverUrl = u"https://code.example"_s;
    for (const QString &name : {u"vscode"_s, u"intellij"_s, u"eclipse/plugins"_s})
        QVERIFY(QDir().mkpath(source(name)));
    m_collector = std::make_unique<Collector>(m_folder->filePath(u"cache"_s), m_clock);
}

void TestClientCollector::put(
    const QString &name, const QByteArray &content, std::chrono::seconds age) const
{
    QFile file(source(name));
    const auto changed = sinceEpoch(m_clock.wallNow() - age).count();
    const bool isDone = file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && file.flush()
        && file.setFileTime(
            QDateTime::fromSecsSinceEpoch(changed), QFileDevice::FileModificationTime);
    if (!isDone)
        qFatal("cannot write");
}

QStringList TestClientCollector::cached() const
{
    return QDir(m_folder->filePath(u"cache"_s)).entryList(QDir::Files | QDir::Hidden);
}

void TestClientCollector::makesTheFoldersOfItsOwn()
{
    QVERIFY(QDir(m_config.folder).removeRecursively());
    m_config.isOwnFolder = true;
    QVERIFY(look().warnings.isEmpty());
    QVERIFY(QDir(source(u"intellij"_s)).exists());
}

void TestClientCollector::takesWhatIsThere()
{
    put(u"vscode/a.vsix"_s, vsix("1.0"));
    put(u"eclipse/content.jar"_s, "jar");
    put(u"eclipse/plugins/a.core_1.0.0.jar"_s, "bundle");
    put(u"vscode/readme.txt"_s, "x");
    const Collector::Look found = look();
    QCOMPARE(found.warnings, QStringList());
    QCOMPARE(found.catalog->packages.size(), 1);
    const Package &package = found.catalog->packages.constFirst();
    QVERIFY(package.isConfigured);
    const QByteArray bytes = contentOf(package.file.stored);
    QCOMPARE(package.file.sha256, digestOf(bytes));
    QCOMPARE(package.file.size, bytes.size());
    QCOMPARE(found.catalog->site.size(), 2);
    QCOMPARE(
        contentOf(found.catalog->files.value(u"eclipse/plugins/a.core_1.0.0.jar"_s).stored),
        "bundle"_ba);
}

void TestClientCollector::leavesAloneWhatIsBeingWritten()
{
    const QByteArray whole = vsix("1.0");
    put(u"vscode/a.vsix"_s, whole.first(50), 0s);
    Collector::Look found = look();
    QVERIFY(found.catalog->packages.isEmpty());
    QVERIFY(found.warnings.isEmpty());
    put(u"vscode/a.vsix"_s, whole, 0s);
    QVERIFY(look().catalog->packages.isEmpty());
    QCOMPARE(look().catalog->packages.size(), 1);
}

void TestClientCollector::readsNothingTwice()
{
    put(u"vscode/a.vsix"_s, vsix("1.0"));
    put(u"vscode/b.vsix"_s, "no zip");
    const auto catalog = look().catalog;
    const Collector::Look again = look();
    QCOMPARE(again.catalog, catalog);
    QCOMPARE(again.warnings.size(), 1);
    QVERIFY(
        again.warnings.constFirst().startsWith(u"vscode/b.vsix is not offered: it is no zip"_s));
}

void TestClientCollector::takesAFileThatIsReplaced()
{
    put(u"vscode/a.vsix"_s, vsix("1.0"), 2h);
    QCOMPARE(look().catalog->packages.constFirst().version, u"1.0"_s);
    put(u"vscode/a.vsix"_s, vsix("1.1"), 0s);
    // Until it is known to be whole, the former one is.
    QCOMPARE(look().catalog->packages.constFirst().version, u"1.0"_s);
    QCOMPARE(look().catalog->packages.constFirst().version, u"1.1"_s);
    QVERIFY(QFile::remove(source(u"vscode/a.vsix"_s)));
    QVERIFY(look().catalog->packages.isEmpty());
}

void TestClientCollector::removesCopiesNobodyNeeds()
{
    put(u"eclipse/content.jar"_s, "one");
    const QString first = look().catalog->files.value(u"eclipse/content.jar"_s).stored;
    put(u"eclipse/content.jar"_s, "two", 2h);
    look();
    // Somebody may have been told of it just now.
    QCOMPARE(contentOf(first), "one"_ba);
    put(u"eclipse/content.jar"_s, "three", 3h);
    look();
    QVERIFY(!QFile::exists(first));
    QCOMPARE(cached().size(), 2);
}

void TestClientCollector::makesADamagedCopyAnew()
{
    put(u"vscode/a.vsix"_s, vsix("1.0"));
    put(u"eclipse/content.jar"_s, "content");
    const auto catalog = look().catalog;
    const OfferedFile jar = catalog->files.value(u"eclipse/content.jar"_s);
    const OfferedFile package = catalog->packages.constFirst().file;
    for (const OfferedFile &file : {jar, package}) {
        QFile copy(file.stored);
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write("rubbish");
    }
    m_collector = std::make_unique<Collector>(m_folder->filePath(u"cache"_s), m_clock);
    const auto again = look().catalog;
    QCOMPARE(contentOf(again->files.value(jar.path).stored), "content"_ba);
    QCOMPARE(again->packages.constFirst().file.sha256, package.sha256);
    QCOMPARE(digestOf(contentOf(package.stored)), package.sha256);
}

void TestClientCollector::configuresAnewForAnotherAddress()
{
    put(u"vscode/a.vsix"_s, vsix("1.0"));
    const OfferedFile first = look().catalog->packages.constFirst().file;
    m_config.serverUrl = u"https://other.example"_s;
    const OfferedFile second = look().catalog->packages.constFirst().file;
    QVERIFY(second.sha256 != first.sha256);
    QVERIFY(second.stored != first.stored);
}

void TestClientCollector::offersItAsItIsWithoutAnAddress()
{
    m_config.serverUrl.clear();
    put(u"vscode/a.vsix"_s, vsix("1.0"));
    const Package package = look().catalog->packages.constFirst();
    QVERIFY(!package.isConfigured);
    QCOMPARE(contentOf(package.file.stored), vsix("1.0"));
}

void TestClientCollector::followsNoLinks()
{
    QFile secret(m_folder->filePath(u"secret.vsix"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write(vsix("6.6"));
    secret.close();
    QVERIFY(QFile::link(secret.fileName(), source(u"vscode/a.vsix"_s)));
    QVERIFY(QDir(source(u"eclipse"_s)).removeRecursively());
    QVERIFY(QFile::link(m_folder->path(), source(u"eclipse"_s)));
    const Collector::Look found = look();
    QVERIFY(found.catalog->files.isEmpty());
    QCOMPARE(found.warnings.size(), 1);
    QVERIFY(found.warnings.constFirst().contains(u"eclipse can't be read, or is a link"_s));
}

void TestClientCollector::makeFolder(const QString &name) const
{
    QVERIFY(QDir().mkpath(source(name)));
}

void TestClientCollector::goesIntoTheFoldersOfACompositeSite()
{
    put(u"eclipse/compositeContent.xml"_s, "<repository/>");
    put(u"eclipse/compositeArtifacts.xml"_s, "<repository/>");
    for (const QString &folder : {u"eclipse/1.0/plugins"_s, u"eclipse/more/1.1/features"_s})
        makeFolder(folder);
    put(u"eclipse/1.0/content.jar"_s, "one");
    put(u"eclipse/1.0/plugins/a.core_1.0.0.jar"_s, "bundle");
    put(u"eclipse/more/compositeContent.jar"_s, "more");
    put(u"eclipse/more/1.1/content.jar"_s, "two");
    put(u"eclipse/more/1.1/features/a_1.1.0.jar"_s, "feature");
    const Collector::Look found = look();
    QCOMPARE(found.warnings, QStringList());
    QCOMPARE(found.catalog->site.size(), 7);
    QCOMPARE(
        contentOf(found.catalog->files.value(u"eclipse/more/1.1/features/a_1.1.0.jar"_s).stored),
        "feature"_ba);
    // What is gone is forgotten.
    QVERIFY(QDir(source(u"eclipse/more"_s)).removeRecursively());
    QCOMPARE(look().catalog->site.size(), 4);
}

void TestClientCollector::goesIntoNoOtherFolders()
{
    put(u"eclipse/content.jar"_s, "jar");
    makeFolder(u"eclipse/notes"_s);
    put(u"eclipse/notes/a.txt"_s, "x");
    makeFolder(u"eclipse/plugins/inner"_s);
    put(u"eclipse/plugins/inner/a_1.0.0.jar"_s, "x");
    makeFolder(u"vscode/1.0"_s);
    put(u"vscode/compositeContent.xml"_s, "x");
    put(u"vscode/1.0/a.vsix"_s, vsix("1.0"));
    const Collector::Look found = look();
    QCOMPARE(found.catalog->files.keys(), QStringList {u"eclipse/content.jar"_s});
}

void TestClientCollector::followsNoLinksBelowACompositeSite()
{
    put(u"eclipse/compositeContent.xml"_s, "x");
    QDir().mkpath(m_folder->filePath(u"outside/plugins"_s));
    QFile secret(m_folder->filePath(u"outside/secret.jar"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write("secret");
    secret.close();
    QVERIFY(QFile::link(m_folder->filePath(u"outside"_s), source(u"eclipse/latest"_s)));
    QVERIFY(QFile::link(secret.fileName(), source(u"eclipse/a.jar"_s)));
    makeFolder(u"eclipse/1.0"_s);
    QVERIFY(QFile::link(secret.fileName(), source(u"eclipse/1.0/content.jar"_s)));
    QVERIFY(
        QFile::link(m_folder->filePath(u"outside/plugins"_s), source(u"eclipse/1.0/plugins"_s)));
    makeFolder(u"eclipse/.hidden"_s);
    put(u"eclipse/.hidden/a.jar"_s, "x");
    makeFolder(u"eclipse/a b"_s);
    put(u"eclipse/a b/a.jar"_s, "x");
    const Collector::Look found = look();
    QCOMPARE(found.catalog->files.keys(), QStringList {u"eclipse/compositeContent.xml"_s});
    for (const QString &part :
         {u"eclipse/latest"_s, u"eclipse/1.0/plugins"_s, u"eclipse/a b is not offered"_s})
        QVERIFY2(found.warnings.join(u'\n').contains(part), qPrintable(part));
}

void TestClientCollector::goesOnlySoDeep()
{
    QString path = u"eclipse"_s;
    for (int depth = 0; depth < 6; ++depth) {
        put(path + u"/compositeContent.xml"_s, "x");
        path += u"/a"_s;
        makeFolder(path);
    }
    const Collector::Look found = look();
    QCOMPARE(found.catalog->site.size(), 4);
    QVERIFY(found.catalog->files.contains(u"eclipse/a/a/a/compositeContent.xml"_s));
    QCOMPARE(found.warnings.size(), 1);
    QVERIFY(found.warnings.constFirst().startsWith(u"eclipse/a/a/a/a is not offered"_s));
}

void TestClientCollector::countsFoldersAmongFiles()
{
    m_config.files = 20;
    put(u"eclipse/compositeContent.xml"_s, "x");
    for (int number = 10; number < 40; ++number) {
        makeFolder(u"eclipse/%1"_s.arg(number));
        put(u"eclipse/%1/content.jar"_s.arg(number), "x");
    }
    const Collector::Look found = look();
    QVERIFY(found.catalog->site.size() <= 20);
    QVERIFY(found.warnings.join(u'\n').contains(u"CT_CLIENTS_FILES"_s));
}

void TestClientCollector::readsNoPipe()
{
    const QByteArray pipe = QFile::encodeName(source(u"vscode/a.vsix"_s));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    QVERIFY(look().catalog->files.isEmpty());
}

void TestClientCollector::readsNothingOnceStopped()
{
    m_collector->stop();
    put(u"eclipse/content.jar"_s, "x");
    const Collector::Look found = look();
    QVERIFY(found.catalog->files.isEmpty());
    QVERIFY(cached().isEmpty());
}

void TestClientCollector::takesNoMoreFilesThanAllowed()
{
    m_config.files = 3;
    for (int number = 0; number < 5; ++number)
        put(u"eclipse/plugins/a%1_1.0.0.jar"_s.arg(number), "x");
    put(u"eclipse/content.jar"_s, "x");
    const Collector::Look found = look();
    QVERIFY(found.catalog->site.size() <= 3);
    QVERIFY(found.warnings.constFirst().contains(u"CT_CLIENTS_FILES"_s));
}

// The limit is reached within a folder of the site; what is beside it comes after that.
void TestClientCollector::takesNoMoreBesideAFullFolder()
{
    m_config.files = 3;
    QVERIFY(QDir().mkpath(source(u"eclipse/features"_s)));
    for (int number = 0; number < 3; ++number)
        put(u"eclipse/features/a%1_1.0.0.jar"_s.arg(number), "x");
    put(u"eclipse/p2.index"_s, "x");
    put(u"eclipse/plugins/b_1.0.0.jar"_s, "x");
    const Collector::Look found = look();
    QCOMPARE(found.catalog->files.size(), 0);
    QCOMPARE(cached().size(), 1);
    QVERIFY(found.warnings.constFirst().contains(u"CT_CLIENTS_FILES"_s));
}

void TestClientCollector::saysThatTheFolderIsMissing()
{
    put(u"vscode/a.vsix"_s, vsix("1.0"));
    QCOMPARE(look().catalog->packages.size(), 1);
    QVERIFY(QDir(m_config.folder).removeRecursively());
    const Collector::Look found = look();
    QVERIFY(found.catalog->packages.isEmpty());
    QVERIFY(found.warnings.constFirst().contains(u"CT_CLIENTS_DIR"_s));
}

void TestClientCollector::sign(const QByteArray &sums) const
{
    put(u"SHA256SUMS"_s, sums);
    const auto signature = licence::sign(sums, m_keys.privatePem);
    put(u"SHA256SUMS.sig"_s, *signature);
}

void TestClientCollector::servesWhatTheManifestNames()
{
    m_keys = *licence::generateKeys();
    m_config.manifestKey = m_keys.publicKey;
    put(u"vscode/a.vsix"_s, vsix("1.0"));
    put(u"vscode/b.vsix"_s, vsix("1.1"));
    QVERIFY(look().catalog->packages.isEmpty());
    sign(digestOf(vsix("1.0")) + "  ./vscode/a.vsix\n" + digestOf("other") + " *vscode/b.vsix\n");
    const Collector::Look found = look();
    QCOMPARE(found.catalog->packages.size(), 1);
    QCOMPARE(found.catalog->packages.constFirst().version, u"1.0"_s);
    QCOMPARE(found.warnings.size(), 1);
    QVERIFY(found.warnings.constFirst().startsWith(u"vscode/b.vsix is not offered: SHA256SUMS"_s));
    m_config.manifestKey = licence::generateKeys()->publicKey;
    QVERIFY(look().catalog->packages.isEmpty());
}

void TestClientCollector::reactsToAnotherManifest()
{
    m_keys = *licence::generateKeys();
    m_config.manifestKey = m_keys.publicKey;
    put(u"vscode/a.vsix"_s, vsix("1.0"));
    const QByteArray line = digestOf(vsix("1.0")) + "  vscode/a.vsix\n";
    sign(line);
    QCOMPARE(look().catalog->packages.size(), 1);
    sign("\n");
    QVERIFY(look().catalog->packages.isEmpty());
    sign(line);
    QCOMPARE(look().catalog->packages.size(), 1);
    put(u"SHA256SUMS"_s, line + '\n');
    QVERIFY(look().catalog->packages.isEmpty());
}

void TestClientCollector::withdrawsWhatLeavesFolderAndManifest()
{
    m_keys = *licence::generateKeys();
    m_config.manifestKey = m_keys.publicKey;
    put(u"vscode/a.vsix"_s, vsix("1.0"));
    sign(digestOf(vsix("1.0")) + "  vscode/a.vsix\n");
    QCOMPARE(look().catalog->packages.size(), 1);
    QVERIFY(QFile::remove(source(u"vscode/a.vsix"_s)));
    sign("\n");
    QVERIFY(look().catalog->packages.isEmpty());
}

void TestClientCollector::areaSaysEachThingOnce()
{
    put(u"vscode/a.vsix"_s, vsix("1.0"));
    put(u"vscode/b.vsix"_s, "no zip");
    QStringList infos;
    QStringList warnings;
    ClientsArea area(
        m_config,
        m_folder->filePath(u"cache"_s),
        m_clock,
        [&infos](const QString &sentence) { infos.append(sentence); },
        [&warnings](const QString &sentence) { warnings.append(sentence); });
    QSignalSpy looked(&area, &ClientsArea::looked);
    QVERIFY(looked.wait());
    // A look of its own follows new settings, even when nothing in them is new.
    area.apply(m_config);
    QVERIFY(looked.wait());
    QCOMPARE(
        infos,
        QStringList {u"Clients can download /clients/vscode/codetogether-onpremises-1.0.vsix "
                     "(oct): its server is https://code.example"_s});
    QCOMPARE(warnings.size(), 1);
    QVERIFY(area.catalog()->packages.size() == 1);
    m_config.isOff = true;
    area.apply(m_config);
    QVERIFY(!area.catalog());
}

QTEST_GUILESS_MAIN(TestClientCollector)
#include "tst_clientcollector.moc"
