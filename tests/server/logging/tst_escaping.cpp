// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/escaping.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::logging;

class TestEscaping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingReceivedBeginsALine_data();
    void nothingReceivedBeginsALine();
    void quotesEndOnlyWhereTheyShould();
    void longTextIsCutAtACharacter();
    void aLongAttackIsNotReadToItsEnd();
    void writesBytesAsNginxDoes_data();
    void writesBytesAsNginxDoes();
};

void TestEscaping::nothingReceivedBeginsALine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << u"Anna (host)"_s << "Anna (host)"_ba;
    QTest::newRow("line feed") << u"a\nb"_s << R"(a\nb)"_ba;
    QTest::newRow("carriage return, tab") << u"a\r\tb"_s << R"(a\r\tb)"_ba;
    QTest::newRow("terminal") << u"\u001b[2J\u007f"_s << R"(\x1b[2J\x7f)"_ba;
    QTest::newRow("zero") << QString(QChar(0)) << R"(\x00)"_ba;
    QTest::newRow("next line") << QString(QChar(0x85)) << R"(\u0085)"_ba;
    QTest::newRow("line separator") << u"\u2028\u2029"_s << R"(\u2028\u2029)"_ba;
    QTest::newRow("direction") << u"a\u202eb"_s << R"(a\u202eb)"_ba;
    QTest::newRow("tag") << u"\U000e0041"_s << R"(\U000e0041)"_ba;
    QTest::newRow("half a pair") << QString(QChar(0xd83d)) + u"x"_s << R"(\ud83dx)"_ba;
    QTest::newRow("other half") << QString(QChar(0xdc00)) << R"(\udc00)"_ba;
    QTest::newRow("utf-8") << u"Jürgen 😀"_s << "Jürgen 😀"_ba;
    QTest::newRow("back slash stays") << u"C:\\x"_s << R"(C:\x)"_ba;
}

void TestEscaping::nothingReceivedBeginsALine()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(escapeControls(text, 1000), expected);
}

void TestEscaping::quotesEndOnlyWhereTheyShould()
{
    QCOMPARE(quoted(u"a\" b=\"c", 100), "\"a\\\" b=\\\"c\""_ba);
    QCOMPARE(quoted(u"a\\", 100), "\"a\\\\\""_ba);
    QCOMPARE(quoted(u"", 100), "\"\""_ba);
}

void TestEscaping::longTextIsCutAtACharacter()
{
    QCOMPARE(escapeControls(u"12345", 5), "12345"_ba);
    QCOMPARE(escapeControls(u"123456", 5), "12345…"_ba);
    QCOMPARE(escapeControls(u"1234😀6", 5), "1234😀…"_ba);
}

void TestEscaping::aLongAttackIsNotReadToItsEnd()
{
    const QString attack(8'000'000, u'\n');
    QVERIFY(escapeControls(attack, 1000).size() < 1010);
    QVERIFY(quoted(attack, 1000).size() < 1010);
    QVERIFY(escapeAsNginx(QByteArray(8'000'000, '\n'), 1000).size() < 1010);
}

void TestEscaping::writesBytesAsNginxDoes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << ""_ba
                             << "-"_ba;
    QTest::newRow("plain") << "GET / HTTP/1.1"_ba
                           << "GET / HTTP/1.1"_ba;
    QTest::newRow("quote") << R"(a"b)"_ba
                           << R"(a\x22b)"_ba;
    QTest::newRow("back slash") << R"(a\b)"_ba
                                << R"(a\x5Cb)"_ba;
    QTest::newRow("controls") << "\r\n\x1b"_ba
                              << R"(\x0D\x0A\x1B)"_ba;
    QTest::newRow("delete") << "\x7f"_ba
                            << R"(\x7F)"_ba;
    QTest::newRow("utf-8") << "ü"_ba
                           << R"(\xC3\xBC)"_ba;
    QTest::newRow("long") << "123456789012345"_ba
                          << "12345678901234..."_ba;
}

void TestEscaping::writesBytesAsNginxDoes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(escapeAsNginx(text, 14), expected);
}

QTEST_GUILESS_MAIN(TestEscaping)
#include "tst_escaping.moc"
