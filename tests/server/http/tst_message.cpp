// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/fieldsyntax.h"
#include "server/http/message.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::http;

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsFields();
    void findsQueryValues();
    void replacesAHeader();
    void addsToVary();
    void takesAFieldOff();
    void knowsPhrases();
    void tellsTokens();
    void tellsFieldValues();
    void takesListsApart();
};

void TestMessage::findsFields()
{
    RequestHead head;
    head.fields = {{"a", "1"}, {"b", ""}, {"a", "2"}};
    QCOMPARE(head.header("a").toByteArray(), "1"_ba);
    QVERIFY(head.header("b").isEmpty());
    QVERIFY(head.header("c").isNull());
    QCOMPARE(head.headerList("a"), "1, 2"_ba);
    QCOMPARE(head.headerList("c"), QByteArray());
}

void TestMessage::findsQueryValues()
{
    RequestHead head;
    head.query = "a=%41&b";
    QCOMPARE(head.queryValue("a").value_or("none"), "A"_ba);
    QCOMPARE(head.queryValue("b").value_or("none"), ""_ba);
    QVERIFY(!head.queryValue("c"));
}

void TestMessage::replacesAHeader()
{
    Response response;
    response.fields = {{"a", "1"}, {"b", "2"}, {"a", "3"}};
    response.setHeader("A", "4");
    response.setHeader("C", "5");
    QCOMPARE(response.fields.size(), 3);
    QCOMPARE(response.fields.at(0).value, "4"_ba);
    QCOMPARE(response.fields.at(1).value, "2"_ba);
    QCOMPARE(response.fields.at(2).name, "c"_ba);
}

void TestMessage::addsToVary()
{
    Response response;
    response.setHeader("Vary", "Accept-Language");
    response.setHeader("vary", "Origin, accept-language");
    QCOMPARE(response.fields.size(), 1);
    QCOMPARE(response.fields.first().value, "Accept-Language, Origin"_ba);
}

void TestMessage::takesAFieldOff()
{
    Response response;
    response.fields = {{"a", "1"}, {"b", "2"}, {"a", "3"}};
    QCOMPARE(takeField(response, "a"), "1"_ba);
    QCOMPARE(response.fields.size(), 2);
    QCOMPARE(response.fields.last().value, "3"_ba);
    QCOMPARE(takeField(response, "c"), QByteArray());
    QCOMPARE(response.fields.size(), 2);
}

void TestMessage::knowsPhrases()
{
    QCOMPARE(reasonPhrase(200).toByteArray(), "OK"_ba);
    QCOMPARE(reasonPhrase(431).toByteArray(), "Request Header Fields Too Large"_ba);
    QCOMPARE(reasonPhrase(299).toByteArray(), "Unknown"_ba);
    for (const int status : {400, 405, 408, 413, 414, 417, 426, 429, 431, 501, 503, 505})
        QVERIFY(reasonPhrase(status) != "Unknown");
}

void TestMessage::tellsTokens()
{
    QVERIFY(isToken("X-Thing_1!#$%&'*+-.^`|~"));
    for (const QByteArray &text :
         {""_ba, "a b"_ba, "a:"_ba, "a\0"_ba, "\xc3"_ba, "(a)"_ba, "a\r"_ba, "a\t"_ba})
        QVERIFY2(!isToken(text), text.toHex().constData());
}

void TestMessage::tellsFieldValues()
{
    QVERIFY(isFieldValue(""));
    QVERIFY(isFieldValue("a\tb \xc3\xa4"));
    for (const QByteArray &text : {"a\rb"_ba, "a\nb"_ba, "a\0b"_ba, "\x7f"_ba, "\x1b[0m"_ba})
        QVERIFY2(!isFieldValue(text), text.toHex().constData());
}

void TestMessage::takesListsApart()
{
    QCOMPARE(listMembers(" a,b , ,c").size(), 4);
    QCOMPARE(listMembers(" a,b , ,c").at(1).toByteArray(), "b"_ba);
    QCOMPARE(listMembers("").size(), 1);
}

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
