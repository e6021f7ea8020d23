// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/syslogline.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::auditfeed;

class TestSyslogLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAnEntryHas();
    void marksWhatIsNotAscii();
    void escapesValues_data();
    void escapesValues();
    void neverBeginsALineOfItsOwn();
    void fillsHeaderFieldsThatAreEmptyOrOdd();
    void cutsLongTexts();
    void staysWithinTheLimit_data();
    void staysWithinTheLimit();
    void countsOctets();

private:
    static store::ChainedAuditEntry entry();
};

store::ChainedAuditEntry TestSyslogLine::entry()
{
    return {
        12,
        {u"aB3"_s, 4},
        {WallTime(std::chrono::milliseconds(1'790'000'000'123)),
         u"session.ended"_s,
         u"Hana"_s,
         u"192.0.2.1"_s,
         u"room-1"_s,
         u"said bye"_s},
        QByteArray(64, 'f')};
}

void TestSyslogLine::saysWhatAnEntryHas()
{
    const QByteArray expected
        = "<109>1 2026-09-21T14:13:20.123Z edge.example codetogether-edge 77 session.ended "
          "[audit@32473 entry=\"12\" run=\"aB3\" sequence=\"4\" kind=\"session.ended\" "
          "actor=\"Hana\" address=\"192.0.2.1\" "
          "subject=\"room-1\" hash=\""
        + QByteArray(64, 'f') + "\"] session.ended by Hana from 192.0.2.1, room-1: said bye";
    QCOMPARE(syslogLine(entry(), {u"edge.example"_s, u"77"_s}, 8'192), expected);
}

void TestSyslogLine::marksWhatIsNotAscii()
{
    store::ChainedAuditEntry german = entry();
    german.what.detail = u"Grüße"_s;
    const QByteArray line = syslogLine(german, {u"h"_s, u"1"_s}, 8'192);
    QVERIFY(line.contains("] \xEF\xBB\xBFsession.ended by Hana"));
    QVERIFY(line.endsWith("Grüße"));
    // Plain ASCII has no mark.
    QVERIFY(!syslogLine(entry(), {u"h"_s, u"1"_s}, 8'192).contains('\xEF'));
}

void TestSyslogLine::escapesValues_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("quote") << u"a\"b"_s << "a\\\"b"_ba;
    QTest::newRow("backslash") << u"a\\b"_s << "a\\\\b"_ba;
    QTest::newRow("bracket") << u"a]b[c"_s << "a\\]b[c"_ba;
    QTest::newRow("line") << u"a\nb"_s << "a\\\\nb"_ba;
    QTest::newRow("nothing") << QString() << ""_ba;
    QTest::newRow("letters") << u"Zoë"_s << "Zoë"_ba;
    QTest::newRow("an end of its own") << uR"("] [x y="z"])"_s << R"(\"\] [x y=\"z\"\])"_ba;
}

void TestSyslogLine::escapesValues()
{
    QFETCH(QString, actor);
    QFETCH(QByteArray, written);
    store::ChainedAuditEntry strange = entry();
    strange.what.actor = actor;
    const QByteArray line = syslogLine(strange, {u"h"_s, u"1"_s}, 8'192);
    QVERIFY2(line.contains(QByteArray(" actor=\"" + written + "\" address=")), line.constData());
}

void TestSyslogLine::neverBeginsALineOfItsOwn()
{
    store::ChainedAuditEntry strange = entry();
    const QString text = u"x\r\n<0>1 - - - - - - forged\u2028\u202e\x01\x85"_s;
    strange.what.actor = strange.what.address = strange.what.subject = strange.what.detail = text;
    strange.what.kind = text;
    const QByteArray line = syslogLine(strange, {text, text}, 8'192);
    for (const char byte : line)
        QVERIFY(static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f);
    QVERIFY(!line.contains("\u2028") && !line.contains("\u202e") && !line.contains("\xc2\x85"));
}

void TestSyslogLine::fillsHeaderFieldsThatAreEmptyOrOdd()
{
    store::ChainedAuditEntry odd = entry();
    odd.what.kind = u"a kind with ü and more than thirty-two letters"_s;
    const QByteArray line = syslogLine(odd, {QString(), u"a b"_s}, 8'192);
    QVERIFY2(
        line.contains("Z - codetogether-edge a?b a?kind?with???and?more?than?thir [audit@"),
        line.constData());
}

void TestSyslogLine::cutsLongTexts()
{
    store::ChainedAuditEntry big = entry();
    big.what.subject = QString(10'000, u'x');
    big.what.detail = QString(100'000, u'€');
    const QByteArray line = syslogLine(big, {u"h"_s, u"1"_s}, 8'192);
    QVERIFY(line.size() <= 8'192 && line.size() > 8'000);
    QVERIFY(line.endsWith("…"));
    QVERIFY(line.contains(QByteArray(" subject=\"" + QByteArray(192, 'x') + "…\" hash=")));
    // No letter was cut in two.
    QCOMPARE(QString::fromUtf8(line).toUtf8(), line);
    QVERIFY(!QString::fromUtf8(line).contains(QChar::ReplacementCharacter));
}

void TestSyslogLine::staysWithinTheLimit_data()
{
    QTest::addColumn<QString>("letter");
    for (const auto &letter : {u"x"_s, u"\""_s, u"\\"_s, u"]"_s, u"\u202e"_s, u"\n"_s, u"€"_s})
        QTest::addRow("%s", letter.toUtf8().toPercentEncoding().constData()) << letter;
    QTest::newRow("beyond 16 bits") << QString::fromUcs4(U"\U000e0001");
}

void TestSyslogLine::staysWithinTheLimit()
{
    QFETCH(QString, letter);
    store::ChainedAuditEntry big = entry();
    const QString text = letter.repeated(5'000);
    big.what.kind = big.what.actor = big.what.address = big.what.subject = big.what.detail = text;
    big.entry = std::numeric_limits<qint64>::max();
    big.origin = {text, std::numeric_limits<qint64>::max()};
    const SyslogOrigin origin {QString(1'000, u'h'), QString(1'000, u'p')};
    for (const qsizetype most : {qsizetype {0}, shortestSyslogLine, qsizetype {8'192}}) {
        const QByteArray line = syslogLine(big, origin, most);
        QVERIFY2(
            line.size() <= std::max(most, shortestSyslogLine),
            qPrintable(QString::number(line.size())));
        QVERIFY(line.contains(QByteArray("hash=\"" + QByteArray(64, 'f') + "\"] ")));
    }
}

void TestSyslogLine::countsOctets()
{
    QCOMPARE(syslogFrame("<109>1 ü"), "9 <109>1 ü"_ba);
}

QTEST_GUILESS_MAIN(TestSyslogLine)
#include "tst_syslogline.moc"
