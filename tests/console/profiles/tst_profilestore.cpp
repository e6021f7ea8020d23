// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/profiles/profilestore.h"
#include "tests/support/countingrandom.h"

#include <QFile>
#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::console::profiles;

class TestProfileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsEveryField();
    void keepsWordsThatIniFilesTripOver_data();
    void keepsWordsThatIniFilesTripOver();
    void replacesTheOneOfTheSameId();
    void removesOne();
    void sortsAsPeopleDo();
    void leavesOutWhatSomebodyHasBroken();
    void readsATextWithACommaFromAHandEditedFile();
    void refusesWhatIsNoProfile_data();
    void refusesWhatIsNoProfile();
    void refusesEndlesslyMany();
    void saysThatTheFileCannotBeWritten();
    void aSecondProgramsProfileStays();
    void tellsOfChanges();

private:
    QString path() const { return m_folder->filePath(u"console.ini"_s); }
    void reopen();
    static Profile sample(const QString &name = u"Team"_s)
    {
        return {{}, name, QUrl(u"https://edge.example.org/"_s), u"ctuser"_s};
    }

    ct::test::CountingRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ProfileStore> m_store;
};

void TestProfileStore::init()
{
    m_store.reset();
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
}

void TestProfileStore::reopen()
{
    m_store.reset();
    m_settings = std::make_unique<QSettings>(path(), QSettings::IniFormat);
    m_store = std::make_unique<ProfileStore>(*m_settings, m_random);
}

void TestProfileStore::keepsEveryField()
{
    Profile profile = sample();
    profile.certificateSha256 = QByteArray(32, '\xab');
    const auto kept = m_store->keep(profile);
    QVERIFY(kept);
    QCOMPARE(kept->id.size(), 16);
    profile.id = kept->id;
    reopen();
    QCOMPARE(m_store->profiles(), QList<Profile> {profile});
    QCOMPARE(m_store->profile(kept->id), std::optional(profile));
}

void TestProfileStore::keepsWordsThatIniFilesTripOver_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("a comma") << u"Team A, Team B"_s;
    QTest::newRow("a semicolon") << u"one; two"_s;
    QTest::newRow("backslashes") << uR"(CORP\new\team)"_s;
    QTest::newRow("an at sign") << u"@home"_s;
    QTest::newRow("an invalid value's name") << u"@Invalid()"_s;
    QTest::newRow("a quote") << u"the \"old\" one"_s;
    QTest::newRow("only digits") << u"007"_s;
    QTest::newRow("a truth") << u"true"_s;
    QTest::newRow("another script") << u"日本のサーバー 😀"_s;
    QTest::newRow("equals and a bracket") << u"[a]=b#c%20"_s;
}

void TestProfileStore::keepsWordsThatIniFilesTripOver()
{
    QFETCH(const QString, words);
    Profile profile = sample(words);
    profile.user = words;
    const auto kept = m_store->keep(profile);
    QVERIFY(kept);
    reopen();
    QCOMPARE(m_store->profile(kept->id), std::optional(*kept));
    QCOMPARE(kept->name, words);
    QCOMPARE(kept->user, words);
}

void TestProfileStore::replacesTheOneOfTheSameId()
{
    auto kept = m_store->keep(sample());
    QVERIFY(kept);
    Profile other = *kept;
    other.name = u"Renamed"_s;
    QVERIFY(m_store->keep(other));
    QCOMPARE(m_store->profiles(), QList<Profile> {other});
}

void TestProfileStore::removesOne()
{
    const auto first = m_store->keep(sample(u"First"_s));
    const auto second = m_store->keep(sample(u"Second"_s));
    QVERIFY(first && second);
    QVERIFY(m_store->remove(first->id));
    reopen();
    QCOMPARE(m_store->profiles(), QList<Profile> {*second});
}

