// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/serveraddress.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatPeopleType_data();
    void understandsWhatPeopleType();
    void refusesWhatIsNoServer_data();
    void refusesWhatIsNoServer();
};

void TestServerAddress::understandsWhatPeopleType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("whole") << u"http://localhost:1080/"_s << u"http://localhost:1080/"_s;
    QTest::newRow("no path") << u"https://edge.example.org"_s << u"https://edge.example.org/"_s;
    QTest::newRow("no scheme") << u"edge.example.org:1443"_s << u"https://edge.example.org:1443/"_s;
    QTest::newRow("spaces") << u"  edge.example.org \n"_s << u"https://edge.example.org/"_s;
    QTest::newRow("prefix") << u"https://tools.example.org/oct"_s
                            << u"https://tools.example.org/oct/"_s;
    QTest::newRow("invitation") << u"https://edge.example.org/#aB3"_s
                                << u"https://edge.example.org/"_s;
    QTest::newRow("query") << u"https://edge.example.org/?a=b"_s << u"https://edge.example.org/"_s;
    QTest::newRow("IPv6") << u"http://[::1]:1080"_s << u"http://[::1]:1080/"_s;
    QTest::newRow("capitals") << u"HTTPS://Edge.Example.org"_s << u"https://edge.example.org/"_s;
}

void TestServerAddress::understandsWhatPeopleType()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const auto address = ct::console::api::serverAddress(typed);
    QVERIFY(address);
    QCOMPARE(address->toString(), meant);
}

void TestServerAddress::refusesWhatIsNoServer_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blank") << u"   "_s;
    QTest::newRow("other scheme") << u"ftp://edge.example.org"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("password") << u"https://me:secret@edge.example.org"_s;
    QTest::newRow("port too high") << u"https://edge.example.org:99999"_s;
    QTest::newRow("space within") << u"https://edge example.org"_s;
    QTest::newRow("scheme only") << u"https://"_s;
}

void TestServerAddress::refusesWhatIsNoServer()
{
    QFETCH(QString, typed);
    const auto address = ct::console::api::serverAddress(typed);
    QVERIFY(!address);
    QCOMPARE(address.error().code, ct::ErrorCode::InvalidInput);
    QVERIFY(!address.error().message.contains(u"secret"_s));
}

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
