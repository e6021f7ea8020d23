// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/mainwindow.h"

#include "console/api/serveraddress.h"
#include "console/app/serverdialog.h"
#include "console/app/serverlist.h"
#include "console/pages/words/connectiontexts.h"
#include "console/pages/words/failuretexts.h"
#include "console/widgets/emptystate.h"
#include "console/widgets/words.h"

#include <QAction>
#include <QCloseEvent>
#include <QLabel>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::console::app {

namespace {

constexpr QLatin1StringView geometryKey = "window/geometry"_L1;
constexpr QLatin1StringView stateKey = "window/state"_L1;
constexpr QLatin1StringView openKey = "window/open"_L1;
constexpr QLatin1StringView serverKey = "window/server"_L1;
constexpr QLatin1StringView pageKey = "window/page"_L1;

const pages::PageRow *rowNamed(const QString &name)
{
    const auto &table = pages::pageTable();
    const auto found = std::find_if(
        table.begin(), table.end(), [&name](const auto &row) { return row.name == name; });
    return found == table.end() ? nullptr : &*found;
}

/// The same as an action, to be found by its words.
Command commandOf(QAction &action)
{
    return {
        widgets::withoutMnemonic(action.text()).remove(u'…'),
        action.shortcut().toString(QKeySequence::NativeText),
        action.icon(),
        [&action] {
            action.trigger();
        }};
}

} // namespace

MainWindow::MainWindow(const Parts &parts)
    : m_parts(parts),
      m_stack(new QStackedWidget),
      m_empty(new widgets::EmptyState)
{
    setWindowTitle(tr("CodeTogether Console"));
    setCentralWidget(m_stack);
    m_empty->setWords(
        tr("No server yet."),
        tr("Add the server you look after: you need its address, and its user and password. A "
           "server that has just been installed tells them in its log."),
        tr("&Add a Server…"));
    m_stack->addWidget(m_empty);
    connect(m_empty, &widgets::EmptyState::actionWanted, this, &MainWindow::addServer);
    buildSidebar();
    buildMenus();
    buildToolBar();
    buildStatusBar();
    connect(&m_parts.connections, &api::ConnectionList::added, this, &MainWindow::addView);
    connect(
        &m_parts.connections, &api::ConnectionList::aboutToRemove, this, &MainWindow::removeView);
    connect(&m_parts.keeper, &ServerKeeper::told, this, &MainWindow::tell);
    for (int i = 0; i < m_parts.connections.size(); ++i)
        addView(m_parts.connections.at(i));
    resize(1100, 720);
    restoreGeometry(m_parts.settings.value(geometryKey).toByteArray());
    restoreState(m_parts.settings.value(stateKey).toByteArray());
    followState();
}

MainWindow::~MainWindow() = default;

void MainWindow::addView(api::Connection &connection)
{
    auto *view = new ConnectionView(connection, m_parts.keeper, m_parts.services);
    m_stack->addWidget(view);
    connect(view, &ConnectionView::done, this, &MainWindow::tell);
    connect(&connection, &api::Connection::stateChanged, this, &MainWindow::followState);
    if (m_parts.connections.size() == 1)
        m_list->select(connection, pages::pageTable().front());
}

void MainWindow::removeView(api::Connection &connection)
{
    delete viewOf(&connection);
    followState();
}

ConnectionView *MainWindow::viewOf(const api::Connection *connection) const
{
    for (int i = 0; i < m_stack->count(); ++i) {
        auto *view = qobject_cast<ConnectionView *>(m_stack->widget(i));
        if (view && &view->connection() == connection)
            return view;
    }
    return nullptr;
}

ConnectionView *MainWindow::view() const
{
    return qobject_cast<ConnectionView *>(m_stack->currentWidget());
}

void MainWindow::showPage(api::Connection &connection, const pages::PageRow &row)
{
    ConnectionView *view = viewOf(&connection);
    if (!view)
        return;
    view->showPage(row);
    m_stack->setCurrentWidget(view);
    followState();
}

void MainWindow::go(const QString &address, const QString &page)
{
    // What is shown stays.
    if (address.isEmpty() && page.isEmpty())
        return;
    const pages::PageRow *row = rowNamed(page);
    if (!page.isEmpty() && !row)
        tell(tr("There is no page %1.").arg(page));
    api::Connection *connection = m_list->currentServer();
    if (!address.isEmpty()) {
        const auto url = api::serverAddress(address);
        if (!url)
            return tell(pages::FailureTexts::badAddress());
        const auto added = m_parts.keeper.add({}, *url, {});
        if (!added)
            return tell(added.error().message);
        connection = *added;
    }
    if (!connection)
        return;
    m_list->select(*connection, row ? *row : pages::pageTable().front());
    if (!address.isEmpty() && connection->state() == api::ConnectionState::Offline)
        m_parts.keeper.open(*connection);
}

void MainWindow::reopen()
{
    const QStringList open = m_parts.settings.value(openKey).toStringList();
    const QString last = m_parts.settings.value(serverKey).toString();
    const pages::PageRow *row = rowNamed(m_parts.settings.value(pageKey).toString());
    for (int i = 0; i < m_parts.connections.size(); ++i) {
        api::Connection &connection = m_parts.connections.at(i);
        if (connection.profile().id == last)
            m_list->select(connection, row ? *row : pages::pageTable().front());
        if (open.contains(connection.profile().id))
            m_parts.keeper.open(connection);
    }
}

