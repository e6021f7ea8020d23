// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace ct::bench {

/// What went wrong with deliveries. A run with any of it has failed.
struct Faults {
    std::uint64_t lost = 0;
    std::uint64_t doubled = 0;
    std::uint64_t reordered = 0;
    /// Hash, origin, receiver or key are not what was sent.
    std::uint64_t damaged = 0;
    /// Connections that ended without being told to.
    std::uint64_t broken = 0;

    std::uint64_t sum() const { return lost + doubled + reordered + damaged + broken; }
    Faults &operator+=(const Faults &other);
};

/// "3 lost, 1 doubled", or "none".
std::string faultText(const Faults &faults);

/// Follows the numbered messages of one sender to one receiver, which start at 0.
class Flow
{
public:
    void sent() { ++m_sent; }
    /// Notes a delivery; the faults that show at once are counted in `faults`.
    void delivered(std::uint64_t sequence, Faults &faults);
    /// Messages that were sent and have not come.
    std::uint64_t outstanding() const { return m_sent - m_next + m_missing.size(); }
    /// Counts what has not come by now as lost and no longer expects it.
    void close(Faults &faults);

private:
    std::uint64_t m_sent = 0;
    std::uint64_t m_next = 0;
    /// Below m_next and not delivered yet.
    std::set<std::uint64_t> m_missing;
};

/// What a message is for; each has its own numbering.
enum class Kind : std::uint32_t { Broadcast, Notification, Request, Response };
inline constexpr std::size_t kinds = 4;

struct Delivery {
    Kind kind = Kind::Broadcast;
    std::size_t sender = 0;
    std::size_t receiver = 0;
    std::uint64_t sequence = 0;
};

/// All flows among the `peers` of a room.
class Verifier
{
public:
    explicit Verifier(std::size_t peers) : m_peers(peers), m_flows(peers * peers * kinds) { }

    void sent(const Delivery &delivery);
    void delivered(const Delivery &delivery);
    void damaged() { ++m_faults.damaged; }
    void broken() { ++m_faults.broken; }
    /// Counts what is still outstanding as lost. Gives all faults since the last call.
    Faults settle();

private:
    Flow &flow(const Delivery &delivery);

    std::size_t m_peers;
    std::vector<Flow> m_flows;
    Faults m_faults;
};

} // namespace ct::bench
