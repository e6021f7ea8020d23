// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/app/program.h"
#include "console/demo/demonetwork.h"

#include <QSettings>
#include <QTemporaryDir>

namespace ct::console::app {

/// The program with a server that is made up. Reads and keeps nothing of the person's. Thread:
/// main.
class Demo
{
public:
    /// Both must outlive it.
    Demo(const Clock &clock, RandomSource &random);

    MainWindow &window() { return m_program.window(); }
    /// To the server that is made up; null before begin().
    api::Connection *connection();
    /// Connects, and shows the page of that name.
    void begin(const QString &page);

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    profiles::MemorySecretStore m_secrets;
    demo::DemoWorld m_world;
    Program m_program;
};

} // namespace ct::console::app
