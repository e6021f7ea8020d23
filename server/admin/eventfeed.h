// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/sessionevents.h"

#include <functional>
#include <mutex>
#include <vector>

namespace ct::server::admin {

/// Brings what happens in sessions to the watchers' thread, many at a time. Bounded: when too much
/// waits, all of it is forgotten, and said to be. Thread: any.
class EventFeed final : public session::SessionEvents
{
public:
    static constexpr std::size_t most = 4'096;

    /// `filled` is called from any thread for the first event that waits. Once, before others call.
    void onFilled(std::function<void()> filled);
    void record(const session::SessionEvent &event) override;

    struct Taken {
        std::vector<session::SessionEvent> events;
        /// There were more, which are lost.
        bool isTorn = false;
    };
    Taken take();

private:
    std::mutex m_mutex;
    // Guarded by m_mutex:
    std::function<void()> m_filled;
    Taken m_waiting;
};

} // namespace ct::server::admin
