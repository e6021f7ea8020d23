// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/eventring.h"

#include <algorithm>

namespace ct::server::admin {

void EventRing::append(Topic topic, protocol::admin::Event event)
{
    event.sequence = ++m_last;
    m_events.push_back({topic, protocol::toBytes(protocol::FieldWriter::objectOf(event))});
    m_bytes += m_events.back().text.size();
    while (m_events.size() > mostEvents || m_bytes > mostBytes) {
        m_bytes -= m_events.front().text.size();
        m_events.pop_front();
    }
}

void EventRing::cut()
{
    ++m_last;
    m_bytes = 0;
    m_events.clear();
}

bool EventRing::reaches(qint64 sequence) const
{
    return sequence <= m_last && m_last - sequence <= static_cast<qint64>(m_events.size());
}

EventRing::Batch EventRing::after(qint64 sequence, Topics topics, qsizetype bytes) const
{
    Batch batch {{}, m_last};
    const qint64 first = m_last - static_cast<qint64>(m_events.size()) + 1;
    qsizetype taken = 0;
    for (qint64 number = std::max(first, sequence + 1); number <= m_last; ++number) {
        const Written &event = m_events[static_cast<std::size_t>(number - first)];
        if (!isIn(topics, event.topic))
            continue;
        if (taken > 0 && taken + event.text.size() > bytes) {
            batch.last = number - 1;
            break;
        }
        taken += event.text.size();
        batch.texts.append(event.text);
    }
    return batch;
}

} // namespace ct::server::admin
