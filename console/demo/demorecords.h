// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/demo/demoground.h"

namespace ct::console::demo {

/// What the demo's server has written and was set up with: audit, logs, settings, certificate.
/// Thread: main.
class DemoRecords
{
public:
    DemoRecords(DemoTable &table, const DemoGround &ground);

private:
    void bindAudit(DemoTable &table);
    void bindLogs(DemoTable &table);
    void bindSettings(DemoTable &table);
    protocol::AuditPage audit(const DemoCall &call) const;
    DemoAnswer exported(const DemoCall &call) const;
    QString log() const;

    DemoGround m_ground;
};

} // namespace ct::console::demo
