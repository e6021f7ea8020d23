// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace ct::bench {

/// Counts durations in buckets that are at most 0.8 % wide, so that a run of any length takes the
/// same memory. Thread: any one.
class Histogram
{
public:
    void add(std::int64_t nanoseconds);
    void add(const Histogram &other);
    void clear();

    std::uint64_t count() const { return m_count; }
    std::int64_t most() const { return m_most; }
    /// The upper end of the bucket below which `share` (0 … 1) of all values lie; 0 when empty.
    std::int64_t quantile(double share) const;

private:
    static constexpr int fineBits = 7;
    static constexpr std::size_t buckets = std::size_t(64 - fineBits + 1) << fineBits;

    static std::size_t bucketOf(std::uint64_t value);
    static std::int64_t endOf(std::size_t bucket);

    std::vector<std::uint64_t> m_counts;
    std::uint64_t m_count = 0;
    std::int64_t m_most = 0;
};

/// The middle value, or the mean of the two in the middle; 0 of none.
double median(std::vector<double> values);

} // namespace ct::bench
