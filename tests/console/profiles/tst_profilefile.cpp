// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/profiles/profilefile.h"
#include "console/profiles/profilestore.h"
#include "tests/support/countingrandom.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::console::profiles;

namespace {

QByteArray documentWith(const QByteArray &entries)
{
    return R"({"format":"codetogether-console-profiles","version":1,"profiles":[)" + entries + "]}";
}

constexpr QByteArrayView goodEntry
    = R"({"name":"Team","url":"https://edge.example.org/","user":"ann"})";

} // namespace

class TestProfileFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsExportedComesBack();
    void exportsNoSecretsAndNoTrust();
    void looksAtNoPassword();
    void refusesABadFileInWords_data();
    void refusesABadFileInWords();
    void survivesMutatedFiles();
    void addsOnlyWhatIsNew();
};

void TestProfileFile::whatIsExportedComesBack()
{
    const QList<Profile> profiles {
        {{}, u"Team <A>, \"B\""_s, QUrl(u"https://edge.example.org/team/"_s), u"ann"_s},
        {{}, u"本社"_s, QUrl(u"http://localhost:1080/"_s), {}}};
    const auto back = importedProfiles(exportedProfiles(profiles));
    QVERIFY(back);
    QCOMPARE(*back, profiles);
}

void TestProfileFile::exportsNoSecretsAndNoTrust()
{
    const QByteArray document = exportedProfiles(
        {{u"theid"_s,
          u"Team"_s,
          QUrl(u"https://edge.example.org/"_s),
          u"ann"_s,
          QByteArray(32, '\xab')}});
    QVERIFY(document.contains("https://edge.example.org/"));
    QVERIFY(!document.contains("theid"));
    QVERIFY(!document.contains("abab"));
}

void TestProfileFile::looksAtNoPassword()
{
    const auto profiles = importedProfiles(documentWith(
        R"({"name":"Team","url":"https://edge.example.org/","user":"ann","password":"s3cret","certificateSha256":"ab"})"));
    QVERIFY(profiles);
    QCOMPARE(
        *profiles,
        (QList<Profile> {{{}, u"Team"_s, QUrl(u"https://edge.example.org/"_s), u"ann"_s}}));
}

void TestProfileFile::refusesABadFileInWords_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << u"no profiles"_s;
    QTest::newRow("no JSON") << QByteArray("<html>") << u"no profiles"_s;
    QTest::newRow("an array") << QByteArray("[]") << u"no profiles"_s;
    QTest::newRow("another format") << QByteArray(R"({"profiles":[]})") << u"no profiles"_s;
    QTest::newRow("no list") << QByteArray(
        R"({"format":"codetogether-console-profiles","version":1,"profiles":{"a":1}})")
                             << u"no profiles"_s;
    QTest::newRow("a later version")
        << QByteArray(R"({"format":"codetogether-console-profiles","version":2,"profiles":[]})")
        << u"newer version"_s;
    QTest::newRow("too large") << QByteArray(largestProfileFile + 1, ' ') << u"too large"_s;
    QTest::newRow("too many") << documentWith(QByteArray("{},").repeated(500) + "{}")
                              << u"too many"_s;
    QTest::newRow("no name") << documentWith(goodEntry.toByteArray() + R"(,{"url":"https://a.b/"})")
                             << u"Entry 2: Give the profile a name."_s;
    QTest::newRow("no object") << documentWith("7") << u"Entry 1"_s;
    QTest::newRow("a bad address")
        << documentWith(R"({"name":"a","url":"file:///etc/passwd"})") << u"Entry 1: The address"_s;
    QTest::newRow("an endless address")
        << documentWith(R"({"name":"a","url":"https://)" + QByteArray(5000, 'a') + R"("})")
        << u"Entry 1: The address"_s;
}

void TestProfileFile::refusesABadFileInWords()
{
    QFETCH(const QByteArray, document);
    QFETCH(const QString, words);
    const auto profiles = importedProfiles(document);
    QVERIFY(!profiles);
    QVERIFY2(profiles.error().message.contains(words), qPrintable(profiles.error().message));
}

void TestProfileFile::survivesMutatedFiles()
{
    const QByteArray good = documentWith(goodEntry.toByteArray());
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const char byte : {'\0', '"', '}', '[', '\xff'}) {
            QByteArray bad = good;
            bad[at] = byte;
            const auto profiles = importedProfiles(bad);
            if (profiles) {
                for (const Profile &profile : *profiles)
                    QVERIFY(checkProfile(profile));
            }
        }
        const auto shortened = importedProfiles(good.first(at));
        QVERIFY(!shortened);
    }
}

void TestProfileFile::addsOnlyWhatIsNew()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"console.ini"_s), QSettings::IniFormat);
    ct::test::CountingRandom random;
    ProfileStore store(settings, random);
    const auto imported = importedProfiles(documentWith(
        goodEntry.toByteArray() + ',' + R"({"name":"Mine","url":"https://other.example.org"},)"
        + goodEntry.toByteArray()));
    QVERIFY(imported);
    const auto first = addImported(store, *imported);
    QVERIFY(first);
    QCOMPARE(first->added, 2);
    QCOMPARE(first->known, 1);
    const auto again = addImported(store, *imported);
    QVERIFY(again);
    QCOMPARE(again->added, 0);
    QCOMPARE(again->known, 3);
    QCOMPARE(store.profiles().size(), 2);
}

QTEST_GUILESS_MAIN(TestProfileFile)
#include "tst_profilefile.moc"
