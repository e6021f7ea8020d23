// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/packageshelf.h"
#include "tests/support/zips.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::clients;

class TestPackageShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void knowsWhatTheCollectorLooksAt_data();
    void knowsWhatTheCollectorLooksAt();
    void putsAndRemoves();
    void putsNothingInAnothersPlace();
    void checksAsTheCollectorDoes();
    void endsACheckWhenTheServerStops();
    void followsNoLink();
    void refusesWhatTheDiskHasNoRoomFor();
    void removesWhatWasLeftOfUploads();

private:
    PackageShelf shelf() const { return {m_config, m_isStopping}; }
    /// A file where prepare() wants it.
    QString uploaded(const PackagePlace &place, const QByteArray &content);
    QStringList files(const QString &folder) const
    {
        return QDir(m_folder->filePath(folder)).entryList(QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ClientsConfig m_config;
    std::atomic<bool> m_isStopping = false;
};

namespace {

const PackagePlace place {u"vscode"_s, u"a.vsix"_s};

QByteArray extension()
{
    return test::zipOf(
        {{"extension/package.json", R"({"name":"oct","displayName":"Oct","version":"1.2.3"})"}});
}

} // namespace

void TestPackageShelf::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_config = {};
    m_config.folder = m_folder->path();
    m_isStopping = false;
}

QString TestPackageShelf::uploaded(const PackagePlace &where, const QByteArray &content)
{
    const auto path = shelf().prepare(where, content.size(), u"upload"_s);
    QFile file(path ? *path : QString());
    if (!path || !file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return *path;
}

void TestPackageShelf::knowsWhatTheCollectorLooksAt_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("isPackage");
    QTest::newRow("an extension") << u"vscode"_s << u"a-1.2+3.vsix"_s << true;
    QTest::newRow("a plugin") << u"intellij"_s << u"a.zip"_s << true;
    QTest::newRow("a zip for VS Code") << u"vscode"_s << u"a.zip"_s << false;
    QTest::newRow("hidden") << u"vscode"_s << u".a.vsix"_s << false;
    QTest::newRow("elsewhere") << u"vscode"_s << u"../a.vsix"_s << false;
    QTest::newRow("a space") << u"vscode"_s << u"a b.vsix"_s << false;
    QTest::newRow("nothing") << u"vscode"_s << QString() << false;
}

void TestPackageShelf::knowsWhatTheCollectorLooksAt()
{
    QFETCH(const QString, folder);
    QFETCH(const QString, file);
    QTEST(isPackageFolder(folder) && isPackageName({folder, file}), "isPackage");
    QVERIFY(!isPackageFolder(u"eclipse"_s));
}

void TestPackageShelf::putsAndRemoves()
{
    const QString file = uploaded(place, "bytes");
    QVERIFY(!file.isEmpty());
    QVERIFY(!shelf().has(place));
    QVERIFY(shelf().put(place, file));
    QVERIFY(shelf().has(place));
    QCOMPARE(files(u"vscode"_s), QStringList {u"a.vsix"_s});
    QVERIFY(QFile::remove(file));
    QVERIFY(shelf().remove(place));
    QCOMPARE(files(u"vscode"_s), QStringList {});
    const Status again = shelf().remove(place);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NotFound);
}

void TestPackageShelf::putsNothingInAnothersPlace()
{
    const QString file = uploaded(place, "mine");
    QVERIFY(shelf().put(place, uploaded({u"intellij"_s, u"x.zip"_s}, "theirs")));
    const Status put = shelf().put(place, file);
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::Conflict);
    const auto prepared = shelf().prepare(place, 1, u"other"_s);
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::Conflict);
}

void TestPackageShelf::checksAsTheCollectorDoes()
{
    const auto good = shelf().check(place, uploaded(place, extension()), "digest");
    QVERIFY(good);
    QCOMPARE(good->title, u"Oct"_s);
    QCOMPARE(good->version, u"1.2.3"_s);
    QVERIFY(!shelf().check(place, uploaded(place, "no zip"), "digest"));
    QVERIFY(!shelf().check({u"intellij"_s, u"a.zip"_s}, uploaded(place, extension()), "digest"));
    // With a key, the signed list has the last word.
    m_config.manifestKey = QByteArray(32, 'k');
    const auto unsigned_ = shelf().check(place, uploaded(place, extension()), "digest");
    QVERIFY(!unsigned_);
    QCOMPARE(unsigned_.error().code, ErrorCode::Forbidden);
}

void TestPackageShelf::endsACheckWhenTheServerStops()
{
    const QString file = uploaded(place, extension());
    m_isStopping = true;
    const auto checked = shelf().check(place, file, "digest");
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::Unavailable);
}

void TestPackageShelf::followsNoLink()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u"vscode"_s)));
    QVERIFY(!shelf().prepare(place, 1, u"upload"_s));
    QVERIFY(!shelf().remove(place));
    QVERIFY(!shelf().has(place));
    QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u".uploads"_s)));
    QVERIFY(!shelf().prepare({u"intellij"_s, u"a.zip"_s}, 1, u"upload"_s));
    QFile theirs(elsewhere.filePath(u"theirs"_s));
    QVERIFY(theirs.open(QIODevice::WriteOnly));
    shelf().tidy();
    QVERIFY(theirs.exists());
}

void TestPackageShelf::refusesWhatTheDiskHasNoRoomFor()
{
    const auto prepared = shelf().prepare(place, 1LL << 60, u"upload"_s);
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::TooLarge);
}

void TestPackageShelf::removesWhatWasLeftOfUploads()
{
    const QString file = uploaded(place, "bytes");
    QVERIFY(QFile::exists(file));
    shelf().tidy();
    QVERIFY(!QFile::exists(file));
}

QTEST_GUILESS_MAIN(TestPackageShelf)
#include "tst_packageshelf.moc"