void TestProfileStore::sortsAsPeopleDo()
{
    // In the C locale there is no order but that of bytes.
    QLocale::setDefault(QLocale(QLocale::English));
    for (const QString &name : {u"edge 10"_s, u"Edge 9"_s, u"alpha"_s})
        QVERIFY(m_store->keep(sample(name)));
    QStringList names;
    for (const Profile &profile : m_store->profiles())
        names.append(profile.name);
    QCOMPARE(names, (QStringList {u"alpha"_s, u"Edge 9"_s, u"edge 10"_s}));
}

void TestProfileStore::leavesOutWhatSomebodyHasBroken()
{
    const auto good = m_store->keep(sample());
    const auto broken = m_store->keep(sample(u"Other"_s));
    QVERIFY(good && broken);
    m_settings->setValue(u"profiles/"_s + broken->id + u"/url"_s, u"ftp://edge"_s);
    reopen();
    QCOMPARE(m_store->profiles(), QList<Profile> {*good});
    QVERIFY(m_settings->contains(u"profiles/"_s + broken->id + u"/name"_s));
}

void TestProfileStore::readsATextWithACommaFromAHandEditedFile()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[profiles]\nabc\\name=Team A, Team B\nabc\\url=https://edge.example.org/\n");
    file.close();
    reopen();
    QCOMPARE(m_store->profiles().value(0).name, u"Team A, Team B"_s);
}

void TestProfileStore::refusesWhatIsNoProfile_data()
{
    QTest::addColumn<Profile>("profile");
    Profile nameless = sample(u"  "_s);
    QTest::newRow("without a name") << nameless;
    QTest::newRow("a long name") << sample(QString(101, u'n'));
    Profile longUser = sample();
    longUser.user = QString(201, u'u');
    QTest::newRow("a long user") << longUser;
    Profile password = sample();
    password.url = QUrl(u"https://ann:secret@edge.example.org/"_s);
    QTest::newRow("a password in the address") << password;
    Profile noServer = sample();
    noServer.url = QUrl(u"mailto:ann@example.org"_s);
    QTest::newRow("no server's address") << noServer;
    Profile pin = sample();
    pin.certificateSha256 = "short";
    QTest::newRow("half a fingerprint") << pin;
}

void TestProfileStore::refusesWhatIsNoProfile()
{
    QFETCH(const Profile, profile);
    const auto kept = m_store->keep(profile);
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ct::ErrorCode::InvalidInput);
    QVERIFY(kept.error().message.endsWith(u'.'));
    QVERIFY(m_settings->allKeys().isEmpty());
}

void TestProfileStore::refusesEndlesslyMany()
{
    for (qsizetype at = 0; at < mostProfiles; ++at)
        m_settings->setValue(u"profiles/p%1/name"_s.arg(at), u"n"_s);
    const auto kept = m_store->keep(sample());
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ct::ErrorCode::TooMany);
}

void TestProfileStore::saysThatTheFileCannotBeWritten()
{
    QSettings settings(m_folder->filePath(u"nowhere"_s), QSettings::IniFormat);
    QVERIFY(QDir().mkpath(settings.fileName()));
    ProfileStore store(settings, m_random);
    const auto kept = store.keep(sample());
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ct::ErrorCode::Unavailable);
}

void TestProfileStore::aSecondProgramsProfileStays()
{
    QSettings elsewhere(path(), QSettings::IniFormat);
    ct::test::CountingRandom random;
    std::array<std::byte, 64> skipped {};
    random.fill(skipped);
    ProfileStore other(elsewhere, random);
    QVERIFY(other.keep(sample(u"Theirs"_s)));
    QVERIFY(m_store->keep(sample(u"Ours"_s)));
    reopen();
    QCOMPARE(m_store->profiles().size(), 2);
}

void TestProfileStore::tellsOfChanges()
{
    const QSignalSpy changed(m_store.get(), &ProfileStore::changed);
    const auto kept = m_store->keep(sample());
    QVERIFY(kept);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_store->remove(kept->id));
    QCOMPARE(changed.size(), 2);
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
