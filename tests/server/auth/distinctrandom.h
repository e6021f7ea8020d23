// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/random.h"

namespace ct::test {

/// Another id each time, for tests that need more of them than CountingRandom tells apart.
class DistinctRandom final : public RandomSource
{
public:
    void fill(std::span<std::byte> bytes) override
    {
        quint64 rest = ++m_fills;
        for (std::byte &byte : bytes) {
            byte = std::byte(rest % 62);
            rest /= 62;
        }
    }

private:
    quint64 m_fills = 0;
};

} // namespace ct::test
