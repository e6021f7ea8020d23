// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes a picture of each page, and of what is only to be seen amid some work, against a real
// server with sessions going on, for people to look at: console-screenshots FOLDER [LANGUAGE…].
// Light and dark; English unless told otherwise.

#include "console/app/demo.h"
#include "console/translations/translators.h"
#include "tests/console/moments.h"
#include "tests/console/people.h"

#include <QApplication>
#include <QDir>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QTabWidget>

#include <cstdio>

using namespace Qt::StringLiterals;
using ct::test::Camera;

namespace {

QPalette darkPalette()
{
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(0x2b, 0x2b, 0x2e));
    dark.setColor(QPalette::WindowText, Qt::white);
    dark.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x20));
    dark.setColor(QPalette::AlternateBase, QColor(0x35, 0x35, 0x39));
    dark.setColor(QPalette::Text, Qt::white);
    dark.setColor(QPalette::PlaceholderText, QColor(0xa0, 0xa0, 0xa0));
    dark.setColor(QPalette::Button, QColor(0x3a, 0x3a, 0x3e));
    dark.setColor(QPalette::ButtonText, Qt::white);
    dark.setColor(QPalette::ToolTipBase, QColor(0x35, 0x35, 0x39));
    dark.setColor(QPalette::ToolTipText, Qt::white);
    dark.setColor(QPalette::Highlight, QColor(0x2a, 0x6c, 0xb5));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    dark.setColor(QPalette::Link, QColor(0x6a, 0xb0, 0xff));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        dark.setColor(QPalette::Disabled, role, QColor(0x80, 0x80, 0x80));
    return dark;
}

/// Long enough for answers and two looks at live figures.
constexpr int settling = 2500;

/// The dialog that comes up by these keys.
void takeDialog(
    QWidget &window, const QKeyCombination &keys, const Camera &camera, const QString &name)
{
    // Offscreen no window comes to the front by itself once a dialog has closed.
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        std::fputs("the window does not come to the front\n", stderr);
    QTest::keyClick(&window, keys.key(), keys.keyboardModifiers());
    if (auto *dialog = window.findChild<QDialog *>()) {
        camera.take(*dialog, name);
        dialog->close();
        QTest::qWait(50);
    } else {
        std::fputs(qPrintable(u"in vain: %1\n"_s.arg(name)), stderr);
    }
}

/// What a page has behind its first tab.
void takeTabs(QWidget &window, const Camera &camera, const QString &name)
{
    for (QTabWidget *tabs : window.findChildren<QTabWidget *>()) {
        for (int tab = 1; tabs->isVisible() && tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            camera.take(window, name + u'-' + QString::number(tab + 1));
        }
    }
}

bool takePictures(const ct::test::EdgeServer &edge, const Camera &camera)
{
    ct::test::ConsoleFixture console;
    console.window().resize(1100, 720);
    camera.take(console.window(), u"start"_s);
    takeDialog(console.window(), Qt::CTRL | Qt::Key_N, camera, u"dialog-server"_s);
    console.window().go(edge.httpUrl(), {});
    if (!console.waitFor(ct::console::api::ConnectionState::SignInNeeded))
        return false;
    camera.take(console.window(), u"signin"_s);
    if (!console.open(edge))
        return false;
    for (const auto &row : ct::console::pages::pageTable()) {
        console.window().go({}, row.name);
        QTest::qWait(settling);
        camera.take(console.window(), row.name);
        takeTabs(console.window(), camera, row.name);
    }
    takeDialog(console.window(), Qt::CTRL | Qt::Key_K, camera, u"dialog-search"_s);
    return ct::test::takeMoments(console, edge, camera)
        && ct::test::takeCertificates(console, edge, camera);
}

/// Whose server has a month behind it.
void takeDemo(const Camera &camera)
{
    const ct::SystemClock clock;
    ct::SystemRandom random;
    ct::console::app::Demo demo(clock, random);
    demo.window().resize(1100, 720);
    demo.window().show();
    demo.begin(u"overview"_s);
    for (const auto &page : {u"overview"_s, u"licence"_s, u"packages"_s}) {
        demo.window().go({}, page);
        QTest::qWait(settling);
        camera.take(demo.window(), u"demo-"_s + page);
        takeTabs(demo.window(), camera, u"demo-"_s + page);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1, u"."_s));
    const QStringList languages = arguments.size() > 2 ? arguments.mid(2) : QStringList {u"en"_s};
    // So that charts have something to show.
    const ct::test::EdgeServer edge({{u"CT_USAGE_INTERVAL"_s, u"1"_s}});
    ct::test::People people;
    if (!QDir().mkpath(folder.path()) || !edge.isUp() || !people.start(edge.httpUrl(), 4, 2)) {
        std::fputs(people.output().constData(), stderr);
        return 1;
    }
    for (const QString &language : languages) {
        QLocale::setDefault(QLocale(language));
        const ct::console::translations::Translators translators {QLocale(language)};
        const QPalette light = QApplication::style()->standardPalette();
        for (const auto &[name, palette] :
             {std::pair(u"light"_s, light), {u"dark"_s, darkPalette()}}) {
            QApplication::setPalette(palette);
            const Camera camera(folder, language + u'-' + name);
            if (!takePictures(edge, camera))
                return 1;
            takeDemo(camera);
        }
    }
    return 0;
}
