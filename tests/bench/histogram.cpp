// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ct::bench {

void Histogram::add(std::int64_t nanoseconds)
{
    if (m_counts.empty())
        m_counts.resize(buckets);
    const std::int64_t value = std::max<std::int64_t>(nanoseconds, 0);
    ++m_counts[bucketOf(static_cast<std::uint64_t>(value))];
    ++m_count;
    m_most = std::max(m_most, value);
}

void Histogram::add(const Histogram &other)
{
    if (other.m_counts.empty())
        return;
    if (m_counts.empty())
        m_counts.resize(buckets);
    for (std::size_t i = 0; i < buckets; ++i)
        m_counts[i] += other.m_counts[i];
    m_count += other.m_count;
    m_most = std::max(m_most, other.m_most);
}

void Histogram::clear()
{
    m_counts.clear();
    m_count = 0;
    m_most = 0;
}

std::int64_t Histogram::quantile(double share) const
{
    if (m_count == 0)
        return 0;
    const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(m_count)));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < buckets; ++i) {
        seen += m_counts[i];
        if (seen > 0 && seen >= wanted)
            return std::min(endOf(i), m_most);
    }
    return m_most;
}

// Values below 2^fineBits have a bucket each; above, each power of two is cut into 2^fineBits.
std::size_t Histogram::bucketOf(std::uint64_t value)
{
    const auto bits = static_cast<int>(std::bit_width(value));
    if (bits <= fineBits)
        return value;
    const int shift = bits - fineBits - 1;
    const std::size_t fine = (value >> shift) & ((std::size_t(1) << fineBits) - 1);
    return (static_cast<std::size_t>(shift + 1) << fineBits) + fine;
}

std::int64_t Histogram::endOf(std::size_t bucket)
{
    const std::size_t row = bucket >> fineBits;
    const std::size_t fine = bucket & ((std::size_t(1) << fineBits) - 1);
    if (row == 0)
        return static_cast<std::int64_t>(fine);
    const std::size_t base = (std::size_t(1) << fineBits) + fine;
    return static_cast<std::int64_t>(((base + 1) << (row - 1)) - 1);
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace ct::bench
