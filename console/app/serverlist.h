// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/connectionlist.h"
#include "console/pages/pagetable.h"

#include <QTreeWidget>

namespace ct::console::app {

/// The way around: every server, and below it its pages. Thread: main.
class ServerList : public QTreeWidget
{
    Q_OBJECT

public:
    /// `connections` must outlive the list.
    explicit ServerList(api::ConnectionList &connections, QWidget *parent = nullptr);

    /// Null when there is none.
    api::Connection *currentServer() const;
    const pages::PageRow *currentPage() const;
    void select(const api::Connection &connection, const pages::PageRow &row);

Q_SIGNALS:
    void selected(ct::console::api::Connection &connection, const ct::console::pages::PageRow &row);

private:
    void add(api::Connection &connection);
    void remove(const api::Connection &connection);
    QTreeWidgetItem *itemOf(const api::Connection &connection) const;
    void describe(const api::Connection &connection);
    void tell();

    api::ConnectionList &m_connections;
};

} // namespace ct::console::app
