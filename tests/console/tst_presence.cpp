// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/presence.h"
#include "tests/support/fakeclock.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace std::chrono_literals;
using ct::console::app::Presence;

class TestPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsWhileNothingIsDone();
    void endsWithWhatSomebodyDoes_data();
    void endsWithWhatSomebodyDoes();
    void goesOnWhileTheComputerSleeps();
    void tellsWhoComesBack();
};

void TestPresence::growsWhileNothingIsDone()
{
    ct::test::FakeClock clock;
    const Presence presence(clock);
    QLineEdit edit;
    edit.show();
    clock.advance(31min);
    // What the program does by itself is nobody's doing.
    edit.setText(QStringLiteral("news"));
    edit.repaint();
    QCoreApplication::processEvents();
    QCOMPARE(presence.unusedTime(), 31min);
}

void TestPresence::endsWithWhatSomebodyDoes_data()
{
    QTest::addColumn<int>("kind");
    for (const int kind : {0, 1, 2})
        QTest::addRow("%s", std::array {"key", "click", "mouse"}.at(std::size_t(kind))) << kind;
}

void TestPresence::endsWithWhatSomebodyDoes()
{
    QFETCH(const int, kind);
    ct::test::FakeClock clock;
    const Presence presence(clock);
    QLineEdit edit;
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    clock.advance(31min);
    if (kind == 0)
        QTest::keyClick(&edit, Qt::Key_A);
    else if (kind == 1)
        QTest::mouseClick(&edit, Qt::LeftButton);
    else
        QTest::mouseMove(edit.windowHandle(), QPoint(3, 3));
    QTRY_COMPARE(presence.unusedTime(), 0ms);
}

void TestPresence::goesOnWhileTheComputerSleeps()
{
    ct::test::FakeClock clock;
    const Presence presence(clock);
    clock.setWall(clock.wallNow() + 8h);
    QCOMPARE(presence.unusedTime(), 8h);
}

void TestPresence::tellsWhoComesBack()
{
    ct::test::FakeClock clock;
    const Presence presence(clock);
    const QSignalSpy returned(&presence, &Presence::returned);
    QLineEdit edit;
    edit.show();
    clock.advance(59s);
    QTest::keyClick(&edit, Qt::Key_A);
    QCOMPARE(returned.size(), 0);
    clock.advance(61s);
    QTest::keyClicks(&edit, QStringLiteral("back"));
    QCOMPARE(returned.size(), 1);
}

QTEST_MAIN(TestPresence)
#include "tst_presence.moc"
