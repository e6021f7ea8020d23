// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

namespace ct::server::session {

/// Lets a session's senders wait while one of its receivers catches up, but never for long: a
/// receiver that does not catch up in time loses the session its brake for a while, and then its
/// own seat. Thread: the session's worker.
class CongestionBrake
{
public:
    /// How things stand after a message, or after a proof of receipt.
    void update(bool isCongested, Instant now);
    /// Senders should wait.
    bool isOn(Instant now) const;
    /// It was put on and congestion is not over yet.
    bool isUsed() const { return m_isCongested; }

private:
    static constexpr std::chrono::milliseconds longest {500};
    static constexpr std::chrono::seconds rest {10};

    bool m_isCongested = false;
    Instant m_since {};
    /// Not again before this.
    Instant m_notBefore {};
};

} // namespace ct::server::session
