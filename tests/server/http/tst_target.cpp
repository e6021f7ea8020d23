// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/target.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::http;

class TestTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalises_data();
    void normalises();
    void refuses_data();
    void refuses();
    void splitsOffTheQuery();
    void refusesInAQuery_data();
    void refusesInAQuery();
    void stripsAPrefix_data();
    void stripsAPrefix();
    void findsQueryValues_data();
    void findsQueryValues();
    void decodesLeniently();
};

void TestTarget::normalises_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("normal");
    QTest::newRow("root") << "/"_ba
                          << "/"_ba;
    QTest::newRow("plain") << "/api/meta"_ba
                           << "/api/meta"_ba;
    QTest::newRow("slash at the end") << "/socket.io/"_ba
                                      << "/socket.io/"_ba;
    QTest::newRow("double slash") << "//api//meta"_ba
                                  << "/api/meta"_ba;
    QTest::newRow("many slashes") << "////"_ba
                                  << "/"_ba;
    QTest::newRow("letters") << "/%61%7A%5a%30"_ba
                             << "/azZ0"_ba;
    QTest::newRow("marks") << "/%2d%5F%7e"_ba
                           << "/-_~"_ba;
    QTest::newRow("others stay") << "/a%20b%c3%a4%3b%25"_ba
                                 << "/a%20b%C3%A4%3B%25"_ba;
    QTest::newRow("decoded once") << "/%252e%252e"_ba
                                  << "/%252e%252e"_ba;
    QTest::newRow("three dots") << "/.../.a/a."_ba
                                << "/.../.a/a."_ba;
    QTest::newRow("segment marks") << "/a!$&'()*+,;=:@b"_ba
                                   << "/a!$&'()*+,;=:@b"_ba;
}

void TestTarget::normalises()
{
    QFETCH(QByteArray, path);
    const auto normal = normalisePath(path);
    QVERIFY(normal);
    QTEST(*normal, "normal");
    const auto again = normalisePath(*normal);
    QVERIFY(again);
    QCOMPARE(*again, *normal);
}

void TestTarget::refuses_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {
             "",           "a",      "*",       "http://a/", "/.",    "/..",       "/./a",
             "/../a",      "/a/..",  "/a/../b", "//../a",    "/%2e",  "/%2e%2e/a", "/.%2E/a",
             "/a%2fb",     "/a%2Fb", "/..%2f",  "/a%5cb",    "/a\\b", "/a%00",     "/a%0a",
             "/a%1f",      "/a%7f",  "/a%",     "/a%4",      "/a%4g", "/a%%41",    "/a b",
             "/a\xc3\xa4", "/a\tb",  "/a\"b",   "/a<b>",     "/a|b",  "/a#b",
         })
        QTest::addRow("%s", target) << QByteArray(target);
    QTest::newRow("NUL") << "/a\0b"_ba;
}

void TestTarget::refuses()
{
    QFETCH(QByteArray, target);
    const auto parsed = parseTarget(target);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ct::ErrorCode::InvalidInput);
}

void TestTarget::splitsOffTheQuery()
{
    const auto target = parseTarget("//a?b=%2f..//&c?d");
    QVERIFY(target);
    QCOMPARE(target->path, "/a"_ba);
    QCOMPARE(target->query, "b=%2f..//&c?d"_ba);
    const auto bare = parseTarget("/a?");
    QVERIFY(bare);
    QVERIFY(bare->query.isEmpty());
}

void TestTarget::refusesInAQuery_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("space") << "/?a b"_ba;
    QTest::newRow("control") << "/?a\x01"_ba;
    QTest::newRow("non-ASCII") << "/?\xff"_ba;
    QTest::newRow("fragment") << "/?a#b"_ba;
}

void TestTarget::refusesInAQuery()
{
    QFETCH(QByteArray, target);
    QVERIFY(!parseTarget(target));
}

void TestTarget::stripsAPrefix_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("none") << "/a"_ba
                          << ""_ba
                          << "/a"_ba;
    QTest::newRow("slash") << "/a"_ba
                           << "/"_ba
                           << "/a"_ba;
    QTest::newRow("below") << "/oct/a"_ba
                           << "/oct"_ba
                           << "/a"_ba;
    QTest::newRow("slash at its end") << "/oct/a"_ba
                                      << "/oct/"_ba
                                      << "/a"_ba;
    QTest::newRow("itself") << "/oct"_ba
                            << "/oct"_ba
                            << "/"_ba;
    QTest::newRow("itself with slash") << "/oct/"_ba
                                       << "/oct"_ba
                                       << "/"_ba;
    QTest::newRow("only the beginning of a name") << "/octopus"_ba
                                                  << "/oct"_ba
                                                  << "/octopus"_ba;
    QTest::newRow("elsewhere") << "/a/oct"_ba
                               << "/oct"_ba
                               << "/a/oct"_ba;
    QTest::newRow("two levels") << "/x/oct/a"_ba
                                << "/x/oct"_ba
                                << "/a"_ba;
    QTest::newRow("once only") << "/oct/oct/a"_ba
                               << "/oct"_ba
                               << "/oct/a"_ba;
}

void TestTarget::stripsAPrefix()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, prefix);
    QTEST(stripPrefix(path, prefix), "rest");
}

void TestTarget::findsQueryValues_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("empty") << ""_ba << false << ""_ba;
    QTest::newRow("absent") << "side=1&xsid=2&SID=3"_ba << false << ""_ba;
    QTest::newRow("only") << "sid=1"_ba << true << "1"_ba;
    QTest::newRow("last") << "a=b&sid=1"_ba << true << "1"_ba;
    QTest::newRow("first of two") << "sid=1&sid=2"_ba << true << "1"_ba;
    QTest::newRow("no value") << "sid&a"_ba << true << ""_ba;
    QTest::newRow("empty value") << "sid=&a"_ba << true << ""_ba;
    QTest::newRow("escapes") << "sid=%41%2f%20+"_ba << true << "A/ +"_ba;
    QTest::newRow("sign in the value") << "sid=a=b"_ba << true << "a=b"_ba;
    QTest::newRow("name escaped") << "%73id=1"_ba << true << "1"_ba;
    QTest::newRow("separators") << "&&&sid=1&"_ba << true << "1"_ba;
}

void TestTarget::findsQueryValues()
{
    QFETCH(QByteArray, query);
    QFETCH(bool, isThere);
    const auto value = queryValue(query, "sid");
    QCOMPARE(value.has_value(), isThere);
    QTEST(value.value_or(QByteArray()), "value");
}

void TestTarget::decodesLeniently()
{
    QCOMPARE(percentDecoded("%41%zz%4%"), "A%zz%4%"_ba);
    QCOMPARE(percentDecoded("%00%ff"), "\0\xff"_ba);
}

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
