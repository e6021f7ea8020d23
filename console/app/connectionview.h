// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/app/serverkeeper.h"
#include "console/pages/pagetable.h"

#include <QTimer>
#include <QWidget>

#include <map>

class QPushButton;
class QStackedWidget;

namespace ct::console::widgets {
class EmptyState;
class NoticeBar;
} // namespace ct::console::widgets

namespace ct::console::app {

class SignInPanel;

/// One server: its pages, each made when it is first wanted, and above them how its connection
/// stands. Before the first sign-in there are no pages. Thread: main.
class ConnectionView : public QWidget
{
    Q_OBJECT

public:
    /// Everything must outlive the view.
    ConnectionView(
        api::Connection &connection, ServerKeeper &keeper, const pages::PageServices &services);
    ~ConnectionView() override;

    api::Connection &connection() { return m_connection; }
    void showPage(const pages::PageRow &row);
    /// Of the page that is shown; null: none yet.
    pages::Page *page() const;
    /// Titles of pages with unsaved changes.
    QStringList unsaved() const;
    /// What the state's button does: connect, try again, look at the certificate.
    void act();

Q_SIGNALS:
    void done(const QString &sentence);

private:
    void follow();
    void followSignIn();
    void showState();
    QString action() const;
    void makeWantedPage();
    void askAboutCertificate();

    api::Connection &m_connection;
    ServerKeeper &m_keeper;
    pages::PageServices m_services;
    widgets::NoticeBar *m_notice;
    QPushButton *m_act;
    SignInPanel *m_signIn;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_start;
    const pages::PageRow *m_wanted = nullptr;
    std::map<const pages::PageRow *, pages::Page *> m_pages;
    bool m_wasOnline = false;
    api::ConnectionState m_last = api::ConnectionState::Offline;
    QTimer m_countdown;
};

} // namespace ct::console::app
