// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/usagelog.h"

#include "server/logging/logfile.h"
#include "server/logging/timestamp.h"

using namespace Qt::StringLiterals;

namespace ct::server::logging {

UsageLog::UsageLog(LogWriter &writer, const LoggingConfig &config, const Clock &clock)
    : m_writer(writer)
{
    m_file = writer.add(
        std::make_unique<LogFile>(config, u"usage.log"_s), [&clock](quint64 lost) -> QByteArray {
            return isoStamp(clock.wallNow()) + " lost=" + QByteArray::number(lost);
        });
}

void UsageLog::write(const UsageLine &line)
{
    QByteArray text = isoStamp(line.at) + " users_online=" + QByteArray::number(line.usersOnline)
        + " users_in_sessions=" + QByteArray::number(line.usersInSessions);
    if (!line.wasRunning)
        text += " server=down";
    m_writer.write(m_file, text);
}

} // namespace ct::server::logging
