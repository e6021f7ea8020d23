// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/lagstatistics.h"

#include <algorithm>

namespace ct::server::eventloop {

namespace {

std::chrono::seconds secondOf(Instant time)
{
    return std::chrono::floor<std::chrono::seconds>(time.time_since_epoch());
}

} // namespace

void LagStatistics::add(std::chrono::nanoseconds lag, Instant now)
{
    const double seconds = std::max(0.0, std::chrono::duration<double>(lag).count());
    const auto &bounds = LagFigures::bounds;
    const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin();
    ++m_counts[static_cast<std::size_t>(bucket)];
    m_sum += seconds;
    const std::chrono::seconds second = secondOf(now);
    Slot &slot = m_recent[static_cast<std::size_t>(second.count()) % slots];
    if (slot.second != second)
        slot = Slot {second};
    ++slot.count;
    slot.sum += seconds;
    slot.longest = std::max(slot.longest, seconds);
}

LagFigures LagStatistics::figures(Instant now) const
{
    LagFigures figures;
    figures.counts = m_counts;
    figures.sum = m_sum;
    const std::chrono::seconds oldest
        = secondOf(now) - std::chrono::seconds(static_cast<qint64>(slots));
    int count = 0;
    for (const Slot &slot : m_recent) {
        if (slot.second <= oldest)
            continue;
        count += slot.count;
        figures.mean += slot.sum;
        figures.longest = std::max(figures.longest, slot.longest);
    }
    if (count > 0)
        figures.mean /= count;
    return figures;
}

} // namespace ct::server::eventloop
