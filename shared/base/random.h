// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <cstddef>
#include <span>

namespace ct {

/// Random bytes fit for secrets, as an interface so that tests can repeat a run. Thread: any.
class RandomSource
{
public:
    RandomSource() = default;
    virtual ~RandomSource() = default;
    RandomSource(const RandomSource &) = delete;
    RandomSource &operator=(const RandomSource &) = delete;

    virtual void fill(std::span<std::byte> bytes) = 0;
};

/// The kernel's generator.
class SystemRandom final : public RandomSource
{
public:
    void fill(std::span<std::byte> bytes) override;
};

/// An unguessable id of `length` letters and digits (5.95 bits each; 24 make 142 bits). Only
/// `[a-zA-Z0-9]`, because clients refuse room ids with anything else.
QByteArray randomId(RandomSource &random, int length = 24);

} // namespace ct
