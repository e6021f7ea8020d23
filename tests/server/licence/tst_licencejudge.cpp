// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/licence/issuing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::licence;

class TestLicenceJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesByTheDay_data();
    void judgesByTheDay();
    void limitsByTheState_data();
    void limitsByTheState();
    void refusesEveryFlippedBit();
    void refusesEverySwapOfFields();
    void refusesTextsMovedFromOneFieldToTheNext();
    void refusesTheSignatureOfAnother();
    void namesTheCheckThatFails_data();
    void namesTheCheckThatFails();
    void countsTheLatestDayThatWasSeen();
    void signsAsRfc8032Says();
    void readsOneSpellingOfAKeyOnly();

private:
    LicenceState stateOf(const Licence &licence) const
    {
        return judge(licence, m_office.issuer, m_today, {}).state;
    }

    const issuing::Office m_office;
    const QDate m_today {2026, 11, 25};
};

void TestLicenceJudge::judgesByTheDay_data()
{
    QTest::addColumn<QString>("lastDay");
    QTest::addColumn<LicenceState>("state");
    QTest::addColumn<int>("daysLeft");
    QTest::newRow("a year") << u"2027/11/25"_s << LicenceState::Valid << 365;
    QTest::newRow("31 days") << u"2026/12/26"_s << LicenceState::Valid << 31;
    QTest::newRow("30 days") << u"2026/12/25"_s << LicenceState::Expiring << 30;
    QTest::newRow("today") << u"2026/11/25"_s << LicenceState::Expiring << 0;
    QTest::newRow("yesterday") << u"2026/11/24"_s << LicenceState::Expired << -1;
}

void TestLicenceJudge::judgesByTheDay()
{
    QFETCH(QString, lastDay);
    QFETCH(LicenceState, state);
    QFETCH(int, daysLeft);
    const LicenceStatus status = judge(m_office.issue(lastDay), m_office.issuer, m_today, {});
    QCOMPARE(status.state, state);
    QCOMPARE(status.daysLeft, std::optional(daysLeft));
}

void TestLicenceJudge::limitsByTheState_data()
{
    QTest::addColumn<QString>("lastDay");
    QTest::addColumn<QString>("connections");
    QTest::addColumn<int>("community");
    QTest::addColumn<int>("limit");
    const auto row
        = [](const char *name, const QString &day, const QString &many, int own, int limit) {
              QTest::newRow(name) << day << many << own << limit;
          };
    row("valid", u"2030/01/01"_s, u"250"_s, 10, 250);
    row("valid, without limit", u"2030/01/01"_s, u"0"_s, 10, 0);
    row("expiring", u"2026/12/01"_s, u"250"_s, 10, 250);
    row("expired, community smaller", u"2020/01/01"_s, u"250"_s, 10, 10);
    row("expired, licence smaller", u"2020/01/01"_s, u"5"_s, 10, 5);
    row("expired, community without limit", u"2020/01/01"_s, u"5"_s, 0, 5);
    row("expired, licence without limit", u"2020/01/01"_s, u"0"_s, 10, 10);
    row("expired, neither has one", u"2020/01/01"_s, u"0"_s, 0, 0);
}

void TestLicenceJudge::limitsByTheState()
{
    QFETCH(QString, lastDay);
    QFETCH(QString, connections);
    QFETCH(int, community);
    QFETCH(int, limit);
    const Issuer issuer {m_office.keys.publicKey, community};
    QCOMPARE(judge(m_office.issue(lastDay, connections), issuer, m_today, {}).limit, limit);
    QCOMPARE(judge({}, issuer, m_today, {}).limit, community);
    Licence locatorOnly;
    locatorOnly.locator = u"https://locator.example.com"_s;
    QCOMPARE(judge(locatorOnly, issuer, m_today, {}).state, LicenceState::None);
}

void TestLicenceJudge::refusesEveryFlippedBit()
{
    const Licence licence = m_office.issue(u"2030/01/01"_s);
    QCOMPARE(stateOf(licence), LicenceState::Valid);
    int flipped = 0;
    for (const LicenceField &field : licenceFields) {
        const QString text = licence.*field.text;
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (int bit = 0; bit < 16; ++bit) {
                Licence forged = licence;
                QChar &letter = (forged.*field.text)[at];
                letter = QChar(static_cast<char16_t>(letter.unicode() ^ (1U << bit)));
                QVERIFY2(stateOf(forged) == LicenceState::Invalid, qPrintable(forged.*field.text));
                ++flipped;
            }
        }
    }
    QVERIFY(flipped > 2'000);
}

void TestLicenceJudge::refusesEverySwapOfFields()
{
    const Licence licence = m_office.issue(u"2030/01/01"_s);
    for (const LicenceField &one : licenceFields) {
        for (const LicenceField &other : licenceFields) {
            if (one.text == other.text)
                continue;
            Licence forged = licence;
            qSwap(forged.*one.text, forged.*other.text);
            QCOMPARE(stateOf(forged), LicenceState::Invalid);
        }
    }
}

void TestLicenceJudge::refusesTextsMovedFromOneFieldToTheNext()
{
    Licence licence = m_office.issue(u"2030/01/01"_s);
    Licence moved = licence;
    moved.licensee += u"\nCT_MAXCONNECTIONS 3\n250"_s;
    QVERIFY(signedBytes(moved) != signedBytes(licence));
    QCOMPARE(stateOf(moved), LicenceState::Invalid);
    Licence blank = licence;
    blank.licensee += u' ';
    QCOMPARE(stateOf(blank), LicenceState::Invalid);
    Licence more = licence;
    more.maxConnections += u'0';
    QCOMPARE(stateOf(more), LicenceState::Invalid);
}

