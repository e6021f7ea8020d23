// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/relay/outgoing.h"
#include "server/session/memorybudget.h"
#include "server/session/sharedcharge.h"

#include <deque>

namespace ct::server::session {

/// What one participant has been sent and may not have received, and what it has still to be sent:
/// one queue with a cursor. Every message has an offset, counted from 1; it is dropped once its
/// receipt is proven, and sent again from any kept offset when the participant resumes on a new
/// connection. Shared by the participant and by the link that drains it, because the link still
/// says the last messages of a session that is gone. Thread: its worker's.
class Outbox
{
public:
    struct Entry {
        quint64 offset = 0;
        relay::Outgoing message;
    };

    Outbox(BudgetShare &budget, qint64 limit) : m_budget(budget), m_limit(limit) { }
    ~Outbox();
    Outbox(const Outbox &) = delete;
    Outbox &operator=(const Outbox &) = delete;

    /// Queues a message. `source` stands for the memory that it shares with other receivers.
    void append(relay::Outgoing message, SharedCharge source = {});
    /// More is waiting than this participant may have.
    bool isOverfull() const { return m_bytes > m_limit; }
    bool isHalfFull() const { return m_bytes > m_limit / 2; }

    /// The next message to write, which counts as sent from then on; null when there is none.
    /// Good until the next call of any member.
    const Entry *takeNext();
    bool hasNext() const { return m_cursor < m_entries.size(); }
    /// The offset of the last message taken; 0 before the first.
    quint64 lastTaken() const { return m_firstOffset + m_cursor - 1; }

    /// Everything up to `offset` has been received: forget it.
    void proven(quint64 offset);
    /// A new connection has received everything up to `offset`: what follows is to be sent again.
    /// Offsets that were never given or are already forgotten are cut to what is there.
    void rewindTo(quint64 offset);
    /// A new connection knows nothing of the former one: everything unproven is to be sent again.
    void rewind() { m_cursor = 0; }

    /// Forgets everything, sent or not: the participant will not get it any more.
    void clear();

    qint64 bytes() const { return m_bytes; }
    /// The memory that this outbox holds, what it shares with others included.
    qint64 held() const { return m_held; }

private:
    struct Kept {
        Entry entry;
        SharedCharge source;
    };

    void dropFirst();

    BudgetShare &m_budget;
    const qint64 m_limit;
    std::deque<Kept> m_entries;
    /// Offset of m_entries.front(), or of the next message when empty.
    quint64 m_firstOffset = 1;
    std::size_t m_cursor = 0;
    qint64 m_bytes = 0;
    qint64 m_held = 0;
};

} // namespace ct::server::session
