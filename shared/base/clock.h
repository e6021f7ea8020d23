// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace ct {

using Instant = std::chrono::steady_clock::time_point;
using WallTime = std::chrono::system_clock::time_point;

/// Time, as an interface, so that tests never sleep. Thread: any.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    /// Monotonic: for every deadline and time-out.
    virtual Instant now() const = 0;
    /// The calendar's: for display, token expiry and licence days only.
    virtual WallTime wallNow() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    Instant now() const override { return std::chrono::steady_clock::now(); }
    WallTime wallNow() const override { return std::chrono::system_clock::now(); }
};

/// Whole seconds since 1970-01-01 UTC, as JWT claims and the database count them.
inline std::chrono::seconds sinceEpoch(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch());
}

} // namespace ct
