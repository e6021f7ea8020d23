// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/values.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server;
using namespace ct::server::config;

class TestConfigValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWholeNumbers_data();
    void readsWholeNumbers();
    void readsSwitches();
    void readsTimes_data();
    void readsTimes();
    void writesTimesShortly();
    void readsSizes_data();
    void readsSizes();
    void writesSizesShortly();
    void readsLogLevels();
    void readsLinesOfText();
    void makesPathsAbsolute();
    void readsApiKeys();
    void refusesBadApiKeys_data();
    void refusesBadApiKeys();
};

constexpr qint64 none = -1;

void TestConfigValues::readsWholeNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("number");
    QTest::newRow("0") << u"0"_s << qint64(0);
    QTest::newRow("leading zeros") << u"007"_s << qint64(7);
    QTest::newRow("12 digits") << u"999999999999"_s << qint64(999'999'999'999);
    for (const QString &text :
         {QString(),
          u"-1"_s,
          u"+1"_s,
          u"1.0"_s,
          u"1e3"_s,
          u"0x10"_s,
          u" 1"_s,
          u"1 "_s,
          u"1,000"_s,
          u"\u0661"_s,
          u"9999999999999"_s,
          u"99999999999999999999999"_s})
        QTest::newRow(qPrintable(u"not "_s + text)) << text << none;
}

void TestConfigValues::readsWholeNumbers()
{
    QFETCH(QString, text);
    QFETCH(qint64, number);
    QCOMPARE(wholeNumber(text).value_or(none), number);
}

void TestConfigValues::readsSwitches()
{
    for (const QString &text : {u"true"_s, u"TRUE"_s, u"Yes"_s, u"on"_s, u"1"_s})
        QCOMPARE(truth(text), std::optional(true));
    for (const QString &text : {u"false"_s, u"No"_s, u"OFF"_s, u"0"_s})
        QCOMPARE(truth(text), std::optional(false));
    for (const QString &text : {QString(), u"2"_s, u"tru"_s, u"wahr"_s, u"true "_s})
        QVERIFY(!truth(text));
    QCOMPARE(truth(truthText(true)), std::optional(true));
    QCOMPARE(truth(truthText(false)), std::optional(false));
}

