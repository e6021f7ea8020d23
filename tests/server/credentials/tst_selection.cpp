// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/selection.h"
#include "tests/support/countingrandom.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::credentials;

class TestSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFirstOfAllCombinations_data();
    void takesTheFirstOfAllCombinations();
    void takesWhatIsStoredOnlyWithoutVariables();
    void generatesAnotherPasswordEachTime();
    void neverSaysAPassword();
};

// All 16 combinations of CT_DASHBOARD_USER, CT_DASHBOARD_PASSWORD, CT_LOGS_USER, CT_LOGS_PASSWORD.
void TestSelection::takesTheFirstOfAllCombinations_data()
{
    QTest::addColumn<CredentialsConfig>("config");
    QTest::addColumn<Origin>("origin");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("remarks");
    // An empty password stands for a generated one.
    const auto row = [](const char *name,
                        Origin origin,
                        const char *user,
                        const char *password,
                        int remarks) {
        const QByteArray set(name);
        CredentialsConfig config;
        config.dashboard
            = {set[0] == 'D' ? u"du"_s : QString(), set[1] == 'D' ? "dp" : QByteArray()};
        config.logs = {set[2] == 'L' ? u"lu"_s : QString(), set[3] == 'L' ? "lp" : QByteArray()};
        QTest::newRow(name) << config << origin << QString::fromLatin1(user) << QByteArray(password)
                            << remarks;
    };
    row("----", Origin::Generated, "ctuser", "", 0);
    row("---L", Origin::Logs, "ctuser", "lp", 1);
    row("--L-", Origin::Logs, "lu", "", 1);
    row("--LL", Origin::Logs, "lu", "lp", 0);
    row("-D--", Origin::Dashboard, "ctuser", "dp", 1);
    row("-D-L", Origin::Dashboard, "ctuser", "dp", 1);
    row("-DL-", Origin::Dashboard, "ctuser", "dp", 1);
    row("-DLL", Origin::Dashboard, "ctuser", "dp", 1);
    row("D---", Origin::Dashboard, "du", "", 1);
    row("D--L", Origin::Dashboard, "du", "", 1);
    row("D-L-", Origin::Dashboard, "du", "", 1);
    row("D-LL", Origin::Dashboard, "du", "", 1);
    row("DD--", Origin::Dashboard, "du", "dp", 0);
    row("DD-L", Origin::Dashboard, "du", "dp", 0);
    row("DDL-", Origin::Dashboard, "du", "dp", 0);
    row("DDLL", Origin::Dashboard, "du", "dp", 0);
}

void TestSelection::takesTheFirstOfAllCombinations()
{
    QFETCH(const CredentialsConfig, config);
    QFETCH(const Origin, origin);
    QFETCH(const QString, user);
    QFETCH(const QByteArray, password);
    QFETCH(const int, remarks);
    ct::test::CountingRandom random;
    const Selection selection = select(config, {}, random);
    QCOMPARE(selection.origin, origin);
    QCOMPARE(selection.user, user);
    QCOMPARE(selection.isGenerated, password.isEmpty());
    if (password.isEmpty())
        QCOMPARE(selection.password.size(), 24);
    else
        QCOMPARE(selection.password, password);
    QCOMPARE(selection.remarks.size(), remarks);
}

void TestSelection::takesWhatIsStoredOnlyWithoutVariables()
{
    ct::test::CountingRandom random;
    const StoredCredentials stored {u"admin"_s, "hash"};
    const Selection alone = select({}, stored, random);
    QCOMPARE(alone.origin, Origin::Stored);
    QCOMPARE(alone.user, u"admin"_s);
    QCOMPARE(alone.hash, "hash"_ba);
    QVERIFY(!alone.isGenerated && alone.password.isEmpty());
    CredentialsConfig config;
    config.logs.password = "lp";
    QCOMPARE(select(config, stored, random).origin, Origin::Logs);
}

void TestSelection::generatesAnotherPasswordEachTime()
{
    ct::SystemRandom random;
    QVERIFY(select({}, {}, random).password != select({}, {}, random).password);
}

void TestSelection::neverSaysAPassword()
{
    ct::test::CountingRandom random;
    CredentialsConfig config;
    config.dashboard.password = "canary";
    const QStringList remarks = select(config, {}, random).remarks;
    QVERIFY(!remarks.isEmpty() && !remarks.join(u' ').contains(u"canary"_s));
}

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
