// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace ct::server::front {

class FlushQueue;

/// Something that gathers output during a turn of the event loop and sends it at the turn's end.
class Flushable
{
public:
    explicit Flushable(FlushQueue &queue) : m_queue(queue) { }
    virtual ~Flushable();
    Flushable(const Flushable &) = delete;
    Flushable &operator=(const Flushable &) = delete;

protected:
    /// Asks for one call of flush() before the loop next waits.
    void flushSoon();
    FlushQueue &queue() const { return m_queue; }
    virtual void flush() = 0;

private:
    friend class FlushQueue;

    FlushQueue &m_queue;
    bool m_isQueued = false;
};

/// Collects a worker's Flushables, so that everything written in one turn of the loop goes out in
/// one piece per socket. Thread: the worker's.
class FlushQueue
{
public:
    /// Flushes all that asked for it, and those that ask meanwhile, within reason.
    void run();
    bool isEmpty() const { return m_queued.empty(); }

    /// An empty buffer to gather output in, most likely the one that was handed back last: what
    /// goes out on one connection after the other then stays in the same warm memory.
    QByteArray takeBuffer() { return std::exchange(m_buffer, {}); }
    void handBack(QByteArray buffer);

private:
    friend class Flushable;

    void add(Flushable *flushable) { m_queued.push_back(flushable); }
    void remove(Flushable *flushable);

    std::vector<Flushable *> m_queued;
    std::vector<Flushable *> m_running;
    QByteArray m_buffer;
};

} // namespace ct::server::front
