// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QReadWriteLock>

#include <utility>

namespace ct::server::front {

class Worker;

/// Which worker owns an Engine.IO session: asked once per polling request and per upgrade, on
/// whatever worker the request came in, before its body is read. Thread: any.
class LinkRegistry
{
public:
    struct Entry {
        /// Null when there is no such session.
        Worker *owner = nullptr;
        /// Opened without a valid token, only to be told so.
        bool isRefused = false;
        /// Its client has taken a seat: it may send long messages.
        bool isSeated = false;
        /// A POST of it is being read.
        bool isPosting = false;
    };

    /// False when too many that are refused linger already.
    bool add(const QByteArray &sid, Entry entry)
    {
        const QWriteLocker lock(&m_lock);
        if (entry.isRefused && m_refused >= mostRefused)
            return false;
        m_refused += entry.isRefused ? 1 : 0;
        m_owners.insert(sid, entry);
        return true;
    }
    void remove(const QByteArray &sid)
    {
        const QWriteLocker lock(&m_lock);
        m_refused -= m_owners.take(sid).isRefused ? 1 : 0;
    }
    void setSeated(const QByteArray &sid)
    {
        const QWriteLocker lock(&m_lock);
        const auto at = m_owners.find(sid);
        if (at != m_owners.end())
            at->isSeated = true;
    }
    Entry find(const QByteArray &sid) const
    {
        const QReadLocker lock(&m_lock);
        return m_owners.value(sid);
    }
    /// False when another POST of the session is still being read, on whatever worker.
    bool beginPost(const QByteArray &sid)
    {
        const QWriteLocker lock(&m_lock);
        const auto at = m_owners.find(sid);
        return at == m_owners.end() || !std::exchange(at->isPosting, true);
    }
    void endPost(const QByteArray &sid)
    {
        const QWriteLocker lock(&m_lock);
        const auto at = m_owners.find(sid);
        if (at != m_owners.end())
            at->isPosting = false;
    }

    /// Sessions without a valid token live for seconds, only to be told why; a crowd of them is
    /// cut short.
    static constexpr int mostRefused = 512;

private:
    mutable QReadWriteLock m_lock;
    int m_refused = 0;
    QHash<QByteArray, Entry> m_owners;
};

} // namespace ct::server::front
