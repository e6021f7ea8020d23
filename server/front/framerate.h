// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QtGlobal>

#include <algorithm>

namespace ct::server::front {

/// How many frames a client may still send: a steady rate, and what it has saved of it within two
/// seconds. Thread: its owner's.
class FrameRate
{
public:
    /// Takes frames that have come; false when they are more than `perSecond` (0: no limit) allows.
    bool take(quint64 frames, int perSecond, Instant now)
    {
        if (perSecond <= 0)
            return true;
        const double most = savedSeconds * perSecond;
        const std::chrono::duration<double> passed = now - m_at;
        m_saved
            = std::min(most, m_saved + passed.count() * perSecond) - static_cast<double>(frames);
        m_at = now;
        return m_saved >= 0;
    }

private:
    static constexpr double savedSeconds = 2;

    double m_saved = 0;
    /// Long ago, so that it begins with all it may save.
    Instant m_at {};
};

} // namespace ct::server::front
