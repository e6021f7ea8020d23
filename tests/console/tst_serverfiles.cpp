// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/serverfiles.h"
#include "console/app/serverkeeper.h"
#include "tests/support/countingrandom.h"

#include <QFile>
#include <QFileDialog>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::console;

namespace {

/// What one person's program keeps.
struct Desk {
    explicit Desk(const QString &file) : settings(file, QSettings::IniFormat) { }

    ct::SystemClock clock;
    ct::test::CountingRandom random;
    QSettings settings;
    profiles::ProfileStore store {settings, random};
    profiles::MemorySecretStore secrets;
    api::ConnectionList connections {clock};
    app::ServerKeeper keeper {connections, store, secrets};
    QWidget window;
    app::ServerFiles files {keeper, window};
};

} // namespace

class TestServerFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void serversAreExportedAndImported();
    void saysWhatIsWrongWithAFile();
    void aChangedPasswordIsRememberedInItsPlace();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    static void choose(Desk &desk, const QString &dialogName, const QString &file)
    {
        auto *dialog = desk.window.findChild<QFileDialog *>(dialogName);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file);
        delete dialog;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestServerFiles::serversAreExportedAndImported()
{
    const QString file = path(u"servers.json"_s);
    Desk mine(path(u"mine.ini"_s));
    QVERIFY(mine.keeper.add(u"Team"_s, QUrl(u"https://edge.example.org/"_s), u"ann"_s));
    mine.secrets.put({mine.connections.at(0).profile().id, {}}, u"s3cret"_s);
    const QSignalSpy told(&mine.files, &app::ServerFiles::told);
    mine.files.chooseExport();
    choose(mine, u"exportServers"_s, file);
    QCOMPARE(told.size(), 1);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(!written.readAll().contains("s3cret"));

    Desk theirs(path(u"theirs.ini"_s));
    const QSignalSpy heard(&theirs.files, &app::ServerFiles::told);
    for (int time = 0; time < 2; ++time) {
        theirs.files.chooseImport();
        choose(theirs, u"importServers"_s, file);
        QCOMPARE(theirs.connections.size(), 1);
    }
    QCOMPARE(theirs.connections.at(0).profile().name, u"Team"_s);
    QCOMPARE(theirs.connections.at(0).profile().user, u"ann"_s);
    QVERIFY(heard.at(0).at(0).toString().startsWith(u"1 server"_s));
    QVERIFY(heard.at(1).at(0).toString().startsWith(u"0 server"_s));
}

void TestServerFiles::saysWhatIsWrongWithAFile()
{
    Desk desk(path(u"console.ini"_s));
    const QSignalSpy told(&desk.files, &app::ServerFiles::told);
    desk.files.chooseImport();
    choose(desk, u"importServers"_s, path(u"missing.json"_s));
    QVERIFY(told.at(0).at(0).toString().contains(u"can't be read"_s));
    QFile file(path(u"bad.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<html>");
    file.close();
    desk.files.chooseImport();
    choose(desk, u"importServers"_s, file.fileName());
    QVERIFY(told.at(1).at(0).toString().contains(u"no profiles"_s));
    desk.files.chooseExport();
    choose(desk, u"exportServers"_s, path(u"no/such/folder.json"_s));
    QVERIFY(told.at(2).at(0).toString().contains(u"could not be written"_s));
    QCOMPARE(desk.connections.size(), 0);
}

void TestServerFiles::aChangedPasswordIsRememberedInItsPlace()
{
    Desk desk(path(u"console.ini"_s));
    const auto added = desk.keeper.add({}, QUrl(u"https://edge.example.org/"_s), u"ann"_s);
    QVERIFY(added);
    api::Connection &connection = **added;
    const profiles::SecretName name {connection.profile().id, profiles::SecretKind::Password};
    // Nobody wanted it remembered, so it is not.
    Q_EMIT connection.secretAccepted({u"ann"_s, u"first one"_s});
    QCoreApplication::processEvents();
    QVERIFY(!desk.secrets.at(name));
    desk.secrets.put(name, u"first one"_s);
    Q_EMIT connection.secretAccepted({u"ann"_s, u"second one"_s});
    QTRY_COMPARE(desk.secrets.at(name), std::optional(u"second one"_s));
}

QTEST_MAIN(TestServerFiles)
#include "tst_serverfiles.moc"
