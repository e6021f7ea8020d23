// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/serverfigures.h"

namespace ct::server::metrics {

double ServerFigures::meanLag() const
{
    double sum = mainLag.mean;
    for (const front::LoopFigures &loop : front.loops)
        sum += loop.lag.mean;
    return sum / static_cast<double>(front.loops.size() + 1);
}

} // namespace ct::server::metrics
