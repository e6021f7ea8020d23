// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/logs/loglines.h"
#include "tests/console/pages/desk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using ct::console::pages::LogLevel;
using ct::console::pages::LogLines;
using ct::test::Desk;
using ct::test::EdgeServer;

/// Against a real server.
class TestLogsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLevels_data();
    void readsLevels();
    void keepsLinesTogetherAndWithinALimit();
    void showsTheServersLog();
    void followsWhatIsWritten();
    void filtersByLevel();
    void searchesBothWays();
    void showsAnotherLog();
    void downloads();
    void leavesNoHalfFileBehind();

private:
    static std::unique_ptr<Desk> openAt(const EdgeServer &server)
    {
        auto desk = std::make_unique<Desk>(server);
        desk->open("logs"_L1);
        [&] {
            QTRY_VERIFY(textOf(*desk).contains(u"now available"_s));
        }();
        return desk;
    }
    static QString textOf(const Desk &desk)
    {
        return desk.part<QPlainTextEdit>("logText")->toPlainText();
    }
    static void chooseFile(const Desk &desk, const QString &path)
    {
        desk.click("downloadLog");
        auto *dialog = desk.part<QFileDialog>("logFile");
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }
};

void TestLogsPage::readsLevels_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<LogLevel>("level");
    QTest::newRow("info") << u"2026-11-26 09:26:11 root INFO with user: ctuser"_s << LogLevel::Info;
    QTest::newRow("warning") << u"2026-11-26 09:26:11 root WARN careful"_s << LogLevel::Warning;
    QTest::newRow("error") << u"2026-11-26 09:26:11 root ERROR oh"_s << LogLevel::Error;
    QTest::newRow("debug") << u"2026-11-26 09:26:11 root DEBUG x"_s << LogLevel::Debug;
    QTest::newRow("a word further on")
        << u"1.2.3.4 - - [26/Nov] \"GET / ERROR\""_s << LogLevel::None;
    QTest::newRow("nothing") << QString() << LogLevel::None;
}

void TestLogsPage::readsLevels()
{
    QFETCH(const QString, line);
    QFETCH(const LogLevel, level);
    QCOMPARE(ct::console::pages::levelOf(line), level);
}

void TestLogsPage::keepsLinesTogetherAndWithinALimit()
{
    LogLines lines;
    lines.append({u"d t root ERROR bad"_s, u"    because"_s, u"d t root INFO fine"_s});
    QCOMPARE(
        lines.atLeast(LogLevel::Error), (QStringList {u"d t root ERROR bad"_s, u"    because"_s}));
    QCOMPARE(lines.newest(1, LogLevel::None), QStringList {u"d t root INFO fine"_s});
    QCOMPARE(lines.newest(1, LogLevel::Error), QStringList {});
    QStringList many;
    for (int number = 0; number < LogLines::most; ++number)
        many.append(QString::number(number));
    lines.append(many);
    QCOMPARE(lines.size(), LogLines::most);
    QCOMPARE(lines.atLeast(LogLevel::None).constFirst(), u"0"_s);
}

void TestLogsPage::showsTheServersLog()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    QCOMPARE(desk->part<QComboBox>("logFiles")->currentText(), u"server.log"_s);
    QVERIFY(textOf(*desk).contains(u"Simple login is on"_s));
    QVERIFY(desk->part<QPlainTextEdit>("logText")->isReadOnly());
}

void TestLogsPage::followsWhatIsWritten()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    const qsizetype before = textOf(*desk).size();
    desk->connection().client().ask<ct::console::api::Nothing>(
        {"reloadConfiguration"}, this, [](const auto &outcome) { QVERIFY(outcome); });
    QTRY_VERIFY_WITH_TIMEOUT(textOf(*desk).size() > before, 10'000);
    // Each line once.
    QCOMPARE(textOf(*desk).count(u"now available"_s), 1);
}

void TestLogsPage::filtersByLevel()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    auto *level = desk->part<QComboBox>("logLevel");
    QVERIFY(level->isEnabled());
    level->setCurrentIndex(2);
    QVERIFY(!textOf(*desk).contains(u" INFO "_s));
    QVERIFY(textOf(*desk).contains(u" WARN "_s));
    level->setCurrentIndex(3);
    QCOMPARE(textOf(*desk), QString());
    level->setCurrentIndex(0);
    QVERIFY(textOf(*desk).contains(u" INFO "_s));
}

void TestLogsPage::searchesBothWays()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    auto *text = desk->part<QPlainTextEdit>("logText");
    desk->type("logSearch", u"root info"_s);
    desk->click("logPrevious");
    const int last = text->textCursor().blockNumber();
    QVERIFY(text->textCursor().hasSelection());
    QVERIFY(!desk->part<QCheckBox>("logFollow")->isChecked());
    desk->click("logPrevious");
    QVERIFY(text->textCursor().blockNumber() < last);
    desk->click("logNext");
    QCOMPARE(text->textCursor().blockNumber(), last);
    desk->click("logNext");
    QVERIFY(!desk->part<QLabel>("logFound")->text().isEmpty());
    QVERIFY(text->textCursor().blockNumber() < last);
    desk->type("logSearch", u"no such words"_s);
    desk->click("logNext");
    QCOMPARE(desk->part<QLabel>("logFound")->text(), u"Not found"_s);
}

void TestLogsPage::showsAnotherLog()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    auto *files = desk->part<QComboBox>("logFiles");
    const int access = files->findText(u"access.log"_s);
    QVERIFY(access >= 0);
    files->setCurrentIndex(access);
    QTRY_VERIFY(textOf(*desk).contains(u"/api/admin/v1/"_s));
    QVERIFY(!textOf(*desk).contains(u"now available"_s));
    QVERIFY(!desk->part<QComboBox>("logLevel")->isEnabled());
}

void TestLogsPage::downloads()
{
    const EdgeServer server;
    const auto desk = openAt(server);
    const QSignalSpy done(&desk->page(), &ct::console::pages::Page::done);
    const QString path = server.folder() + u"/copy.log"_s;
    chooseFile(*desk, path);
    QTRY_COMPARE(done.size(), 1);
    QFile copy(path);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    const QByteArray content = copy.readAll();
    QVERIFY(!content.isEmpty());
    QVERIFY(server.log(u"server.log"_s).startsWith(content));
    QVERIFY(desk->part<QPushButton>("downloadLog")->isVisible());
}

void TestLogsPage::leavesNoHalfFileBehind()
{
    EdgeServer server;
    const auto desk = openAt(server);
    server.stop();
    const QString path = server.folder() + u"/copy.log"_s;
    chooseFile(*desk, path);
    QTRY_VERIFY(!desk->notice().isEmpty());
    QVERIFY(!QFile::exists(path));
    // What was read is still there to be read.
    QVERIFY(textOf(*desk).contains(u"now available"_s));
}

QTEST_MAIN(TestLogsPage)
#include "tst_logspage.moc"
