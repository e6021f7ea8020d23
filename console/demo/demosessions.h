// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/protocol/admin/live.h"

#include <map>

namespace ct::console::demo {

/// Sessions that nobody is in, but that come and go as if people were. Thread: main.
class DemoSessions
{
public:
    /// Both outlive it.
    DemoSessions(const Clock &clock, RandomSource &random);

    /// Some seconds later.
    void step();
    /// False when there is none.
    bool end(const QString &session);
    bool remove(const QString &session, const QString &participant);

    const std::map<QString, protocol::admin::LiveSession> &all() const { return m_sessions; }
    const protocol::admin::LiveSession *find(const QString &session) const;
    qint64 participants() const;
    /// Since the demo's beginning of time.
    qint64 hosted() const { return m_hosted; }

    /// A number from 0 up to `end` without it.
    int below(int end);

private:
    void begin();
    void join(protocol::admin::LiveSession &session);
    protocol::admin::LiveParticipant somebody(bool isHost);

    const Clock &m_clock;
    RandomSource &m_random;
    std::map<QString, protocol::admin::LiveSession> m_sessions;
    qint64 m_hosted = 1'204;
};

} // namespace ct::console::demo
