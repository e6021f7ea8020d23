// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/outbox.h"

#include <algorithm>

namespace ct::server::session {

Outbox::~Outbox()
{
    m_budget.add(-m_charged);
}

void Outbox::append(relay::Outgoing message, qsizetype receivers)
{
    const qint64 charge
        = message.head.size() + message.tailLength / std::max<qsizetype>(receivers, 1);
    m_bytes += message.size();
    m_charged += charge;
    m_budget.add(charge);
    const quint64 offset = m_firstOffset + m_entries.size();
    m_entries.push_back({{offset, std::move(message)}, charge});
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
    m_bytes -= first.entry.message.size();
    m_charged -= first.charge;
    m_budget.add(-first.charge);
    m_entries.pop_front();
    ++m_firstOffset;
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
