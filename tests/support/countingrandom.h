// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/random.h"

namespace ct::test {

/// Counts up instead of being random, so that a test can name the ids it will get.
class CountingRandom final : public RandomSource
{
public:
    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte &byte : bytes)
            byte = std::byte {m_next++};
    }

private:
    unsigned char m_next = 0;
};

} // namespace ct::test
