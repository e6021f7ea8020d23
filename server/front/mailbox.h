// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>
#include <mutex>
#include <utility>

namespace ct::server::front {

/// Where a thread pool's threads leave what they have done for an `Owner`, which may be gone by
/// then. Shared between them.
template<typename Owner>
class Mailbox
{
public:
    /// `home` lives in the owner's thread and outlives it.
    Mailbox(Owner &owner, QObject &home) : m_owner(&owner), m_home(home) { }

    /// Has `task` done with the owner, in its thread, if it is still there. Thread: any.
    template<typename Task>
    static void deliver(const std::shared_ptr<Mailbox> &self, Task task)
    {
        const std::scoped_lock lock(self->m_mutex);
        if (!self->m_owner)
            return;
        QMetaObject::invokeMethod(
            &self->m_home,
            [self, task = std::move(task)] {
                if (self->m_owner)
                    task(*self->m_owner);
            },
            Qt::QueuedConnection);
    }
    /// The owner goes.
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_owner = nullptr;
    }

private:
    std::mutex m_mutex;
    /// Changed by the owner's thread alone, and under the mutex, which therefore also keeps
    /// `m_home` alive while a thread of the pool uses it.
    Owner *m_owner;
    QObject &m_home;
};

} // namespace ct::server::front
