// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/base/offloop.h"

namespace ct {

OffLoop::OffLoop(int atOnce)
{
    m_threads.setMaxThreadCount(atOnce);
}

OffLoop::~OffLoop()
{
    m_threads.clear();
    m_threads.waitForDone();
}

void OffLoop::start(std::function<void()> work, std::function<void()> done)
{
    const quint64 number = ++m_last;
    m_waiting.emplace(number, std::move(done));
    // Were `done` to go along, the thread that lets go of it last would destroy what it holds.
    m_threads.start([this, number, work = std::move(work)] {
        work();
        QMetaObject::invokeMethod(
            &m_home, [this, number] { finish(number); }, Qt::QueuedConnection);
    });
}

void OffLoop::finish(quint64 number)
{
    const auto waiting = m_waiting.extract(number);
    waiting.mapped()();
}

} // namespace ct
