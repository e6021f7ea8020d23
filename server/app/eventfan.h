// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/sessionevents.h"

#include <utility>
#include <vector>

namespace ct::server::app {

/// Gives each session event to all who want it. Thread: any.
class EventFan final : public session::SessionEvents
{
public:
    explicit EventFan(std::vector<session::SessionEvents *> receivers)
        : m_receivers(std::move(receivers))
    { }

    void record(const session::SessionEvent &event) override
    {
        for (session::SessionEvents *receiver : m_receivers)
            receiver->record(event);
    }

private:
    const std::vector<session::SessionEvents *> m_receivers;
};

} // namespace ct::server::app
