// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/envelope.h"

#include <QTest>

using namespace ct::server::relay;

class TestMessageVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsCompatibleVersions_data();
    void knowsCompatibleVersions();
};

void TestMessageVersion::knowsCompatibleVersions_data()
{
    QTest::addColumn<bool>("compatible");
    for (const char *version :
         {"0.3.0", "0.3.1", "0.3.99", "0.3.1-next.1", "0.3.1+build.5", "0.3.1-a+b"})
        QTest::newRow(version) << true;
    for (const char *version :
         {"0",
          "0.3",
          "0.3.",
          "0.3.1.2",
          "0.2.9",
          "0.4.0",
          "1.0.0",
          "1.3.1",
          "00.3.1",
          "0.03.1",
          "0.3.01",
          "v0.3.1",
          " 0.3.1",
          "0.3.1 ",
          "0.3.1-",
          "0.3.1-\xc3\xa9",
          "0.-3.1",
          "-0.3.1",
          "+0.3.1",
          "0.+3.1",
          "a.b.c",
          "latest",
          "0.3.x",
          "0,3,1",
          "0.3.1\n",
          "0x0.3.1",
          "0.3.1_2",
          "..",
          "0.30.1",
          "0.3.99999999999999999999",
          "99999999999999999999.3.1"})
        QTest::newRow(version) << false;
}

void TestMessageVersion::knowsCompatibleVersions()
{
    QTEST(isCompatibleVersion(QByteArrayView(QTest::currentDataTag())), "compatible");
    QVERIFY(isCompatibleVersion(protocolVersion));
    QVERIFY(!isCompatibleVersion({}));
    QVERIFY(!isCompatibleVersion(QByteArray("0.3.1\0", 6)));
    QVERIFY(!isCompatibleVersion(QByteArray("0.3.1-").append(1'000'000, 'a')));
}

QTEST_GUILESS_MAIN(TestMessageVersion)
#include "tst_messageversion.moc"
