// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/inifile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::config;

class TestConfigIniFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAValue_data();
    void readsAValue();
    void refusesTrapsByLine_data();
    void refusesTrapsByLine();
    void warnsOfUnknownKeysAndGroups();
    void neverRepeatsARefusedValue();
    void refusesWhatIsNoText();

private:
    FileSettings read(const QByteArray &content);

    QTemporaryDir m_folder;
    int m_files = 0;
};

/// Each in a file of its own, as QSettings remembers files by their names.
FileSettings TestConfigIniFile::read(const QByteArray &content)
{
    QFile file(m_folder.filePath(u"%1.ini"_s.arg(++m_files)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {{}, {u"test file not written"_s}, {}};
    file.close();
    return readIniFile(file.fileName(), content, allSettings());
}

void TestConfigIniFile::readsAValue_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("read");

    QTest::newRow("bare") << QByteArray("abc") << u"abc"_s;
    QTest::newRow("quoted") << QByteArray("\"abc\"") << u"abc"_s;
    QTest::newRow("number") << QByteArray("007") << u"007"_s;
    QTest::newRow("list in quotes") << QByteArray("\"a, b\"") << u"a, b"_s;
    QTest::newRow("semicolon in quotes") << QByteArray("\"a;b\"") << u"a;b"_s;
    QTest::newRow("hash") << QByteArray("a#b") << u"a#b"_s;
    QTest::newRow("equals") << QByteArray("a=b") << u"a=b"_s;
    QTest::newRow("percent") << QByteArray("a%20b") << u"a%20b"_s;
    QTest::newRow("blanks inside") << QByteArray("a  b") << u"a  b"_s;
    QTest::newRow("UTF-8") << QByteArray("Jos\xc3\xa9") << u"José"_s;
    QTest::newRow("carriage return") << QByteArray("abc\r") << u"abc"_s;
}

void TestConfigIniFile::readsAValue()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, read);
    const FileSettings settings = this->read("; c\n[server]\nserver-owner = " + value + "\n");
    QCOMPARE(settings.faults, QStringList());
    QCOMPARE(settings.warnings, QStringList());
    const FileValue found = settings.values.value(u"OCT_SERVER_OWNER"_s);
    QCOMPARE(found.value, read);
    QVERIFY(found.place.endsWith(u".ini, line 3"_s));
}

void TestConfigIniFile::refusesTrapsByLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("part");

    QTest::newRow("list") << QByteArray("server-owner = a, b") << u"a comma makes a list"_s;
    QTest::newRow("semicolon") << QByteArray("server-owner = a;b") << u"begins a comment"_s;
    QTest::newRow("backslash") << QByteArray(R"(server-owner = C:\temp)") << u"backslash"_s;
    QTest::newRow("quoted backslash") << QByteArray(R"(server-owner = "a\b")") << u"backslash"_s;
    QTest::newRow("continued line") << QByteArray("server-owner = a\\") << u"backslash"_s;
    QTest::newRow("type") << QByteArray("server-owner = @Invalid()") << u"begins with @"_s;
    QTest::newRow("glued quotes") << QByteArray("server-owner = \"a\" b") << u"double quote"_s;
    QTest::newRow("twice") << QByteArray("server-url = a\nserver-url = b") << u"given twice"_s;
    QTest::newRow("no value") << QByteArray("server-owner") << u"expected [group]"_s;
    QTest::newRow("odd key") << QByteArray("server%20owner = a") << u"expected [group]"_s;
    QTest::newRow("open group") << QByteArray("[network") << u"written [name]"_s;
}

void TestConfigIniFile::refusesTrapsByLine()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, part);
    const FileSettings settings = read("[server]\n" + line + "\n");
    const int number = line.contains('\n') ? 3 : 2;
    QCOMPARE(settings.faults.size(), 1);
    QVERIFY2(
        settings.faults[0].contains(u".ini, line %1: "_s.arg(number)),
        qUtf8Printable(settings.faults[0]));
    QVERIFY2(settings.faults[0].contains(part), qUtf8Printable(settings.faults[0]));
}

void TestConfigIniFile::warnsOfUnknownKeysAndGroups()
{
    const FileSettings settings
        = read("[general]\nx = 1\n[server]\nserver-owne = a\nhttp-port = 1\nxyz = 2\n");
    QCOMPARE(settings.faults, QStringList());
    QCOMPARE(settings.warnings.size(), 5);
    QVERIFY(settings.warnings[0].contains(u"line 1: [general] is no group"_s));
    QVERIFY(settings.warnings[2].endsWith(u"did you mean server-owner?"_s));
    QVERIFY(settings.warnings[3].endsWith(u"it belongs into [network]"_s));
    QVERIFY(settings.warnings[4].endsWith(u"xyz is no key of [server]"_s));
    QVERIFY(settings.values.isEmpty());
}

void TestConfigIniFile::neverRepeatsARefusedValue()
{
    const FileSettings settings
        = read("[login]\napi-key = Sesame, Sesame\nSesame\nSesame key = 1\n");
    QCOMPARE(settings.faults.size(), 3);
    QVERIFY(!settings.faults.join(u' ').contains(u"Sesame"_s));
}

void TestConfigIniFile::refusesWhatIsNoText()
{
    QVERIFY(read("[server]\nserver-owner = \xff").faults.value(0).contains(u"no UTF-8 text"_s));
}

QTEST_APPLESS_MAIN(TestConfigIniFile)
#include "tst_configinifile.moc"
