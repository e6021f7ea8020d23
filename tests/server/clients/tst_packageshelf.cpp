// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/packageshelf.h"
#include "tests/support/zips.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
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
    void staysInTheFolderThatItHasLookedAt();
    void putsNothingThatIsALink();
    void tidiesNoFolderOfOthers();
    void refusesWhatTheDiskHasNoRoomFor();
    void countsEveryCopy_data();
    void countsEveryCopy();
    void removesWhatWasLeftOfUploads();

private:
    PackageShelf shelf() const { return {m_config, m_folder->filePath(u"cache"_s), m_isStopping}; }
    /// A file where prepare() wants it.
    FileAt uploaded(const PackagePlace &place, const QByteArray &content);
    QString pathOf(const FileAt &file) const
    {
        return m_folder->filePath(u".uploads/"_s + QFile::decodeName(file.name));
    }
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
    // The machine's disk may be nearly full.
    m_config.reserve = 0;
    m_isStopping = false;
}

FileAt TestPackageShelf::uploaded(const PackagePlace &where, const QByteArray &content)
{
    const auto at = shelf().prepare(where, content.size(), "upload");
    QFile file(at ? pathOf(*at) : QString());
    if (!at || !file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return *at;
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
    const FileAt file = uploaded(place, "bytes");
    QVERIFY(file.isKnown());
    QVERIFY(!shelf().has(place));
    QVERIFY(shelf().put(place, file));
    QVERIFY(shelf().has(place));
    QCOMPARE(files(u"vscode"_s), QStringList {u"a.vsix"_s});
    QVERIFY(QFile::remove(pathOf(file)));
    QVERIFY(shelf().remove(place));
    QCOMPARE(files(u"vscode"_s), QStringList {});
    const Status again = shelf().remove(place);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NotFound);
}

void TestPackageShelf::putsNothingInAnothersPlace()
{
    const FileAt file = uploaded(place, "mine");
    QVERIFY(shelf().put(place, uploaded({u"intellij"_s, u"x.zip"_s}, "theirs")));
    const Status put = shelf().put(place, file);
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::Conflict);
    const auto prepared = shelf().prepare(place, 1, "other");
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
    const FileAt file = uploaded(place, extension());
    m_isStopping = true;
    const auto checked = shelf().check(place, file, "digest");
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::Unavailable);
}

void TestPackageShelf::followsNoLink()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u"vscode"_s)));
    QVERIFY(!shelf().prepare(place, 1, "upload"));
    QVERIFY(!shelf().remove(place));
    QVERIFY(!shelf().has(place));
    QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u".uploads"_s)));
    QVERIFY(!shelf().prepare({u"intellij"_s, u"a.zip"_s}, 1, "upload"));
    QFile theirs(elsewhere.filePath(u"theirs"_s));
    QVERIFY(theirs.open(QIODevice::WriteOnly));
    shelf().tidy();
    QVERIFY(theirs.exists());
}

