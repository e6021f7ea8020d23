// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/mainwindow.h"

#include "console/pages/server/serverpage.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace ct::console::app {

namespace {

constexpr QLatin1StringView lastServer = "lastServer"_L1;

} // namespace

MainWindow::MainWindow(const Clock &clock, QSettings &settings)
    : m_settings(settings),
      m_client(clock),
      m_page(new pages::ServerPage(m_client, this))
{
    setWindowTitle(tr("CodeTogether Console"));
    setCentralWidget(m_page);
    resize(560, 320);
    m_page->setAddress(m_settings.value(lastServer, u"http://localhost:1080"_s).toString());
    connect(m_page, &pages::ServerPage::serverReached, this, [this](const QUrl &server) {
        m_settings.setValue(lastServer, server.toString());
    });
}

void MainWindow::open(const QString &address)
{
    m_page->setAddress(address);
    m_page->connectToServer();
}

} // namespace ct::console::app
