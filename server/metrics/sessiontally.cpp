// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/sessiontally.h"

namespace ct::server::metrics {

SessionTally::Counter &SessionTally::counterOf(const session::SessionEvent &event)
{
    using Kind = session::SessionEvent::Kind;
    switch (event.kind) {
    case Kind::Created:
        return m_hosted;
    case Kind::Joined:
        return m_guestsJoined;
    case Kind::Left:
        return m_left;
    case Kind::Broken:
        return m_broken;
    case Kind::Resumed:
        return m_resumed;
    case Kind::Refused:
        return m_refused[static_cast<std::size_t>(event.refusal)];
    case Kind::Moved:
    case Kind::Ended:
        break;
    }
    return m_ended;
}

void SessionTally::record(const session::SessionEvent &event)
{
    if (event.kind != session::SessionEvent::Kind::Moved)
        counterOf(event).fetch_add(1, std::memory_order_relaxed);
}

SessionSums SessionTally::sums() const
{
    SessionSums sums;
    const auto read = [](const Counter &counter) {
        return counter.load(std::memory_order_relaxed);
    };
    sums.hosted = read(m_hosted);
    sums.guestsJoined = read(m_guestsJoined);
    sums.left = read(m_left);
    sums.broken = read(m_broken);
    sums.resumed = read(m_resumed);
    for (std::size_t at = 0; at < sums.refused.size(); ++at)
        sums.refused[at] = read(m_refused[at]);
    return sums;
}

} // namespace ct::server::metrics