void MainWindow::followState()
{
    ConnectionView *shown = view();
    const bool isOffline = shown && shown->connection().state() == api::ConnectionState::Offline;
    m_change->setEnabled(shown);
    m_remove->setEnabled(shown);
    m_connect->setEnabled(isOffline);
    m_disconnect->setEnabled(shown && !isOffline);
    m_refresh->setEnabled(shown && shown->connection().isOnline());
    for (QAction *action : std::as_const(m_pageActions))
        action->setEnabled(shown);
    if (!shown) {
        m_state->clear();
        setWindowTitle(tr("CodeTogether Console"));
        return;
    }
    const api::Connection &connection = shown->connection();
    const QString word = pages::ConnectionTexts::word(connection.state());
    m_state->setText(
        connection.isOnline()
            ? tr("%1 as %2 · version %3", "state, user, version")
                  .arg(word, connection.profile().user, connection.version().version)
            : word);
    //: %1 is the name of a server
    setWindowTitle(tr("%1 – CodeTogether Console").arg(connection.profile().shownName()));
}

void MainWindow::tell(const QString &sentence)
{
    statusBar()->showMessage(sentence, static_cast<int>(std::chrono::milliseconds(10s).count()));
}

void MainWindow::addServer()
{
    auto *dialog = new ServerDialog(this);
    connect(
        dialog,
        &ServerDialog::wanted,
        this,
        [this, dialog](const QString &name, const QUrl &url, const QString &user) {
            const auto added = m_parts.keeper.add(name, url, user);
            if (!added) {
                dialog->setFault(added.error().message);
                return;
            }
            dialog->accept();
            m_list->select(**added, pages::pageTable().front());
            if ((*added)->state() == api::ConnectionState::Offline)
                m_parts.keeper.open(**added);
        });
    dialog->open();
}

void MainWindow::changeServer()
{
    api::Connection &connection = view()->connection();
    auto *dialog = new ServerDialog(this);
    const api::ServerProfile &profile = connection.profile();
    dialog->setServer(profile.name, profile.url, profile.user);
    connect(&connection, &QObject::destroyed, dialog, &QDialog::reject);
    connect(
        dialog,
        &ServerDialog::wanted,
        &connection,
        [this, dialog, &connection](const QString &name, const QUrl &, const QString &user) {
            const Status changed = m_parts.keeper.change(connection, name, user);
            if (changed)
                dialog->accept();
            else
                dialog->setFault(changed.error().message);
        });
    dialog->open();
}

bool MainWindow::mayDrop(const QStringList &unsaved)
{
    if (unsaved.isEmpty())
        return true;
    return QMessageBox::question(
               this,
               tr("Unsaved Changes"),
               tr("These pages have changes that are not saved: %1.\nDo you want to lose them?")
                   .arg(unsaved.join(u", "_s)),
               QMessageBox::Discard | QMessageBox::Cancel,
               QMessageBox::Cancel)
        == QMessageBox::Discard;
}

void MainWindow::disconnectServer()
{
    if (view() && mayDrop(view()->unsaved()))
        view()->connection().close();
}

void MainWindow::removeServer()
{
    if (!view() || !mayDrop(view()->unsaved()))
        return;
    api::Connection &connection = view()->connection();
    const auto answer = QMessageBox::question(
        this,
        tr("Remove a Server"),
        tr("%1 is taken off the list, and its password is forgotten on this computer. Nothing "
           "changes on the server.")
            .arg(connection.profile().shownName()),
        QMessageBox::Ok | QMessageBox::Cancel,
        QMessageBox::Cancel);
    if (answer == QMessageBox::Ok)
        m_parts.keeper.remove(connection);
}

void MainWindow::refresh()
{
    if (view() && view()->page())
        view()->page()->refresh();
}

void MainWindow::searchCommand()
{
    auto *search = new CommandSearch(commands(), this);
    search->open();
}

QList<Command> MainWindow::commands() const
{
    QList<Command> all;
    for (QAction *action : actions()) {
        const bool isOwn = action == m_search || m_pageActions.contains(action);
        if (action->isEnabled() && !isOwn)
            all.append(commandOf(*action));
    }
    for (int i = 0; i < m_parts.connections.size(); ++i)
        all += pageCommands(m_parts.connections.at(i));
    return all;
}

QList<Command> MainWindow::pageCommands(const api::Connection &connection) const
{
    QList<Command> all;
    for (const pages::PageRow &row : pages::pageTable()) {
        const QString text = u"%1 – %2"_s.arg(connection.profile().shownName(), row.shownTitle());
        all.append({text, {}, {}, [this, &connection, &row] {
                        m_list->select(connection, row);
                    }});
    }
    return all;
}

void MainWindow::saveState()
{
    QStringList open;
    for (int i = 0; i < m_parts.connections.size(); ++i) {
        const api::Connection &connection = m_parts.connections.at(i);
        if (connection.state() != api::ConnectionState::Offline)
            open.append(connection.profile().id);
    }
    m_parts.settings.setValue(geometryKey, saveGeometry());
    m_parts.settings.setValue(stateKey, QMainWindow::saveState());
    m_parts.settings.setValue(openKey, open);
    if (const api::Connection *connection = m_list->currentServer()) {
        m_parts.settings.setValue(serverKey, connection->profile().id);
        m_parts.settings.setValue(pageKey, QString(m_list->currentPage()->name));
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QStringList unsaved;
    for (int i = 0; i < m_parts.connections.size(); ++i)
        unsaved += viewOf(&m_parts.connections.at(i))->unsaved();
    if (!mayDrop(unsaved)) {
        event->ignore();
        return;
    }
    saveState();
    event->accept();
}

} // namespace ct::console::app
