// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/app/commandsearch.h"
#include "console/app/connectionview.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QSettings;
class QStackedWidget;

namespace ct::console::widgets {
class EmptyState;
} // namespace ct::console::widgets

namespace ct::console::app {

class ServerDialog;
class ServerList;

/// The window: servers and their pages at the side, one of them in the middle, and what can be
/// done in menus. Thread: main.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What the window is about; all of it must outlive it.
    struct Parts {
        api::ConnectionList &connections;
        ServerKeeper &keeper;
        QSettings &settings;
        pages::PageServices services;
    };

    explicit MainWindow(const Parts &parts);
    ~MainWindow() override;

    /// Connects to that address, which is kept from now on, and shows the page of that name;
    /// either may be empty.
    void go(const QString &address, const QString &page);
    /// Connects to what was open when the program ended.
    void reopen();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildMenus();
    void buildServerMenu();
    void buildPageMenu();
    void buildHelpMenu();
    void buildToolBar();
    void buildSidebar();
    void buildStatusBar();
    QAction *add(QMenu *menu, const QString &icon, const QString &text, const QKeySequence &keys);
    void addView(api::Connection &connection);
    void removeView(api::Connection &connection);
    void showPage(api::Connection &connection, const pages::PageRow &row);
    /// Null: there is no server.
    ConnectionView *view() const;
    ConnectionView *viewOf(const api::Connection *connection) const;
    void followState();
    void tell(const QString &sentence);
    void addServer();
    void changeServer();
    void removeServer();
    void disconnectServer();
    void refresh();
    void searchCommand();
    QList<Command> commands() const;
    QList<Command> pageCommands(const api::Connection &connection) const;
    bool mayDrop(const QStringList &unsaved);
    void saveState();
    void about();

    Parts m_parts;
    ServerList *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    widgets::EmptyState *m_empty = nullptr;
    QAction *m_add = nullptr;
    QAction *m_change = nullptr;
    QAction *m_connect = nullptr;
    QAction *m_disconnect = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_search = nullptr;
    QLabel *m_state = nullptr;
    QList<QAction *> m_pageActions;
};

} // namespace ct::console::app
