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
    // Last: the hard limit cannot be raised again.
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

void TestDescriptors::tooFewAreAnError()
{
    const rlimit low {200, 200};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
    const ct::Result<int> usable = raiseDescriptorLimit();
    QVERIFY(!usable);
    QVERIFY(usable.error().message.contains(u"200"_s));
    QVERIFY(usable.error().message.contains(u"257"_s));
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
