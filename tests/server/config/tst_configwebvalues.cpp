// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/webvalues.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::config;

namespace {

const QString refused = u"(refused)"_s;

/// Rows of a text and what it is read as.
void addRows(std::initializer_list<std::pair<QString, QString>> good, const QStringList &bad)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const auto &[text, expected] : good)
        QTest::newRow(qPrintable(text)) << text << expected;
    for (const QString &text : bad)
        QTest::newRow(qPrintable(u"not "_s + text.first(std::min<qsizetype>(text.size(), 60))))
            << text << refused;
}

} // namespace

class TestConfigWebValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBindAddresses_data();
    void readsBindAddresses();
    void readsSubnets_data();
    void readsSubnets();
    void readsServerUrls_data();
    void readsServerUrls();
    void readsPageUrls_data();
    void readsPageUrls();
    void readsPathPrefixes_data();
    void readsPathPrefixes();
    void readsOrigins_data();
    void readsOrigins();
    void readsHostNames_data();
    void readsHostNames();
    void readsEndpoints_data();
    void readsEndpoints();
};

void TestConfigWebValues::readsBindAddresses_data()
{
    addRows(
        {{u"*"_s, u"*"_s},
         {u"localhost"_s, u"127.0.0.1, ::1"_s},
         {u"LOCALHOST, ::1"_s, u"127.0.0.1, ::1"_s},
         {u"127.0.0.1,::1"_s, u"127.0.0.1, ::1"_s},
         {u"0.0.0.0"_s, u"0.0.0.0"_s},
         {u"::"_s, u"::"_s},
         {u"[fd00::1]"_s, u"fd00::1"_s},
         {u" 10.0.0.1 , 10.0.0.1 ,"_s, u"10.0.0.1"_s}},
        {QString(),
         u","_s,
         u"10"_s,
         u"10.0.1"_s,
         u"256.0.0.1"_s,
         u"10.0.0.1:80"_s,
         u"[10.0.0.1]"_s,
         u"*,127.0.0.1"_s,
         u"example.org"_s,
         u"127.0.0.1;::1"_s,
         u"10.0.0.0/8"_s,
         u"fd00::g"_s});
}

void TestConfigWebValues::readsBindAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto value = bindAddresses(text);
    QCOMPARE(value ? bindAddressesText(*value) : refused, expected);
    if (value)
        QCOMPARE(bindAddresses(bindAddressesText(*value)), value);
}

void TestConfigWebValues::readsSubnets_data()
{
    addRows(
        {{u"none"_s, u"none"_s},
         {u"127.0.0.0/8, ::1/128"_s, u"127.0.0.0/8, ::1/128"_s},
         {u"10.1.2.3"_s, u"10.1.2.3/32"_s},
         {u"fd00::1"_s, u"fd00::1/128"_s},
         {u"0.0.0.0/0,::/0"_s, u"0.0.0.0/0, ::/0"_s}},
        {QString(),
         u","_s,
         u"10"_s,
         u"10.0.0/8"_s,
         u"10.0.0.0/33"_s,
         u"::/129"_s,
         u"10.0.0.0/-1"_s,
         u"10.0.0.0/"_s,
         u"/8"_s,
         u"10.0.0.0/255.0.0.0"_s,
         u"localhost"_s,
         u"none, ::1"_s,
         u"10.0.0.0/8/8"_s,
         u"10.0.0.0/99999999999999999999"_s});
}

void TestConfigWebValues::readsSubnets()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto value = subnets(text);
    QCOMPARE(value ? subnetsText(*value) : refused, expected);
}

