// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/ratelimiter.h"

#include <algorithm>
#include <iterator>

namespace ct::server::net {

using std::chrono::nanoseconds;

namespace {

// More than one, so that the table gets smaller after a rush.
constexpr std::size_t forgottenForOne = 2;

} // namespace

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
    if (m_perToken == nanoseconds::zero())
        return;
    // Nobody waits for longer than the new rate needs to refill.
    const Instant latest = m_clock.now() + m_burst;
    for (Bucket &bucket : m_buckets)
        bucket.full = std::min(bucket.full, latest);
}

RateLimiter::Bucket &RateLimiter::bucketOf(const AddressKey &key, Instant now)
{
    if (const auto known = m_byKey.find(key); known != m_byKey.end()) {
        m_buckets.splice(m_buckets.begin(), m_buckets, known->second);
        return m_buckets.front();
    }
    forgetFull(now, forgottenForOne);
    if (m_buckets.size() < m_most)
        m_byKey.emplace(key, m_buckets.emplace(m_buckets.begin()));
    else
        reuseOldest(key);
    m_buckets.front() = {key, now};
    return m_buckets.front();
}

// The oldest was used last when the others had been: while it is not full, hardly one of them is.
void RateLimiter::forgetFull(Instant now, std::size_t most)
{
    for (std::size_t count = 0; count < most && !m_buckets.empty(); ++count) {
        if (m_buckets.back().full > now)
            return;
        m_byKey.erase(m_buckets.back().key);
        m_buckets.pop_back();
    }
}

void RateLimiter::tidy()
{
    forgetFull(m_clock.now(), tidiedAtOnce);
}

void RateLimiter::reuseOldest(const AddressKey &key)
{
    auto node = m_byKey.extract(m_buckets.back().key);
    m_buckets.splice(m_buckets.begin(), m_buckets, std::prev(m_buckets.end()));
    node.key() = key;
    m_byKey.insert(std::move(node));
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
    if (known == m_byKey.end() || m_perToken == nanoseconds::zero())
        return nanoseconds::zero();
    const Instant free = known->second->full + m_perToken - m_burst;
    return std::max<nanoseconds>(free - m_clock.now(), nanoseconds::zero());
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

nanoseconds SharedRateLimiter::retryAfter(const AddressKey &key) const
{
    const Part &part = partOf(key);
    const std::lock_guard lock(part.mutex);
    return part.limiter->retryAfter(key);
}

void SharedRateLimiter::tidy()
{
    for (Part &part : m_parts) {
        const std::lock_guard lock(part.mutex);
        part.limiter->tidy();
    }
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
