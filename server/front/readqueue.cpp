// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/readqueue.h"

#include <utility>

namespace ct::server::front {

Reader::~Reader()
{
    m_readQueue.remove(this);
}

void Reader::readLater()
{
    if (m_place == Place::Waiting)
        return;
    if (m_place == Place::Held)
        std::erase(m_readQueue.m_held, this);
    m_place = Place::Waiting;
    m_readQueue.m_waiting.push_back(this);
}

void Reader::holdBack()
{
    if (m_place != Place::None)
        return;
    m_place = Place::Held;
    m_readQueue.m_held.push_back(this);
}

ReadQueue::Share::Share(ReadQueue &queue)
    : m_queue(queue),
      m_began(queue.m_clock.now()),
      m_now(m_began)
{ }

bool ReadQueue::Share::isUsedUp()
{
    m_now = m_queue.m_clock.now();
    return m_now - m_began >= longestShare;
}

void ReadQueue::run()
{
    m_spent = {};
    // Those who ask again meanwhile have to wait for the next turn.
    for (std::size_t left = m_waiting.size(); left > 0 && !m_waiting.empty(); --left) {
        Reader *reader = m_waiting.front();
        m_waiting.pop_front();
        reader->m_place = Reader::Place::None;
        reader->takeShare();
        if (m_spent >= longestRun)
            break;
    }
    m_spent = {};
}

void ReadQueue::retryHeld()
{
    for (Reader *reader : std::exchange(m_held, {})) {
        reader->m_place = Reader::Place::Waiting;
        m_waiting.push_back(reader);
    }
}

void ReadQueue::remove(Reader *reader)
{
    if (reader->m_place == Reader::Place::Waiting)
        std::erase(m_waiting, reader);
    else if (reader->m_place == Reader::Place::Held)
        std::erase(m_held, reader);
}

} // namespace ct::server::front
