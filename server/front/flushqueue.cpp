// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/flushqueue.h"

#include <algorithm>
#include <utility>

namespace ct::server::front {

Flushable::~Flushable()
{
    if (m_isQueued)
        m_queue.remove(this);
}

void Flushable::flushSoon()
{
    if (!std::exchange(m_isQueued, true))
        m_queue.add(this);
}

void FlushQueue::remove(Flushable *flushable)
{
    std::erase(m_queued, flushable);
    std::replace(m_running.begin(), m_running.end(), flushable, static_cast<Flushable *>(nullptr));
}

void FlushQueue::handBack(QByteArray buffer)
{
    static constexpr qsizetype largest = 1024LL * 1024;
    if (buffer.capacity() > largest || buffer.capacity() < m_buffer.capacity())
        return;
    m_buffer = std::move(buffer);
    m_buffer.resize(0);
}

void FlushQueue::run()
{
    // A flush may make others ask; a few rounds serve those, the rest waits for the next turn.
    static constexpr int rounds = 3;
    for (int round = 0; round < rounds && !m_queued.empty(); ++round) {
        m_running.swap(m_queued);
        // By index: flushing may take others out of this list.
        // NOLINTNEXTLINE(modernize-loop-convert)
        for (std::size_t at = 0; at < m_running.size(); ++at) {
            Flushable *flushable = m_running[at];
            if (!flushable)
                continue;
            m_running[at] = nullptr;
            flushable->m_isQueued = false;
            flushable->flush();
        }
        m_running.clear();
    }
}

} // namespace ct::server::front
