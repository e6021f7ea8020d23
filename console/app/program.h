// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/app/alarmtray.h"
#include "console/app/mainwindow.h"
#include "console/app/presence.h"
#include "console/app/wakewatch.h"

namespace ct::console::app {

/// The composition root: everything in the order of its making. Thread: main.
class Program
{
public:
    /// What the program is run in; all of it must outlive it.
    struct Surroundings {
        const Clock &clock;
        RandomSource &random;
        QSettings &settings;
        profiles::SecretStore &secrets;
        api::NetworkMaker makeNetwork = [] {
            return std::make_unique<QNetworkAccessManager>();
        };
    };

    explicit Program(const Surroundings &around)
        : m_presence(around.clock),
          m_connections(
              around.clock,
              [] { return std::make_unique<api::TimerDelay>(); },
              around.makeNetwork,
              [this] { return m_presence.unusedTime(); }),
          m_profiles(around.settings, around.random),
          m_keeper(m_connections, m_profiles, around.secrets),
          m_window({m_connections, m_keeper, around.settings, {around.clock}}),
          m_tray(m_connections),
          m_wakeWatch(around.clock)
    {
        QObject::connect(
            &m_wakeWatch, &WakeWatch::woke, &m_connections, &api::ConnectionList::wake);
        QObject::connect(&m_presence, &Presence::returned, &m_keeper, &ServerKeeper::welcomeBack);
        QObject::connect(&m_tray, &AlarmTray::opened, &m_window, [this] {
            m_window.show();
            m_window.raise();
            m_window.activateWindow();
        });
        m_keeper.load();
    }

    MainWindow &window() { return m_window; }
    api::ConnectionList &connections() { return m_connections; }

private:
    Presence m_presence;
    api::ConnectionList m_connections;
    profiles::ProfileStore m_profiles;
    ServerKeeper m_keeper;
    MainWindow m_window;
    AlarmTray m_tray;
    WakeWatch m_wakeWatch;
};

} // namespace ct::console::app