void TestConfigValues::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("bare") << u"90"_s << qint64(90'000);
    QTest::newRow("s") << u"90s"_s << qint64(90'000);
    QTest::newRow("ms") << u"250ms"_s << qint64(250);
    QTest::newRow("m") << u"15 m"_s << qint64(900'000);
    QTest::newRow("h") << u"2h"_s << qint64(7'200'000);
    QTest::newRow("0") << u"0"_s << qint64(0);
    for (const QString &text :
         {QString(),
          u"s"_s,
          u"1d"_s,
          u"1.5h"_s,
          u"-1s"_s,
          u"1h30m"_s,
          u"1H"_s,
          u"1s\n"_s,
          u"9999999999999h"_s})
        QTest::newRow(qPrintable(u"not "_s + text)) << text << none;
}

void TestConfigValues::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const auto value = duration(text);
    QCOMPARE(value ? value->count() : none, milliseconds);
}

void TestConfigValues::writesTimesShortly()
{
    using std::chrono::milliseconds;
    QCOMPARE(durationText(milliseconds(0)), u"0"_s);
    QCOMPARE(durationText(milliseconds(1)), u"1ms"_s);
    QCOMPARE(durationText(milliseconds(25'000)), u"25s"_s);
    QCOMPARE(durationText(milliseconds(5'400'000)), u"90m"_s);
    QCOMPARE(durationText(milliseconds(86'400'000)), u"24h"_s);
}

void TestConfigValues::readsSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("bare") << u"1000000"_s << qint64(1'000'000);
    QTest::newRow("k") << u"64k"_s << qint64(65'536);
    QTest::newRow("K") << u"64K"_s << qint64(65'536);
    QTest::newRow("M") << u"8M"_s << qint64(8'388'608);
    QTest::newRow("MiB") << u"8 MiB"_s << qint64(8'388'608);
    QTest::newRow("mb") << u"8mb"_s << qint64(8'388'608);
    QTest::newRow("G") << u"1G"_s << qint64(1'073'741'824);
    for (const QString &text :
         {QString(), u"M"_s, u"1T"_s, u"1.5M"_s, u"-8M"_s, u"8 bytes"_s, u"999999999999999M"_s})
        QTest::newRow(qPrintable(u"not "_s + text)) << text << none;
}

void TestConfigValues::readsSizes()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QCOMPARE(byteCount(text).value_or(none), bytes);
}

void TestConfigValues::writesSizesShortly()
{
    QCOMPARE(byteCountText(0), u"0"_s);
    QCOMPARE(byteCountText(1'000'000), u"1000000"_s);
    QCOMPARE(byteCountText(65'536), u"64k"_s);
    QCOMPARE(byteCountText(8'388'608), u"8M"_s);
    QCOMPARE(byteCountText(3LL << 30), u"3G"_s);
}

void TestConfigValues::readsLogLevels()
{
    using logging::Level;
    for (const Level level : {Level::None, Level::Error, Level::Warn, Level::Info, Level::Debug})
        QCOMPARE(logLevel(logLevelText(level)), std::optional(level));
    QCOMPARE(logLevel(u"WARN"_s), std::optional(Level::Warn));
    QVERIFY(!logLevel(u"trace"_s));
    QVERIFY(!logLevel(QString()));
}

void TestConfigValues::readsLinesOfText()
{
    QCOMPARE(
        lineOfText(u"Größe & Söhne \u201cAG\u201d"_s),
        std::optional(u"Größe & Söhne \u201cAG\u201d"_s));
    QVERIFY(lineOfText(QString(200, u'x')));
    QVERIFY(!lineOfText(QString(201, u'x')));
    QVERIFY(!lineOfText(u"a\nb"_s));
    QVERIFY(!lineOfText(u"a\x1b[1m"_s));
}

void TestConfigValues::makesPathsAbsolute()
{
    QCOMPARE(filePath(u"/var/lib/../lib/edge/"_s), std::optional(u"/var/lib/edge"_s));
    QCOMPARE(filePath(u"state"_s), std::optional(QDir::current().absoluteFilePath(u"state"_s)));
    QVERIFY(!filePath(u"/var/a\nb"_s));
    QVERIFY(!filePath(u'/' + QString(5'000, u'x')));
}

void TestConfigValues::readsApiKeys()
{
    const auto keys
        = apiKeys(u"ann: 0123456789abcdef ,fedcba9876543210,\nbob:a:colon:is:allowed:here\n"_s);
    QVERIFY(keys);
    QCOMPARE(keys->size(), 3);
    QCOMPARE(keys->at(0).name, u"ann"_s);
    QCOMPARE(keys->at(0).key, QByteArray("0123456789abcdef"));
    QCOMPARE(keys->at(1).name, u"key-2"_s);
    QCOMPARE(keys->at(1).key, QByteArray("fedcba9876543210"));
    QCOMPARE(keys->at(2).name, u"bob"_s);
    QCOMPARE(keys->at(2).key, QByteArray("a:colon:is:allowed:here"));
}

void TestConfigValues::refusesBadApiKeys_data()
{
    QTest::addColumn<QString>("text");
    const QString key = u"0123456789abcdef"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("commas") << u",,"_s;
    QTest::newRow("15 characters") << key.chopped(1);
    QTest::newRow("short with a name") << u"annwithalongname:short"_s;
    QTest::newRow("one of two is short") << key + u",short"_s;
    QTest::newRow("no name") << u':' + key;
    QTest::newRow("long name") << QString(65, u'n') + u':' + key;
    QTest::newRow("name twice") << u"a:%1,a:%1x"_s.arg(key);
    QTest::newRow("key twice") << u"a:%1,b:%1"_s.arg(key);
    QTest::newRow("control character") << key + u'\t' + key;
}

void TestConfigValues::refusesBadApiKeys()
{
    QFETCH(QString, text);
    QVERIFY(!apiKeys(text));
}

QTEST_GUILESS_MAIN(TestConfigValues)
#include "tst_configvalues.moc"
