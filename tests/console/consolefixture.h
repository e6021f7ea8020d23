// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/app/program.h"
#include "tests/console/edgeserver.h"
#include "tests/support/patience.h"

#include <QSettings>

namespace ct::test {

/// The machine's clocks, some time ahead.
class LateClock final : public Clock
{
public:
    Instant now() const override { return m_system.now() + m_ahead; }
    WallTime wallNow() const override { return m_system.wallNow() + m_ahead; }
    void advance(std::chrono::milliseconds by) { m_ahead += by; }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_ahead {0};
};

/// The whole console in a folder of its own, with secrets in memory. Thread: the test's.
class ConsoleFixture
{
public:
    ConsoleFixture() { start(); }

    /// Anew, with what the settings keep.
    void restart()
    {
        m_program->window().close();
        m_program.reset();
        start();
    }
    /// Nobody does anything for so long.
    void pass(std::chrono::minutes time) { m_clock.advance(time); }
    console::app::MainWindow &window() { return m_program->window(); }
    console::api::Connection &connection(int index = 0)
    {
        return m_program->connections().at(index);
    }
    console::api::ConnectionList &connections() { return m_program->connections(); }
    template<typename Widget>
    Widget *part(const QString &name)
    {
        // Several servers have parts of the same name; the one that can be seen is meant.
        const QList<Widget *> all = window().template findChildren<Widget *>(name);
        for (Widget *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return all.value(0);
    }
    bool waitFor(console::api::ConnectionState state)
    {
        return QTest::qWaitFor(
            [&] { return connections().size() > 0 && connection().state() == state; }, 20'000);
    }
    /// Signed in and at the page of that name, by this machine's http.
    bool open(const EdgeServer &edge, const QString &page = {})
    {
        window().go(edge.httpUrl(), page);
        if (!waitFor(console::api::ConnectionState::SignInNeeded))
            return false;
        connection().signIn({edge.user(), edge.password(), {}});
        return waitFor(console::api::ConnectionState::Online);
    }

private:
    void start()
    {
        m_program = std::make_unique<console::app::Program>(
            console::app::Program::Surroundings {m_clock, m_random, m_settings, m_secrets});
        window().show();
    }

    QTemporaryDir m_folder;
    LateClock m_clock;
    SystemRandom m_random;
    QSettings m_settings {m_folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat};
    console::profiles::MemorySecretStore m_secrets;
    std::unique_ptr<console::app::Program> m_program;
};

} // namespace ct::test
