// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/cors.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ct::server::http;

namespace {

RequestHead request(const QByteArray &origin, const QByteArray &host = "edge.example"_ba)
{
    RequestHead head;
    head.method = "GET";
    head.fields = {{"host", host}};
    if (!origin.isEmpty())
        head.fields.append({"origin", origin});
    return head;
}

RequestHead preflightRequest(const QByteArray &headers = {})
{
    RequestHead head = request("https://page.example");
    head.method = "OPTIONS";
    head.fields.append(Field {"access-control-request-method", "POST"});
    if (!headers.isEmpty())
        head.fields.append({"access-control-request-headers", headers});
    return head;
}

QByteArray valueOf(const QList<Field> &fields, QByteArrayView name)
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [name](const Field &f) { return f.name == name; });
    return found == fields.end() ? QByteArray() : found->value;
}

const QList<QByteArray> listed {"https://page.example", "http://Localhost:3000/"};

} // namespace

class TestCors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAListAnyOriginPassesWithoutCredentials_data();
    void withoutAListAnyOriginPassesWithoutCredentials();
    void withAListThoseOriginsPassWithCredentials_data();
    void withAListThoseOriginsPassWithCredentials();
    void withAListOthersAreRefused_data();
    void withAListOthersAreRefused();
    void r5_cookiesCountOnlyWhereTheyAreMeant_data();
    void r5_cookiesCountOnlyWhereTheyAreMeant();
    void sameOriginPasses_data();
    void sameOriginPasses();
    void answersPreflights();
    void echoesOnlyListsOfNames_data();
    void echoesOnlyListsOfNames();
    void answersPlainOptions();
    void tellsCachesWhatAPreflightVariesBy();
    void findsTheOriginInAnUnreadableHead();
};

void TestCors::findsTheOriginInAnUnreadableHead()
{
    const auto allowedOf = [](const QList<QByteArray> &list, const QByteArray &head) {
        return valueOf(CorsPolicy(list).decideUnread(head).fields, "access-control-allow-origin");
    };
    const auto page = "https://page.example"_ba;
    QCOMPARE(allowedOf({}, "GET / HTTP/1.1\r\nBad Name: 1\r\noRiGin:  " + page + "\r\n"), "*"_ba);
    QCOMPARE(allowedOf(listed, "GET /\r\nOrigin: " + page + " \r\n\r\n"), page);
    QCOMPARE(allowedOf(listed, "GET /\nOrigin: " + page), page);
    QCOMPARE(allowedOf(listed, "GET /\r\nOrigin: https://evil.example\r\n\r\n"), QByteArray());
    QCOMPARE(allowedOf({}, "GET /\r\nX-Origin: " + page + "\r\n\r\n"), QByteArray());
    for (const char *head : {"", "\n", "origin:", "x\norigin:", "x\nori"})
        QCOMPARE(allowedOf(listed, head), QByteArray());
}

void TestCors::withoutAListAnyOriginPassesWithoutCredentials_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *origin : {"https://page.example", "null", "vscode-webview://x", "rubbish"})
        QTest::newRow(origin) << QByteArray(origin);
}

void TestCors::withoutAListAnyOriginPassesWithoutCredentials()
{
    QFETCH(QByteArray, origin);
    const auto decision = CorsPolicy({}).decide(request(origin), false);
    QVERIFY(decision.isAllowed);
    QCOMPARE(decision.fields.size(), 1);
    QCOMPARE(valueOf(decision.fields, "access-control-allow-origin"), "*"_ba);
}

void TestCors::withAListThoseOriginsPassWithCredentials_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *origin :
         {"https://page.example", "http://localhost:3000", "https://page.example:443"})
        QTest::newRow(origin) << QByteArray(origin);
}

void TestCors::withAListThoseOriginsPassWithCredentials()
{
    QFETCH(QByteArray, origin);
    const auto decision = CorsPolicy(listed).decide(request(origin), false);
    QVERIFY(decision.isAllowed);
    QCOMPARE(valueOf(decision.fields, "access-control-allow-origin"), origin);
    QCOMPARE(valueOf(decision.fields, "access-control-allow-credentials"), "true"_ba);
    QCOMPARE(valueOf(decision.fields, "vary"), "Origin"_ba);
}

void TestCors::withAListOthersAreRefused_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *origin : {
             "http://page.example",
             "https://page.example:8443",
             "https://page.example.evil",
             "https://evil.page.example",
             "https://page.example/path",
             "https://page.example, https://page.example",
             "null",
             "*",
         })
        QTest::newRow(origin) << QByteArray(origin);
}

void TestCors::withAListOthersAreRefused()
{
    QFETCH(QByteArray, origin);
    const auto decision = CorsPolicy(listed).decide(request(origin), false);
    QVERIFY(!decision.isAllowed);
    QVERIFY(valueOf(decision.fields, "access-control-allow-origin").isEmpty());
    QVERIFY(valueOf(decision.fields, "access-control-allow-credentials").isEmpty());
    QCOMPARE(valueOf(decision.fields, "vary"), "Origin"_ba);
}

