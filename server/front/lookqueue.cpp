// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/lookqueue.h"

namespace ct::server::front {

void LookQueue::add(ParticipantLink &link, Instant when)
{
    const auto [at, isNew] = m_times.try_emplace(&link, when);
    if (!isNew) {
        if (at->second <= when)
            return;
        m_order.erase({at->second, &link});
        at->second = when;
    }
    m_order.emplace(when, &link);
}

void LookQueue::forget(ParticipantLink &link)
{
    const auto at = m_times.find(&link);
    if (at == m_times.end())
        return;
    m_order.erase({at->second, &link});
    m_times.erase(at);
}

std::vector<ParticipantLink *> LookQueue::takeDue(Instant now)
{
    std::vector<ParticipantLink *> due;
    while (!m_order.empty() && m_order.begin()->first <= now) {
        due.push_back(m_order.begin()->second);
        m_times.erase(due.back());
        m_order.erase(m_order.begin());
    }
    return due;
}

} // namespace ct::server::front
