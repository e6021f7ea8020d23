// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QReadWriteLock>

namespace ct::server::front {

class Worker;

/// Which worker owns an Engine.IO session: asked once per polling request and per upgrade, on
/// whatever worker the request came in, before its body is read. Thread: any.
class LinkRegistry
{
public:
    void add(const QByteArray &sid, Worker *owner)
    {
        const QWriteLocker lock(&m_lock);
        m_owners.insert(sid, owner);
    }
    void remove(const QByteArray &sid)
    {
        const QWriteLocker lock(&m_lock);
        m_owners.remove(sid);
    }
    /// Null when there is no such session.
    Worker *owner(const QByteArray &sid) const
    {
        const QReadLocker lock(&m_lock);
        return m_owners.value(sid);
    }

private:
    mutable QReadWriteLock m_lock;
    QHash<QByteArray, Worker *> m_owners;
};

} // namespace ct::server::front
