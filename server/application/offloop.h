// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <utility>

namespace ct::server::application {

/// Does what would hold up an event loop (files, compression) on one thread of its own. Owner and
/// thread: the application's; it waits for what runs when it ends.
class OffLoop
{
public:
    OffLoop() { m_threads.setMaxThreadCount(1); }
    ~OffLoop()
    {
        m_threads.clear();
        m_threads.waitForDone();
    }
    OffLoop(const OffLoop &) = delete;
    OffLoop &operator=(const OffLoop &) = delete;

    /// `done` gets the answer of `work` on the application's thread.
    template<typename T>
    void run(std::function<T()> work, std::function<void(const T &)> done)
    {
        m_threads.start([this, work = std::move(work), done = std::move(done)] {
            QMetaObject::invokeMethod(
                &m_home, [done, answer = work()] { done(answer); }, Qt::QueuedConnection);
        });
    }

private:
    QThreadPool m_threads;
    /// Where answers arrive.
    QObject m_home;
};

} // namespace ct::server::application
