// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/demo/demosessions.h"
#include "console/demo/demotable.h"
#include "shared/protocol/audit.h"

namespace ct::console::demo {

/// What was done in the demo, newest first, as an audit has it. Thread: main.
class DemoAudit
{
public:
    /// `clock` outlives it.
    explicit DemoAudit(const Clock &clock);

    void add(
        const QString &kind,
        const QString &actor,
        const QString &subject,
        const QString &detail = {});
    const QList<protocol::AuditItem> &entries() const { return m_entries; }

private:
    void addAt(
        std::chrono::milliseconds at,
        const QString &kind,
        const QString &actor,
        const QString &subject,
        const QString &detail);

    const Clock &m_clock;
    QList<protocol::AuditItem> m_entries;
};

/// What the demo's parts share; all of it outlives them.
struct DemoGround {
    const Clock &clock;
    RandomSource &random;
    DemoSessions &sessions;
    DemoAudit &audit;
};

/// Milliseconds since 1970.
inline std::chrono::milliseconds demoTime(const Clock &clock)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        clock.wallNow().time_since_epoch());
}

} // namespace ct::console::demo