void TestConfigWebValues::readsServerUrls_data()
{
    addRows(
        {{u"https://edge.example"_s, u"https://edge.example"_s},
         {u"https://edge.example/"_s, u"https://edge.example"_s},
         {u"https://EDGE.example:8443/tools/oct/"_s, u"https://edge.example:8443/tools/oct"_s},
         {u"http://[::1]:1080"_s, u"http://[::1]:1080"_s}},
        {QString(),
         u"edge.example"_s,
         u"//edge.example"_s,
         u"ftp://edge.example"_s,
         u"https://"_s,
         u"https:///path"_s,
         u"https://user:pw@edge.example"_s,
         u"https://edge.example?x=1"_s,
         u"https://edge.example#x"_s,
         u"https://edge.example/a b"_s,
         u"https://edge.example/../x"_s,
         u"https://edge.example//"_s,
         u"https://edge.example:99999"_s,
         u"javascript:alert(1)"_s,
         u"https://edge.example/" + QString(3'000, u'x')});
}

void TestConfigWebValues::readsServerUrls()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(serverUrl(text).value_or(refused), expected);
}

void TestConfigWebValues::readsPageUrls_data()
{
    addRows(
        {{u"/login.html"_s, u"/login.html"_s},
         {u"/a?b=c#d"_s, u"/a?b=c#d"_s},
         {u"https://sso.example/login?x=1"_s, u"https://sso.example/login?x=1"_s}},
        {QString(),
         u"login.html"_s,
         u"//evil.example"_s,
         u"/\\evil.example"_s,
         u"/a b"_s,
         u"/a\nb"_s,
         u"javascript:alert(1)"_s,
         u"data:text/html,x"_s,
         u"https://u:p@sso.example"_s,
         u'/' + QString(3'000, u'x')});
}

void TestConfigWebValues::readsPageUrls()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(pageUrl(text).value_or(refused), expected);
}

void TestConfigWebValues::readsPathPrefixes_data()
{
    addRows(
        {{u"/"_s, QString()},
         {u"/oct"_s, u"/oct"_s},
         {u"/oct/"_s, u"/oct"_s},
         {u"/tools/oct-1.2_x~"_s, u"/tools/oct-1.2_x~"_s},
         {u"/.oct"_s, u"/.oct"_s},
         {u"/..."_s, u"/..."_s}},
        {QString(),
         u"oct"_s,
         u"//"_s,
         u"//oct"_s,
         u"/oct//"_s,
         u"/a//b"_s,
         u"/."_s,
         u"/.."_s,
         u"/../a"_s,
         u"/a/.."_s,
         u"/a/./b"_s,
         u"/a b"_s,
         u"/a%20b"_s,
         u"/ä"_s,
         u"/a?b"_s,
         u"/a\n"_s,
         u"https://a/b"_s,
         u'/' + QString(3'000, u'x')});
}

void TestConfigWebValues::readsPathPrefixes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto value = pathPrefix(text);
    QCOMPARE(value ? QString::fromLatin1(*value) : refused, expected);
}

void TestConfigWebValues::readsOrigins_data()
{
    addRows(
        {{u"*"_s, QString()},
         {u"https://a.example"_s, u"https://a.example"_s},
         {u"HTTPS://A.example/, http://b.example:8080"_s,
          u"https://a.example http://b.example:8080"_s},
         {u"https://a.example:443,http://a.example:80"_s, u"https://a.example http://a.example"_s},
         {u"http://[::1]:3000"_s, u"http://[::1]:3000"_s},
         {u"vscode-webview://abc"_s, u"vscode-webview://abc"_s},
         {u"https://a.example,https://a.example/"_s, u"https://a.example"_s},
         {u"https://größe.example"_s, u"https://xn--gre-6ka8i.example"_s}},
        {QString(),
         u","_s,
         u"a.example"_s,
         u"null"_s,
         u"https://*.example"_s,
         u"*,https://a.example"_s,
         u"https://a.example/path"_s,
         u"https://a.example?x"_s,
         u"https://u@a.example"_s,
         u"https://a.example b"_s,
         u"file:///a"_s});
}

void TestConfigWebValues::readsOrigins()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto value = origins(text);
    QCOMPARE(value ? QString::fromLatin1(value->join(' ')) : refused, expected);
}

void TestConfigWebValues::readsHostNames_data()
{
    addRows(
        {{u"statsd.example.com"_s, u"statsd.example.com"_s},
         {u" statsd "_s, u"statsd"_s},
         {u"https://statsd.example.com"_s, u"statsd.example.com"_s},
         {u"https://statsd.example.com/"_s, u"statsd.example.com"_s},
         {u"statsd.example.com/path?x=1"_s, u"statsd.example.com"_s},
         {u"udp://statsd:8125"_s, u"statsd"_s},
         {u"10.0.0.1"_s, u"10.0.0.1"_s},
         {u"https://10.0.0.1:8125/x"_s, u"10.0.0.1"_s},
         {u"fd00::1"_s, u"fd00::1"_s},
         {u"http://[fd00::1]:8125/"_s, u"fd00::1"_s}},
        {QString(),
         u"https://"_s,
         u"two words"_s,
         u"a,b"_s,
         u"user@host"_s,
         u"-host"_s,
         u"host..name"_s,
         u"[nonsense]"_s,
         QString(300, u'h')});
}

void TestConfigWebValues::readsHostNames()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(hostName(text).value_or(refused), expected);
}

void TestConfigWebValues::readsEndpoints_data()
{
    addRows(
        {{u"none"_s, u"none"_s},
         {u"127.0.0.1:9464"_s, u"127.0.0.1:9464"_s},
         {u"0.0.0.0:0"_s, u"0.0.0.0:0"_s},
         {u"[::1]:9464"_s, u"[::1]:9464"_s}},
        {QString(),
         u"9464"_s,
         u":9464"_s,
         u"127.0.0.1"_s,
         u"127.0.0.1:"_s,
         u"127.0.0.1:65536"_s,
         u"127.0.0.1:-1"_s,
         u"::1:9464"_s,
         u"host:9464"_s});
}

void TestConfigWebValues::readsEndpoints()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto value = endpoint(text);
    QCOMPARE(value ? endpointText(*value) : refused, expected);
}

QTEST_GUILESS_MAIN(TestConfigWebValues)
#include "tst_configwebvalues.moc"
