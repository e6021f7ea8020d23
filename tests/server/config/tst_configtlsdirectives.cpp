// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/tlsdirectives.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::config;
using Values = QMap<QString, QString>;

namespace {

FileSettings read(const QByteArray &content)
{
    return readTlsDirectives(u"file"_s, content);
}

Values valuesOf(const FileSettings &settings)
{
    Values values;
    for (auto it = settings.values.begin(); it != settings.values.end(); ++it)
        values.insert(it.key(), it->value);
    return values;
}

} // namespace

class TestConfigTlsDirectives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheNotesExample();
    void readsListen_data();
    void readsListen();
    void readsNginxsLanguage();
    void leavesBrokenProtocolsOut();
    void warnsByName_data();
    void warnsByName();
    void refusesByLine_data();
    void refusesByLine();
    void refusesWhatIsNoText();
};

void TestConfigTlsDirectives::readsTheNotesExample()
{
    const FileSettings settings = read("listen 1443 ssl;\n"
                                       "ssl_certificate     /etc/nginx/ssl/ssl-bundle.crt;\n"
                                       "ssl_certificate_key /etc/nginx/ssl/codetogether.key;\n"
                                       "ssl_protocols TLSv1.3 TLSv1.2;\n");
    QCOMPARE(settings.faults + settings.warnings, QStringList());
    QCOMPARE(
        valuesOf(settings),
        Values(
            {{u"CT_HTTPS_PORT"_s, u"1443"_s},
             {u"CT_TLS_CERTIFICATE"_s, u"/etc/nginx/ssl/ssl-bundle.crt"_s},
             {u"CT_TLS_KEY"_s, u"/etc/nginx/ssl/codetogether.key"_s},
             {u"CT_TLS_PROTOCOLS"_s, u"TLSv1.3 TLSv1.2"_s}}));
    QCOMPARE(settings.values.value(u"CT_TLS_KEY"_s).place, u"file, line 3"_s);
}

void TestConfigTlsDirectives::readsListen_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<int>("warnings");
    QTest::newRow("port") << QByteArray("443 ssl") << 0;
    QTest::newRow("more words") << QByteArray("443 default_server ssl http2") << 0;
    QTest::newRow("all of IPv4") << QByteArray("0.0.0.0:443 ssl") << 0;
    QTest::newRow("all of IPv6") << QByteArray("[::]:443 ssl") << 0;
    QTest::newRow("star") << QByteArray("*:443 ssl") << 0;
    QTest::newRow("one address") << QByteArray("192.0.2.1:443 ssl") << 1;
}

void TestConfigTlsDirectives::readsListen()
{
    QFETCH(const QByteArray, arguments);
    QFETCH(const int, warnings);
    const FileSettings settings = read("listen " + arguments + ";");
    QCOMPARE(settings.faults, QStringList());
    QCOMPARE(settings.warnings.size(), warnings);
    QCOMPARE(valuesOf(settings), Values({{u"CT_HTTPS_PORT"_s, u"443"_s}}));
}

void TestConfigTlsDirectives::readsNginxsLanguage()
{
    const FileSettings settings
        = read("# a comment; with a semicolon\r\n"
               "ssl_certificate\n  \"/a b.pem\" ; ssl_certificate_key '/k.pem';;\n"
               "listen 1443 ssl; listen [::]:1443 ssl; # both families\n");
    QCOMPARE(settings.faults + settings.warnings, QStringList());
    QCOMPARE(
        valuesOf(settings),
        Values(
            {{u"CT_HTTPS_PORT"_s, u"1443"_s},
             {u"CT_TLS_CERTIFICATE"_s, u"/a b.pem"_s},
             {u"CT_TLS_KEY"_s, u"/k.pem"_s}}));
    QCOMPARE(settings.values.value(u"CT_TLS_CERTIFICATE"_s).place, u"file, line 2"_s);
}

void TestConfigTlsDirectives::leavesBrokenProtocolsOut()
{
    const FileSettings settings = read("ssl_protocols SSLv3 TLSv1 TLSv1.1 TLSv1.2;");
    QCOMPARE(settings.faults, QStringList());
    QCOMPARE(settings.warnings.size(), 3);
    QCOMPARE(valuesOf(settings), Values({{u"CT_TLS_PROTOCOLS"_s, u"TLSv1.2"_s}}));
}

void TestConfigTlsDirectives::warnsByName_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("start");
    QTest::newRow("another directive")
        << QByteArray("\nssl_ciphers HIGH;") << u"file, line 2: ssl_ciphers does nothing here"_s;
    QTest::newRow("second port") << QByteArray("listen 1 ssl; listen 2 ssl;")
                                 << u"file, line 1: CT_HTTPS_PORT is given before"_s;
    QTest::newRow("second certificate") << QByteArray("ssl_certificate /a; ssl_certificate /b;")
                                        << u"file, line 1: CT_TLS_CERTIFICATE is given before"_s;
}

void TestConfigTlsDirectives::warnsByName()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, start);
    const FileSettings settings = read(content);
    QCOMPARE(settings.faults, QStringList());
    QCOMPARE(settings.warnings.size(), 1);
    QVERIFY2(settings.warnings[0].startsWith(start), qPrintable(settings.warnings[0]));
}

void TestConfigTlsDirectives::refusesByLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no TLS") << QByteArray("listen 1443;");
    QTest::newRow("no port") << QByteArray("listen localhost ssl;");
    QTest::newRow("socket") << QByteArray("listen unix:/run/x ssl;");
    QTest::newRow("relative file") << QByteArray("ssl_certificate c.pem;");
    QTest::newRow("variable") << QByteArray("ssl_certificate /etc/$host.pem;");
    QTest::newRow("two files") << QByteArray("ssl_certificate /a /b;");
    QTest::newRow("no file") << QByteArray("ssl_certificate_key;");
    QTest::newRow("only old protocols") << QByteArray("ssl_protocols TLSv1;");
    QTest::newRow("odd protocol") << QByteArray("ssl_protocols TLSv1.2 TLS;");
    QTest::newRow("no semicolon") << QByteArray("ssl_protocols TLSv1.2");
    QTest::newRow("block") << QByteArray("server { listen 1443 ssl; }");
    QTest::newRow("open quote") << QByteArray("ssl_certificate \"/a;");
    QTest::newRow("escape") << QByteArray("ssl_certificate \"/a\\\" \";");
}

void TestConfigTlsDirectives::refusesByLine()
{
    QFETCH(const QByteArray, line);
    const FileSettings settings = read("\n" + line);
    QCOMPARE(settings.faults.size(), 1);
    QVERIFY2(settings.faults[0].startsWith(u"file, line 2: "_s), qPrintable(settings.faults[0]));
}

void TestConfigTlsDirectives::refusesWhatIsNoText()
{
    QVERIFY(read("listen 1443 ssl;\xff").faults.value(0).contains(u"no UTF-8 text"_s));
}

QTEST_APPLESS_MAIN(TestConfigTlsDirectives)
#include "tst_configtlsdirectives.moc"
