// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/logfile.h"
#include "tests/server/logging/logfolder.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace ct::server::logging;
using ct::test::LogFolder;

namespace {

unsigned modeOf(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_mode & 0777U : 0;
}

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ::umask(022); }
    void makesFolderAndFileForTheGroupOnly();
    void appendsToWhatIsThere();
    void rotatesBySize();
    void keepsNoMoreThanAskedFor();
    void comesBackAfterItsFolderWasRemoved();
    void failsAndRecovers();
    void followsARenamingWhenAsked();
    void goesOnAfterCopyTruncate();
    void refusesASymbolicLink();
    void refusesAFifo();
    void neverTearsALine();
};

void TestLogFile::makesFolderAndFileForTheGroupOnly()
{
    LogFolder folder;
    folder.config.folder = folder.top() + u"/a/b"_s;
    LogFile file(folder.config, u"x.log"_s);
    QVERIFY(file.append("one\n"));
    QCOMPARE(modeOf(folder.config.folder), 0750U);
    QCOMPARE(modeOf(folder.path(u"x.log"_s)), 0640U);
}

void TestLogFile::appendsToWhatIsThere()
{
    LogFolder folder;
    QVERIFY(LogFile(folder.config, u"x.log"_s).append("one\n"));
    QVERIFY(LogFile(folder.config, u"x.log"_s).append("two\n"));
    QCOMPARE(folder.text(u"x.log"_s), "one\ntwo\n"_ba);
}

void TestLogFile::rotatesBySize()
{
    LogFolder folder;
    folder.config.rotateAt = 8;
    LogFile file(folder.config, u"x.log"_s);
    QVERIFY(file.append("one\n"));
    QVERIFY(file.append("two\n"));
    QVERIFY(!QFile::exists(folder.path(u"x.log.1"_s)));
    QVERIFY(file.append("three\n"));
    QCOMPARE(folder.text(u"x.log.1"_s), "one\ntwo\n"_ba);
    QCOMPARE(folder.text(u"x.log"_s), "three\n"_ba);
}

void TestLogFile::keepsNoMoreThanAskedFor()
{
    LogFolder folder;
    folder.config.rotateAt = 1;
    folder.config.keep = 2;
    LogFile file(folder.config, u"x.log"_s);
    for (const char *line : {"1\n", "2\n", "3\n", "4\n"})
        QVERIFY(file.append(line));
    const QStringList expected {u"x.log"_s, u"x.log.1"_s, u"x.log.2"_s};
    QCOMPARE(QDir(folder.config.folder).entryList(QDir::Files, QDir::Name), expected);
    QCOMPARE(folder.text(u"x.log.2"_s), "2\n"_ba);

    folder.config.keep = 0;
    LogFile none(folder.config, u"y.log"_s);
    QVERIFY(none.append("1\n"));
    QVERIFY(none.append("2\n"));
    QCOMPARE(folder.text(u"y.log"_s), "2\n"_ba);
    QVERIFY(!QFile::exists(folder.path(u"y.log.1"_s)));
}

void TestLogFile::comesBackAfterItsFolderWasRemoved()
{
    LogFolder folder;
    LogFile file(folder.config, u"x.log"_s);
    QVERIFY(file.append("one\n"));
    QVERIFY(QDir(folder.config.folder).removeRecursively());
    QVERIFY(file.append("two\n"));
    QCOMPARE(folder.text(u"x.log"_s), "two\n"_ba);
}

void TestLogFile::failsAndRecovers()
{
    LogFolder folder;
    QFile obstacle(folder.config.folder);
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    LogFile file(folder.config, u"x.log"_s);
    const ct::Status status = file.append("one\n");
    QVERIFY(!status);
    QCOMPARE(status.error().code, ct::ErrorCode::Unavailable);
    QVERIFY(status.error().message.contains(folder.path(u"x.log"_s)));
    QVERIFY(obstacle.remove());
    QVERIFY(file.append("two\n"));
    QCOMPARE(folder.text(u"x.log"_s), "two\n"_ba);
}

void TestLogFile::followsARenamingWhenAsked()
{
    LogFolder folder;
    LogFile file(folder.config, u"x.log"_s);
    QVERIFY(file.append("one\n"));
    QVERIFY(QFile::rename(folder.path(u"x.log"_s), folder.path(u"old"_s)));
    QVERIFY(file.append("two\n"));
    file.reopen();
    QVERIFY(file.append("three\n"));
    QCOMPARE(folder.text(u"old"_s), "one\ntwo\n"_ba);
    QCOMPARE(folder.text(u"x.log"_s), "three\n"_ba);
}

void TestLogFile::goesOnAfterCopyTruncate()
{
    LogFolder folder;
    folder.config.rotateAt = 8;
    LogFile file(folder.config, u"x.log"_s);
    QVERIFY(file.append("1234567\n"));
    QVERIFY(QFile::resize(folder.path(u"x.log"_s), 0));
    QVERIFY(file.append("two\n"));
    QCOMPARE(folder.text(u"x.log"_s), "two\n"_ba);
    QVERIFY(!QFile::exists(folder.path(u"x.log.1"_s)));
}

void TestLogFile::refusesASymbolicLink()
{
    LogFolder folder;
    QVERIFY(QDir().mkpath(folder.config.folder));
    const QString target = folder.top() + u"/target"_s;
    QVERIFY(QFile::link(target, folder.path(u"x.log"_s)));
    QVERIFY(!LogFile(folder.config, u"x.log"_s).append("one\n"));
    QVERIFY(!QFile::exists(target));
}

void TestLogFile::refusesAFifo()
{
    LogFolder folder;
    QVERIFY(QDir().mkpath(folder.config.folder));
    QCOMPARE(::mkfifo(QFile::encodeName(folder.path(u"x.log"_s)).constData(), 0600), 0);
    QVERIFY(!LogFile(folder.config, u"x.log"_s).append("one\n"));
}

// A limit on the file's size stands for the full disk, which only root could make.
void TestLogFile::neverTearsALine()
{
    LogFolder folder;
    LogFile file(folder.config, u"x.log"_s);
    QVERIFY(file.append("first line\n"));
    const QByteArray tooMuch(2'000'000, 'x');

    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small {1'000'000, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const ct::Status status = file.append(tooMuch);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);

    QVERIFY(!status);
    QCOMPARE(folder.text(u"x.log"_s), "first line\n"_ba);
    QVERIFY(file.append("second line\n"));
    QCOMPARE(folder.text(u"x.log"_s), "first line\nsecond line\n"_ba);
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
