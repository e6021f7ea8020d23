// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/memorylimit.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace ct::server::app;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mib = 1 << 20;

} // namespace

class TestMemoryLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isTheMachinesWithoutAGroup();
    void isThatOfAGroup_data();
    void isThatOfAGroup();
    void isTheKernelsWordWhereNoFileSays();
    void isKnownHere();
    void fitsWhatIsKeptIn();

private:
    void write(const QString &path, const QByteArray &text);

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestMemoryLimit::init()
{
    m_root = std::make_unique<QTemporaryDir>();
}

void TestMemoryLimit::write(const QString &path, const QByteArray &text)
{
    const QString full = m_root->path() + path;
    QVERIFY(QDir().mkpath(full.first(full.lastIndexOf(u'/'))));
    QFile file(full);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestMemoryLimit::isTheMachinesWithoutAGroup()
{
    write(u"/proc/meminfo"_s, "MemTotal:        1048576 kB\nMemFree:   5 kB\n");
    QCOMPARE(memoryLimit(m_root->path()).value_or(0), 1024 * mib);
}

void TestMemoryLimit::isThatOfAGroup_data()
{
    QTest::addColumn<QByteArray>("groups");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<qint64>("expected");
    const QByteArray first = "5:cpu:/\n4:memory:/a/b\n";
    const QByteArray second = "0::/a/b\n";
    const QByteArray number = "268435456\n";
    const auto row = [](const char *name,
                        const QByteArray &groups,
                        const char *file,
                        const QByteArray &limit,
                        qint64 expected) {
        QTest::newRow(name) << groups << QString::fromLatin1(file) << limit << expected;
    };
    row("1", first, "memory/a/b/memory.limit_in_bytes", number, 256 * mib);
    row("1, outer", first, "memory/a/memory.limit_in_bytes", number, 256 * mib);
    row("1, within a container", first, "memory/memory.limit_in_bytes", number, 256 * mib);
    row("1, with others", "4:cpu,memory:/a\n", "memory/a/memory.limit_in_bytes", number, 256 * mib);
    row("1, none", first, "memory/a/b/memory.limit_in_bytes", "9223372036854771712\n", 1024 * mib);
    row("2", second, "a/b/memory.max", number, 256 * mib);
    row("2, outer", second, "a/memory.max", number, 256 * mib);
    row("2, within a container", second, "memory.max", number, 256 * mib);
    row("2, none", second, "a/b/memory.max", "max\n", 1024 * mib);
    row("another group's", second, "c/memory.max", number, 1024 * mib);
}

void TestMemoryLimit::isThatOfAGroup()
{
    QFETCH(QByteArray, groups);
    QFETCH(QString, file);
    QFETCH(QByteArray, limit);
    write(u"/proc/meminfo"_s, "MemTotal: 1048576 kB\n");
    write(u"/proc/self/cgroup"_s, groups);
    write(u"/sys/fs/cgroup/"_s + file, limit);
    QTEST(memoryLimit(m_root->path()).value_or(0), "expected");
}

void TestMemoryLimit::isTheKernelsWordWhereNoFileSays()
{
    // systemd hides /proc/meminfo (ProcSubset=pid).
    const auto machine = static_cast<qint64>(::sysconf(_SC_PHYS_PAGES)) * ::sysconf(_SC_PAGESIZE);
    const qint64 limit = memoryLimit(m_root->path()).value_or(0);
    QVERIFY(limit > machine / 2 && limit <= machine * 2);
    write(u"/proc/self/cgroup"_s, "0::/a\n");
    write(u"/sys/fs/cgroup/a/memory.max"_s, "1048576\n");
    QCOMPARE(memoryLimit(m_root->path()).value_or(0), mib);
}

void TestMemoryLimit::isKnownHere()
{
    QVERIFY(memoryLimit().value_or(0) > mib);
}

void TestMemoryLimit::fitsWhatIsKeptIn()
{
    ct::server::session::SessionConfig config;
    config.replayTotal = 256 * mib;
    config.replayPerParticipant = 16 * mib;
    QVERIFY(!fitReplay(config, 1024 * mib));
    QCOMPARE(config.replayTotal, 256 * mib);
    QVERIFY(fitReplay(config, 256 * mib));
    QCOMPARE(config.replayTotal, 64 * mib);
    QVERIFY(fitReplay(config, 32 * mib));
    QCOMPARE(config.replayTotal, 16 * mib);
}

QTEST_GUILESS_MAIN(TestMemoryLimit)
#include "tst_memorylimit.moc"
