// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/demo/demoground.h"
#include "shared/protocol/admin/bans.h"
#include "shared/protocol/admin/lockouts.h"

namespace ct::console::demo {

/// Who is kept out of the demo's sessions, and which addresses are locked out of signing in.
/// Thread: main.
class DemoGuards
{
public:
    DemoGuards(DemoTable &table, const DemoGround &ground);

private:
    DemoAnswer list();
    DemoAnswer ban(const DemoCall &call);
    DemoAnswer lift(const DemoCall &call);
    DemoAnswer unlock(const DemoCall &call);

    DemoGround m_ground;
    /// The newest first.
    QList<protocol::admin::Ban> m_bans;
    QList<protocol::admin::Lockout> m_lockouts;
};

} // namespace ct::console::demo
