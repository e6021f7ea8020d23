// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/timerqueue.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace ct::server::eventloop {

namespace {

using Milliseconds = TimerQueue::Milliseconds;
using Time = TimerQueue::Time;

/// Longer ones would overflow the clock's nanoseconds when added up.
constexpr Milliseconds longestInterval = std::chrono::hours(24 * 365 * 10);

/// Deadlines are rounded up to a multiple of this.
Milliseconds gridOf(const TimerQueue::Timer &timer)
{
    const auto interval = static_cast<quint64>(timer.interval.count());
    if (timer.type == Qt::PreciseTimer || interval == 0)
        return Milliseconds(0);
    if (timer.type == Qt::VeryCoarseTimer)
        return Milliseconds(1000);
    // Powers of two, so that timers of different intervals share deadlines, too.
    return Milliseconds(static_cast<qint64>(std::bit_floor(interval / 20)));
}

Time roundedUp(Time time, Milliseconds grid)
{
    if (grid <= Milliseconds(1))
        return time;
    const auto over = time.time_since_epoch() % grid;
    return over.count() == 0 ? time : time + (grid - over);
}

} // namespace

void TimerQueue::add(const Timer &timer, Time now)
{
    remove(timer.id);
    Entry &entry = m_entries[timer.id];
    entry.timer = timer;
    entry.timer.interval = std::clamp(timer.interval, Milliseconds(0), longestInterval);
    m_idsOfObjects[timer.object].push_back(timer.id);
    schedule(entry, now + entry.timer.interval);
    m_places.insert({entry.deadline, entry.order, timer.id});
}

bool TimerQueue::remove(int id)
{
    const auto position = m_entries.find(id);
    if (position == m_entries.end())
        return false;
    const auto owner = m_idsOfObjects.find(position->second.timer.object);
    std::erase(owner->second, id);
    if (owner->second.empty())
        m_idsOfObjects.erase(owner);
    forget(position);
    return true;
}

bool TimerQueue::removeAll(const QObject *object)
{
    const auto owner = m_idsOfObjects.find(object);
    if (owner == m_idsOfObjects.end())
        return false;
    for (const int id : owner->second)
        forget(m_entries.find(id));
    m_idsOfObjects.erase(owner);
    return true;
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::timersOf(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> found;
    const auto owner = m_idsOfObjects.find(object);
    if (owner == m_idsOfObjects.end())
        return found;
    for (const int id : owner->second) {
        const Timer &timer = m_entries.at(id).timer;
        const qint64 interval
            = std::min<qint64>(timer.interval.count(), std::numeric_limits<int>::max());
        found.append({id, static_cast<int>(interval), timer.type});
    }
    return found;
}

std::optional<Milliseconds> TimerQueue::remaining(int id, Time now) const
{
    const auto position = m_entries.find(id);
    if (position == m_entries.end())
        return std::nullopt;
    const auto left = std::chrono::ceil<Milliseconds>(position->second.deadline - now);
    return std::max(left, Milliseconds(0));
}

std::optional<Time> TimerQueue::nextDeadline() const
{
    if (m_places.empty())
        return std::nullopt;
    return m_places.begin()->deadline;
}

std::vector<TimerQueue::Ticket> TimerQueue::due(Time now) const
{
    std::vector<Ticket> tickets;
    for (const Place &place : m_places) {
        if (place.deadline > now)
            break;
        tickets.push_back({place.id, place.order});
    }
    return tickets;
}

QObject *TimerQueue::start(Ticket &ticket, Time now)
{
    const auto position = m_entries.find(ticket.id);
    if (position == m_entries.end() || position->second.order != ticket.order)
        return nullptr;
    Entry &entry = position->second;
    m_places.erase({entry.deadline, entry.order, ticket.id});
    entry.inTurn = true;
    // Beats that were missed are left out rather than made up for.
    const Time next = entry.ideal + entry.timer.interval;
    schedule(entry, next < now ? now + entry.timer.interval : next);
    ticket.order = entry.order;
    return entry.timer.object;
}

void TimerQueue::finish(const Ticket &ticket)
{
    const auto position = m_entries.find(ticket.id);
    if (position == m_entries.end() || position->second.order != ticket.order)
        return;
    Entry &entry = position->second;
    entry.inTurn = false;
    m_places.insert({entry.deadline, entry.order, ticket.id});
}

void TimerQueue::schedule(Entry &entry, Time ideal)
{
    entry.ideal = ideal;
    entry.deadline = roundedUp(ideal, gridOf(entry.timer));
    entry.order = ++m_lastOrder;
}

void TimerQueue::forget(Entries::iterator position)
{
    const Entry &entry = position->second;
    if (!entry.inTurn)
        m_places.erase({entry.deadline, entry.order, position->first});
    m_entries.erase(position);
}

} // namespace ct::server::eventloop
