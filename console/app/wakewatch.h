// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QTimer>

namespace ct::console::app {

/// Notices that the computer has slept: the calendar's clock has gone on, the other one has not.
/// Thread: main.
class WakeWatch : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive it.
    explicit WakeWatch(const Clock &clock);

    void look();

Q_SIGNALS:
    void woke();

private:
    const Clock &m_clock;
    Instant m_lastNow;
    WallTime m_lastWall;
    QTimer m_looks;
};

} // namespace ct::console::app
