// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/logging/linelimiter.h"
#include "server/logging/loggingconfig.h"
#include "server/logging/logwriter.h"
#include "shared/base/clock.h"

#include <QString>

#include <atomic>
#include <mutex>
#include <optional>

namespace ct::server::logging {

/// server.log: what the program has to tell its operator, and a copy on the standard output.
/// One line each, "2025-11-23 20:20:20 root INFO message"; control characters are escaped and what
/// is over 8 KiB is cut. Callers leave secrets out. Thread: any.
class ServerLog
{
public:
    static constexpr qsizetype longestLine = 8192;

    /// `writer` and `clock` outlive this.
    ServerLog(LogWriter &writer, const LoggingConfig &config, const Clock &clock);
    ServerLog(const ServerLog &) = delete;
    ServerLog &operator=(const ServerLog &) = delete;

    /// Debug writes everything, None nothing. May be changed at any time.
    Level level() const { return m_level.load(std::memory_order_relaxed); }
    void setLevel(Level level) { m_level.store(level, std::memory_order_relaxed); }
    bool isWritten(Level level) const { return level >= this->level() && level != Level::None; }

    void write(Level level, const QString &message) { write(level, message, u"root"); }
    /// `source` stands in the place of "root": the logging category of Qt's own messages.
    void write(Level level, const QString &message, QStringView source);

    void debug(const QString &message) { write(Level::Debug, message); }
    void info(const QString &message) { write(Level::Info, message); }
    void warn(const QString &message) { write(Level::Warn, message); }
    void error(const QString &message) { write(Level::Error, message); }

    /// At most one line per key and 10 s; the next one ends in "(and N more)". `key` is one of the
    /// program's own words, never something received.
    void warnLimited(const QString &key, const QString &message);

    /// Before the process dies.
    void flush() { m_writer.flush(); }

private:
    LogWriter &m_writer;
    const Clock &m_clock;
    std::atomic<Level> m_level;
    LogWriter::Channel m_file;
    std::optional<LogWriter::Channel> m_standardOutput;
    std::mutex m_limiterMutex;
    LineLimiter m_limiter;
};

} // namespace ct::server::logging
