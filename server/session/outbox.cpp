// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/outbox.h"

#include <algorithm>
#include <utility>

namespace ct::server::session {

Outbox::~Outbox()
{
    clear();
}

void Outbox::append(relay::Outgoing message, SharedCharge source)
{
    if (m_entries.empty())
        m_budget.addHolder();
    m_budget.add(message.ownSize());
    m_bytes += message.size();
    m_held += message.ownSize() + source.bytes();
    const quint64 offset = m_firstOffset + m_entries.size();
    m_entries.push_back({{offset, std::move(message)}, std::move(source)});
}

void Outbox::clear()
{
    while (!m_entries.empty())
        dropFirst();
    m_cursor = 0;
}

const Outbox::Entry *Outbox::takeNext()
{
    if (!hasNext())
        return nullptr;
    return &m_entries[m_cursor++].entry;
}

void Outbox::dropFirst()
{
    const Kept &first = m_entries.front();
    const qint64 head = first.entry.message.ownSize();
    m_bytes -= first.entry.message.size();
    m_held -= head + first.source.bytes();
    m_budget.add(-head);
    m_entries.pop_front();
    ++m_firstOffset;
    if (m_entries.empty())
        m_budget.removeHolder();
}

void Outbox::proven(quint64 offset)
{
    while (m_cursor > 0 && m_firstOffset <= offset) {
        dropFirst();
        --m_cursor;
    }
}

void Outbox::rewindTo(quint64 offset)
{
    const quint64 seen = std::min(offset, lastTaken());
    m_cursor = seen < m_firstOffset ? 0 : static_cast<std::size_t>(seen + 1 - m_firstOffset);
    proven(seen);
}

} // namespace ct::server::session
