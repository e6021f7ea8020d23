// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/exportfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::config;

namespace {

FileSettings read(const QByteArray &content)
{
    return readExportFile(u"file"_s, content);
}

} // namespace

class TestConfigExportFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAValue_data();
    void readsAValue();
    void refusesByNameAndLine_data();
    void refusesByNameAndLine();
    void leavesOutWhatIsNoAssignment();
    void leavesOthersVariablesAlone();
    void takesTheLaterOfTwo();
    void saysWhereAValueStands();
    void neverRepeatsARefusedValue();
    void keepsCurlyQuotesForTheirOwnSentence();
    void refusesWhatIsNoText();
};

void TestConfigExportFile::readsAValue_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("value");

    QTest::newRow("exported, in double quotes") << QByteArray("export CT_A=\"b c\"") << u"b c"_s;
    QTest::newRow("not exported") << QByteArray("CT_A=\"b\"") << u"b"_s;
    QTest::newRow("bare") << QByteArray("CT_A=b") << u"b"_s;
    QTest::newRow("empty") << QByteArray("CT_A=") << QString();
    QTest::newRow("in single quotes") << QByteArray(R"(CT_A='b"$\c')") << uR"(b"$\c)"_s;
    QTest::newRow("escapes") << QByteArray(R"(CT_A="\" \\ \$ \` \n")") << uR"(" \ $ ` \n)"_s;
    QTest::newRow("comment behind") << QByteArray("CT_A=b # c") << u"b"_s;
    QTest::newRow("comment behind quotes") << QByteArray("CT_A=\"b\" # c") << u"b"_s;
    QTest::newRow("hash inside") << QByteArray("CT_A=b#c") << u"b#c"_s;
    QTest::newRow("blanks and a carriage return") << QByteArray("  CT_A=b \r") << u"b"_s;
    QTest::newRow("UTF-8") << QByteArray("CT_A=\"Jos\xc3\xa9\"") << u"José"_s;
}

void TestConfigExportFile::readsAValue()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, value);
    const FileSettings settings = read(line);
    QCOMPARE(settings.faults, QStringList());
    QCOMPARE(settings.warnings, QStringList());
    QCOMPARE(settings.values.value(u"CT_A"_s).value, value);
}

void TestConfigExportFile::refusesByNameAndLine_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("part");

    QTest::newRow("variable") << QByteArray("\"$HOME\"") << u"nothing is expanded"_s;
    QTest::newRow("bare variable") << QByteArray("$HOME") << u"nothing is expanded"_s;
    QTest::newRow("command") << QByteArray("`id`") << u"nothing is expanded"_s;
    QTest::newRow("command in quotes") << QByteArray("\"$(id)\"") << u"nothing is expanded"_s;
    QTest::newRow("open quote") << QByteArray("\"b") << u"closing quote"_s;
    QTest::newRow("open single quote") << QByteArray("'b") << u"closing quote"_s;
    QTest::newRow("two words") << QByteArray("b c") << u"straight double quotes"_s;
    QTest::newRow("glued words") << QByteArray("\"b\"c") << u"straight double quotes"_s;
    QTest::newRow("second command") << QByteArray("b;id") << u"straight double quotes"_s;
    QTest::newRow("redirection") << QByteArray("b>c") << u"straight double quotes"_s;
}

void TestConfigExportFile::refusesByNameAndLine()
{
    QFETCH(const QByteArray, word);
    QFETCH(const QString, part);
    const FileSettings settings = read("# first\nexport CT_X=" + word);
    QCOMPARE(settings.faults.size(), 1);
    QVERIFY2(
        settings.faults[0].startsWith(u"CT_X (file, line 2): "_s),
        qUtf8Printable(settings.faults[0]));
    QVERIFY2(settings.faults[0].contains(part), qUtf8Printable(settings.faults[0]));
    QVERIFY(settings.values.isEmpty());
}

void TestConfigExportFile::leavesOutWhatIsNoAssignment()
{
    const FileSettings settings
        = read("CT_A=b\nalias ll='ls -l'\nsource /x\nexport CT_B\nrm -rf /nowhere\n");
    QCOMPARE(settings.warnings.size(), 1);
    QVERIFY(settings.warnings[0].startsWith(u"file, line 2 (and 3 more) is no assignment"_s));
    QCOMPARE(settings.values.size(), 1);
}

// The file may be a whole .bashrc.
void TestConfigExportFile::leavesOthersVariablesAlone()
{
    const FileSettings settings
        = read("PS1='\\u'\nexport PATH=\"$PATH:/x\"\nNOW=$(date)\nLOG_LEVEL=debug\n");
    QCOMPARE(settings.faults + settings.warnings, QStringList());
    QCOMPARE(settings.values.keys(), QStringList {u"LOG_LEVEL"_s});
}

void TestConfigExportFile::takesTheLaterOfTwo()
{
    QCOMPARE(read("CT_A=b\nCT_A=c").values.value(u"CT_A"_s).value, u"c"_s);
}

void TestConfigExportFile::saysWhereAValueStands()
{
    QCOMPARE(read("\n\nCT_A=b").values.value(u"CT_A"_s).place, u"file, line 3"_s);
}

void TestConfigExportFile::neverRepeatsARefusedValue()
{
    const FileSettings settings
        = read("CT_A=\"Sesame\nCT_B=$Sesame\nCT_C=Sesame Sesame\nSesame open");
    QCOMPARE(settings.faults.size() + settings.warnings.size(), 4);
    QVERIFY(!(settings.faults + settings.warnings).join(u' ').contains(u"Sesame"_s));
}

void TestConfigExportFile::keepsCurlyQuotesForTheirOwnSentence()
{
    const FileSettings settings = read("CT_A=\xe2\x80\x9c"
                                       "b c\xe2\x80\x9d");
    QCOMPARE(settings.faults, QStringList());
    QCOMPARE(settings.values.value(u"CT_A"_s).value, u"\u201cb c\u201d"_s);
}

void TestConfigExportFile::refusesWhatIsNoText()
{
    QVERIFY(read("CT_A=\xff\xfe").faults.value(0).contains(u"no UTF-8 text"_s));
    QVERIFY(read(QByteArray("CT_A=b\0c", 8)).faults.value(0).contains(u"no UTF-8 text"_s));
}

QTEST_APPLESS_MAIN(TestConfigExportFile)
#include "tst_configexportfile.moc"
