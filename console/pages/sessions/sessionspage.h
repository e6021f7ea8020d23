// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/models/sessionmodel.h"
#include "console/pages/page.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace ct::console::pages {

class BansBox;

/// Who works together right now: sessions with their participants, live, and who is kept out. Ends
/// a session, removes or bans a participant after a question that says what will happen.
class SessionsPage : public Page
{
    Q_OBJECT

public:
    explicit SessionsPage(api::Connection &connection);

    void refresh() override;

protected:
    void liveChanged() override;

private:
    void buildBar();
    void buildTree();
    void follow();
    void followSelection();
    QModelIndex selected() const;
    void act();
    void showMenu(const QPoint &at);
    QString question(const QModelIndex &index) const;
    bool isGuest(const QModelIndex &index) const;
    void askToBan();
    void end(const QString &session);
    void remove(const QString &session, const QString &participant, const QString &name);
    void send(const api::Request &request, const QString &sentence);

    models::SessionModel m_model;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_filter;
    QLabel *m_count;
    QPushButton *m_act;
    QPushButton *m_ban;
    BansBox *m_bans;
    QTreeView *m_tree;
    /// To find out what goes on; until it comes again.
    bool m_hasFailed = false;
};

} // namespace ct::console::pages
