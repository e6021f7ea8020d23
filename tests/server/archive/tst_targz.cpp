// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/archive/targz.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::archive;

class TestTarGz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isUnderstoodByTar();
    void takesNamesBeyondAscii();
    void anEmptyOneIsWhole();

private:
    /// What tar says to an archive.
    static QString tar(const QStringList &arguments, const QByteArray &archive);
};

void TestTarGz::initTestCase()
{
    // As the program does it.
    std::setlocale(LC_CTYPE, "C.UTF-8");
}

QString TestTarGz::tar(const QStringList &arguments, const QByteArray &archive)
{
    QProcess process;
    process.start(u"tar"_s, arguments);
    process.write(archive);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput())
                                   : QString::fromUtf8(process.readAllStandardError());
}

void TestTarGz::isUnderstoodByTar()
{
    const QByteArray content(200'000, 'x');
    const auto packed = tarGz({{u"a.csv"_s, "one"}, {u"b.csv"_s, content}}, {});
    QVERIFY(packed);
    QVERIFY(packed->size() < 2'000);
    QCOMPARE(tar({u"-tzf"_s, u"-"_s}, *packed), u"a.csv\nb.csv\n"_s);
    QCOMPARE(tar({u"-xzOf"_s, u"-"_s, u"a.csv"_s}, *packed), u"one"_s);
    QCOMPARE(tar({u"-xzOf"_s, u"-"_s, u"b.csv"_s}, *packed).toUtf8(), content);
}

void TestTarGz::takesNamesBeyondAscii()
{
    const auto packed = tarGz({{u"Übersicht-日本.csv"_s, "x"}}, {});
    QVERIFY(packed);
    QCOMPARE(
        tar({u"-tzf"_s, u"-"_s, u"--quoting-style=literal"_s}, *packed), u"Übersicht-日本.csv\n"_s);
}

void TestTarGz::anEmptyOneIsWhole()
{
    const auto packed = tarGz({}, {});
    QVERIFY(packed);
    QCOMPARE(tar({u"-tzf"_s, u"-"_s}, *packed), QString());
}

QTEST_GUILESS_MAIN(TestTarGz)
#include "tst_targz.moc"
