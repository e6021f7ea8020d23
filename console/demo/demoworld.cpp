// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demoworld.h"

namespace ct::console::demo {

namespace {

constexpr std::chrono::seconds pace {3};

} // namespace

DemoWorld::DemoWorld(const Clock &clock, RandomSource &random)
    : m_sessions(clock, random),
      m_audit(clock),
      m_live(m_table, {clock, random, m_sessions, m_audit}),
      m_administration(m_table, {clock, random, m_sessions, m_audit}),
      m_records(m_table, {clock, random, m_sessions, m_audit}),
      m_packages(m_table, {clock, random, m_sessions, m_audit}),
      m_guards(m_table, {clock, random, m_sessions, m_audit}),
      m_server(m_table, m_live, m_administration)
{
    connect(&m_timer, &QTimer::timeout, this, &DemoWorld::step);
    m_timer.start(pace);
}

void DemoWorld::step()
{
    m_sessions.step();
}

} // namespace ct::console::demo
