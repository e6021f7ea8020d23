// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/subnet.h"
#include "shared/base/clock.h"

#include <array>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace ct::server::net {

/// `count` in every `period`, and `burst` at once. A count of 0: no limit.
struct Rate {
    int count = 0;
    std::chrono::nanoseconds period = std::chrono::seconds(1);
    int burst = 1;
};

/// Token buckets, one per client. One that is full again says no more than none and is forgotten as
/// others come, so that there are about as many as clients of the last refill. At most `most` of
/// them; then the one not used for longest, which is the fullest or nearly so, gives way. Thread:
/// its owner's. Each call but setRate() and tidy() is O(1).
class RateLimiter
{
public:
    static constexpr std::size_t mostBuckets = 65'536;
    /// So that nobody waits for long.
    static constexpr std::size_t tidiedAtOnce = 1'024;

    /// `clock` outlives this.
    RateLimiter(const Rate &rate, const Clock &clock, std::size_t most = mostBuckets);

    /// From the next call on; what was used before counts on, up to the new burst.
    void setRate(const Rate &rate);

    /// Takes a token; false when there is none, and none is taken.
    bool allow(const AddressKey &key);
    /// Until allow() says yes: for Retry-After.
    std::chrono::nanoseconds retryAfter(const AddressKey &key) const;
    /// Forgets some more full ones, without anybody coming; to be called now and then.
    void tidy();

    std::size_t size() const { return m_buckets.size(); }

private:
    /// A bucket by the time at which it will be full again; its tokens follow from that.
    struct Bucket {
        AddressKey key;
        Instant full;
    };
    using Buckets = std::list<Bucket>;

    Bucket &bucketOf(const AddressKey &key, Instant now);
    void forgetFull(Instant now, std::size_t most);
    void reuseOldest(const AddressKey &key);

    std::chrono::nanoseconds m_perToken {};
    std::chrono::nanoseconds m_burst {};
    const Clock &m_clock;
    std::size_t m_most;
    /// The last used one first.
    Buckets m_buckets;
    std::unordered_map<AddressKey, Buckets::iterator, AddressKeyHash> m_byKey;
};

/// The same for several workers: cut into parts by client, each under its own lock. Thread: any.
class SharedRateLimiter
{
public:
    SharedRateLimiter(
        const Rate &rate, const Clock &clock, std::size_t most = RateLimiter::mostBuckets);

    void setRate(const Rate &rate);
    bool allow(const AddressKey &key);
    std::chrono::nanoseconds retryAfter(const AddressKey &key) const;
    void tidy();
    std::size_t size() const;

private:
    static constexpr std::size_t parts = 16;

    struct Part {
        mutable std::mutex mutex;
        std::unique_ptr<RateLimiter> limiter;
    };

    Part &partOf(const AddressKey &key) { return m_parts.at(indexOf(key)); }
    const Part &partOf(const AddressKey &key) const { return m_parts.at(indexOf(key)); }
    std::size_t indexOf(const AddressKey &key) const { return (m_hash(key) >> 20U) % parts; }

    AddressKeyHash m_hash;
    std::array<Part, parts> m_parts;
};

} // namespace ct::server::net
