// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/eventfeed.h"

#include <utility>

namespace ct::server::admin {

void EventFeed::onFilled(std::function<void()> filled)
{
    const std::lock_guard lock(m_mutex);
    m_filled = std::move(filled);
}

void EventFeed::record(const session::SessionEvent &event)
{
    if (event.kind == session::SessionEvent::Kind::Refused)
        return;
    const std::lock_guard lock(m_mutex);
    // Nobody listens yet, or no more.
    if (!m_filled)
        return;
    const bool isFirst = m_waiting.events.empty() && !m_waiting.isTorn;
    if (m_waiting.events.size() >= most)
        m_waiting = {{}, true};
    if (!m_waiting.isTorn)
        m_waiting.events.push_back(event);
    if (isFirst)
        m_filled();
}

EventFeed::Taken EventFeed::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_waiting, {});
}

} // namespace ct::server::admin
