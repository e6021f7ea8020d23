// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractEventDispatcher>
#include <QList>

#include <chrono>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace ct::server::eventloop {

/// The timers of one loop in the order of their deadlines: adding, removing and firing cost
/// O(log n). Sends no events and reads no clock; the caller passes the time in. Thread: the loop's.
class TimerQueue
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Milliseconds = std::chrono::milliseconds;

    struct Timer {
        int id = 0;
        Milliseconds interval {0};
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
    };
    /// One turn of one timer; worthless once that timer was removed or had its turn elsewhere.
    struct Ticket {
        int id = 0;
        quint64 order = 0;
    };

    /// A timer never fires early. Coarse ones are up to 5 % late, very coarse ones up to a second,
    /// so that they fall due together. An id that is in use is replaced.
    void add(const Timer &timer, Time now);
    bool remove(int id);
    /// Whether the object had any.
    bool removeAll(const QObject *object);

    QList<QAbstractEventDispatcher::TimerInfo> timersOf(const QObject *object) const;
    /// Rounded up; zero when due, nothing for an unknown id.
    std::optional<Milliseconds> remaining(int id, Time now) const;
    /// When the next timer is due, those in their turn left out.
    std::optional<Time> nextDeadline() const;

    /// Whose turn it is, earliest first; each timer once, however far behind it is.
    std::vector<Ticket> due(Time now) const;
    /// Begins a turn: names the object to be told and sets the next deadline, but keeps the timer
    /// out of the order until finish(), so that a nested loop neither fires it nor spins on it.
    /// Null if the ticket is no longer worth anything; the ticket is renewed for finish().
    QObject *start(Ticket &ticket, Time now);
    /// Ends the turn; harmless if the timer was removed or added anew meanwhile.
    void finish(const Ticket &ticket);

private:
    struct Entry {
        Timer timer;
        /// Without rounding, so that a repeated timer keeps its beat.
        Time ideal;
        Time deadline;
        quint64 order = 0;
        bool inTurn = false;
    };
    struct Place {
        Time deadline;
        quint64 order = 0;
        int id = 0;
        bool operator<(const Place &other) const
        {
            return std::tie(deadline, order) < std::tie(other.deadline, other.order);
        }
    };
    using Entries = std::unordered_map<int, Entry>;

    void schedule(Entry &entry, Time ideal);
    void forget(Entries::iterator position);

    Entries m_entries;
    std::set<Place> m_places;
    std::unordered_map<const QObject *, std::vector<int>> m_idsOfObjects;
    quint64 m_lastOrder = 0;
};

} // namespace ct::server::eventloop
