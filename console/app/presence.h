// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QObject>

namespace ct::console::app {

/// Notices whether somebody uses the program: by keys, mouse or touch. Thread: main.
class Presence : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive it.
    explicit Presence(const Clock &clock);

    std::chrono::milliseconds unusedTime() const;

Q_SIGNALS:
    /// Somebody does something after a while in which nobody did.
    void returned();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void note();

    const Clock &m_clock;
    Instant m_lastNow;
    WallTime m_lastWall;
};

} // namespace ct::console::app
