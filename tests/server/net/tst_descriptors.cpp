// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/descriptors.h"

#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace ct::server::net;

class TestDescriptors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QCOMPARE(::getrlimit(RLIMIT_NOFILE, &m_before), 0); }
    void cleanup() { ::setrlimit(RLIMIT_NOFILE, &m_before); }

    void raisesTheSoftLimit();
    void fitsTheConnectionsIn();
    void leavesConnectionsThatFit();
    // Last: the hard limit cannot be raised again.
    void keepsSomeOfFew();
    void tooFewAreAnError();

private:
    rlimit m_before = {};
};

void TestDescriptors::raisesTheSoftLimit()
{
    const rlimit low {300, m_before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
    const ct::Result<int> usable = raiseDescriptorLimit();
    QVERIFY(usable);
    rlimit now = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &now), 0);
    QCOMPARE(now.rlim_cur, m_before.rlim_max);
    QCOMPARE(*usable, static_cast<int>(qMin<rlim_t>(now.rlim_cur, INT_MAX)) - 256);
}

void TestDescriptors::fitsTheConnectionsIn()
{
    NetConfig config;
    config.connections = 1000;
    config.unauthenticated = 200;
    QVERIFY(fitConnections(config, 100));
    QCOMPARE(config.connections, 100);
    QCOMPARE(config.unauthenticated, 20);
    QVERIFY(fitConnections(config, 20));
    QCOMPARE(config.connections, 20);
    QCOMPARE(config.unauthenticated, 8);
}

void TestDescriptors::leavesConnectionsThatFit()
{
    NetConfig config;
    config.connections = 1000;
    config.unauthenticated = 200;
    QVERIFY(!fitConnections(config, 1000));
    QCOMPARE(config.connections, 1000);
    QCOMPARE(config.unauthenticated, 200);
}

void TestDescriptors::keepsSomeOfFew()
{
    const rlimit low {256, 256};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
    const ct::Result<int> usable = raiseDescriptorLimit();
    QVERIFY(usable);
    QCOMPARE(*usable, 256 - 160);
}

void TestDescriptors::tooFewAreAnError()
{
    const rlimit low {60, 60};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
    const ct::Result<int> usable = raiseDescriptorLimit();
    QVERIFY(!usable);
    QVERIFY(usable.error().message.contains(u"60"_s));
    QVERIFY(usable.error().message.contains(u"64"_s));
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