void TestLicenceJudge::refusesTheSignatureOfAnother()
{
    const issuing::Office other;
    QCOMPARE(stateOf(other.issue(u"2030/01/01"_s)), LicenceState::Invalid);
    Licence mixed = m_office.issue(u"2030/01/01"_s);
    mixed.signature = m_office.issue(u"2030/01/02"_s).signature;
    QCOMPARE(stateOf(mixed), LicenceState::Invalid);
}

void TestLicenceJudge::namesTheCheckThatFails_data()
{
    using Change = void (*)(Licence &, Issuer &);
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QString &fault, Change change) {
        QTest::newRow(name) << change << fault;
    };
    row("no name", u"CT_LICENSEE is missing"_s, [](Licence &l, Issuer &) { l.licensee.clear(); });
    row("only a name",
        u"CT_MAXCONNECTIONS, CT_EXPIRATION, CT_SIGNATURE is missing"_s,
        [](Licence &l, Issuer &) {
            l = {l.licensee, {}, {}, {}, {}};
        });
    row("many", u"CT_MAXCONNECTIONS is not"_s, [](Licence &l, Issuer &) {
        l.maxConnections = u"many"_s;
    });
    row("+5", u"CT_MAXCONNECTIONS is not"_s, [](Licence &l, Issuer &) {
        l.maxConnections = u"+5"_s;
    });
    row("05", u"CT_MAXCONNECTIONS is not"_s, [](Licence &l, Issuer &) {
        l.maxConnections = u"05"_s;
    });
    row("too many", u"CT_MAXCONNECTIONS is not"_s, [](Licence &l, Issuer &) {
        l.maxConnections = u"99999999999"_s;
    });
    row("no such day", u"CT_EXPIRATION is not"_s, [](Licence &l, Issuer &) {
        l.expiration = u"2026/02/30"_s;
    });
    row("other order", u"CT_EXPIRATION is not"_s, [](Licence &l, Issuer &) {
        l.expiration = u"30.01.2030"_s;
    });
    row("one digit", u"CT_EXPIRATION is not"_s, [](Licence &l, Issuer &) {
        l.expiration = u"2030/1/1"_s;
    });
    row("no issuer", u"unknown issuer"_s, [](Licence &, Issuer &i) { i.publicKey.clear(); });
    row("short signature", u"CT_SIGNATURE is not a signature"_s, [](Licence &l, Issuer &) {
        l.signature.chop(2);
    });
    row("padded signature", u"CT_SIGNATURE is not a signature"_s, [](Licence &l, Issuer &) {
        l.signature += u"=="_s;
    });
    row("other locator", u"CT_SIGNATURE does not fit"_s, [](Licence &l, Issuer &) {
        l.locator.clear();
    });
}

void TestLicenceJudge::namesTheCheckThatFails()
{
    using Change = void (*)(Licence &, Issuer &);
    QFETCH(Change, change);
    QFETCH(QString, fault);
    Licence licence = m_office.issue(u"2030/01/01"_s);
    Issuer issuer = m_office.issuer;
    change(licence, issuer);
    const LicenceStatus status = judge(licence, issuer, m_today, {});
    QCOMPARE(status.state, LicenceState::Invalid);
    QVERIFY2(status.fault.startsWith(fault), qPrintable(status.fault));
}

void TestLicenceJudge::countsTheLatestDayThatWasSeen()
{
    const Licence licence = m_office.issue(u"2026/12/31"_s);
    const LicenceStatus onTime = judge(licence, m_office.issuer, m_today, m_today);
    QVERIFY(!onTime.isClockSetBack);
    QCOMPARE(judge(licence, m_office.issuer, m_today, m_today.addDays(-3)).isClockSetBack, false);
    const LicenceStatus setBack = judge(licence, m_office.issuer, m_today, QDate(2027, 1, 1));
    QVERIFY(setBack.isClockSetBack);
    QCOMPARE(setBack.state, LicenceState::Expired);
    QVERIFY(judge({}, m_office.issuer, m_today, QDate(2027, 1, 1)).isClockSetBack);
}

// Section 7.1, test 2.
void TestLicenceJudge::signsAsRfc8032Says()
{
    const QByteArray publicKey
        = QByteArray::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const QByteArray signature
        = QByteArray::fromHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                              "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    QVERIFY(isSignedBy(QByteArray(1, '\x72'), signature, publicKey));
    QVERIFY(!isSignedBy(QByteArray(1, '\x73'), signature, publicKey));
    QVERIFY(!isSignedBy(QByteArray(1, '\x72'), signature.chopped(1), publicKey));
}

void TestLicenceJudge::readsOneSpellingOfAKeyOnly()
{
    const QString text = keyText(m_office.keys.publicKey);
    QCOMPARE(bytesOf(text), m_office.keys.publicKey);
    const QStringList others {text + u'=', text + u'\n', u' ' + text, text.chopped(1), text + u'A'};
    for (const QString &other : others)
        QVERIFY2(bytesOf(other).size() != publicKeySize, qPrintable(other));
}

QTEST_GUILESS_MAIN(TestLicenceJudge)
#include "tst_licencejudge.moc"
