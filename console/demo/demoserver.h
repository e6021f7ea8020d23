// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/demo/demoadministration.h"
#include "console/demo/demolive.h"

namespace ct::console::demo {

/// The demo's server as whoever runs it sees it. Thread: main.
class DemoServer
{
public:
    /// All of it outlives it.
    DemoServer(DemoTable &table, const DemoLive &live, const DemoAdministration &administration);

private:
    DemoAnswer tell() const;
    DemoAnswer processes() const;

    const DemoLive &m_live;
    const DemoAdministration &m_administration;
};

} // namespace ct::console::demo
