// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/serverlog.h"

#include "server/logging/escaping.h"
#include "server/logging/logfile.h"
#include "server/logging/timestamp.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::logging {

namespace {

QByteArray levelName(Level level)
{
    switch (level) {
    case Level::Debug:
        return "DEBUG"_ba;
    case Level::Info:
        return "INFO"_ba;
    case Level::Warn:
        return "WARN"_ba;
    case Level::Error:
    case Level::None:
        break;
    }
    return "ERROR"_ba;
}

} // namespace

ServerLog::ServerLog(LogWriter &writer, const LoggingConfig &config, const Clock &clock)
    : m_writer(writer),
      m_clock(clock),
      m_level(config.level),
      m_limiter(clock)
{
    const auto notice = [&clock](quint64 lost) -> QByteArray {
        return serverStamp(clock.wallNow()) + " root WARN " + QByteArray::number(lost)
            + " lines dropped";
    };
    m_file = writer.add(std::make_unique<LogFile>(config, u"server.log"_s), notice);
    if (config.standardOutput)
        m_standardOutput = writer.add(std::make_unique<LogStream>(STDOUT_FILENO), notice);
}

void ServerLog::write(Level level, const QString &message, QStringView source)
{
    if (!isWritten(level))
        return;
    QByteArray line = serverStamp(m_clock.wallNow()) + ' ' + escapeControls(source, 64) + ' '
        + levelName(level) + ' ';
    line += escapeControls(message, longestLine - line.size() - 8);
    m_writer.write(m_file, line);
    if (m_standardOutput)
        m_writer.write(*m_standardOutput, line);
}

void ServerLog::warnLimited(const QString &key, const QString &message)
{
    if (!isWritten(Level::Warn))
        return;
    std::optional<quint64> keptBack;
    {
        const std::lock_guard lock(m_limiterMutex);
        keptBack = m_limiter.admit(key);
    }
    if (!keptBack)
        return;
    if (*keptBack == 0)
        warn(message);
    else
        warn(message.left(longestLine / 2) + u" (and %1 more)"_s.arg(*keptBack));
}

} // namespace ct::server::logging
