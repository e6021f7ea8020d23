// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/usagesampler.h"

#include <algorithm>

namespace ct::server::app {

namespace {

constexpr std::chrono::seconds tickEvery {1};

} // namespace

UsageSampler::UsageSampler(
    const Clock &clock, std::chrono::seconds interval, Count count, Keep keep)
    : m_clock(clock),
      m_interval(interval),
      m_count(std::move(count)),
      m_keep(std::move(keep))
{
    connect(&m_timer, &QTimer::timeout, this, &UsageSampler::tick);
}

WallTime UsageSampler::beginningOf(WallTime time) const
{
    const auto seconds = sinceEpoch(time);
    return WallTime(seconds - seconds % m_interval);
}

void UsageSampler::begin(std::optional<WallTime> last)
{
    const WallTime present = beginningOf(m_clock.wallNow());
    m_last = beginningOf(last.value_or(present));
    m_last = std::max(m_last, beginningOf(present - mostFilled));
    // What is due by now fell into the time without a server.
    for (m_last += m_interval; m_last <= present; m_last += m_interval)
        m_keep({m_last, {}, false});
    m_last -= m_interval;
    m_timer.start(tickEvery);
}

void UsageSampler::tick()
{
    const WallTime present = beginningOf(m_clock.wallNow());
    if (present <= m_last)
        return;
    // More than one means that the process was held up; nobody knows who was there meanwhile.
    const WallTime first = std::max(m_last, beginningOf(present - mostFilled)) + m_interval;
    for (WallTime at = first; at < present; at += m_interval)
        m_keep({at, {}, false});
    m_last = present;
    m_count([this, present](const LiveNumbers &numbers) { m_keep({present, numbers, true}); });
}

} // namespace ct::server::app
