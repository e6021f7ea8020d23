// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ct::server::front {

class ParticipantLink;

/// When each of a worker's links has to be looked at next, so that the many for whom nothing is due
/// cost nothing. Thread: the worker's.
class LookQueue
{
public:
    /// Not later than `when`; an earlier appointment stays.
    void add(ParticipantLink &link, Instant when);
    void forget(ParticipantLink &link);
    /// Those whose time has come; they are forgotten until they are added again.
    std::vector<ParticipantLink *> takeDue(Instant now);
    std::vector<ParticipantLink *> takeAll() { return takeDue(Instant::max()); }

private:
    std::set<std::pair<Instant, ParticipantLink *>> m_order;
    std::unordered_map<ParticipantLink *, Instant> m_times;
};

} // namespace ct::server::front
