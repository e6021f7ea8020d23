// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/sessionevents.h"

#include <array>
#include <atomic>

namespace ct::server::metrics {

/// Sums of session events since the start.
struct SessionSums {
    quint64 hosted = 0;
    quint64 guestsJoined = 0;
    quint64 left = 0;
    quint64 broken = 0;
    quint64 resumed = 0;
    std::array<quint64, session::refusalCount> refused {};
};

/// Counts session events. They are rare beside messages, so one counter for all threads will do.
/// Thread: any.
class SessionTally final : public session::SessionEvents
{
public:
    void record(const session::SessionEvent &event) override;
    SessionSums sums() const;

private:
    using Counter = std::atomic<quint64>;

    Counter &counterOf(const session::SessionEvent &event);

    Counter m_hosted = 0;
    Counter m_guestsJoined = 0;
    Counter m_left = 0;
    Counter m_broken = 0;
    Counter m_resumed = 0;
    Counter m_ended = 0;
    std::array<Counter, session::refusalCount> m_refused {};
};

} // namespace ct::server::metrics
