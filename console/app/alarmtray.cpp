// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/alarmtray.h"

#include "console/icons/icon.h"
#include "console/pages/overview/alarmlist.h"

namespace ct::console::app {

AlarmTray::AlarmTray(api::ConnectionList &connections) : m_connections(connections)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon.setIcon(icons::applicationIcon());
    m_icon.show();
    connect(this, &AlarmTray::alarmed, &m_icon, [this](const auto &server, const auto &sentence) {
        m_icon.showMessage(server, sentence, QSystemTrayIcon::Warning);
    });
    connect(&m_icon, &QSystemTrayIcon::activated, this, &AlarmTray::opened);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &AlarmTray::opened);
    listen();
}

void AlarmTray::listen()
{
    connect(&m_connections, &api::ConnectionList::added, this, &AlarmTray::follow);
    for (int i = 0; i < m_connections.size(); ++i)
        follow(m_connections.at(i));
}

void AlarmTray::follow(api::Connection &connection)
{
    api::Live &live = connection.live();
    live.watch(this);
    connect(&live, &api::Live::healthChanged, this, [this, &connection] { look(connection); });
    connect(&live, &api::Live::overviewChanged, this, [this, &connection] { look(connection); });
}

void AlarmTray::look(api::Connection &connection)
{
    QStringList &told = m_told[connection.profile().id];
    const QStringList before = std::exchange(told, {});
    for (const pages::Alarm &alarm : pages::AlarmList::alarms(connection.live())) {
        told.append(alarm.subject);
        if (!before.contains(alarm.subject))
            Q_EMIT alarmed(connection.profile().shownName(), alarm.sentence);
    }
}

} // namespace ct::console::app
