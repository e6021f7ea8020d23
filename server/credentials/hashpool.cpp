// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/hashpool.h"

#include <utility>

namespace ct::server::credentials {

HashPool::HashPool()
{
    m_threads.setMaxThreadCount(atOnce);
}

HashPool::~HashPool()
{
    m_threads.clear();
    m_threads.waitForDone();
}

bool HashPool::run(std::function<QByteArray()> work, std::function<void(const QByteArray &)> done)
{
    if (m_pending >= atOnce + mostWaiting)
        return false;
    ++m_pending;
    m_threads.start([this, work = std::move(work), done = std::move(done)] {
        QMetaObject::invokeMethod(
            &m_home,
            [this, done, answer = work()] {
                --m_pending;
                done(answer);
            },
            Qt::QueuedConnection);
    });
    return true;
}

} // namespace ct::server::credentials
