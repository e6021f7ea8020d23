// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/licence/licencefile.h"
#include "server/licence/licensing.h"
#include "tests/server/licence/issuing.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace ct::server::licence;
using namespace std::chrono_literals;

class TestLicensing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void propertiesComeBackAsTheyWere();
    void readsPropertiesAsPeopleWriteThem();
    void settingsAreKeptInTheFile();
    void aFileWillDo();
    void aFileThatChangesCountsAfterTheNextLoad();
    void anUnreadableFileMeansCommunityMode();
    void aFileTooLongIsNoLicence();
    void aRemovedLicenceIsGone();
    void theLastDayIsThatOfTheZone();
    void aClockSetBackIsSaidAndRemembered();
    void eachStateHasItsLine_data();
    void eachStateHasItsLine();
    void looksInTheUsualPlaces();

private:
    std::unique_ptr<Licensing> started(
        const LicenceConfig &config = {}, const QTimeZone &zone = QTimeZone::utc());
    LicenceConfig configOf(const Licence &licence) const;
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void setDay(const QString &isoTime);

    const issuing::Office m_office;
    std::unique_ptr<QTemporaryDir> m_folder;
    ct::test::FakeClock m_clock;
    QStringList m_said;
};

void TestLicensing::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_said.clear();
    setDay(u"2026-11-25T12:00:00Z"_s);
}

void TestLicensing::setDay(const QString &isoTime)
{
    const qint64 milliseconds = QDateTime::fromString(isoTime, Qt::ISODate).toMSecsSinceEpoch();
    m_clock.setWall(ct::WallTime(std::chrono::milliseconds(milliseconds)));
}

LicenceConfig TestLicensing::configOf(const Licence &licence) const
{
    return {
        licence.licensee,
        licence.maxConnections,
        licence.expiration,
        licence.locator,
        licence.signature,
        {}};
}

std::unique_ptr<Licensing> TestLicensing::started(
    const LicenceConfig &config, const QTimeZone &zone)
{
    auto licensing = std::make_unique<Licensing>(Licensing::Services {
        m_office.issuer, m_clock, zone, {path(u"licensing.properties"_s), path(u"last-day"_s)}});
    connect(licensing.get(), &Licensing::said, this, [this](const LicenceNews &news) {
        m_said.append(news.sentence);
    });
    licensing->load(config, licensing->readFile());
    return licensing;
}

void TestLicensing::propertiesComeBackAsTheyWere()
{
    Licence licence = m_office.issue(u"2030/01/01"_s);
    licence.licensee = u"Back\\slash = equal: # \"quoted\" Größe 漢字,\ntwo lines\tand \\n"_s;
    QCOMPARE(parseProperties(propertiesOf(licence)), licence);
}

void TestLicensing::readsPropertiesAsPeopleWriteThem()
{
    const Licence licence = parseProperties(
        "# a comment\r\n! another\n\n CT_LICENSEE : G\\u00f6del\\:Escher \r\nCT_MAXCONNECTIONS=1\n"
        "CT_MAXCONNECTIONS = 250\nCT_OTHER=x\nnonsense\nCT_EXPIRATION=2030/01/01\n");
    QCOMPARE(licence.licensee, u"Gödel:Escher"_s);
    QCOMPARE(licence.maxConnections, u"250"_s);
    QCOMPARE(licence.expiration, u"2030/01/01"_s);
    QVERIFY(licence.signature.isEmpty());
}

void TestLicensing::settingsAreKeptInTheFile()
{
    const Licence licence = m_office.issue(u"2030/01/01"_s);
    started(configOf(licence)).reset();
    const auto kept = readLicence(path(u"licensing.properties"_s));
    QVERIFY(kept);
    QCOMPARE(*kept, licence);
    struct stat facts { };
    QCOMPARE(::stat(qPrintable(path(u"licensing.properties"_s)), &facts), 0);
    QCOMPARE(facts.st_mode & 0777U, 0640U);
}

void TestLicensing::aFileWillDo()
{
    QVERIFY(writeLicence(path(u"licensing.properties"_s), m_office.issue(u"2030/01/01"_s)));
    const auto licensing = started();
    QCOMPARE(licensing->status().state, LicenceState::Valid);
    QCOMPARE(licensing->status().limit, 250);
    QCOMPARE(m_said, QStringList {u"Valid CodeTogether license installed"_s});
}

void TestLicensing::aFileThatChangesCountsAfterTheNextLoad()
{
    const auto licensing = started();
    QCOMPARE(licensing->status().state, LicenceState::None);
    QVERIFY(writeLicence(path(u"licensing.properties"_s), m_office.issue(u"2030/01/01"_s, u"7"_s)));
    QSignalSpy changes(licensing.get(), &Licensing::changed);
    licensing->load({}, licensing->readFile());
    QCOMPARE(licensing->status().limit, 7);
    QVERIFY(!changes.isEmpty());
}

