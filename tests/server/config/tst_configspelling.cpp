// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/spelling.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::config;

class TestConfigSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesStraightQuotesOff_data();
    void takesStraightQuotesOff();
    void findsCurlyQuotes_data();
    void findsCurlyQuotes();
    void suggestsTheNearestName_data();
    void suggestsTheNearestName();
};

void TestConfigSpelling::takesStraightQuotesOff_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << u"abc"_s << u"abc"_s;
    QTest::newRow("double") << u"\"abc\""_s << u"abc"_s;
    QTest::newRow("single") << u"'abc'"_s << u"abc"_s;
    QTest::newRow("blanks around") << u"  'abc' \n"_s << u"abc"_s;
    QTest::newRow("blanks inside") << u"' abc '"_s << u" abc "_s;
    QTest::newRow("one pair only") << u"\"'abc'\""_s << u"'abc'"_s;
    QTest::newRow("unlike") << u"'abc\""_s << u"'abc\""_s;
    QTest::newRow("at one end") << u"'abc"_s << u"'abc"_s;
    QTest::newRow("within") << u"a'b'c"_s << u"a'b'c"_s;
    QTest::newRow("nothing in them") << u"''"_s << QString();
    QTest::newRow("a lone quote") << u"'"_s << u"'"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestConfigSpelling::takesStraightQuotesOff()
{
    QFETCH(QString, value);
    QFETCH(QString, expected);
    QCOMPARE(withoutQuotes(value), expected);
    QVERIFY(!hasCurlyQuotes(value));
}

void TestConfigSpelling::findsCurlyQuotes_data()
{
    QTest::addColumn<QString>("value");
    for (const QString &value :
         {u"\u201cabc\u201d"_s,
          u"\u201eabc\u201c"_s,
          u"\u2018abc\u2019"_s,
          u"\u00ababc\u00bb"_s,
          u"\u201cabc"_s,
          u"abc\u201d"_s,
          u" \u201cabc\u201d "_s,
          u"'\u201cabc\u201d'"_s,
          u"\u201d"_s})
        QTest::newRow(qPrintable(value)) << value;
}

void TestConfigSpelling::findsCurlyQuotes()
{
    QFETCH(QString, value);
    QVERIFY(hasCurlyQuotes(value));
    QVERIFY(!hasCurlyQuotes(u"Ann\u2019s server"_s));
}

void TestConfigSpelling::suggestsTheNearestName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("missing letter") << u"CT_HTTPPORT"_s << u"CT_HTTP_PORT"_s;
    QTest::newRow("added letter") << u"CT_HTTPS_PORTS"_s << u"CT_HTTPS_PORT"_s;
    QTest::newRow("swapped letters") << u"CT_HTTP_PROT"_s << u"CT_HTTP_PORT"_s;
    QTest::newRow("other prefix") << u"CT_API_KEY"_s << u"OCT_API_KEY"_s;
    QTest::newRow("the name itself") << u"OCT_API_KEY"_s << u"OCT_API_KEY"_s;
    QTest::newRow("far from all") << u"CT_DASHBOARD_USER"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("endless") << QString(100'000, u'C') << QString();
}

void TestConfigSpelling::suggestsTheNearestName()
{
    QFETCH(QString, name);
    QFETCH(QString, nearest);
    QCOMPARE(nearestName(name, {u"CT_HTTP_PORT"_s, u"CT_HTTPS_PORT"_s, u"OCT_API_KEY"_s}), nearest);
}

QTEST_GUILESS_MAIN(TestConfigSpelling)
#include "tst_configspelling.moc"
