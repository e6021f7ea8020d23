// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/filespool.h"
#include "server/front/uploadtable.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <optional>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace ct::server::front;

namespace {

using Outcome = Spooled::Outcome;

/// A spool, and what its receiver is told.
class Rig final : public QObject, private SpoolReceiver
{
public:
    Rig()
    {
        SpoolReceiver &receiver = *this;
        spool = std::make_unique<FileSpool>(pool, *this, receiver);
        spool->open({opened, "upload"});
    }
    QString path() const { return folder.filePath(u"upload"_s); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    std::shared_ptr<const ct::Descriptor> opened = std::make_shared<ct::Descriptor>(
        ::open(QFile::encodeName(folder.path()).constData(), O_RDONLY | O_DIRECTORY));
    QThreadPool pool;
    std::unique_ptr<FileSpool> spool;
    std::optional<Spooled> ended;
    int hadRoom = 0;

private:
    void spoolHasRoom() override { ++hadRoom; }
    void spoolEnded(const Spooled &spooled) override
    {
        ended = spooled;
        spool.reset();
    }
};

} // namespace

class TestFileSpool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatComesAndTellsItsDigest();
    void writesNothingAtAll();
    void holdsBackWhoeverIsFasterThanTheDisk();
    void removesItsFileUnlessSomebodyHoldsIt();
    void removesItsFileWhenItIsBrokenOff();
    void leavesAFileOfThatNameAlone();
    void staysInItsFolder();
    void takesTheRestOfWhatDoesNotFit();
    void expectsEachUploadOnce();
};

void TestFileSpool::writesWhatComesAndTellsItsDigest()
{
    Rig rig;
    QByteArray all;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
        const QByteArray some(1'000, letter);
        all += some;
        rig.spool->write(some);
    }
    rig.spool->finish();
    QTRY_VERIFY(rig.ended);
    QCOMPARE(rig.ended->outcome, Outcome::Whole);
    QCOMPARE(rig.ended->size, all.size());
    QCOMPARE(rig.ended->sha256, QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex());
    QCOMPARE(rig.content(), all);
    const auto others = QFileDevice::ReadOther | QFileDevice::ReadGroup;
    QVERIFY(!(QFile::permissions(rig.path()) & others));
}

void TestFileSpool::writesNothingAtAll()
{
    Rig rig;
    rig.spool->finish();
    QTRY_VERIFY(rig.ended);
    QCOMPARE(rig.ended->outcome, Outcome::Whole);
    QVERIFY(QFile::exists(rig.path()));
}

void TestFileSpool::holdsBackWhoeverIsFasterThanTheDisk()
{
    Rig rig;
    // Nobody writes as long as the pool's threads are all taken.
    rig.pool.setMaxThreadCount(1);
    QSemaphore gate;
    rig.pool.start([&gate] { gate.acquire(); });
    const QByteArray some(64 * 1024, 'x');
    int written = 0;
    while (rig.spool->hasRoom() && written < 100) {
        rig.spool->write(some);
        ++written;
    }
    QVERIFY(written < 100);
    QCOMPARE(rig.hadRoom, 0);
    gate.release();
    QTRY_VERIFY(rig.hadRoom > 0);
    QVERIFY(rig.spool->hasRoom());
    rig.spool->finish();
    QTRY_VERIFY(rig.ended);
    QCOMPARE(rig.ended->size, qint64 {written} * some.size());
}

void TestFileSpool::removesItsFileUnlessSomebodyHoldsIt()
{
    Rig rig;
    rig.spool->write("abc");
    rig.spool->finish();
    QTRY_VERIFY(rig.ended);
    rig.pool.waitForDone();
    QVERIFY(QFile::exists(rig.path()));
    const QString kept = rig.folder.filePath(u"kept"_s);
    QVERIFY(QFile::link(rig.path(), kept));
    rig.ended.reset();
    rig.pool.waitForDone();
    QVERIFY(!QFile::exists(rig.path()));
}

