// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/verifier.h"

#include <array>
#include <utility>

namespace ct::bench {

Faults &Faults::operator+=(const Faults &other)
{
    lost += other.lost;
    doubled += other.doubled;
    reordered += other.reordered;
    damaged += other.damaged;
    broken += other.broken;
    return *this;
}

std::string faultText(const Faults &faults)
{
    const std::array<std::pair<std::uint64_t, const char *>, 5> parts {
        {{faults.lost, "lost"},
         {faults.doubled, "doubled"},
         {faults.reordered, "reordered"},
         {faults.damaged, "damaged"},
         {faults.broken, "connections broken"}}};
    std::string text;
    for (const auto &[count, word] : parts) {
        if (count != 0)
            text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ' + word;
    }
    return text.empty() ? "none" : text;
}

void Flow::delivered(std::uint64_t sequence, Faults &faults)
{
    if (sequence >= m_sent) {
        ++faults.damaged;
    } else if (sequence >= m_next) {
        for (; m_next < sequence; ++m_next)
            m_missing.insert(m_missing.end(), m_next);
        ++m_next;
    } else if (m_missing.erase(sequence) == 1) {
        ++faults.reordered;
    } else {
        ++faults.doubled;
    }
}

void Flow::close(Faults &faults)
{
    faults.lost += outstanding();
    m_missing.clear();
    m_next = m_sent;
}

void Verifier::sent(const Delivery &delivery)
{
    flow(delivery).sent();
}

void Verifier::delivered(const Delivery &delivery)
{
    flow(delivery).delivered(delivery.sequence, m_faults);
}

Faults Verifier::settle()
{
    for (Flow &flow : m_flows)
        flow.close(m_faults);
    return std::exchange(m_faults, {});
}

Flow &Verifier::flow(const Delivery &delivery)
{
    const std::size_t pair = delivery.sender * m_peers + delivery.receiver;
    return m_flows[static_cast<std::size_t>(delivery.kind) * m_peers * m_peers + pair];
}

} // namespace ct::bench
