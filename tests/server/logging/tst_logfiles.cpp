// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/logfiles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::logging;

class TestLogFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsLogsOnly();
    void readsTheLastLines();
    void goesOnWhereItWas();
    void beginsAnewAfterARotation();
    void keepsToWholeLinesOfALongFile();
    void readsNothingElse();

private:
    void write(const QByteArray &text, const QString &name = u"server.log"_s) const;
    QString path() const { return m_folder->filePath(u"server.log"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLogFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestLogFiles::write(const QByteArray &text, const QString &name) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestLogFiles::listsLogsOnly()
{
    for (const QString &name :
         {u"server.log"_s, u"server.log.1"_s, u"edge.sqlite"_s, u".log"_s, u"a.log.x"_s})
        write("12", name);
    QVERIFY(QFile::link(path(), m_folder->filePath(u"link.log"_s)));
    QStringList names;
    for (const LogFileFacts &file : logFiles(m_folder->path())) {
        names.append(file.name);
        QCOMPARE(file.size, 2);
    }
    QCOMPARE(names, QStringList({u"server.log"_s, u"server.log.1"_s}));
}

void TestLogFiles::readsTheLastLines()
{
    write("one\ntwo\n\nthree\nunfinished");
    const auto some = readLog(path(), {}, 2);
    QVERIFY(some);
    QCOMPARE(some->lines, QStringList({QString(), u"three"_s}));
    QCOMPARE(some->from, 8);
    QCOMPARE(some->next, 15);
    const auto all = readLog(path(), {}, 100);
    QCOMPARE(all->lines.size(), 4);
    QCOMPARE(all->from, 0);
    write({});
    const auto none = readLog(path(), {}, 100);
    QVERIFY(none->lines.isEmpty());
    QCOMPARE(none->next, 0);
}

void TestLogFiles::goesOnWhereItWas()
{
    write("one\ntwo\nthree\n");
    const auto first = readLog(path(), 0, 2);
    QCOMPARE(first->lines, QStringList({u"one"_s, u"two"_s}));
    const auto rest = readLog(path(), first->next, 2);
    QCOMPARE(rest->lines, QStringList {u"three"_s});
    const auto end = readLog(path(), rest->next, 2);
    QVERIFY(end->lines.isEmpty());
    QCOMPARE(end->next, rest->next);
}

void TestLogFiles::beginsAnewAfterARotation()
{
    write("new\n");
    const auto part = readLog(path(), 4'000, 10);
    QCOMPARE(part->lines, QStringList {u"new"_s});
    QCOMPARE(part->from, 0);
}

void TestLogFiles::keepsToWholeLinesOfALongFile()
{
    const QByteArray line = QByteArray(99, 'x') + '\n';
    write(line.repeated(10'000));
    const auto part = readLog(path(), {}, 100'000);
    QVERIFY(part->lines.size() > 2'000 && part->lines.size() < 3'000);
    QCOMPARE(part->from % line.size(), 0);
    QCOMPARE(part->next, 10'000 * line.size());
    for (const QString &one : part->lines)
        QCOMPARE(one.size(), 99);
}

void TestLogFiles::readsNothingElse()
{
    QVERIFY(!readLog(m_folder->path(), {}, 1));
    QVERIFY(!readLog(path(), {}, 1));
    write("x\n");
    const QString link = m_folder->filePath(u"link.log"_s);
    QVERIFY(QFile::link(path(), link));
    QCOMPARE(readLog(link, {}, 1).error().code, ct::ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestLogFiles)
#include "tst_logfiles.moc"
