// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/serverlist.h"

#include "console/icons/icon.h"
#include "console/pages/words/connectiontexts.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace ct::console::app {

namespace {

/// The connection of a server's item, and the page's place in its table.
constexpr int connectionRole = Qt::UserRole;
constexpr int pageRole = Qt::UserRole + 1;

QIcon signOf(api::ConnectionState state)
{
    switch (state) {
    case api::ConnectionState::Online:
        return icons::icon("good"_L1);
    case api::ConnectionState::Offline:
        return icons::icon("none"_L1);
    case api::ConnectionState::Connecting:
    case api::ConnectionState::SigningIn:
        return icons::icon("unknown"_L1);
    case api::ConnectionState::SignInNeeded:
        return icons::icon("locked"_L1);
    case api::ConnectionState::CertificateChanged:
        return icons::icon("bad"_L1);
    default:
        return icons::icon("warning"_L1);
    }
}

} // namespace

ServerList::ServerList(api::ConnectionList &connections, QWidget *parent)
    : QTreeWidget(parent),
      m_connections(connections)
{
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setAccessibleName(tr("Servers and their pages"));
    setObjectName(u"servers"_s);
    header()->setStretchLastSection(true);
    connect(&m_connections, &api::ConnectionList::added, this, &ServerList::add);
    connect(&m_connections, &api::ConnectionList::aboutToRemove, this, &ServerList::remove);
    connect(this, &QTreeWidget::currentItemChanged, this, &ServerList::tell);
    for (int i = 0; i < m_connections.size(); ++i)
        add(m_connections.at(i));
}

void ServerList::add(api::Connection &connection)
{
    auto *server = new QTreeWidgetItem(this);
    server->setData(0, connectionRole, QVariant::fromValue<QObject *>(&connection));
    const auto &table = pages::pageTable();
    for (std::size_t i = 0; i < table.size(); ++i) {
        auto *page = new QTreeWidgetItem(server);
        page->setText(0, table.at(i).shownTitle());
        page->setIcon(0, icons::icon(table.at(i).icon));
        page->setData(0, pageRole, static_cast<int>(i));
    }
    server->setExpanded(true);
    const auto describeIt = [this, &connection] {
        describe(connection);
    };
    connect(&connection, &api::Connection::stateChanged, this, describeIt);
    connect(&connection, &api::Connection::profileChanged, this, describeIt);
    describe(connection);
}

void ServerList::describe(const api::Connection &connection)
{
    QTreeWidgetItem *item = itemOf(connection);
    if (!item)
        return;
    const QString word = pages::ConnectionTexts::word(connection.state());
    item->setText(0, connection.profile().shownName());
    item->setIcon(0, signOf(connection.state()));
    item->setToolTip(0, u"%1 – %2"_s.arg(connection.profile().url.authority(), word));
    item->setData(0, Qt::AccessibleDescriptionRole, word);
}

QTreeWidgetItem *ServerList::itemOf(const api::Connection &connection) const
{
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (topLevelItem(i)->data(0, connectionRole).value<QObject *>() == &connection)
            return topLevelItem(i);
    }
    return nullptr;
}

void ServerList::remove(const api::Connection &connection)
{
    delete itemOf(connection);
}

api::Connection *ServerList::currentServer() const
{
    const QTreeWidgetItem *item = currentItem();
    if (!item)
        return nullptr;
    const QTreeWidgetItem *server = item->parent() ? item->parent() : item;
    return qobject_cast<api::Connection *>(server->data(0, connectionRole).value<QObject *>());
}

const pages::PageRow *ServerList::currentPage() const
{
    const QTreeWidgetItem *item = currentItem();
    if (!item)
        return nullptr;
    // A server's own line stands for its first page.
    return &pages::pageTable().at(static_cast<std::size_t>(item->data(0, pageRole).toInt()));
}

void ServerList::select(const api::Connection &connection, const pages::PageRow &row)
{
    if (const QTreeWidgetItem *item = itemOf(connection))
        setCurrentItem(item->child(static_cast<int>(&row - pages::pageTable().data())));
}

void ServerList::tell()
{
    if (api::Connection *connection = currentServer())
        Q_EMIT selected(*connection, *currentPage());
}

} // namespace ct::console::app
