// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/backup.h"
#include "server/controltool/restore.h"
#include "server/store/database.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::controltool;

namespace {

void write(const QString &path)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
}

} // namespace

/// Backups of a server that removes files meanwhile.
class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        server::store::Database database(at(u"state/edge.sqlite"_s));
        QVERIFY(QDir().mkpath(at(u"state"_s)));
        QVERIFY(database.open());
        write(at(u"state/token-keys"_s));
    }

    void outlivesFilesThatGoMeanwhile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isSaid");
        QTest::newRow("written anew") << u"licensing.properties.aBcDeF"_s << false;
        QTest::newRow("certificate") << u"tls/selfsigned.key.new"_s << false;
        QTest::newRow("log") << u"logs/server.log"_s << false;
        QTest::newRow("rotated log") << u"logs/server.log.12"_s << false;
        QTest::newRow("package") << u"clients/vscode/oct.vsix"_s << true;
    }

    void outlivesFilesThatGoMeanwhile()
    {
        QFETCH(QString, name);
        QFETCH(bool, isSaid);
        const QString path = at(u"state/"_s + name);
        write(path);
        const BackupSource source = lookForBackup(at(u"state"_s), {});
        QVERIFY(source.files.contains(name));
        QVERIFY(QFile::remove(path));
        const auto report = backUp(source, at(u"backup"_s));
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->vanished, isSaid ? QStringList {path} : QStringList());
        // The database and the keys, and they can be brought back.
        QCOMPARE(report->copied, 2);
        const auto back
            = restore(at(u"backup"_s), at(u"back"_s), [](const QString &) { return false; });
        QVERIFY(back);
        QCOMPARE(back->restored, 2);
    }

    void failsForWhatIsThereAndCanNotBeCopied()
    {
        const BackupSource source = lookForBackup(at(u"state"_s), {});
        QVERIFY(QFile::remove(at(u"state/token-keys"_s)));
        QVERIFY(QDir().mkpath(at(u"state/token-keys"_s)));
        QVERIFY(!backUp(source, at(u"backup"_s)));
    }

    void failsForAFileOutsideThatIsGone()
    {
        QVERIFY(!backUp(lookForBackup(at(u"state"_s), {at(u"edge.ini"_s)}), at(u"backup"_s)));
    }

    void takesNothingOfOneRun()
    {
        for (const QString &name :
             {u"ports.json"_s, u"ports.json.aBcDeF"_s, u"lock"_s, u"control-token"_s})
            write(at(u"state/"_s + name));
        QCOMPARE(lookForBackup(at(u"state"_s), {}).files, QStringList {u"token-keys"_s});
    }

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
