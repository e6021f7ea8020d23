// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QtGlobal>

#include <array>
#include <chrono>

namespace ct::server::eventloop {

/// How late a loop has been, in seconds.
struct LagFigures {
    /// Upper bounds of the histogram's buckets; one more bucket takes what is above.
    static constexpr std::array bounds {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0};

    // Since the loop's start:
    std::array<quint64, bounds.size() + 1> counts {};
    double sum = 0;
    // Of the last ten seconds:
    double mean = 0;
    double longest = 0;
};

/// Sums up the delays of one loop: a histogram for ever, mean and maximum over ten seconds.
/// Thread: the loop's.
class LagStatistics
{
public:
    void add(std::chrono::nanoseconds lag, Instant now);
    LagFigures figures(Instant now) const;

private:
    static constexpr std::size_t slots = 10;

    /// What was measured within one second.
    struct Slot {
        std::chrono::seconds second {-1};
        int count = 0;
        double sum = 0;
        double longest = 0;
    };

    std::array<quint64, LagFigures::bounds.size() + 1> m_counts {};
    double m_sum = 0;
    std::array<Slot, slots> m_recent;
};

} // namespace ct::server::eventloop
