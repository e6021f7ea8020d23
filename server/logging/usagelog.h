// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/logging/logwriter.h"
#include "shared/base/clock.h"

namespace ct::server::logging {

struct LoggingConfig;

/// How many people there were at one time.
struct UsageLine {
    WallTime at {};
    int usersOnline = 0;
    int usersInSessions = 0;
    /// Not so for a time at which the server was down; then nobody was there.
    bool wasRunning = true;
};

/// usage.log: "2025-11-23T19:20:00.000Z users_online=3 users_in_sessions=2", and "server=down" for
/// times at which there was no server. Thread: any.
class UsageLog
{
public:
    /// `writer` and `clock` outlive this; the clock is for the line that tells of dropped ones.
    UsageLog(LogWriter &writer, const LoggingConfig &config, const Clock &clock);
    UsageLog(const UsageLog &) = delete;
    UsageLog &operator=(const UsageLog &) = delete;

    void write(const UsageLine &line);

private:
    LogWriter &m_writer;
    LogWriter::Channel m_file;
};

} // namespace ct::server::logging
