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
        /// A POST of it is being read.
        bool isPosting = false;
    };

    void add(const QByteArray &sid, Entry entry)
    {
        const QWriteLocker lock(&m_lock);
        m_owners.insert(sid, entry);
    }
    void remove(const QByteArray &sid)
    {
        const QWriteLocker lock(&m_lock);
        m_owners.remove(sid);
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

private:
    mutable QReadWriteLock m_lock;
    QHash<QByteArray, Entry> m_owners;
};

} // namespace ct::server::front
