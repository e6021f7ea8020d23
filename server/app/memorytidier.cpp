// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/memorytidier.h"

#include <algorithm>
#include <malloc.h>

namespace ct::server::app {

namespace {

constexpr std::chrono::seconds tidyEvery {10};
// Less is not worth the moment for which the heap is locked.
constexpr std::size_t worthwhile = std::size_t(8) << 20U;

} // namespace

MemoryTidier::MemoryTidier()
{
    connect(&m_timer, &QTimer::timeout, this, &MemoryTidier::tidy);
    m_timer.start(tidyEvery);
}

void MemoryTidier::tidy()
{
    // Pages already given back still count as free.
    const std::size_t free = ::mallinfo2().fordblks;
    m_freeBefore = std::min(m_freeBefore, free);
    if (free - m_freeBefore < worthwhile)
        return;
    ::malloc_trim(0);
    m_freeBefore = free;
}

} // namespace ct::server::app
