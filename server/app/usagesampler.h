// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace ct::server::app {

/// How many there are at this moment.
struct LiveNumbers {
    /// Different people with a connection.
    int usersOnline = 0;
    /// Different people with a seat, connected or about to come back.
    int usersInSessions = 0;
    int sessions = 0;
    /// Participants with a connection.
    int connections = 0;
};

struct UsageSample {
    WallTime at {};
    LiveNumbers numbers;
    bool wasRunning = true;
};

/// Takes a sample at every full interval of the clock (12:00, 12:05, …), so that the series has no
/// gap over restarts: what was missed while the server was down is put in as such, a week of it at
/// most. Thread: main.
class UsageSampler final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::hours mostFilled {24 * 7};

    /// Gives the numbers a moment later, if at all; no later than the sampler's end.
    using Count = std::function<void(const std::function<void(const LiveNumbers &)> &done)>;
    using Keep = std::function<void(const UsageSample &sample)>;

    UsageSampler(const Clock &clock, std::chrono::seconds interval, Count count, Keep keep);

    /// Begins after the last sample that there is; nothing: there is none.
    void begin(std::optional<WallTime> last);
    /// Takes what is due. Called every second.
    void tick();

private:
    WallTime beginningOf(WallTime time) const;

    const Clock &m_clock;
    const std::chrono::seconds m_interval;
    Count m_count;
    Keep m_keep;
    WallTime m_last {};
    QTimer m_timer;
};

} // namespace ct::server::app