void TestCors::r5_cookiesCountOnlyWhereTheyAreMeant_data()
{
    QTest::addColumn<bool>("hasList");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("site");
    QTest::addColumn<bool>("count");
    const QByteArray page = "https://page.example";
    const QByteArray own = "http://edge.example";
    QTest::newRow("no browser") << false << ""_ba
                                << ""_ba << true;
    QTest::newRow("typed in") << false << ""_ba
                              << "none"_ba << true;
    QTest::newRow("own page") << false << own << ""_ba << true;
    QTest::newRow("own page's link") << false << ""_ba
                                     << "same-origin"_ba << true;
    QTest::newRow("own page behind TLS") << false << "https://edge.example"_ba
                                         << "same-origin"_ba << true;
    QTest::newRow("another page") << false << page << ""_ba << false;
    QTest::newRow("another page, as browsers say") << false << page << "cross-site"_ba << false;
    QTest::newRow("another page's picture") << false << ""_ba
                                            << "cross-site"_ba << false;
    QTest::newRow("a neighbour's picture") << false << ""_ba
                                           << "same-site"_ba << false;
    QTest::newRow("listed page") << true << page << "cross-site"_ba << true;
    QTest::newRow("listed or not, a picture") << true << ""_ba
                                              << "cross-site"_ba << false;
    QTest::newRow("page not listed") << true << "https://evil.example"_ba
                                     << ""_ba << false;
}

void TestCors::r5_cookiesCountOnlyWhereTheyAreMeant()
{
    QFETCH(bool, hasList);
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, site);
    RequestHead head = request(origin);
    if (!site.isEmpty())
        head.fields.append({"sec-fetch-site", site});
    const CorsPolicy policy(hasList ? listed : QList<QByteArray>());
    QTEST(policy.decide(head, false).mayUseCookies, "count");
}

void TestCors::sameOriginPasses_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isSecure");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("no Origin") << ""_ba
                               << "a"_ba << false << true;
    QTest::newRow("http") << "http://a"_ba
                          << "a"_ba << false << true;
    QTest::newRow("https") << "https://a"_ba
                           << "a"_ba << true << true;
    QTest::newRow("other scheme") << "http://a"_ba
                                  << "a"_ba << true << false;
    QTest::newRow("port") << "http://a:1080"_ba
                          << "a:1080"_ba << false << true;
    QTest::newRow("other port") << "http://a:1080"_ba
                                << "a:1081"_ba << false << false;
    QTest::newRow("default port") << "https://a"_ba
                                  << "A:443"_ba << true << true;
    QTest::newRow("the other default port") << "https://a"_ba
                                            << "a:80"_ba << true << false;
    QTest::newRow("no Host") << "http://"_ba
                             << ""_ba << false << false;
}

void TestCors::sameOriginPasses()
{
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, host);
    QFETCH(bool, isSecure);
    const auto decision = CorsPolicy(listed).decide(request(origin, host), isSecure);
    QTEST(decision.isAllowed, "isAllowed");
    QVERIFY(valueOf(decision.fields, "access-control-allow-origin").isEmpty());
}

void TestCors::answersPreflights()
{
    const QByteArray headers = "content-type, x-oct-jwt,x-oct-public-key";
    const Response response = CorsPolicy({}).preflight(preflightRequest(headers), "GET, POST", 204);
    QCOMPARE(response.status, 204);
    QVERIFY(response.body.isEmpty());
    QCOMPARE(valueOf(response.fields, "access-control-allow-methods"), "GET, POST"_ba);
    QCOMPARE(valueOf(response.fields, "access-control-allow-headers"), headers);
    QCOMPARE(valueOf(response.fields, "access-control-max-age"), "600"_ba);
    QVERIFY(valueOf(response.fields, "vary").contains("Access-Control-Request-Headers"));
}

void TestCors::echoesOnlyListsOfNames_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("none") << ""_ba;
    QTest::newRow("no names") << "a b"_ba;
    QTest::newRow("empty member") << "a,,b"_ba;
    QTest::newRow("value") << "a: b"_ba;
    QTest::newRow("too long") << QByteArray(1025, 'a');
}

void TestCors::echoesOnlyListsOfNames()
{
    QFETCH(QByteArray, headers);
    const Response response = CorsPolicy({}).preflight(preflightRequest(headers), "GET", 200);
    QCOMPARE(response.status, 200);
    QVERIFY(valueOf(response.fields, "access-control-allow-headers").isEmpty());
    QCOMPARE(valueOf(response.fields, "access-control-allow-methods"), "GET"_ba);
}

void TestCors::answersPlainOptions()
{
    RequestHead head = request({});
    head.method = "OPTIONS";
    const Response response = CorsPolicy({}).preflight(head, "GET, OPTIONS", 200);
    QCOMPARE(response.status, 200);
    QCOMPARE(response.fields.size(), 1);
    QCOMPARE(valueOf(response.fields, "allow"), "GET, OPTIONS"_ba);
}

void TestCors::tellsCachesWhatAPreflightVariesBy()
{
    const CorsPolicy policy(listed);
    Response response = policy.preflight(preflightRequest("a"), "GET", 200);
    const auto decision = policy.decide(preflightRequest("a"), true);
    for (const Field &field : decision.fields)
        response.setHeader(field.name, field.value);
    QCOMPARE(
        valueOf(response.fields, "vary"),
        "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"_ba);
    QCOMPARE(valueOf(response.fields, "access-control-allow-origin"), "https://page.example"_ba);
}

QTEST_GUILESS_MAIN(TestCors)
#include "tst_cors.moc"
