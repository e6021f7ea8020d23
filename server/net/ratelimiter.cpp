// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/ratelimiter.h"

#include <algorithm>
#include <iterator>

namespace ct::server::net {

using std::chrono::nanoseconds;

RateLimiter::RateLimiter(const Rate &rate, const Clock &clock, std::size_t most)
    : m_clock(clock),
      m_most(std::max<std::size_t>(most, 1))
{
    setRate(rate);
}

void RateLimiter::setRate(const Rate &rate)
{
    m_perToken
        = rate.count > 0 ? std::max(rate.period / rate.count, nanoseconds(1)) : nanoseconds::zero();
    m_burst = m_perToken * std::max(rate.burst, 1);
}

RateLimiter::Bucket &RateLimiter::bucketOf(const AddressKey &key, Instant now)
{
    if (const auto known = m_byKey.find(key); known != m_byKey.end()) {
        m_buckets.splice(m_buckets.begin(), m_buckets, known->second);
        return m_buckets.front();
    }
    if (m_buckets.size() < m_most) {
        m_buckets.push_front({key, now});
        m_byKey.emplace(key, m_buckets.begin());
        return m_buckets.front();
    }
    // The node of the one that gives way is used again.
    auto node = m_byKey.extract(m_buckets.back().key);
    m_buckets.splice(m_buckets.begin(), m_buckets, std::prev(m_buckets.end()));
    m_buckets.front() = {key, now};
    node.key() = key;
    m_byKey.insert(std::move(node));
    return m_buckets.front();
}

bool RateLimiter::allow(const AddressKey &key)
{
    if (m_perToken == nanoseconds::zero())
        return true;
    const Instant now = m_clock.now();
    Bucket &bucket = bucketOf(key, now);
    const Instant full = std::max(bucket.full, now) + m_perToken;
    if (full - now > m_burst)
        return false;
    bucket.full = full;
    return true;
}

nanoseconds RateLimiter::retryAfter(const AddressKey &key) const
{
    const auto known = m_byKey.find(key);
    if (known == m_byKey.end())
        return nanoseconds::zero();
    const Instant free = known->second->full + m_perToken - m_burst;
    return std::max<nanoseconds>(free - m_clock.now(), nanoseconds::zero());
}

bool RateLimiter::isExhausted(const AddressKey &key) const
{
    return retryAfter(key) > nanoseconds::zero();
}

SharedRateLimiter::SharedRateLimiter(const Rate &rate, const Clock &clock, std::size_t most)
{
    for (Part &part : m_parts)
        part.limiter = std::make_unique<RateLimiter>(rate, clock, (most + parts - 1) / parts);
}

void SharedRateLimiter::setRate(const Rate &rate)
{
    for (Part &part : m_parts) {
        const std::lock_guard lock(part.mutex);
        part.limiter->setRate(rate);
    }
}

bool SharedRateLimiter::allow(const AddressKey &key)
{
    Part &part = partOf(key);
    const std::lock_guard lock(part.mutex);
    return part.limiter->allow(key);
}

bool SharedRateLimiter::isExhausted(const AddressKey &key) const
{
    const Part &part = partOf(key);
    const std::lock_guard lock(part.mutex);
    return part.limiter->isExhausted(key);
}

nanoseconds SharedRateLimiter::retryAfter(const AddressKey &key) const
{
    const Part &part = partOf(key);
    const std::lock_guard lock(part.mutex);
    return part.limiter->retryAfter(key);
}

std::size_t SharedRateLimiter::size() const
{
    std::size_t all = 0;
    for (const Part &part : m_parts) {
        const std::lock_guard lock(part.mutex);
        all += part.limiter->size();
    }
    return all;
}

} // namespace ct::server::net
