// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/demo.h"
#include "tests/support/patience.h"

#include <QSettings>

using namespace Qt::StringLiterals;
using namespace ct::console;

/// What `--demo` shows.
class TestDemoWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOnlineWithoutAQuestion();
    void showsEachPageWithContent_data();
    void showsEachPageWithContent();
    void keepsNothing();

private:
    ct::SystemClock m_clock;
    ct::SystemRandom m_random;
};

void TestDemoWindow::isOnlineWithoutAQuestion()
{
    app::Demo demo(m_clock, m_random);
    demo.window().show();
    demo.begin({});
    QTRY_VERIFY(demo.connection());
    QTRY_VERIFY(demo.connection()->isOnline());
}

void TestDemoWindow::showsEachPageWithContent_data()
{
    QTest::addColumn<QString>("name");
    for (const pages::PageRow &row : pages::pageTable())
        QTest::newRow(row.name.data()) << QString(row.name);
}

void TestDemoWindow::showsEachPageWithContent()
{
    QFETCH(QString, name);
    app::Demo demo(m_clock, m_random);
    demo.window().show();
    demo.begin(name);
    QTRY_VERIFY(demo.connection() && demo.connection()->isOnline());
    const auto page = [&demo] {
        return demo.window().findChild<pages::Page *>();
    };
    QTRY_VERIFY(page() && page()->isVisible());
    QTRY_VERIFY2(page()->isAnswered(), "the demo does not answer what this page asks");
    if (const QString folder = qEnvironmentVariable("CT_PICTURES"); !folder.isEmpty())
        QCoreApplication::processEvents(),
            demo.window().grab().save(folder + u'/' + name + u".png"_s);
}

void TestDemoWindow::keepsNothing()
{
    QSettings settings;
    const QStringList before = settings.allKeys();
    {
        app::Demo demo(m_clock, m_random);
        demo.window().show();
        demo.begin({});
        QTRY_VERIFY(demo.connection() && demo.connection()->isOnline());
        demo.window().close();
    }
    settings.sync();
    QCOMPARE(settings.allKeys(), before);
}

QTEST_MAIN(TestDemoWindow)
#include "tst_demowindow.moc"
