// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/histogram.h"

#include <cstdint>

namespace ct::bench {

/// What a crowd has seen so far.
struct Tally {
    std::uint64_t delivered = 0;
    /// Of the delivered messages, without what the transport puts around them.
    std::uint64_t bytes = 0;
    std::uint64_t reconnects = 0;
    /// From a message's sending to its arrival.
    Histogram delays;
    Histogram reconnectTimes;
    /// Of each guest: from the join's begin until peer/info was there.
    Histogram joinTimes;
};

} // namespace ct::bench
