// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

namespace ct::test {

/// A clock that stands still until it is told. Thread: any, but not at once.
class FakeClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    WallTime wallNow() const override { return m_wall; }

    void advance(std::chrono::milliseconds by)
    {
        m_now += by;
        m_wall += by;
    }
    void setWall(WallTime wall) { m_wall = wall; }

private:
    Instant m_now {std::chrono::hours(1)};
    WallTime m_wall {std::chrono::seconds(1'790'000'000)};
};

} // namespace ct::test
