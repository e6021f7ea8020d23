// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/serverclient.h"

#include <QMainWindow>

class QSettings;

namespace ct::console::pages {
class ServerPage;
} // namespace ct::console::pages

namespace ct::console::app {

/// The composition root: owns the client and the pages, and remembers the last server that
/// answered. Thread: main.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `clock` and `settings` must outlive the window.
    MainWindow(const Clock &clock, QSettings &settings);

    /// Instead of the remembered server, and at once.
    void open(const QString &address);

private:
    QSettings &m_settings;
    // Before the page, which is destroyed by QWidget and never speaks to the client then.
    api::ServerClient m_client;
    pages::ServerPage *m_page;
};

} // namespace ct::console::app
