// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/revocationfile.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

class TestRevocations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOneLoginOrAllOfAUser();
    void whenFullRefusesTooMuchRatherThanTooLittle();
    void endingALoginAgainTakesNoSecondPlace();
    void r2EndedLoginsOutliveARestart();
    void forgetsWhatHasExpiredAnyway();
    void oneWriteServesAllWhoWait();
    void saysWhenTheFileCannotBeWritten();
    void refusesBrokenFilesAndLeavesThemAlone_data();
    void refusesBrokenFilesAndLeavesThemAlone();

private:
    QString path() const { return m_folder.filePath(u"ended-logins"_s); }
    qint64 now() const { return sinceEpoch(m_clock.wallNow()).count(); }

    test::FakeClock m_clock;
    QTemporaryDir m_folder;
};

void TestRevocations::endsOneLoginOrAllOfAUser()
{
    Revocations ended(10);
    ended.add({"one", u"ada"_s}, 100, 200);
    QVERIFY(ended.covers("one", u"ada"_s, 50));
    QVERIFY(ended.covers("one", u"ada"_s, 150));
    QVERIFY(!ended.covers("two", u"ada"_s, 50));
    ended.add({{}, u"ada"_s}, 100, 200);
    QVERIFY(ended.covers("two", u"ada"_s, 100));
    QVERIFY(!ended.covers("two", u"ada"_s, 101));
    QVERIFY(!ended.covers("two", u"bob"_s, 100));
    QCOMPARE(ended.lastLogout(u"ada"_s), 100);
    QVERIFY(ended.lastLogout(u"bob"_s) < 0);
}

void TestRevocations::whenFullRefusesTooMuchRatherThanTooLittle()
{
    Revocations ended(2);
    ended.add({"one", {}}, 100, 200);
    ended.add({"two", {}}, 110, 210);
    QVERIFY(!ended.covers("others", {}, 100));
    ended.add({"three", {}}, 120, 220);
    for (const QByteArray &login : {"one"_ba, "two"_ba, "three"_ba})
        QVERIFY(ended.covers(login, {}, 90));
    QVERIFY(ended.covers("others", {}, 100));
    QVERIFY(!ended.covers("others", {}, 101));
    Revocations again(2);
    QVERIFY(again.restore(ended.text(150)));
    QVERIFY(again.covers("others", {}, 100));
    QVERIFY(again.covers("three", {}, 125));
}

void TestRevocations::endingALoginAgainTakesNoSecondPlace()
{
    Revocations ended(2);
    ended.add({"one", {}}, 100, 200);
    ended.add({"two", {}}, 100, 200);
    ended.add({"one", {}}, 110, 210);
    QVERIFY(!ended.covers("others", {}, 50));
}

void TestRevocations::r2EndedLoginsOutliveARestart()
{
    Revocations ended(10);
    RevocationFile file(path(), ended, m_clock);
    ended.add({"one", {}}, now(), now() + 10);
    ended.add({{}, u"name with spaces\nand a line"_s}, now(), now() + 10);
    std::optional<Status> saved;
    file.save([&saved](const Status &status) { saved = status; });
    QTRY_VERIFY(saved);
    QVERIFY(*saved);
    Revocations restored(10);
    QVERIFY(RevocationFile::load(path(), restored));
    QVERIFY(restored.covers("one", {}, 0));
    QVERIFY(restored.covers("x", u"name with spaces\nand a line"_s, now()));
    QVERIFY(!restored.covers("two", {}, 0));
    QCOMPARE(
        QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestRevocations::forgetsWhatHasExpiredAnyway()
{
    Revocations ended(10);
    ended.add({"one", {}}, 100, 200);
    QVERIFY(!ended.text(200).isEmpty());
    QVERIFY(ended.text(201).isEmpty());
}

void TestRevocations::oneWriteServesAllWhoWait()
{
    Revocations ended(2000);
    RevocationFile file(path(), ended, m_clock);
    int saved = 0;
    for (int login = 0; login < 1000; ++login) {
        ended.add({QByteArray::number(login), {}}, now(), now() + 10);
        file.save([&saved](const Status &status) { saved += status ? 1 : 0; });
    }
    QTRY_COMPARE(saved, 1000);
    Revocations restored(2000);
    QVERIFY(RevocationFile::load(path(), restored));
    QVERIFY(restored.covers("999", {}, 0));
}

void TestRevocations::saysWhenTheFileCannotBeWritten()
{
    const Revocations ended(10);
    RevocationFile file(m_folder.filePath(u"missing/file"_s), ended, m_clock);
    std::optional<Status> saved;
    file.save([&saved](const Status &status) { saved = status; });
    QTRY_VERIFY(saved);
    QVERIFY(!*saved);
}

void TestRevocations::refusesBrokenFilesAndLeavesThemAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"rubbish",
          "login one 1",
          "login one 1 x",
          "login one 1 2 3",
          "logout one 1 2",
          "all 1",
          " "})
        QTest::newRow(text) << QByteArray(text);
}

void TestRevocations::refusesBrokenFilesAndLeavesThemAlone()
{
    QFETCH(QByteArray, text);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    file.write(text);
    file.close();
    Revocations ended(10);
    const Status loaded = RevocationFile::load(path(), ended);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::Corrupt);
    QVERIFY(loaded.error().message.contains(path()));
    QVERIFY(QFile::exists(path()));
}

} // namespace ct::server::auth

QTEST_GUILESS_MAIN(ct::server::auth::TestRevocations)
#include "tst_revocations.moc"