void TestPackageShelf::staysInTheFolderThatItHasLookedAt()
{
    const FileAt file = uploaded(place, extension());
    QVERIFY(file.isKnown());
    // Amid the upload, another folder takes the place of ".uploads", with a file of that name.
    const QTemporaryDir elsewhere;
    QFile theirs(elsewhere.filePath(u"upload"_s));
    QVERIFY(theirs.open(QIODevice::WriteOnly));
    theirs.write("theirs");
    theirs.close();
    QVERIFY(theirs.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    const QString uploads = m_folder->filePath(u".uploads"_s);
    QVERIFY(QFile::rename(uploads, m_folder->filePath(u"aside"_s)));
    QVERIFY(QFile::link(elsewhere.path(), uploads));

    const auto checked = shelf().check(place, file, "digest");
    QVERIFY(checked);
    QCOMPARE(checked->title, u"Oct"_s);
    QVERIFY(shelf().put(place, file));
    QFile put(m_folder->filePath(place.path()));
    QVERIFY(put.open(QIODevice::ReadOnly));
    QCOMPARE(put.readAll(), extension());
    shelf().tidy();
    QVERIFY(theirs.exists());
    QCOMPARE(
        QFile::permissions(theirs.fileName()) & (QFileDevice::ReadOther | QFileDevice::ReadGroup),
        QFileDevice::Permissions());
}

void TestPackageShelf::putsNothingThatIsALink()
{
    const FileAt file = uploaded(place, extension());
    const QTemporaryDir elsewhere;
    QFile theirs(elsewhere.filePath(u"theirs"_s));
    QVERIFY(theirs.open(QIODevice::WriteOnly));
    theirs.write(extension());
    theirs.close();
    QVERIFY(theirs.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    const auto before = QFile::permissions(theirs.fileName());
    QVERIFY(QFile::remove(pathOf(file)));
    QVERIFY(QFile::link(theirs.fileName(), pathOf(file)));

    QVERIFY(!shelf().check(place, file, "digest"));
    const Status put = shelf().put(place, file);
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::Conflict);
    QVERIFY(!shelf().has(place));
    QCOMPARE(QFile::permissions(theirs.fileName()), before);
    shelf().tidy();
    QVERIFY(!QFileInfo(pathOf(file)).isSymLink());
    QVERIFY(theirs.exists());
}

void TestPackageShelf::tidiesNoFolderOfOthers()
{
    const QString file = pathOf(uploaded(place, "bytes"));
    const QString uploads = m_folder->filePath(u".uploads"_s);
    const auto before = QFile::permissions(uploads);
    QVERIFY(QFile::setPermissions(uploads, before | QFileDevice::WriteOther));
    shelf().tidy();
    QVERIFY(QFile::exists(file));
    QVERIFY(!shelf().prepare(place, 1, "upload"));
    QVERIFY(QFile::setPermissions(uploads, before));
    shelf().tidy();
    QVERIFY(!QFile::exists(file));
}

void TestPackageShelf::refusesWhatTheDiskHasNoRoomFor()
{
    const auto prepared = shelf().prepare(place, 1LL << 60, "upload");
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::TooLarge);
    QVERIFY(prepared.error().message.contains(u"are missing on the disk of "_s));
}

void TestPackageShelf::countsEveryCopy_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("serverUrl");
    QTest::addColumn<int>("copies");
    QTest::newRow("an extension that is changed") << u"vscode"_s << u"https://edge.example"_s << 3;
    QTest::newRow("an extension as it is") << u"vscode"_s << QString() << 2;
    QTest::newRow("a plugin") << u"intellij"_s << u"https://edge.example"_s << 2;
}

void TestPackageShelf::countsEveryCopy()
{
    QFETCH(const QString, folder);
    QFETCH(const int, copies);
    QFETCH(const QString, serverUrl);
    m_config.serverUrl = serverUrl;
    const PackagePlace where {folder, folder == u"vscode"_s ? u"a.vsix"_s : u"a.zip"_s};
    // Others write to this disk meanwhile, so there is a quarter of a copy's slack.
    const qint64 free = QStorageInfo(m_folder->path()).bytesAvailable();
    const qint64 quarter = free / (4 * copies + 1);
    QVERIFY(shelf().prepare(where, quarter * 4, "upload"));
    QVERIFY(!shelf().prepare(where, quarter * 5, "upload"));
    m_config.reserve = free / 2;
    QVERIFY(!shelf().prepare(where, quarter * 4, "upload"));
    QVERIFY(shelf().prepare(where, quarter, "upload"));
}

void TestPackageShelf::removesWhatWasLeftOfUploads()
{
    const QString file = pathOf(uploaded(place, "bytes"));
    QVERIFY(QFile::exists(file));
    shelf().tidy();
    QVERIFY(!QFile::exists(file));
}

QTEST_GUILESS_MAIN(TestPackageShelf)
#include "tst_packageshelf.moc"
