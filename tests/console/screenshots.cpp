// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes a picture of each page against a real server with sessions going on, for people to look
// at: console-screenshots FOLDER [LANGUAGE…]. Light and dark; English unless told otherwise.

#include "console/app/certificatedialog.h"
#include "console/translations/translators.h"
#include "tests/console/consolefixture.h"
#include "tests/console/people.h"

#include <QApplication>
#include <QDir>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QTabWidget>

#include <cstdio>

using namespace Qt::StringLiterals;
using ct::console::app::CertificateDialog;

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

void take(QWidget &widget, const QDir &folder, const QString &name)
{
    QTest::qWait(200);
    widget.grab().save(folder.filePath(name + u".png"_s));
}

/// The dialog that comes up by these keys.
void takeDialog(
    QWidget &window, const QKeyCombination &keys, const QDir &folder, const QString &name)
{
    QTest::keyClick(&window, keys.key(), keys.keyboardModifiers());
    if (auto *dialog = window.findChild<QDialog *>()) {
        take(*dialog, folder, name);
        dialog->close();
        QTest::qWait(50);
    }
}

/// What a page has behind its first tab.
void takeTabs(QWidget &window, const QDir &folder, const QString &name)
{
    for (QTabWidget *tabs : window.findChildren<QTabWidget *>()) {
        for (int tab = 1; tabs->isVisible() && tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            take(window, folder, name + u'-' + QString::number(tab + 1));
        }
    }
}

bool takePictures(const ct::test::EdgeServer &edge, const QDir &folder, const QString &name)
{
    ct::test::ConsoleFixture console;
    console.window().resize(1100, 720);
    take(console.window(), folder, name + u"-start"_s);
    takeDialog(console.window(), Qt::CTRL | Qt::Key_N, folder, name + u"-dialog-server"_s);
    console.window().go(edge.httpUrl(), {});
    if (!console.waitFor(ct::console::api::ConnectionState::SignInNeeded))
        return false;
    take(console.window(), folder, name + u"-signin"_s);
    if (!console.open(edge))
        return false;
    for (const auto &row : ct::console::pages::pageTable()) {
        console.window().go({}, row.name);
        QTest::qWait(settling);
        take(console.window(), folder, name + u'-' + row.name);
        takeTabs(console.window(), folder, name + u'-' + row.name);
    }
    takeDialog(console.window(), Qt::CTRL | Qt::Key_K, folder, name + u"-dialog-search"_s);
    console.window().go(edge.httpsUrl().toString(), {});
    if (!QTest::qWaitFor([&] { return console.window().findChild<CertificateDialog *>(); }))
        return false;
    auto *certificate = console.window().findChild<CertificateDialog *>();
    take(*certificate, folder, name + u"-dialog-certificate"_s);
    certificate->close();
    take(console.window(), folder, name + u"-doubt"_s);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1, u"."_s));
    const QStringList languages = arguments.size() > 2 ? arguments.mid(2) : QStringList {u"en"_s};
    const ct::test::EdgeServer edge(ct::test::EdgeServer::withAdministrator());
    ct::test::People people;
    if (!QDir().mkpath(folder.path()) || !edge.isUp() || !people.start(edge.httpUrl(), 3, 2)) {
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
            if (!takePictures(edge, folder, language + u'-' + name))
                return 1;
        }
    }
    return 0;
}
