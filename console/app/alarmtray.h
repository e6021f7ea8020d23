// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/connectionlist.h"

#include <QHash>
#include <QSystemTrayIcon>

namespace ct::console::app {

/// Tells of alarms at the desktop's tray, each once when it comes up, whichever page is shown.
/// Where there is no tray it does nothing. Thread: main.
class AlarmTray : public QObject
{
    Q_OBJECT

public:
    /// `connections` must outlive it.
    explicit AlarmTray(api::ConnectionList &connections);

    /// Listens to every server, with a tray or without.
    void listen();

Q_SIGNALS:
    /// `server` is its name, `sentence` says what is wrong.
    void alarmed(const QString &server, const QString &sentence);
    /// Its icon was clicked.
    void opened();

private:
    void follow(api::Connection &connection);
    void look(api::Connection &connection);

    api::ConnectionList &m_connections;
    QSystemTrayIcon m_icon;
    /// Subjects of alarms, by the profile's id.
    QHash<QString, QStringList> m_told;
};

} // namespace ct::console::app
