// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/demo/demoground.h"
#include "shared/protocol/admin/licence.h"
#include "shared/protocol/admin/status.h"

namespace ct::console::demo {

/// How the demo's server is: sessions, figures, health. Thread: main.
class DemoLive
{
public:
    DemoLive(DemoTable &table, const DemoGround &ground);

    protocol::admin::Overview overview() const;
    protocol::admin::HealthDetail health() const;

private:
    DemoAnswer history(const DemoCall &call) const;
    DemoAnswer seatHistory(const DemoCall &call) const;
    /// Each hour of the days that the call wants.
    QList<std::chrono::milliseconds> hoursOf(const DemoCall &call) const;
    DemoAnswer list(const DemoCall &call) const;
    DemoAnswer end(const DemoCall &call);
    DemoAnswer remove(const DemoCall &call);

    DemoGround m_ground;
    Instant m_started;
};

} // namespace ct::console::demo