void TestFileSpool::removesItsFileWhenItIsBrokenOff()
{
    Rig rig;
    rig.spool->write(QByteArray(100'000, 'x'));
    rig.spool.reset();
    rig.pool.waitForDone();
    // The removal is posted by whoever was last to hold the file.
    rig.pool.waitForDone();
    QTRY_COMPARE(QDir(rig.folder.path()).entryList(QDir::Files), QStringList {});
    QVERIFY(!rig.ended);
}

void TestFileSpool::leavesAFileOfThatNameAlone()
{
    Rig rig;
    QFile other(rig.path());
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("another's");
    other.close();
    rig.spool->write("abc");
    rig.spool->finish();
    QTRY_VERIFY(rig.ended);
    QCOMPARE(rig.ended->outcome, Outcome::Failed);
    QVERIFY(rig.ended->sha256.isEmpty());
    rig.ended.reset();
    rig.pool.waitForDone();
    QCOMPARE(rig.content(), QByteArray("another's"));
}

void TestFileSpool::staysInItsFolder()
{
    Rig rig;
    const QTemporaryDir elsewhere;
    QFile theirs(elsewhere.filePath(u"theirs"_s));
    QVERIFY(theirs.open(QIODevice::WriteOnly));
    const QString aside = rig.folder.path() + u"-aside"_s;
    QVERIFY(QFile::rename(rig.folder.path(), aside));
    QVERIFY(QFile::link(elsewhere.path(), rig.folder.path()));
    rig.spool->write("abc");
    rig.spool->finish();
    QTRY_VERIFY(rig.ended);
    QCOMPARE(rig.ended->outcome, Outcome::Whole);
    QCOMPARE(QDir(elsewhere.path()).entryList(QDir::Files), QStringList {u"theirs"_s});
    QCOMPARE(QDir(aside).entryList(QDir::Files), QStringList {u"upload"_s});
    // Not what bears the name there now, either.
    QVERIFY(theirs.rename(elsewhere.filePath(u"upload"_s)));
    rig.ended.reset();
    rig.pool.waitForDone();
    QVERIFY(theirs.exists());
    QVERIFY(QDir(aside).isEmpty());
    QVERIFY(QFile::remove(rig.folder.path()));
    QVERIFY(QFile::rename(aside, rig.folder.path()));
}

void TestFileSpool::takesTheRestOfWhatDoesNotFit()
{
    // As the server does: a file that may not grow is an error of write().
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small {4'096, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    Rig rig;
    for (int count = 0; count < 50; ++count) {
        QTRY_VERIFY(rig.spool->hasRoom());
        rig.spool->write(QByteArray(64 * 1024, 'x'));
    }
    rig.spool->finish();
    QTRY_VERIFY(rig.ended);
    ::setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(rig.ended->outcome, Outcome::Full);
    rig.ended.reset();
    QTRY_COMPARE(QDir(rig.folder.path()).entryList(QDir::Files), QStringList {});
}

void TestFileSpool::expectsEachUploadOnce()
{
    UploadTable table;
    QVERIFY(!table.take("a"));
    table.expect("a", {{nullptr, "somewhere"}, 7});
    table.expect("b", {{nullptr, "elsewhere"}, 9});
    auto taken = table.take("a");
    QVERIFY(taken);
    QCOMPARE(taken->file.name, "somewhere");
    QCOMPARE(taken->size, 7);
    *taken->arrived += 3;
    QCOMPARE(table.arrived("a"), 3);
    QCOMPARE(table.arrived("b"), 0);
    QVERIFY(!table.take("a"));
    // Whoever took it has gone with its connection.
    taken.reset();
    QVERIFY(!table.arrived("a"));
    table.forget("b");
    QVERIFY(!table.arrived("b"));
    QVERIFY(!table.take("b"));
}

QTEST_GUILESS_MAIN(TestFileSpool)
#include "tst_filespool.moc"
