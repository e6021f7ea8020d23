// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's menus, bars and sidebar: what stands where, without what it does.

#include "console/app/mainwindow.h"
#include "console/app/serverfiles.h"
#include "console/app/serverlist.h"
#include "console/icons/icon.h"
#include "console/widgets/emptystate.h"
#include "console/widgets/words.h"
#include "shared/base/version.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace ct::console::app {

namespace {

/// Ctrl+1 to Ctrl+9.
constexpr std::size_t numberedPages = 9;

} // namespace

QAction *MainWindow::add(
    QMenu *menu, const QString &icon, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(icons::icon(QLatin1StringView(icon.toLatin1())), text, this);
    action->setShortcut(keys);
    action->setIconText(widgets::withoutMnemonic(text));
    menu->addAction(action);
    // So that its shortcut and the command search find it.
    addAction(action);
    return action;
}

void MainWindow::buildMenus()
{
    buildServerMenu();
    buildPageMenu();
    buildHelpMenu();
}

void MainWindow::buildServerMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Server"));
    m_add = add(menu, u"add"_s, tr("&Add Server…"), QKeySequence::New);
    m_change = add(menu, u"configuration"_s, tr("C&hange Server…"), {});
    m_remove = add(menu, u"remove"_s, tr("&Remove Server…"), {});
    menu->addSeparator();
    m_connect = add(menu, u"connect"_s, tr("&Connect"), Qt::CTRL | Qt::Key_Return);
    m_disconnect = add(menu, u"disconnect"_s, tr("&Disconnect"), Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    menu->addSeparator();
    auto *files = new ServerFiles(m_parts.keeper, *this);
    QAction *import = add(menu, u"open"_s, tr("&Import Servers…"), {});
    QAction *save = add(menu, u"save"_s, tr("&Export Servers…"), QKeySequence::SaveAs);
    connect(import, &QAction::triggered, files, &ServerFiles::chooseImport);
    connect(save, &QAction::triggered, files, &ServerFiles::chooseExport);
    connect(files, &ServerFiles::told, this, &MainWindow::tell);
    menu->addSeparator();
    QAction *quit = add(menu, {}, tr("&Quit"), QKeySequence::Quit);
    connect(m_add, &QAction::triggered, this, &MainWindow::addServer);
    connect(m_change, &QAction::triggered, this, &MainWindow::changeServer);
    connect(m_remove, &QAction::triggered, this, &MainWindow::removeServer);
    connect(m_connect, &QAction::triggered, this, [this] {
        if (view())
            view()->act();
    });
    connect(m_disconnect, &QAction::triggered, this, &MainWindow::disconnectServer);
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::buildPageMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Page"));
    m_refresh = add(menu, u"refresh"_s, tr("&Refresh"), QKeySequence::Refresh);
    m_search = add(menu, u"search"_s, tr("Search for a &Command…"), Qt::CTRL | Qt::Key_K);
    QAction *list = add(menu, {}, tr("Go to the List of &Servers"), Qt::Key_F6);
    menu->addSeparator();
    connect(m_refresh, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_search, &QAction::triggered, this, &MainWindow::searchCommand);
    connect(list, &QAction::triggered, this, [this] {
        if (m_list->hasFocus() && view())
            m_list->nextInFocusChain()->setFocus();
        else
            m_list->setFocus();
    });
    const auto &table = pages::pageTable();
    for (std::size_t i = 0; i < table.size(); ++i) {
        const pages::PageRow &row = table.at(i);
        const auto digit = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i));
        const QKeySequence keys
            = i < numberedPages ? QKeySequence(Qt::CTRL | digit) : QKeySequence();
        QAction *action = add(menu, row.icon, row.menuTitle(), keys);
        m_pageActions.append(action);
        connect(action, &QAction::triggered, this, [this, &row] {
            if (view())
                m_list->select(view()->connection(), row);
        });
    }
}

void MainWindow::buildHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    QAction *own = add(menu, {}, tr("&About This Program"), {});
    QAction *qt = add(menu, {}, tr("About &Qt"), {});
    connect(own, &QAction::triggered, this, &MainWindow::about);
    connect(qt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

void MainWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(tr("Tool Bar"));
    bar->setObjectName(u"toolBar"_s);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QAction *action : {m_add, m_connect, m_disconnect, m_refresh, m_search})
        bar->addAction(action);
}

void MainWindow::buildSidebar()
{
    m_list = new ServerList(m_parts.connections);
    auto *dock = new QDockWidget(tr("Servers"), this);
    dock->setObjectName(u"sidebar"_s);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    dock->setWidget(m_list);
    addDockWidget(Qt::LeftDockWidgetArea, dock);
    QAction *toggle = dock->toggleViewAction();
    toggle->setText(tr("Show the List of Servers"));
    addAction(toggle);
    connect(m_list, &ServerList::selected, this, &MainWindow::showPage);
}

void MainWindow::buildStatusBar()
{
    m_state = new QLabel;
    m_state->setObjectName(u"state"_s);
    m_state->setTextFormat(Qt::PlainText);
    statusBar()->addPermanentWidget(m_state);
}

void MainWindow::about()
{
    QMessageBox::about(
        this,
        tr("About This Program"),
        tr("CodeTogether Console %1\nLooks after CodeTogether edge servers.\nFree software under "
           "the GNU General Public License, version 3 or later.")
            .arg(QLatin1StringView(productVersion)));
}

} // namespace ct::console::app