void TestLicensing::anUnreadableFileMeansCommunityMode()
{
    // A folder can't be read, not even by root.
    QVERIFY(QDir(m_folder->path()).mkdir(u"licensing.properties"_s));
    const auto licensing = started();
    QCOMPARE(licensing->status().state, LicenceState::None);
    QVERIFY2(m_said.value(0).contains(u"can't be read"_s), qPrintable(m_said.join(u'\n')));
}

void TestLicensing::aFileTooLongIsNoLicence()
{
    QFile file(path(u"licensing.properties"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(propertiesOf(m_office.issue(u"2030/01/01"_s)));
    file.write(QByteArray(qsizetype {64} * 1024, '\n'));
    file.close();
    const auto read = readLicence(file.fileName());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ct::ErrorCode::Corrupt);
    QVERIFY(read.error().message.contains(file.fileName()));
}

void TestLicensing::aRemovedLicenceIsGone()
{
    const QString file = path(u"licensing.properties"_s);
    QVERIFY(removeLicence(file));
    QVERIFY(writeLicence(file, m_office.issue(u"2030/01/01"_s)));
    QVERIFY(removeLicence(file));
    QVERIFY(!QFile::exists(file));
    // A folder can't be removed like a file, not even by root.
    QVERIFY(QDir(m_folder->path()).mkdir(u"licensing.properties"_s));
    const auto refused = removeLicence(file);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ct::ErrorCode::Unavailable);
    QVERIFY(refused.error().message.contains(file));
}

void TestLicensing::theLastDayIsThatOfTheZone()
{
    const Licence licence = m_office.issue(u"2026/11/25"_s);
    setDay(u"2026-11-26T04:30:00Z"_s);
    const QTimeZone newYork("America/New_York");
    QVERIFY(newYork.isValid());
    const auto there = started(configOf(licence), newYork);
    QCOMPARE(there->status().state, LicenceState::Expiring);
    m_folder = std::make_unique<QTemporaryDir>();
    const auto utc = started(configOf(licence));
    QCOMPARE(utc->status().state, LicenceState::Expired);
}

void TestLicensing::aClockSetBackIsSaidAndRemembered()
{
    const Licence licence = m_office.issue(u"2026/11/30"_s);
    setDay(u"2026-12-05T12:00:00Z"_s);
    QCOMPARE(started(configOf(licence))->status().state, LicenceState::Expired);
    setDay(u"2026-11-25T12:00:00Z"_s);
    const auto licensing = started(configOf(licence));
    QCOMPARE(licensing->status().state, LicenceState::Expired);
    QVERIFY(licensing->status().isClockSetBack);
    QCOMPARE(
        m_said.filter(u"The clock shows 2026-11-25, but it has been 2026-12-05 already"_s).size(),
        1);
}

void TestLicensing::eachStateHasItsLine_data()
{
    QTest::addColumn<QString>("lastDay");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("none")
        << QString()
        << QStringList {
               u"No CodeTogether license installed: community mode, with any number of connections at once"_s};
    QTest::newRow("valid") << u"2030/01/01"_s
                           << QStringList {u"Valid CodeTogether license installed"_s};
    QTest::newRow("expiring")
        << u"2026/12/01"_s
        << QStringList {
               u"Valid CodeTogether license installed"_s,
               u"The CodeTogether license expires soon: its last day is 2026/12/01, 6 days from now"_s};
    QTest::newRow("expired")
        << u"2026/01/01"_s
        << QStringList {
               u"The CodeTogether license has expired: its last day was 2026/01/01. Sessions go on, with 250 connections at once"_s};
    QTest::newRow("invalid")
        << u"2026"_s
        << QStringList {
               u"The CodeTogether license is invalid: CT_EXPIRATION is not a day as YYYY/MM/DD. Sessions go on, with 250 connections at once"_s};
}

void TestLicensing::eachStateHasItsLine()
{
    QFETCH(QString, lastDay);
    QFETCH(QStringList, lines);
    const auto licensing
        = started(lastDay.isEmpty() ? LicenceConfig {} : configOf(m_office.issue(lastDay)));
    QCOMPARE(m_said, lines);
}

void TestLicensing::looksInTheUsualPlaces()
{
    LicenceConfig config;
    const QString file = licencePlaces(config, u"/state"_s).licenceFile;
    const QString usual = u"/opt/codetogether/licensing.properties"_s;
    QCOMPARE(file, QFile::exists(usual) ? usual : u"/state/licensing.properties"_s);
    config.file = u"/elsewhere"_s;
    QCOMPARE(licencePlaces(config, u"/state"_s).licenceFile, u"/elsewhere"_s);
}

QTEST_GUILESS_MAIN(TestLicensing)
#include "tst_licensing.moc"
